"""Synapse's records of accounts, devices and registration tokens: their shapes, and how this program reports them."""

from __future__ import annotations

import time
from collections.abc import Iterable

from .account_lists import NO_PEOPLE
from .json_types import Json, Record
from .moments import day
from .results import Failed
from .shapes import USER_ID, WORD, flag, number, text, whole

USER = {
    "name": USER_ID,
    "displayname": (text, None),
    "admin": (flag, None),
    "locked": (flag, None),
    "suspended": (flag, None),
    "deactivated": (flag, None),
    "erased": (flag, None),
    "user_type": (text, None),
    "is_guest": (flag, None),
    "appservice_id": (text, None),
    "creation_ts": (number, None),
    "last_seen_ts": (number, None),
    "threepids": ([{"medium": text, "address": text}], None),
}
USERS_PAGE = {"users": [USER], "next_token": (WORD, None)}
TOKEN = {
    "token": text,
    "uses_allowed": (whole, None),
    "pending": whole,
    "completed": whole,
    "expiry_time": (number, None),
}
DEVICE = {
    "device_id": text,
    "display_name": (text, None),
    "last_seen_ip": (text, None),
    "last_seen_ts": (number, None),
}


# Accounts in its database: every column, since older servers have fewer.
USERS = (
    "SELECT users.*, profiles.displayname, erased_users.user_id IS NOT NULL AS erased FROM users"
    " LEFT JOIN profiles ON profiles.full_user_id = users.name LEFT JOIN erased_users ON erased_users.user_id = users.name"
)


# The same, with when each was last seen: kept for a session as long as it lasts, for an IP address for 28 days.
LISTED = USERS.replace(
    " FROM users",
    ", COALESCE((SELECT max(last_seen) FROM devices WHERE devices.user_id = users.name),"
    " (SELECT max(last_seen) FROM user_ips WHERE user_ips.user_id = users.name)) AS last_seen_ts FROM users",
    1,
)


def special_kind(record: Record) -> str:
    """The kind of an account that is not a person's."""
    return "guest" if record.get("is_guest") else "bridge" if record.get("appservice_id") else ""


def refuse_special(user: Record, is_given: Json = True) -> None:
    """Refuses to promote, lock etc. guests and accounts of bridges; undoing that is allowed."""
    if is_given and user["kind"] in NO_PEOPLE:
        raise Failed("account/special", detail=NO_PEOPLE[user["kind"]])


def user_record(record: Record, domain: str) -> Record:
    if not record["name"].endswith(":" + domain):
        raise Failed("domain/other", detail="it has the account %s" % record["name"])
    seconds = record.get("creation_ts") or 0
    return {
        "user_id": record["name"],
        "username": record["name"][1:].split(":")[0],
        "display_name": record.get("displayname") or "",
        "admin": bool(record.get("admin")),
        "locked": bool(record.get("locked")),
        "suspended": bool(record.get("suspended")),
        "deactivated": bool(record.get("deactivated")),
        "erased": bool(record.get("erased")),
        "kind": special_kind(record) or record.get("user_type") or "",
        "emails": emails_of(record),
        "created": day(
            seconds / 1000 if seconds > 10**11 else seconds
        ),  # milliseconds in a list, seconds in a single record (1.163)
    }


def listed_record(record: Record, domain: str) -> Record:
    """An account in a list, with when it was last seen, which a single record may lack (1.163)."""
    suspended = None if record.get("suspended") is None else bool(record["suspended"])
    emails = None if record.get("threepids") is None else emails_of(record)
    return {**user_record(record, domain), "last_seen": seen(record), "suspended": suspended, "emails": emails}


def emails_of(record: Record) -> list[str]:
    return [each["address"] for each in record.get("threepids") or [] if each["medium"] == "email"]


def seen(record: Record) -> Json:
    milliseconds = record.get("last_seen_ts")
    return day(milliseconds and milliseconds / 1000)


def row_record(row: Record, domain: str, emails: Iterable[str] = ()) -> Record:
    threepids = [{"medium": "email", "address": address} for address in emails]
    return user_record({**row, "threepids": threepids}, domain)


def session_record(device: Record) -> Record:
    return {
        "session": device["device_id"],
        "name": device.get("display_name") or "",
        "kind": "client",
        "last_ip": device.get("last_seen_ip"),
        "last_seen": seen(device),
    }


def token_record(token: Record) -> Record:
    expires = token["expiry_time"]
    return {
        "token": token["token"],
        "uses": token["completed"],
        "uses_allowed": token["uses_allowed"],
        "pending": token["pending"],
        "expires": day(expires and expires / 1000),
        "valid": (token["uses_allowed"] is None or token["completed"] + token["pending"] < token["uses_allowed"])
        and (not expires or expires / 1000 > time.time()),
    }
