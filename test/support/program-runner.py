"""Run the program of a server once for each line on standard input, which is a request for it; print what came of each as
a line. The arguments are the directory of the program's package, and the module of the server.

Python starts and the program is compiled once: each run is a fork. It has a clock of its own, which goes on while it
sleeps, no PyYAML, and hashes that tell their cost and the password.
"""

import importlib
import io
import socket
import sqlite3
import sys
import traceback

from forked_runs import answer_each_line, sleep_without_waiting


class Bcrypt:
    gensalt = staticmethod(lambda rounds=99: b"$2b$%02d$" % rounds)
    hashpw = staticmethod(lambda password, salt: salt + password)
    checkpw = staticmethod(lambda password, known: known.endswith(b"$" + password))


sys.modules["yaml"] = None
sys.modules["bcrypt"] = Bcrypt
sys.path.insert(0, sys.argv[1])
main = importlib.import_module("matrix_server.main").main
for module in (sys.argv[2], "mas_cli", "matrix_registration"):
    importlib.import_module("matrix_server." + module)


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
        main(sys.argv[2])
    except BaseException:
        failure = traceback.format_exc()
    return {"stdout": sys.stdout.getvalue(), "failure": failure, **seen}


answer_each_line(run)
