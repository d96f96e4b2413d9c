"""A secret from a file or a program: one line or several, the last with or without a line end."""

from __future__ import annotations

STRAYS = {"\ufeff": "a byte order mark", "\r": "a carriage return", "\n": "a second line end"}


class Stray(Exception):
    """Other white space around a secret, and where; nobody could type that at a login."""


def without_line_end(whole: str) -> str:
    """Cuts one line end, of either kind. generator/secrets/line-end.ts does the same."""
    cut = 2 if whole.endswith("\r\n") else 1 if whole.endswith("\n") else 0
    text = whole[: len(whole) - cut]
    at = 0 if text.startswith("\ufeff") else len(text) - 1
    stray = STRAYS.get(text[at : at + 1])
    if stray:
        lines = text[:at].split("\n")
        raise Stray("%s in line %d, column %d" % (stray, len(lines), len(lines[-1]) + 1))
    return text
