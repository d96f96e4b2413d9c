"""Logs requests to a server, and waits for its rate limit, on standard error as they happen, without secrets."""

from __future__ import annotations

import sys
import time

from .json_types import Record
from .printable import for_people
from .who_answered import duration

MARK = "registrar asks: "
WAIT_MARK = "registrar waits: "
AT_LEAST = 2  # seconds; shorter waits are not logged
wanted = [False]
logged_until = [0.0]  # accounts in parallel wait at the same time


def turn_on(request: Record) -> None:
    wanted[0] = request.get("log_requests") is True


def log_request(what: str) -> None:
    if wanted[0]:
        write(MARK + for_people(what))


def log_wait(seconds: float, why: str) -> None:
    until = time.monotonic() + seconds
    if seconds >= AT_LEAST and until > logged_until[0] + 1:
        logged_until[0] = until
        write("%s%s (%s)" % (WAIT_MARK, duration(seconds), for_people(why)))


def write(line: str) -> None:
    sys.stderr.write(" ".join(line.split()) + "\n")
    sys.stderr.flush()
