"""What a server's list of accounts is asked for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .checks import truth
from .json_types import Record
from .results import Failed


def absent(username: str, others: Iterable[str]) -> Failed:
    """There is no such account; the names that look like it, where a list is at hand."""
    import difflib

    near = difflib.get_close_matches(username.lower(), others, 3)
    return Failed("account/absent", detail="similar: " + ", ".join(near) if near else "no similar name")


def wanted(account: Record, users: Iterable[Record]) -> Iterator[Record]:
    """Of accounts, those that the filters leave."""
    for user in users:
        if truth(account.get("people")) and user["kind"] in NO_PEOPLE:
            continue
        if all(user[flag] for flag in ("admin", "locked", "deactivated") if truth(account.get(FILTERS[flag]))):
            if (
                str(account.get("name") or "").lower()
                in ("%s %s" % (user["username"], user.get("display_name") or "")).lower()
            ):
                yield user


NO_PEOPLE = ("guest", "bridge", "server")  # kinds of accounts

FILTERS = {"admin": "admins", "locked": "locked", "deactivated": "deactivated"}
