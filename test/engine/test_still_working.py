"""What takes long is not silent, and what does not says nothing."""

import time

from matrix_registrar import still_working
from matrix_registrar.still_working import saying_so


def test_it_is_said_after_a_moment_and_then_now_and_again(monkeypatch):
    monkeypatch.setattr(still_working, "FIRST", 0.01)
    monkeypatch.setattr(still_working, "THEN", 0.01)
    printed = []
    with saying_so(printed.append):
        while len(printed) < 3:
            time.sleep(0.01)
    assert printed == ["still working (0 s)"] * len(printed)
    with saying_so(printed.clear):
        pass
    assert len(printed) >= 3
