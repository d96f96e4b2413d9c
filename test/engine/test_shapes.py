"""What an answer must look like."""

import pytest
from matrix_server.moments import day, moment, without_fraction
from matrix_server.shapes import USER_ID, WORD, Misfit, exactly, fitted, flag, has_shape, number, text, time_text, whole

RECORD = {"name": USER_ID, "admin": (flag, None), "emails": ([{"address": text}], None)}


@pytest.mark.parametrize(
    "value, shape, place",
    [
        ({"name": "@john:example.org"}, RECORD, None),
        ({"name": "@john:example.org", "admin": None, "more": 1}, RECORD, None),
        ({"name": "john"}, RECORD, ".name"),
        ({"name": 5}, RECORD, ".name"),
        ({}, RECORD, ".name"),
        ([], RECORD, ""),
        (None, RECORD, ""),
        ({"name": "@j:x", "admin": "yes"}, RECORD, ".admin"),
        ({"name": "@j:x", "emails": [{"address": "a"}, {}]}, RECORD, ".emails"),
        ({"users": [{"name": "@j:x"}, {"name": ""}]}, {"users": [RECORD]}, ".users[1].name"),
        ("a b", WORD, ""),
        ("word", WORD, None),
        ("john", exactly("john"), None),
        ("john.", exactly("john."), None),
        ("johnX", exactly("john."), ""),
        (None, None, None),
        (0, None, ""),
    ],
)
def test_the_first_misfit_is_told_by_its_place(value, shape, place):
    assert place_in(value, shape) == place
    assert has_shape(value, shape) == (place is None)


def place_in(value, shape):
    try:
        fitted(value, shape)
    except Misfit as misfit:
        return misfit.place
    return None


@pytest.mark.parametrize(
    "test, yes, no",
    [
        (text, ["", "x"], [None, 1, []]),
        (flag, [True, False, 0, 1], [None, "true", 2, 0.0]),
        (whole, [0, -5, 2**53 - 1], [True, 1.0, 2**53, "1", None]),
        (number, [0, 1.5, -1e3], [True, float("inf"), float("nan"), 1e300, "1"]),
        (time_text, ["2026-01-01T00:00:00Z", "2026-01-01T00:00:00.123456Z"], ["", "soon", None, 5, "9999999-01-01"]),
    ],
)
def test_of_one_value(test, yes, no):
    assert [bool(test(each)) for each in yes] == [True] * len(yes)
    assert [bool(test(each)) for each in no] == [False] * len(no)


def test_what_an_answer_leaves_out_is_null():
    assert fitted({"name": "@j:x"}, RECORD) == {"name": "@j:x", "admin": None, "emails": None}
    listed = fitted(
        {"emails": [{"address": "a", "more": 1}]}, {"emails": ([{"address": text, "at": (text, None)}], None)}
    )
    assert listed == {"emails": [{"address": "a", "more": 1, "at": None}]}


def test_moments():
    assert day(None) is None
    assert day(0) == "1970-01-01T00:00:00Z"
    assert [day(1e30), day(-1e30)] == ["9999-12-31T23:59:59Z", "0001-01-01T00:00:00Z"]
    assert without_fraction("2026-01-01T00:00:00.5Z") == "2026-01-01T00:00:00Z"
    assert moment("1970-01-01T00:01:00.9Z") == 60
