"""A secret as a file or a program gives it: a line, or several, of which the last has a line end or has none."""

from __future__ import annotations

STRAYS = {"\ufeff": "a byte order mark", "\r": "a carriage return", "\n": "a second line end"}


class Stray(Exception):
    """What stands around a secret besides, and where; nobody could type that at a login."""


def without_line_end(whole: str) -> str:
    """Cuts one line end, of either kind. generator/secrets/line-end.ts says the same."""
    cut = 2 if whole.endswith("\r\n") else 1 if whole.endswith("\n") else 0
    text = whole[: len(whole) - cut]
    at = 0 if text.startswith("\ufeff") else len(text) - 1
    stray = STRAYS.get(text[at : at + 1])
    if stray:
        lines = text[:at].split("\n")
        raise Stray("%s in line %d, column %d" % (stray, len(lines), len(lines[-1]) + 1))
    return text
