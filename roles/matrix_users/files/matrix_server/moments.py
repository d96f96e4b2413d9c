"""Moments as servers and people write them."""

from __future__ import annotations

import datetime
import re

from .json_types import Json

UNITS = {"m": 60, "h": 3600, "d": 86400, "w": 604800}


def span(text: str) -> int | None:
    """The seconds of 30m, 12h, 7d or 2w; None: it is none of these."""
    known = re.fullmatch("([1-9][0-9]{0,4})([mhdw])", text)
    return int(known.group(1)) * UNITS[known.group(2)] if known else None


def day(seconds: float | None) -> str | None:
    """A moment as people and machines read it, or None; what no calendar has is its first or its last moment."""
    if seconds is None:
        return None
    known = min(max(seconds, -62135596800), 253402300799)  # the years 1 to 9999
    moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=known)
    return moment.isoformat(timespec="seconds") + "Z"


def moment(text: str) -> float:
    """Seconds since 1970."""
    return datetime.datetime.fromisoformat(without_fraction(text).replace("Z", "+00:00")).timestamp()


def without_fraction(moment: Json) -> Json:
    return moment and re.sub(r"\.[0-9]+", "", moment)
