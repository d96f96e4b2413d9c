"""
Random answers of a hostile server, by seed: COUNT as argument. No operation crashes, takes long or grows large. Prints what
went wrong, as JSON.
"""

import copy
import http.client
import json
import random
import resource
import sys
import time

import program
from matrix_server.printable import for_people
from operations import CHANGES, LOOKS, NOT_ON_DENDRITE

ODD = [
    None, True, False, 0, -1, 1.5, 1e308, float("inf"), float("nan"), 10**30, "", "x", "\x1b[2J\r\n::error::", "\ud800",
    "@john:example.org", "2026-13-45T99:99:99Z", "0000-00-00T00:00:00Z", "9" * 5000, [], [[]], {}, [None], {"": None},
    "a b\r\nc: d", "../../x", "%s%d%(a)s", {"data": []}, [{"id": 1}],
]  # fmt: skip
BODIES = [
    b"", b"<html>", b"null", b"[]", b"{}", b'"x"', b"[" * 50_000, b'{"a":' * 50_000, b"\xff\xfe", b"9" * 6000, b"NaN",
    b"[1e999]", b"x" * 9_000_000, b"[],".join([b"["] + [b""] * 100_000 + [b"[]]"]),
]  # fmt: skip
STATUSES = [100, 200, 200, 200, 201, 204, 206, 301, 400, 401, 403, 404, 409, 418, 429, 500, 502, 503, 504, 599, 999]
REASONS = ["OK", "", "\x1b[31m", "x" * 60_000, "::error::"]
FAILURES = [
    ConnectionResetError(), ConnectionRefusedError(), BrokenPipeError(), TimeoutError(), http.client.IncompleteRead(b""),
    http.client.BadStatusLine("x"), http.client.LineTooLong("header"), OSError(113, "No route to host"),
]  # fmt: skip
ERRORS = [{"errcode": "M_NOT_FOUND"}, {"errcode": 5, "error": []}, {"errors": "x"}, {"errors": [5]}, {"errors": [{}]},
          {"retry_after_ms": "soon"}, {"retry_after_ms": 1e300}, {"retry_after_ms": -5}, {"error": {"a": 1}}]  # fmt: skip


def main(count):
    program.prepare()
    wrong, started = [], time.monotonic()
    for seed in range(count):
        chance = random.Random(seed)
        kind = chance.choice(list(CHANGES))
        known = {**CHANGES[kind], **LOOKS}
        if kind == "dendrite":
            known = {name: account for name, account in known.items() if name not in NOT_ON_DENDRITE}
        name = chance.choice(list(known))
        begun = time.monotonic()
        result = program.run(kind, name, dict(known[name]), interference(chance), check=chance.random() < 0.2)
        took = time.monotonic() - begun
        text = json.dumps(for_people(result))
        if took > 2 or "program/failed" in text or len(text) > 5_000_000 or "\\u001b" in text:
            wrong.append([seed, kind, name, round(took, 1), result["signs"], text[:300]])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    if memory > 300:
        wrong.append("%d MiB" % memory)
    print("%d answers, %.1f s, %d MiB" % (count, time.monotonic() - started, memory), file=sys.stderr)
    print(json.dumps(wrong))


def interference(chance):
    """How often the server is odd, and how, is the seed's."""
    share = chance.choice((0.1, 0.3, 1))

    def interfere(_method, _path, honestly):
        if chance.random() > share:
            return honestly()
        way = chance.random()
        if way < 0.1:
            raise chance.choice(FAILURES)
        if way < 0.2:
            return program.Response(chance.choice(STATUSES), chance.choice(BODIES), chance.choice(REASONS))
        if way < 0.3:
            return program.Response(chance.choice(STATUSES), json.dumps(chance.choice(ERRORS)).encode())
        honest = honestly()
        answer = json.loads(honest.content) if honest.content else None
        return program.Response(honest.status, json.dumps(mutated(copy.deepcopy(answer), chance)).encode())

    return interfere


def mutated(value, chance):
    """The same with one value in it another, or gone."""
    if chance.random() < 0.15 or not isinstance(value, (dict, list)) or not value:
        return chance.choice(ODD)
    if isinstance(value, list):
        index = chance.randrange(len(value))
        value[index] = mutated(value[index], chance)
        return value * chance.choice((1, 1, 1, 50))
    key = chance.choice(list(value))
    if chance.random() < 0.2:
        del value[key]
    else:
        value[key] = mutated(value[key], chance)
    if chance.random() < 0.1:
        value[chance.choice(("next_token", "data", "errcode", "constructor"))] = chance.choice(ODD)
    return value


if __name__ == "__main__":
    main(int(sys.argv[1]))
