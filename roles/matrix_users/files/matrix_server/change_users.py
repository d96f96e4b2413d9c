"""Makes the changes of a plan."""

from __future__ import annotations

import json
import select
import sys
from collections.abc import Iterable

from .attempts import attempt, for_each
from .checks import truth
from .json_types import Record
from .results import Seen
from .server import Server

GIVING_PASSWORDS = ("register-user", "set-password")


def change_users(server: Server, _account: Record) -> Seen:
    """Makes the changes, those of a kind together; an account's later changes only if its earlier ones succeeded.

    With `tell_results`, each change that has ended is printed as a line of its own, before the answer. With
    `until_input_ends`, no change begins after standard input has ended: then nobody waits for it any more.
    """
    changes = server.request["changes"]
    ended = endings(server, changes)
    outcomes = [outcome_of(server, answer) for answer in ended]
    done = [change for change, outcome in zip(changes, outcomes) if outcome == "done"]
    failed = [
        server.reports.trouble({**change, **(answer or {})})
        for change, answer, outcome in zip(changes, ended, outcomes)
        if outcome == "failed"
    ]
    return Seen(
        "found",
        declared=server.request["declared"],
        done=len(done),
        changes=done,
        lines=[line(server, change) for change in done],
        made=[change["username"] for change in done if change["operation"] in GIVING_PASSWORDS],
        troubles=server.request["troubles"] + failed,
    )


def endings(server: Server, changes: list[Record]) -> list[Record | None]:
    """The result of each change, in order; None: it was not started."""
    ended: list[Record | None] = [None] * len(changes)
    failed: set[str] = set()

    def end(index: int) -> None:
        if is_unwanted(server) or (failed and truth(server.request.get("fail_fast"))):
            return
        answer = ended[index] = do_and_tell(server, index)
        if outcome_of(server, answer) == "failed":
            failed.add(changes[index]["username"])

    for batch in batches(changes):
        for_each(end, [index for index in batch if changes[index]["username"] not in failed])
    return ended


def outcome_of(server: Server, answer: Record | None) -> str:
    """done, unchanged (already so), failed, or not_done (not started)."""
    if answer is None:
        return "not_done"
    meaning = server.reports.meaning_of(answer["signs"])
    if meaning.startswith(("created", "changed")):
        return "done"
    return "unchanged" if meaning in ("exists", "unchanged") else "failed"


def batches(changes: list[Record]) -> Iterable[list[int]]:
    """Batches of changes of one kind to different accounts, by index; each batch runs in parallel."""
    groups: dict[tuple[str, int], list[int]] = {}
    times: dict[tuple[str, str], int] = {}
    for index, change in enumerate(changes):
        key = (change["operation"], change["username"])
        times[key] = times.get(key, 0) + 1
        groups.setdefault((change["operation"], times[key]), []).append(index)
    return groups.values()


def is_unwanted(server: Server) -> bool:
    """Whether standard input has ended: the request was all of it."""
    return truth(server.request.get("until_input_ends")) and bool(select.select([0], [], [], 0)[0])


def do_and_tell(server: Server, index: int) -> Record:
    answer = do(server, server.request["changes"][index])
    if truth(server.request.get("tell_results")):
        ended = json.dumps({"change": index, **answer, "outcome": outcome_of(server, answer)})
        try:
            sys.stdout.write(ended + "\n")
            sys.stdout.flush()
        except OSError:  # nobody listens any more; what was begun is finished
            pass
    return answer


def do(server: Server, change: Record) -> Record:
    account = {key: value for key, value in change.items() if key != "operation"}
    account["password"] = server.request["passwords"].get(change["username"], "")
    account["if_different"] = "yes" if change["operation"] == "set-password" else "no"
    if change["operation"] == "register-user":
        account["email"] = []  # addresses are changes of their own
    return server.reports.report(change["operation"], change, attempt(server.operation(change["operation"]), account))


def line(server: Server, change: Record) -> str:
    words = server.request["words"][change["operation"]]
    text = words["text_of_admin" if change.get("admin") else "text"] % change
    why = " (%s)" % change["why"] if "why" in change else ""
    return "%s %s  %s%s" % (words["mark"], server.user_id(change), text, why)
