"""Tokens that are made for somebody: hidden on their way, and kept in a file that only its owner can read."""

import os
import stat

import pytest
from matrix_registrar.kept_passwords import reserve
from matrix_server.results import Failed
from matrix_server.server import Server
from reporting import TABLES

REQUEST = {"reporting": TABLES, "address": {"url": "http://server"}, "domain": "example.org"}


def test_a_token_is_readable_only_with_the_key_that_came_with_the_request():
    key = os.urandom(64)
    sealed = Server({**REQUEST, "key": key.hex()}).sealed("syt_secret")
    assert "secret" not in sealed
    assert bytes(each ^ pad for each, pad in zip(bytes.fromhex(sealed), key)) == b"syt_secret"
    assert Server(REQUEST).sealed("syt_secret") == "syt_secret"


def test_a_token_longer_than_the_key_is_not_told():
    with pytest.raises(Failed, match="answer/odd") as raised:
        Server({**REQUEST, "key": "00ff"}).sealed("syt")
    assert raised.value.facts["changed"]


def test_a_file_is_reserved_unless_something_is_in_it(tmp_path):
    path = tmp_path / "passwords" / "john.token.txt"
    for _again in range(2):
        reserve(str(path))
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    path.write_text("somebody's")
    with pytest.raises(FileExistsError):
        reserve(str(path))
    assert path.read_text() == "somebody's"
