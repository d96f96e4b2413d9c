"""Run a program once for each line on standard input, which is a request for it; print what came of each as a line.

Python starts and the program is compiled once: each run is a fork. It has a clock of its own, which goes on while it
sleeps, no PyYAML, and hashes that tell their cost and the password.
"""

import http.client  # noqa: F401  what the program imports is imported once
import io
import socket
import sqlite3
import subprocess  # noqa: F401
import sys
import traceback
import unicodedata  # noqa: F401
import urllib.parse  # noqa: F401

from forked_runs import answer_each_line, sleep_without_waiting


class Bcrypt:
    gensalt = staticmethod(lambda rounds=99: b"$2b$%02d$" % rounds)
    hashpw = staticmethod(lambda password, salt: salt + password)
    checkpw = staticmethod(lambda password, known: known.endswith(b"$" + password))


sys.modules["yaml"] = None
sys.modules["bcrypt"] = Bcrypt
with open(sys.argv[1], encoding="utf-8") as file:
    program = compile(file.read(), sys.argv[1], "exec")


def run(request):
    """In a fork: what the program printed, and what it did beside answering."""
    seen = {"sleeps": sleep_without_waiting(), "timeouts": [], "databases": []}
    connect, open_database = socket.create_connection, sqlite3.connect

    def noted(address, timeout=None, *rest, **more):
        seen["timeouts"].append(timeout)
        return connect(address, timeout, *rest, **more)

    def opened(database, *rest, **more):
        seen["databases"].append(database)
        return open_database(database, *rest, **more)

    socket.create_connection, sqlite3.connect = noted, opened
    sys.stdin = io.TextIOWrapper(io.BytesIO(request), encoding="utf-8")
    sys.stdout = io.StringIO()
    failure = ""
    try:
        exec(program, {"__name__": "__main__", "__file__": sys.argv[1]})
    except BaseException:
        failure = traceback.format_exc()
    return {"stdout": sys.stdout.getvalue(), "failure": failure, **seen}


answer_each_line(run)
