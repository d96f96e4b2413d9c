"""Says that work goes on, so that nothing is silent for long."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread

FIRST, THEN = 2, 10  # seconds


@contextmanager
def saying_so(say: Callable[[str], None]) -> Iterator[None]:
    """While the work in here goes on, `say` is given for how long it does."""
    over, began = Event(), time.monotonic()

    def tell() -> None:
        pause = FIRST
        while not over.wait(pause):
            say("still working (%d s)" % (time.monotonic() - began))
            pause = THEN

    thread = Thread(target=tell, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()
