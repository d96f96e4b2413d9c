"""Run an operation on accounts, next to the server that owns them: JSON on standard input, JSON on standard output.

Standard library only, Python 3.9 or newer. It runs in Synapse's own Python, for other servers in the host's; loader.py
makes the modules importable.

Request, in one line:
          {"action": an operation's name or "ready", "check": only predict, "domain": ...,
           "accounts": [{"username": ..., and the operation's other parameters}, ...], and the server's settings}
          and "reporting", the tables of reports.py
Answer:   {"results": [{"username", "signs": [most telling first, ...], "facts": {...}, and its report}, ...]}; the fact
          "users", which can be long, has a line for each account, to be read as it comes
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module

from .attempts import attempt, for_each, result
from .checks import truth
from .json_types import Act, Json, Record
from .printable import for_people
from .reports import Reports
from .request_log import turn_on
from .results import Failed, Seen
from .server import Server


def main(server_module: str, *more: str) -> None:
    """`server_module` has `server_for(request)`; `more` have actions beyond the server's own, as functions."""
    request = json.loads(sys.stdin.buffer.readline())  # UTF-8, whatever the locale is
    turn_on(request)
    shown = for_people if request.get("for_people") else unchanged
    report = partial(Reports(request["reporting"], truth(request.get("check"))).report, request["action"])
    accounts = request.get("accounts") or [{}]
    try:
        server = module(server_module).server_for(request)
    except Failed as failed:
        results = [result(account, failed) for account in accounts]
    else:
        act = action_of(server, request["action"], more)
        results = for_each(lambda account: attempt(act, {**account}), accounts)  # it may put values into another form
        if "users" in results[0].get("facts", {}):
            return print_list(results[0], server, shown, partial(report, accounts[0]))
        attempt(server.close, {})
    json.dump({"results": [report(account, shown(each)) for account, each in zip(accounts, results)]}, sys.stdout)
    return None


def module(name: str) -> Json:
    return import_module("." + name, __package__)


def action_of(server: Server, name: str, more: tuple[str, ...]) -> Act:
    for each in map(module, more):
        function = getattr(each, name.replace("-", "_"), None)
        if function:
            return partial(protected, server, name, function)
    return server.operation(name)


def protected(server: Server, name: str, function: Callable[[Server, Record], Seen], account: Record) -> Seen:
    server.protect(name, account)
    return function(server, account)


def unchanged(value: Json) -> Json:
    return value


def print_list(
    listed: Record, server: Server, shown: Callable[[Json], Json], report: Callable[[Record], Record]
) -> None:
    """Prints the users as they are read from the server, so that no list is too long; an error comes after them."""
    users, printed = listed["facts"].pop("users"), 0

    def print_user(_account: Record) -> Seen | None:
        nonlocal printed
        for user in users:
            sys.stdout.write((",\n" if printed else "\n") + json.dumps(shown(user)))
            printed += 1
        return None

    sys.stdout.write('{"results": [{"facts": {"users": [')
    end = attempt(print_user, {}) or listed
    attempt(server.close, {})
    ended = report({"signs": end["signs"], "facts": shown({**end["facts"], "printed": printed, "users": []})})
    facts = ended.pop("facts")
    del facts["users"]
    sys.stdout.write("\n], %s, %s]}" % (json.dumps(facts)[1:], json.dumps(ended)[1:]))
