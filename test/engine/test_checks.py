"""What people write, and what of it is refused before a server is asked."""

import pytest
from matrix_server import token_checks
from matrix_server.checks import (
    canonical,
    check_display_name,
    check_email,
    check_kind,
    check_password,
    truth,
    words,
)
from matrix_server.results import Failed
from matrix_server.token_checks import check_expiry, check_token, check_uses, new_token

RULES = {"min_bytes": 8, "max_bytes": 72, "normalization": None}
NFKC = {**RULES, "normalization": "NFKC"}


def sign_of(act, *words):
    with pytest.raises(Failed) as raised:
        act(*words)
    return raised.value.signs[0]


@pytest.mark.parametrize(
    "password, rules, sign",
    [
        ("", RULES, "password/empty"),
        ("secret\0password", RULES, "password/nul"),
        ("secret-\ud800", RULES, "password/not_unicode"),
        ("1234567", RULES, "password/too_short"),
        ("x" * 73, RULES, "password/too_long"),
        ("\u212b" * 25, RULES, "password/too_long"),
        ("\U0001f600" * 19, NFKC, "password/too_long"),
        ("\ufdfa" * 18, NFKC, "password/too_long"),
    ],
)
def test_a_password_that_a_server_would_cut_or_drop_is_refused(password, rules, sign):
    assert sign_of(check_password, password, rules) == sign


@pytest.mark.parametrize(
    "password, rules",
    [
        ("12345678", RULES),
        ("x" * 72, RULES),
        ("\u212b" * 24, RULES),
        ("\u212b" * 36, NFKC),
        ("x" * 100_000, {"min_bytes": 1, "max_bytes": None, "normalization": None}),
    ],
)
def test_a_password_at_the_bound_is_taken(password, rules):
    check_password(password, rules)


def test_the_pepper_counts():
    check_password("x" * 62, RULES, "0123456789")
    assert sign_of(check_password, "x" * 63, RULES, "0123456789") == "password/too_long"


def test_a_refusal_tells_sizes_and_never_the_password():
    with pytest.raises(Failed) as raised:
        check_password("correct horse" * 6, RULES)
    assert raised.value.facts == {"size": 78, "limit": 72}
    assert "horse" not in str(raised.value)


@pytest.mark.parametrize(
    "word, expected", [("yes", True), ("True", True), (1, True), (True, True), ("no", False), (None, False)]
)
def test_flags_are_read_however_they_were_written(word, expected):
    assert truth(word) is expected


@pytest.mark.parametrize(
    "value, expected",
    [
        (None, []),
        ("", []),
        ("a@b.c, d@e.f", ["a@b.c", "d@e.f"]),
        (["a@b.c d@e.f", "", "g@h.i"], ["a@b.c", "d@e.f", "g@h.i"]),
    ],
)
def test_lists_are_texts_with_commas_or_spaces_or_lists_of_those(value, expected):
    assert words(value) == expected


@pytest.mark.parametrize(
    "address",
    ["john@example.org", "john.q+tag@sub.example.org", '"john q"@example.org', "john@localhost", "j@[127.0.0.1]"],
)
def test_an_address_that_mail_reaches_is_taken(address):
    assert check_email(address) == address


@pytest.mark.parametrize(
    "address",
    ["", "john", "@example.org", "john@", "john@exa mple.org", "a@b@c", ".john@example.org", "john@example..org"],
)
def test_other_addresses_are_refused(address):
    assert sign_of(check_email, address) == "email/invalid"


def test_addresses_are_compared_as_synapse_does_it():
    assert canonical(" JOHN@Example.ORG ") == "john@example.org"
    assert canonical("Straße@example.org") == "strasse@example.org"


@pytest.mark.parametrize("name", ["", "   ", "x" * 257, "a\nb", "a\x1b[2Jb", "a\x9fb"])
def test_a_display_name_that_no_terminal_shows_is_refused(name):
    assert sign_of(check_display_name, name) == "display_name/invalid"


def test_a_display_name_loses_the_blanks_around_it():
    assert check_display_name("  John Q.  ") == "John Q."


def test_kinds():
    assert [check_kind(kind) for kind in ("user", "bot", "support")] == [None, "bot", "support"]
    assert sign_of(check_kind, "admin") == "kind/invalid"


@pytest.mark.parametrize(
    "text, expected", [("unlimited", None), (" ANY ", None), ("1", 1), (25, 25), ("999999999", 999999999)]
)
def test_uses_of_a_token(text, expected):
    assert check_uses(text) == expected


@pytest.mark.parametrize("text", ["0", "-1", "1.5", "many", "1234567890", ""])
def test_other_uses_are_refused(text):
    assert sign_of(check_uses, text) == "uses/invalid"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("never", None),
        ("30m", 1_000_000 + 1800),
        ("12h", 1_000_000 + 43_200),
        ("7d", 1_000_000 + 604_800),
        ("2w", 1_000_000 + 1_209_600),
        ("2030-01-01", 1_893_456_000),
        ("2030-01-01T00:00:00Z", 1_893_456_000),
        ("2030-01-01T01:00:00+01:00", 1_893_456_000),
    ],
)
def test_the_end_of_a_token(monkeypatch, text, expected):
    monkeypatch.setattr(token_checks.time, "time", lambda: 1_000_000)
    assert check_expiry(text) == expected


@pytest.mark.parametrize("text", ["soon", "0d", "7 d", "2030-13-01", "100000d", ""])
def test_other_ends_are_refused(text):
    assert sign_of(check_expiry, text) == "expires/invalid"


def test_an_end_in_the_past_is_refused():
    assert sign_of(check_expiry, "2001-01-01") == "expires/past"


def test_tokens_are_those_of_the_specification():
    assert check_token("a.B_c~1-") == "a.B_c~1-"
    assert check_token(new_token())
    assert [sign_of(check_token, token) for token in ("", "a b", "ä", "x" * 65)] == ["token/invalid"] * 4
