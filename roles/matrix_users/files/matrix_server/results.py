"""Results of work on an account.

A sign is what was seen and where, such as "register/400/M_USER_IN_USE"; the caller's table has its meaning, and the
facts fill its message. They never contain a secret.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from .json_types import Json


class Seen:
    """A success: what was done or found."""

    def __init__(self, *signs: str, **facts: Json) -> None:
        self.signs = signs
        self.facts = facts


class Failed(Exception):
    """A failure, the most specific sign first. The fact `unsure`: a change may have been made."""

    def __init__(self, *signs: str, general: str | None = None, **facts: Json) -> None:
        super().__init__(signs[0])
        self.signs = signs
        self.general = [general] if general else []  # for answers without a row in any table
        self.facts = facts


class Unknown(Exception):
    """The server's database could not be queried."""


class Exceeded(Exception):
    """An answer exceeded a limit, and was not read further."""


@contextmanager
def after_a_change() -> Iterator[None]:
    """Marks a failure in here as one after a change."""
    try:
        yield
    except Failed as failed:
        failed.facts["changed"] = True
        raise


def still_shut_out(locked: Json, suspended: Json = False) -> list[str]:
    """Notes on what still keeps an account out after one reason was removed."""
    return ["still_locked"] * bool(locked) + ["still_suspended"] * bool(suspended)
