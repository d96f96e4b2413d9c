"""What work on an account ends with.

A sign is what was seen and where, such as "register/400/M_USER_IN_USE"; what it means is for the caller's table, and the
facts are for its words. No secret is ever in them.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from .json_types import Json


class Seen:
    """What was done or found."""

    def __init__(self, *signs: str, **facts: Json) -> None:
        self.signs = signs
        self.facts = facts


class Failed(Exception):
    """What ended the work early, the most telling sign first. The fact `unsure`: whether a change was made is not known."""

    def __init__(self, *signs: str, general: str | None = None, **facts: Json) -> None:
        super().__init__(signs[0])
        self.signs = signs
        self.general = [general] if general else []  # for answers of which no table has a row
        self.facts = facts


class Unknown(Exception):
    """Why the server's database could not be asked."""


class Exceeded(Exception):
    """What was read no further, and which bound it exceeded."""


@contextmanager
def after_a_change() -> Iterator[None]:
    """A failure in here comes after something was changed, and says so."""
    try:
        yield
    except Failed as failed:
        failed.facts["changed"] = True
        raise


def still_shut_out(locked: Json, suspended: Json = False) -> list[str]:
    """Notes on what else keeps an account out, once one thing no longer does."""
    return ["still_locked"] * bool(locked) + ["still_suspended"] * bool(suspended)
