"""Checks the shape of an answer.

A shape is a test of one value; a pattern for a whole text; [the shape of each]; {key: the shape of its value}, with
other keys allowed; (shapes, of which one must fit); None: null, or absent.
"""

from __future__ import annotations

import re

from .json_types import Json, Record, Shape
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


class Misfit(Exception):
    """A value does not have its shape; `place` says where, as in .users[1].name."""

    def __init__(self, place: str = "") -> None:
        super().__init__(place)
        self.place = place


def fitted(value: Json, shape: Shape) -> Json:
    """The value, with null for missing keys; Misfit if it does not have this shape. A list of 10,000 accounts passes through here."""
    if callable(shape):
        fits = shape(value)
    elif isinstance(shape, tuple):
        return fitted_to_any(value, shape)
    elif isinstance(shape, list):
        return fitted_list(value, shape[0])
    elif isinstance(shape, dict):
        return fitted_record(value, shape)
    elif isinstance(shape, re.Pattern):
        fits = isinstance(value, str) and bool(shape.fullmatch(value))
    else:
        fits = value is None
    if fits:
        return value
    raise Misfit


def fitted_to_any(value: Json, shapes: tuple[Shape, ...]) -> Json:
    if value is None and None in shapes:
        return None
    for each in shapes:
        try:
            return fitted(value, each)
        except Misfit:
            continue
    raise Misfit


def fitted_list(value: Json, shape: Shape) -> list[Json]:
    if not isinstance(value, list):
        raise Misfit
    items: list[Json] = []
    try:
        for each in value:
            items.append(fitted(each, shape))
    except Misfit as misfit:
        raise Misfit("[%d]%s" % (len(items), misfit.place)) from None
    return items


def fitted_record(value: Json, shape: dict[str, Shape]) -> Record:
    if not isinstance(value, dict):
        raise Misfit
    record = dict(value)
    for key, each in shape.items():
        try:
            record[key] = fitted(value.get(key), each)
        except Misfit as misfit:
            raise Misfit(".%s%s" % (key, misfit.place)) from None
    return record


def has_shape(value: Json, shape: Shape) -> bool:
    try:
        fitted(value, shape)
    except Misfit:
        return False
    return True
