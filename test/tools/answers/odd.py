"""Answers that are none: no operation reads a success from them. Prints what went wrong, as JSON."""

import json

import program
from operations import CHANGES, LOOKS, NOT_ON_DENDRITE, has_succeeded, is_aside

BODIES = {
    "a maintenance page": b"<html><head><title>Back soon</title></head></html>",
    "an empty body": b"",
    "a list": b"[]",
    "null": b"null",
    "a text": b'"ok"',
    "a number": b"200",
    "an object of something else": b'{"status": "ok"}',
    "an empty object": b"{}",
    "cut JSON": b'{"user_id": "@new:exam',
    "brackets without end": b"[" * 100_000,
    "bytes that are no text": b"\xff\xfe\x00",
    "another account": b'{"user_id": "@other:example.org", "name": "@other:example.org", "nonce": "n", "token": "t"}',
    "a value of another type": b'{"user_id": 5, "name": {}, "nonce": [], "token": 1, "data": {"id": 1}, "data": []}',
}
# These say so little that an empty object is all there is to understand.
HAS_NO_CONTENT = [
    ("synapse", "promote-admin"),
    ("synapse", "demote-admin"),
    ("synapse", "logout-user"),
    ("synapse", "set-password"),
    ("synapse", "revoke-registration-token"),
    ("mas", "set-password"),
    ("mas", "logout-user"),
]


def main():
    program.prepare()
    wrong = []
    for kind, changes in CHANGES.items():
        for name, account in {**changes, **LOOKS}.items():
            if kind == "dendrite" and name in NOT_ON_DENDRITE:
                continue
            for what, body in BODIES.items():
                for where in ("everything", "changes"):
                    ended = attempt(kind, name, dict(account), where, body)
                    may = (
                        where == "changes"
                        and (kind, name.split()[0]) in HAS_NO_CONTENT
                        and body.startswith(b"{")
                        and what != "cut JSON"
                    )
                    if "program/failed" in ended["signs"] or (has_succeeded(ended) and not may):
                        wrong.append([kind, name, what, where, ended])
    print(json.dumps(wrong))


def attempt(kind, name, account, where, body):
    def interfere(method, path, honestly):
        if where == "changes" and (method == "GET" or is_aside(kind, name, path)):
            return honestly()
        return program.Response(200, body)

    return program.run(kind, name, account, interfere)


if __name__ == "__main__":
    main()
