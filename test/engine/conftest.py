"""The program's package, as it stands in the role, and a server that is asked nothing unless a test says what it answers."""

import os
import sys

import pytest

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../roles/matrix_users/files"))


@pytest.fixture
def clock(monkeypatch):
    """The seconds that were slept: nobody waits, and each pause moves the time of deadlines."""
    import time

    pauses = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    monkeypatch.setattr(time, "monotonic", lambda: sum(pauses))
    return pauses
