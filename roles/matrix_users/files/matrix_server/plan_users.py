"""Plans the changes that make a server's accounts match the declared ones."""

from __future__ import annotations

import datetime
import json
import re
import sys

from .attempts import attempt, for_each
from .change_users import GIVING_PASSWORDS, line
from .checks import truth
from .json_types import Json, Record
from .results import Seen
from .server import SHUTTING_OUT, Server
from .wishes import is_given, on_day, reconcile, trouble

BEYOND_LISTS = ("add-email", "set-display-name", "set-kind")  # changes of details that some server's list lacks

DAYS_BEFORE_THE_LAST = 30  # how long before a last day a note shows it

NOT_COMPARED = (
    "? Display names and kinds of existing accounts are not compared:"
    " only the homeserver knows them, and access.token for it is not set."
)


def plan_users(server: Server, _account: Record) -> Seen:
    """The plan: the changes in order, each with its line for people, and what is not possible.

    If passwords must be compared that were not sent along, the answer only lists the accounts that need theirs.
    """
    listed = server.list_users({}).facts
    users = {user["username"]: user for user in listed["users"]}
    read_rest(server.request)
    declared = server.request["users"]
    declared = json.loads(declared) if isinstance(declared, str) else declared
    declared = [on_day(each, server.request.get("today", "")) for each in declared]
    kept = [each for each in declared if each.get("password_updates") and is_given(each) and in_use(each, users)]
    if any(each["username"] not in server.request["passwords"] for each in kept):
        return Seen("found", needed=kept)
    unknown = () if truth(server.request.get("include_found")) else server.unknown_keys
    blind = {each["username"] for each in declared if each["username"] in users and set(unknown) & set(each)}
    declared = [without(each, unknown) if each["username"] in blind else each for each in declared]
    look_up(server, declared, users)
    changes, troubles = reconcile(declared, users, compare_passwords(server, kept))
    unnamed = unnamed_of(server, declared, acting_in(listed))
    if truth(server.request.get("lock_unnamed")):
        changes += [{"username": username, "operation": "lock-user", "why": "not declared"} for username in unnamed]
        unnamed = []
    allowed, refused = judge(server, changes, acting_in(listed))
    order = list(server.request["words"])
    allowed.sort(key=lambda change: order.index(change["operation"]))
    setting = {change["username"] for change in allowed if change["operation"] in GIVING_PASSWORDS}
    asked_for = {"found": {each["username"]: users.get(each["username"]) for each in declared}}
    return Seen(
        "found",
        declared=len([each for each in declared if not each.get("leaver")]),
        changes=allowed,
        lines=[line(server, change) for change in allowed],
        unnamed=unnamed,
        unnamed_lines=["? %s  not declared" % server.user_id({"username": username}) for username in unnamed],
        notes=notes_of(server, declared, users) + [NOT_COMPARED] * bool(blind) + about_logins(server, allowed),
        troubles=[*map(server.reports.trouble, troubles + refused)],
        needed=[each for each in declared if each["username"] in setting],
        fingerprint=fingerprint(allowed, users),
        **(asked_for if truth(server.request.get("include_found")) else {}),
    )


def read_rest(request: Record) -> None:
    """Adds the declared accounts if they follow on a line of their own: so the server is asked before they are known."""
    if truth(request.get("rest_follows")):
        request.update(json.loads(sys.stdin.buffer.readline()))


def check_plan(server: Server, _account: Record) -> Seen:
    """The possible changes of a saved plan, unless somebody else changed the accounts meanwhile."""
    listed = server.list_users({}).facts
    users = {user["username"]: user for user in listed["users"]}
    changes = server.request["changes"]
    beyond = {change["username"] for change in changes if change["operation"] in BEYOND_LISTS}
    show(server, [users[username] for username in sorted(beyond & set(users))])
    if fingerprint(changes, users) != server.request["fingerprint"]:
        return Seen("plan/stale")
    allowed, refused = judge(server, changes, acting_in(listed))
    return Seen(
        "found",
        changes=allowed,
        lines=[line(server, change) for change in allowed],
        unnamed=[],
        unnamed_lines=[],
        notes=about_logins(server, allowed),
        troubles=[*map(server.reports.trouble, refused)],
        fingerprint=server.request["fingerprint"],
    )


def about_logins(server: Server, changes: list[Record]) -> list[str]:
    """Notes where nobody gets in with the passwords of these accounts, a line each."""
    logins = server.about_logins(any(change["operation"] in GIVING_PASSWORDS for change in changes))
    return ["? " + server.reports.hint(note, logins) for note in logins.get("notes", [])]


def acting_in(listed: Record) -> str:
    """The localpart of the acting admin, if it is an account."""
    return (listed.get("acting_admin") or "").lstrip("@").split(":")[0]


def fingerprint(changes: list[Record], users: dict[str, Record]) -> str:
    """A fingerprint that stays the same as long as nobody else changes the accounts that these changes touch.

    Some servers' lists have fewer details: details that were requested separately count only for those accounts.
    """
    import hashlib

    touched: dict[str, set[str]] = {}
    for change in changes:
        touched.setdefault(change["username"], set()).add(change["operation"])
    seen = [[name, facts_for(operations, users.get(name))] for name, operations in sorted(touched.items())]
    return "sha256:" + hashlib.sha256(json.dumps(seen).encode()).hexdigest()


def facts_for(operations: set[str], user: Record | None) -> list[Json] | None:
    if user is None:
        return None
    return [
        user["admin"],
        user["locked"],
        user["deactivated"],
        *(sorted(user["emails"] or []) if "add-email" in operations else []),
        *([user["display_name"]] if "set-display-name" in operations else []),
        *([user["kind"]] if "set-kind" in operations else []),
    ]


def in_use(wanted: Record, users: dict[str, Record]) -> bool:
    found = users.get(wanted["username"])
    return found is not None and not found["deactivated"] and wanted.get("state") != "deactivated"


def notes_of(server: Server, declared: list[Record], users: dict[str, Record]) -> list[str]:
    """Notes on accounts for people, a line each."""
    left = [(each, each["why"]) for each in declared if is_left(each, users.get(each["username"]))]
    fresh = server.request.get("fresh") or []
    taken = "already has an account, but was not in the group before: check that it is the same person"
    met = [({"username": username}, taken) for username in fresh if username in users]
    soon = [(each, "its last day is " + each["until"]) for each in declared if ends_soon(each, server.request)]
    return ["? %s  %s" % (server.user_id(account), what) for account, what in left + met + soon]


def ends_soon(wanted: Record, request: Record) -> bool:
    if "until" not in wanted or wanted["state"] != "present":
        return False
    last, today = (datetime.date.fromisoformat(day) for day in (wanted["until"], request["today"]))
    return (last - today).days <= DAYS_BEFORE_THE_LAST


def is_left(wanted: Record, found: Record | None) -> bool:
    """Whether the account left a group that only reports leavers, and can still log in."""
    shut_out = found is None or found["locked"] or found["deactivated"]
    return bool(wanted.get("leaver")) and "state" not in wanted and not shut_out


def without(wanted: Record, keys: tuple[str, ...]) -> Record:
    return {key: value for key, value in wanted.items() if key not in keys}


def look_up(server: Server, declared: list[Record], users: dict[str, Record]) -> None:
    """Lists lack some details: accounts that need more are requested one by one."""
    all_of_them = truth(server.request.get("include_found"))
    beyond = [
        users[each["username"]]
        for each in declared
        if each["username"] in users
        and (all_of_them or "suspended" in each or any(each.get(key) for key in server.beyond_lists))
    ]
    show(server, beyond)


def show(server: Server, users: list[Record]) -> None:
    """Replaces these accounts' entries from the list by the server's full records."""
    active = [user for user in users if not user["deactivated"]]
    look = server.show_user if truth(server.request.get("include_found")) else server.look_beyond
    for user, shown in zip(active, for_each(look, active)):
        user.update(shown.facts["user"])


def unnamed_of(server: Server, declared: list[Record], acting: str) -> list[str]:
    """People's active accounts that are not declared, if those are to be reported."""
    if server.request.get("policy") != "exhaustive":
        return []
    named = {each["username"] for each in declared} | {acting}
    people = server.list_users({"people": "yes"}).facts["users"]
    return [
        user["username"] for user in people if not (user["locked"] or user["deactivated"] or user["username"] in named)
    ]


def compare_passwords(server: Server, kept: list[Record]) -> dict[str, Record]:
    """Whether each account has another password than the declared one; unknown for some."""
    passwords = server.request["passwords"]
    compared = [
        {"username": each["username"], "password": passwords[each["username"]], "if_different": "yes"} for each in kept
    ]
    answers = for_each(lambda account: attempt(server.set_password, account), compared)
    return {account["username"]: answer for account, answer in zip(compared, answers)}


def judge(server: Server, changes: list[Record], acting: str) -> tuple[list[Record], list[Record]]:
    """The changes that are possible, and why the others are not; an account that cannot be created has none."""
    answers = for_each(lambda change: objection(server, change, acting), changes)
    refused = [trouble for trouble in answers if trouble]
    objected = {(each["operation"], each["username"]) for each in refused}
    unmade = {username for operation, username in objected if operation == "register-user"}
    allowed = [
        change
        for change in changes
        if (change["operation"], change["username"]) not in objected and change["username"] not in unmade
    ]
    return allowed, refused


def objection(server: Server, change: Record, acting: str) -> Record | None:
    name, username = change["operation"], change["username"]
    if username == acting and name in SHUTTING_OUT:
        return {**trouble("plan/acting_admin"), "operation": name, "username": username}
    owner = server.owner_of(change["email"]) if name == "add-email" else None
    if owner and owner != server.user_id(change):
        return {**change, **trouble("email/taken", detail=owner), "operation": name}
    refusal = server.request["refusals"].get(name)
    if refusal:
        return {
            **trouble("plan/refused", detail=refusal["refused"], way=refusal["hint"]),
            "operation": name,
            "username": username,
        }
    usernames = server.request["usernames"]
    user_id = server.user_id({"username": username})
    if name == "register-user" and not (
        re.fullmatch(usernames["pattern"], username) and len(user_id) <= usernames["maxUserId"]
    ):
        return {**trouble("plan/username"), "operation": name, "username": username}
    return None
