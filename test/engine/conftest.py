"""The program's package, as it stands in the role, and a server that is asked nothing unless a test says what it answers."""

import os
import sys

import pytest

sys.dont_write_bytecode = True
HERE = os.path.dirname(__file__)
sys.path[:0] = [os.path.join(HERE, "../../roles/matrix_users/files"), os.path.join(HERE, "../support")]


@pytest.fixture
def clock(monkeypatch):
    """The seconds that were slept: nobody waits, and each pause moves the time of deadlines."""
    import time

    pauses = []
    monkeypatch.setattr(time, "sleep", pauses.append)
    monkeypatch.setattr(time, "monotonic", lambda: sum(pauses))
    return pauses
