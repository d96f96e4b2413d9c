"""The door through which text of servers goes before people see it."""

import unicodedata

import pytest
from matrix_server.printable import for_people, printable


@pytest.mark.parametrize(
    "text, shown",
    [
        ("Jörg 👩‍👩‍👧", "Jörg 👩‍👩‍👧"),
        ("a\x1b[2Jb", "a\\u{1b}[2Jb"),
        ("a\r\nb", "a\\u{d}\\u{a}b"),
        ("a\u202eb", "a\\u{202e}b"),
        ("a\u2028b", "a\\u{2028}b"),
        ("\ud800", "\\u{d800}"),
        ("::error::x", "\\u{3a}:error::x"),
        ("  ::error::x", "  \\u{3a}:error::x"),
        ("##[error]x", "\\u{23}#[error]x"),
        ("##vso[task]x", "\\u{23}#vso[task]x"),
        ("```", "\\u{60}``"),
        ("a ## b", "a ## b"),
    ],
)
def test_what_could_do_something_is_spelt_out(text, shown):
    assert printable(text) == shown


def test_nothing_hidden_is_left_of_the_basic_plane():
    shown = printable("x".join(map(chr, range(0x10000))))
    hidden = {each for each in shown if unicodedata.category(each)[0] == "C"}
    assert hidden == {"\u200c", "\u200d"}


def test_all_texts_of_an_answer_but_what_comes_back():
    value = {"user": {"emails": ["a\x07"]}, "changes": [{"display_name": "a\x07"}], "count": 3}
    assert for_people(value) == {"user": {"emails": ["a\\u{7}"]}, "changes": [{"display_name": "a\x07"}], "count": 3}
