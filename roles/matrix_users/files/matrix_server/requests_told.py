"""What a server is asked, told on standard error as it happens, where a person wants to see it. No secret is in it."""

from __future__ import annotations

import sys

from .json_types import Record
from .printable import for_people

MARK = "registrar asks: "
wanted = [False]


def tell_requests(request: Record) -> None:
    wanted[0] = request.get("tell_requests") is True


def asks(what: str) -> None:
    if wanted[0]:
        sys.stderr.write(MARK + " ".join(for_people(what).split()) + "\n")
        sys.stderr.flush()
