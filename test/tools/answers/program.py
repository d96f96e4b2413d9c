"""The programs that stand next to a server, in this process, with a server in memory in the place of HTTP."""

import functools
import http.client
import json
import os
import sqlite3
import sys
import tempfile
from time import time as real_time

from servers import DOMAIN, Dendrite, Mas, Synapse, content_of

HERE = os.path.dirname(__file__)
sys.path[:0] = [os.path.join(HERE, "../../../roles/matrix_users/files"), os.path.join(HERE, "../../support")]
from matrix_server import dendrite, http_api, mas, matrix_registration, synapse  # noqa: E402, F401
from matrix_server.attempts import attempt  # noqa: E402
from reporting import TABLES  # noqa: E402

PROGRAMS = {"synapse": synapse, "dendrite": dendrite, "mas": mas}
SERVERS = {"synapse": Synapse, "dendrite": Dendrite, "mas": Mas}
RULES = {"min_bytes": 1, "max_bytes": 72, "normalization": None}
DIRECTORY = tempfile.mkdtemp(prefix="registrar-answers-")
CONFIG = os.path.join(DIRECTORY, "server.yaml")
DATABASE = os.path.join(DIRECTORY, "dendrite.db")


def prepare():
    with open(CONFIG, "w", encoding="utf-8") as file:
        client = {"registration_shared_secret": "secret"}
        database = {"connection_string": "file:" + DATABASE}
        json.dump({**client, "client_api": client, "global": {"server_name": DOMAIN, "database": database}}, file)
    with sqlite3.connect(DATABASE) as connection:
        connection.executescript(
            "CREATE TABLE userapi_accounts (localpart, server_name, account_type, is_deactivated, created_ts);"
            "CREATE TABLE userapi_profiles (localpart, server_name, display_name);"
            "INSERT INTO userapi_accounts VALUES ('john', '%s', 1, 0, 1700000000000);"
            "INSERT INTO userapi_accounts VALUES ('boss', '%s', 3, 0, 1700000000000);" % (DOMAIN, DOMAIN)
        )


class Clock:
    """Nobody waits: a pause only moves the time."""

    def __init__(self):
        self.passed = 0.0

    def time(self):
        return real_time() + self.passed

    def monotonic(self):
        self.passed += 0.001
        return self.passed

    def sleep(self, seconds):
        self.passed += seconds


class Response:
    def __init__(self, status, content, reason="OK"):
        self.status, self.reason, self.length, self.content = status, reason, 0, content

    def read(self, _most):
        return self.content

    def getheader(self, _name):
        return None


class Connection:
    """One request to the server in memory, of which `interfere` makes what it likes."""

    sock = True

    def __init__(self, server, interfere):
        self.server, self.interfere = server, interfere

    def connect(self):
        pass

    def request(self, method, path, body, headers):
        is_json = isinstance(body, str) and headers.get("Content-Type") == "application/json"
        self.asked = method, path, json.loads(body) if is_json else None, headers

    def getresponse(self):
        def honestly():
            status, answer = self.server.answer(*self.asked)
            return Response(status, content_of(answer))

        return self.interfere(self.asked[0], self.asked[1], honestly)

    def close(self):
        pass


class NoTimer:
    daemon = True

    def __init__(self, *_words):
        pass

    start = cancel = lambda self: None


def set_time(clock):
    for module in modules_with_time(len(sys.modules)):
        module.time = clock


@functools.cache
def modules_with_time(_count):
    """Looked for again once there are more modules."""
    ours = [module for name, module in sys.modules.items() if name.startswith("matrix_server.")]
    return [module for module in ours if hasattr(module, "time")]


def run(kind, action, account, interfere, check=False, server=None, **more):
    """The result of an operation, as main() tells it, with all the accounts of a list in it."""
    action = action.split()[0]
    server = server or SERVERS[kind]()
    connect = lambda *_words, **_more: Connection(server, interfere)  # noqa: E731

    class Http:
        HTTPException, IncompleteRead = http.client.HTTPException, http.client.IncompleteRead
        BadStatusLine = http.client.BadStatusLine
        HTTPConnection = HTTPSConnection = staticmethod(connect)

    class Client:
        client = Http

    set_time(Clock())
    http_api.http, http_api.Timer = Client, NoTimer
    request = {
        "action": action,
        "check": check,
        "domain": DOMAIN,
        "address": {"url": "http://127.0.0.1:9"},
        "homeserver": {"url": "http://127.0.0.1:9"},
        "config": [CONFIG],
        "password_rules": RULES,
        "state": os.path.join(DIRECTORY, "state"),
        "admin_token": "token",
        "homeserver_token": "token",
        "client_id": "client",
        "client_secret": "secret",
        "reporting": TABLES,
        **more,
    }
    program_server = PROGRAMS[kind].server_for(request)
    result = attempt(program_server.operation(action), account)
    listed = result["facts"].get("users")
    if listed is not None:
        users = []
        end = attempt(lambda _account: users.extend(listed), {})
        result = {**(end or result), "facts": {**(end or result)["facts"], "users": users}}
    attempt(program_server.close, {})
    return result
