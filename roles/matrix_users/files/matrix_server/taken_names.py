"""Whether a name is free on a homeserver, and who has it."""

from __future__ import annotations

import re
from urllib.parse import quote

from .homeserver import Homeserver
from .json_types import Record
from .results import Failed, Seen, Unknown, still_shut_out


def predict(server: Homeserver, account: Record) -> Seen:
    """The result that registering would have."""
    if server.is_reserved(account):
        raise Failed("predict/reserved", detail="by the homeserver's configuration")
    notes = refuse_taken(server, account)
    return Seen("predict/exists", **server.notes_beside(notes)) if is_taken(server, account) else Seen("predict/absent")


def refuse_taken(server: Homeserver, account: Record) -> list[str]:
    """Refuses a name that an account has in another case, or that a deactivated account has.

    Returns what keeps an existing account out.
    """
    try:
        holder = server.holder_of(account)
    except (Failed, Unknown):
        return []
    if holder and holder["user_id"] != server.user_id(account):
        raise Failed("name/other_case", detail=holder["user_id"])
    if holder and holder["deactivated"]:
        raise Failed("name/deactivated")
    return still_shut_out(holder.get("locked"), holder.get("suspended")) if holder else []


def is_taken(server: Homeserver, account: Record) -> bool:
    """From the database, which is exact: an erased account has no profile."""
    if not re.fullmatch(r"[0-9a-z_\-+=./]+", account["username"]):
        raise Failed("predict/unknown", detail="the username is not one that a server can have")
    try:
        return server.row(account["username"]) is not None
    except Unknown as unknown:
        if has_profile(server, account):
            return True
        raise Failed("predict/unknown", detail=str(unknown)) from None


def has_profile(server: Homeserver, account: Record) -> bool:
    try:
        server.ask("GET", "/_matrix/client/v3/profile/" + quote(server.user_id(account), safe=""), step="profile")
    except Failed:
        return False
    return True
