"""An operation's records for people: a table, or one account line by line."""

from __future__ import annotations

import unicodedata

from .work import Record

USER_HEADS = ["USER", "NAME", "ADMIN", "STATE", "KIND", "CREATED", "LAST SEEN"]  # the last one if known


def table_of(finds: Record, found: object, message: str) -> list[str]:
    return lines_of(finds, found) or [message.rstrip(".") + ": none."]


def lines_of(finds: Record, found: object) -> list[str]:
    """`finds` is the operation's definition, `found` the records in the server's answer."""
    if isinstance(found, dict):
        return ["%-14s%s" % field for field in fields_of(found) if field[1]]
    records = list(found) if isinstance(found, list) else []
    if not records:
        return []
    if "row" not in finds:
        rows = list(map(user_row, records))
        return aligned([USER_HEADS[: len(rows[0])], *rows])
    columns = {name: column for name, column in finds["row"].items() if "heading" in column}
    heads = [column["heading"] for column in columns.values()]
    return aligned([heads, *([cell(each[name], columns[name]) for name in columns] for each in records)])


def fields_of(user: Record) -> list[tuple[str, str]]:
    return [
        ("user", user["user_id"]),
        ("display name", user["display_name"]),
        ("admin", "yes" if user["admin"] else "no"),
        ("state", state_of(user)),
        ("kind", user["kind"]),
        ("e-mail", ", ".join(user["emails"] or [])),
        ("created", user["created"] or ""),
    ]


def user_row(user: Record) -> list[str]:
    admin = "admin" if user["admin"] else ""
    seen = [(user["last_seen"] or "unknown")[:10]] if "last_seen" in user else []
    created = (user["created"] or "")[:10]
    return [user["user_id"], user["display_name"], admin, state_of(user), user["kind"], created, *seen]


def state_of(user: Record) -> str:
    """Everything that keeps an account from being used; an erased one is also deactivated."""
    states = ["erased" if user["erased"] else "deactivated"] if user["deactivated"] or user["erased"] else []
    return ", ".join([*states, *(state for state in ("locked", "suspended") if user[state])]) or "active"


def cell(value: object, column: Record) -> str:
    if value is None:
        return str(column.get("none", ""))
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def aligned(rows: list[list[str]]) -> list[str]:
    widths = [max(map(width, column)) for column in zip(*rows)]
    return ["  ".join(text + " " * (wide - width(text)) for text, wide in zip(row, widths)).rstrip() for row in rows]


def width(text: str) -> int:
    """Width in columns of a terminal: Chinese, Korean and emoji take two, combining marks none."""
    return sum(
        0 if unicodedata.combining(each) else 2 if unicodedata.east_asian_width(each) in "WF" else 1 for each in text
    )
