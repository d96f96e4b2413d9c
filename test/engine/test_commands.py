"""Commands on this machine end in time, and print no more than is read."""

import time

import pytest
from matrix_server.commands import run
from matrix_server.results import Exceeded


def test_what_a_command_printed():
    ended = run(["sh", "-c", "cat; echo complaint >&2; exit 3"], "grüße")
    assert [ended.returncode, ended.stdout, ended.stderr] == [3, "grüße", "complaint\n"]


def test_bytes_that_are_no_text_are_replaced():
    assert run(["printf", r"a\377b"]).stdout == "a\ufffdb"


@pytest.mark.parametrize("argv", [["sh", "-c", "yes"], ["sh", "-c", "yes >&2"]])
def test_a_command_that_pours_is_ended_with_what_it_started(argv):
    begun = time.monotonic()
    with pytest.raises(Exceeded, match="^sh printed more than 1 MiB$"):
        run(argv, seconds=60, most=1 << 20)
    assert time.monotonic() - begun < 30


@pytest.mark.parametrize("argv", [["sleep", "60"], [b"sleep", b"60"]])
def test_a_command_that_does_not_end_is_ended_and_named(argv):
    with pytest.raises(Exceeded, match=r"^sleep did not end within 0 s$"):
        run(argv, seconds=0.2)


def test_a_command_need_not_read_what_it_is_given():
    assert run(["true"], "x" * (1 << 20)).returncode == 0
