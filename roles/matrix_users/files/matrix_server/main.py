"""Do an operation on accounts, next to the server that owns them: JSON on standard input, JSON on standard output.

Standard library only, Python 3.9 or newer. It runs in Synapse's own Python, or in the host's for the others; loader.py
makes the modules importable.

Request:  {"action": an operation's name or "ready", "check": only predict, "domain": ...,
           "accounts": [{"username": ..., and what else the operation takes}, ...], and what the server is told}
Answer:   {"results": [{"username", "signs": [most telling first, ...], "facts": {...}}, ...]}; of the facts "users", which
          can be many, each stands on a line of its own, to be read while they come
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module

from .attempts import attempt, for_each, result
from .json_types import Act, Json, Record
from .printable import for_people
from .requests_told import tell_requests
from .results import Failed, Seen
from .server import Server


def main(server_module: str, *more: str) -> None:
    """`server_module` has `server_for(request)`; `more` have actions beyond the server's own, as functions."""
    request = json.load(sys.stdin.buffer)  # UTF-8, whatever the locale is
    tell_requests(request)
    shown = for_people if request.get("for_people") else unchanged
    try:
        server = module(server_module).server_for(request)
    except Failed as failed:
        results = [result({}, failed)]
    else:
        act = action_of(server, request["action"], more)
        results = for_each(lambda account: attempt(act, account), request.get("accounts") or [{}])
        if "users" in results[0].get("facts", {}):
            return tell_list(results[0], server, shown)
        attempt(server.close, {})
    json.dump({"results": shown(results)}, sys.stdout)
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


def tell_list(listed: Record, server: Server, shown: Callable[[Json], Json]) -> None:
    """The users are told as they are read from the server, so that no list is too long; what ended that early, after them."""
    users, told = listed["facts"].pop("users"), 0

    def tell(_account: Record) -> Seen | None:
        nonlocal told
        for user in users:
            sys.stdout.write((",\n" if told else "\n") + json.dumps(shown(user)))
            told += 1
        return None

    sys.stdout.write('{"results": [{"facts": {"users": [')
    end = attempt(tell, {}) or listed
    attempt(server.close, {})
    facts = json.dumps(shown({"told": told, **end["facts"]}))
    sys.stdout.write('\n], %s, "signs": %s}]}' % (facts[1:], json.dumps(end["signs"])))
