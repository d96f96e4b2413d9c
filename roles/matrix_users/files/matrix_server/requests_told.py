"""What a server is asked, told on standard error as it happens, where a person wants to see it; and for how long it has us wait. No secret is in it."""

from __future__ import annotations

import sys
import time

from .json_types import Record
from .printable import for_people
from .who_answered import spoken

MARK = "registrar asks: "
WAIT_MARK = "registrar waits: "
AT_LEAST = 2  # seconds that are worth a word
wanted = [False]
told_until = [0.0]  # accounts that are worked on side by side wait at the same time


def tell_requests(request: Record) -> None:
    wanted[0] = request.get("tell_requests") is True


def asks(what: str) -> None:
    if wanted[0]:
        tell(MARK + for_people(what))


def waits(seconds: float, why: str) -> None:
    until = time.monotonic() + seconds
    if seconds >= AT_LEAST and until > told_until[0] + 1:
        told_until[0] = until
        tell("%s%s (%s)" % (WAIT_MARK, spoken(seconds), for_people(why)))


def tell(line: str) -> None:
    sys.stderr.write(" ".join(line.split()) + "\n")
    sys.stderr.flush()
