"""Answers that get lost after a change was asked for: done, not done, or unknown. Prints what went wrong, as JSON."""

import http.client
import json

import program
from operations import CHANGES, has_succeeded, is_aside

RESET, SHORT, LATE = ConnectionResetError(), http.client.IncompleteRead(b""), TimeoutError()

# What becomes of the first request that changes something (of MAS's and of Dendrite's accounts, the one that makes it), and
# what the operation says then.
FATES = {
    "it was done, and the connection was reset": ("do", RESET, "done"),
    "it was done, and the answer is short": ("do", SHORT, "done"),
    "it was done, and no answer came in time": ("do", LATE, "done"),
    "it was done, and a gateway answers": ("do", 502, "done"),
    "it was done, and a maintenance page answers": ("do", b"<html>", "done"),
    "it never arrived": ("drop", RESET, "not done"),
    "a gateway never passed it on": ("drop", 504, "not done"),
    "it never arrived, nor an answer": ("drop", LATE, "unknown"),
    "it was done, and then there is no server": ("do and stop", RESET, "unknown"),
}
# It cannot be asked which password an account of MAS has, and a token that got lost is none.
CANNOT_TELL = [("mas", "set-password"), *((kind, "create-access-token") for kind in CHANGES)]


def main():
    program.prepare()
    wrong = []
    for kind, changes in CHANGES.items():
        for name, account in changes.items():
            for what, (fate, answer, expected) in FATES.items():
                ended = outcome(run(kind, name, account, fate, answer))
                if ended != ("unknown" if (kind, name) in CANNOT_TELL else expected):
                    wrong.append([kind, name, what, ended])
    print(json.dumps(wrong))


def run(kind, name, account, fate, answer):
    state = {"struck": None, "stopped": False}

    def interfere(method, path, honestly):
        if state["stopped"]:
            raise ConnectionRefusedError
        is_beside = is_aside(kind, name, path) or path.endswith("/v3/register")
        if method == "GET" or is_beside or state["struck"] not in (None, path):
            return honestly()
        state["struck"] = path
        if fate != "drop":
            honestly()
            state["stopped"] = fate == "do and stop"
        if isinstance(answer, Exception):
            raise answer
        return program.Response(answer, b"") if isinstance(answer, int) else program.Response(200, answer)

    return program.run(kind, name, dict(account), interfere)


def outcome(result):
    known = {"lost/not_done": "not done", "lost/unknown": "unknown"}
    return "done" if has_succeeded(result) else known.get(result["signs"][0], result["signs"] + [str(result["facts"])])


if __name__ == "__main__":
    main()
