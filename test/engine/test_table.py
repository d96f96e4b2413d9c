"""What an operation found, as a recipe prints it."""

import pytest
from matrix_registrar.table import lines_of, table_of, width

USER = {
    "user_id": "@john:example.com",
    "display_name": "John",
    "admin": True,
    "locked": False,
    "suspended": False,
    "deactivated": False,
    "erased": False,
    "kind": "",
    "emails": [],
    "created": "2026-11-28T09:30:00Z",
}
TOKENS = {
    "row": {
        "token": {"type": "text", "heading": "TOKEN"},
        "pending": {"type": "number"},
        "expires": {"type": "text", "heading": "EXPIRES", "none": "never"},
        "valid": {"type": "flag", "heading": "VALID"},
    }
}


def test_accounts_have_a_line_each_below_a_heading():
    long = {
        **USER,
        "user_id": "@li:example.com",
        "display_name": "王小明",
        "admin": False,
        "locked": True,
        "created": None,
    }
    assert lines_of({}, [USER, long]) == [
        "USER               NAME    ADMIN  STATE   KIND  CREATED",
        "@john:example.com  John    admin  active        2026-11-28",
        "@li:example.com    王小明         locked",
    ]


def test_when_accounts_were_seen_is_a_column_where_the_server_tells_it():
    seen = [{**USER, "last_seen": moment} for moment in ("2026-11-28T09:30:00Z", None)]
    assert lines_of({}, seen) == [
        "USER               NAME  ADMIN  STATE   KIND  CREATED     LAST SEEN",
        "@john:example.com  John  admin  active        2026-11-28  2026-11-28",
        "@john:example.com  John  admin  active        2026-11-28  unknown",
    ]


def test_one_account_is_shown_line_by_line():
    assert lines_of({}, {**USER, "emails": ["a@example.com", "b@example.com"]}) == [
        "user          @john:example.com",
        "display name  John",
        "admin         yes",
        "state         active",
        "e-mail        a@example.com, b@example.com",
        "created       2026-11-28T09:30:00Z",
    ]


def test_records_have_the_columns_of_their_definition():
    found = [{"token": "welcome", "pending": 0, "expires": None, "valid": True}]
    assert lines_of(TOKENS, found) == ["TOKEN    EXPIRES  VALID", "welcome  never    yes"]


def test_nothing_found_has_no_lines():
    assert lines_of(TOKENS, []) == lines_of({}, []) == []
    assert table_of(TOKENS, [], "The tokens of example.com.") == ["The tokens of example.com: none."]


@pytest.mark.parametrize(
    "states, shown",
    [
        ({"deactivated": True}, "deactivated"),
        ({"deactivated": True, "erased": True}, "erased"),
        ({"locked": True, "suspended": True}, "locked, suspended"),
        ({}, "active"),
    ],
)
def test_states_are_named(states, shown):
    assert "state         " + shown in lines_of({}, {**USER, **states})


@pytest.mark.parametrize("text, columns", [("abc", 3), ("王小明", 6), ("e\u0301", 1), ("한", 2), ("", 0)])
def test_width_is_that_of_a_terminal(text, columns):
    assert width(text) == columns
