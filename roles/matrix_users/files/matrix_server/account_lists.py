"""Filters on a server's list of accounts."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator

from .checks import truth
from .json_types import Json, Record
from .moments import moment, span
from .results import Failed


def absent(username: str, others: Iterable[str]) -> Failed:
    """The failure for a missing account, with similar names."""
    import difflib

    near = difflib.get_close_matches(username.lower(), others, 3)
    return Failed("account/absent", detail="similar: " + ", ".join(near) if near else "")


def wanted(account: Record, users: Iterable[Record]) -> Iterator[Record]:
    """The accounts that pass the filters."""
    is_inactive = inactivity(account)
    return (user for user in matching(account, users) if is_inactive(user))


def inactivity(account: Record) -> Callable[[Record], bool]:
    """Whether an account counts as inactive: not seen for so long, or, if never seen, created so long ago."""
    text = str(account.get("inactive") or "").strip()
    if not text:
        return lambda _user: True
    seconds = span(text)
    if not seconds:
        raise Failed("inactive/invalid", detail=text)
    until, closed = time.time() - seconds, truth(account.get("deactivated"))

    def is_inactive(user: Record) -> bool:
        since: Json = user["last_seen"] or user["created"]
        return (closed or not user["deactivated"]) and bool(since) and moment(since) < until

    return is_inactive


def matching(account: Record, users: Iterable[Record]) -> Iterator[Record]:
    only_people, part = truth(account.get("people")), str(account.get("name") or "").lower()
    flags = [flag for flag, name in FILTERS.items() if truth(account.get(name))]
    for user in users:
        if only_people and user["kind"] in NO_PEOPLE:
            continue
        if part and part not in ("%s %s" % (user["username"], user.get("display_name") or "")).lower():
            continue
        if all(user[flag] for flag in flags):
            yield user


NO_PEOPLE = {
    "guest": "a guest",
    "bridge": "an account of a bridge",
    "server": "an account of the server itself",
}  # by kind

FILTERS = {"admin": "admins", "locked": "locked", "deactivated": "deactivated"}
