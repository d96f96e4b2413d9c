"""MAS's records of accounts, addresses, sessions and registration tokens: their shapes, and how this program reports them."""

from __future__ import annotations

import re

from .json_types import Record, Shape
from .moments import without_fraction
from .shapes import WORD, exactly, flag, text, time_text, whole

ULID = re.compile("[0-9A-Z]{26}")
USER = {
    "username": text,
    "admin": flag,
    "created_at": time_text,
    "locked_at": (time_text, None),
    "deactivated_at": (time_text, None),
}
SESSION = {
    "human_name": (text, None),
    "user_agent": (text, None),
    "last_active_ip": (text, None),
    "last_active_at": (time_text, None),
}
USE = {"user_id": (ULID, None), "created_at": time_text, "last_active_at": (time_text, None)}
PERSONAL_USE = {"actor_user_id": ULID, "last_active_at": (time_text, None)}
ONE_RECORD = {"data": {"id": ULID}}
NEW_TOKEN = {"data": {"id": ULID, "attributes": {"access_token": WORD}}}
ONE_SESSION = {
    "data": {
        "id": ULID,
        "attributes": {
            "user_id": (ULID, None),
            "actor_user_id": (ULID, None),
            "finished_at": (time_text, None),
            "revoked_at": (time_text, None),
        },
    }
}
ONE_USER = {"data": {"id": ULID, "attributes": USER}}
EMAIL = {"email": text, "user_id": ULID}
TOKEN = {
    "token": text,
    "times_used": whole,
    "usage_limit": (whole, None),
    "expires_at": (time_text, None),
    "revoked_at": (time_text, None),
    "valid": flag,
}


def one(identifier: str) -> Shape:
    """The shape of a single record."""
    return {"data": {"id": exactly(identifier)}}


def user_record(attributes: Record, domain: str) -> Record:
    return {
        "user_id": "@%s:%s" % (attributes["username"], domain),
        "username": attributes["username"],
        "display_name": "",
        "admin": attributes["admin"],
        "locked": attributes["locked_at"] is not None,
        "suspended": None,  # the homeserver's
        "deactivated": attributes["deactivated_at"] is not None,
        "erased": False,
        "kind": "guest" if attributes.get("legacy_guest") else "",
        "emails": None,  # in a list of their own
        "created": re.sub(r"\.[0-9]+", "", attributes["created_at"]),
    }


def session_record(record: Record, kind: str) -> Record:
    attributes = record["attributes"]
    return {
        "session": record["id"],
        "name": attributes.get("human_name") or attributes.get("user_agent") or "",
        "kind": kind,
        "last_ip": attributes.get("last_active_ip"),
        "last_seen": without_fraction(attributes.get("last_active_at")),
    }


def token_record(attributes: Record) -> Record:
    return {
        "token": attributes["token"],
        "uses": attributes["times_used"],
        "uses_allowed": attributes["usage_limit"],
        "pending": 0,
        "expires": without_fraction(attributes["expires_at"]),
        "valid": attributes["valid"],
    }
