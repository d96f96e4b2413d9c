"""Checks a registration token's values: how often and until when it can be used."""

from __future__ import annotations

import datetime
import re
import time

from .json_types import Json
from .moments import span
from .results import Failed


def check_uses(text: Json) -> int | None:
    """How often a registration token can be used: a number, or None for unlimited."""
    text = str(text).strip().lower()
    if text in ("unlimited", "any"):
        return None
    if not re.fullmatch("[0-9]{1,9}", text) or int(text) == 0:
        raise Failed("uses/invalid", detail=text)
    return int(text)


def new_token() -> str:
    """A registration token that is chosen here, so that a lost answer leaves no token that nobody knows."""
    import secrets

    return secrets.token_hex(12)


def check_token(token: str) -> str:
    """Checks a registration token by the rules of the Matrix specification."""
    if not re.fullmatch("[A-Za-z0-9._~-]{1,64}", token):
        raise Failed("token/invalid")
    return token


def check_expiry(text: Json) -> int | None:
    """When a registration token expires: 30m, 12h, 7d, 2w, a date, or never; seconds since 1970, or None."""
    text = str(text).strip()
    if text.lower() == "never":
        return None
    seconds = span(text)
    if seconds:
        return int(time.time()) + seconds
    try:
        moment = datetime.datetime.fromisoformat(re.sub("Z$", "+00:00", text))
    except ValueError:
        raise Failed("expires/invalid", detail=text) from None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=datetime.timezone.utc)
    if moment.timestamp() <= time.time():
        raise Failed("expires/past", detail=text)
    return int(moment.timestamp())
