"""Checks the shape of an answer.

A shape is a test of one value; a pattern for a whole text; [the shape of each]; {key: the shape of its value}, with
other keys allowed; (shapes, of which one must fit); None: null, or absent.
"""

from __future__ import annotations

import re

from .json_types import Json, Shape
from .moments import moment


def text(value: Json) -> bool:
    return isinstance(value, str)


def flag(value: Json) -> bool:
    return value in (True, False) and not isinstance(value, float)


def whole(value: Json) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**53


def number(value: Json) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and -(2**53) < value < 2**53


def time_text(value: Json) -> bool:
    """A time as MAS writes it."""
    try:
        return isinstance(value, str) and moment(value) is not None
    except (ValueError, OverflowError):
        return False


def exactly(word: Json) -> re.Pattern[str]:
    """The shape of one text."""
    return re.compile(re.escape(word))


WORD = re.compile("[!-~]+")  # what can be sent back: a nonce, a token
USER_ID = re.compile("@[^:]*:.+", re.S)


def misfit(value: Json, shape: Shape, place: str = "") -> str | None:
    """Where a JSON value does not fit a shape, or None."""
    if isinstance(shape, tuple):
        return place if all(misfit(value, each, place) is not None for each in shape) else None
    if isinstance(shape, list):
        if not isinstance(value, list):
            return place
        found = (misfit(each, shape[0], "%s[%d]" % (place, index)) for index, each in enumerate(value))
        return next((each for each in found if each is not None), None)
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return place
        found = (misfit(value.get(key), each, "%s.%s" % (place, key)) for key, each in shape.items())
        return next((each for each in found if each is not None), None)
    if shape is None:
        return None if value is None else place
    if isinstance(shape, re.Pattern):
        return None if isinstance(value, str) and shape.fullmatch(value) else place
    return None if shape(value) else place


def filled(value: Json, shape: Shape) -> Json:
    """A value of this shape, with null for missing keys."""
    if isinstance(shape, tuple) and value is not None:
        return filled(value, next(each for each in shape if misfit(value, each) is None))
    if isinstance(shape, list):
        return [filled(each, shape[0]) for each in value]
    if isinstance(shape, dict):
        return {**value, **{key: filled(value.get(key), each) for key, each in shape.items()}}
    return value
