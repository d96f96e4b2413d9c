"""Times as servers and people write them."""

from __future__ import annotations

import datetime
import re

from .json_types import Json

UNITS = {"m": 60, "h": 3600, "d": 86400, "w": 604800}


def span(text: str) -> int | None:
    """The seconds of 30m, 12h, 7d or 2w; None for anything else."""
    match = re.fullmatch("([1-9][0-9]{0,4})([mhdw])", text)
    return int(match.group(1)) * UNITS[match.group(2)] if match else None


def day(seconds: float | None) -> str | None:
    """A time in ISO 8601, or None; a time that no calendar has becomes the first or last that it does."""
    if seconds is None:
        return None
    bounded = min(max(seconds, -62135596800), 253402300799)  # the years 1 to 9999
    moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=bounded)
    return moment.isoformat(timespec="seconds") + "Z"


def moment(text: str) -> float:
    """Seconds since 1970."""
    return datetime.datetime.fromisoformat(without_fraction(text).replace("Z", "+00:00")).timestamp()


def without_fraction(moment: Json) -> Json:
    return moment and re.sub(r"\.[0-9]+", "", moment)
