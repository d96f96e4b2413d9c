"""What is to be done with declared accounts, in which order, and what of it was done."""

import io
import json
import os
import sys
import time

import pytest
from matrix_server.change_users import change_users
from matrix_server.plan_users import check_plan, plan_users
from matrix_server.reports import Reports
from matrix_server.results import Failed, Seen
from matrix_server.wishes import on_day, wishes_of
from reporting import TABLES

FOUND = {
    "username": "john",
    "display_name": "John",
    "admin": False,
    "locked": False,
    "suspended": False,
    "deactivated": False,
    "erased": False,
    "kind": "",
    "emails": ["john@example.org"],
}
LEFT = {"leaver": True, "why": "no longer in the group pupils"}
OVER = {"until": "2027-07-31"}
OPERATIONS = (
    "register-user reactivate-user set-password unlock-user set-display-name set-kind add-email promote-admin"
    " demote-admin lock-user suspend-user unsuspend-user deactivate-user"
).split()


class Server:
    beyond_lists = ("emails",)
    unknown_keys = ()
    logins = {}
    domain = "example.org"

    def __init__(self, there, refused=(), **request):
        self.users = {user["username"]: user for user in there}
        self.refused, self.done, self.reports = refused, [], Reports(TABLES)
        self.request = {
            "users": [],
            "passwords": {},
            "refusals": {},
            "usernames": {"pattern": "[a-z]+", "maxUserId": 255},
            "words": {name: {"mark": "~", "text": name, "text_of_admin": name} for name in OPERATIONS},
            "declared": 0,
            "troubles": [],
            **request,
        }

    def user_id(self, account):
        return "@%s:%s" % (account["username"], self.domain)

    def list_users(self, _account):
        return Seen("found", users=[dict(user) for user in self.users.values()], acting_admin="@boss:example.org")

    def show_user(self, account):
        return Seen("found", user=dict(self.users[account["username"]]))

    look_beyond = show_user

    def owner_of(self, _address):
        return None

    def about_logins(self, gives_passwords):
        return self.logins if gives_passwords else {}

    def before(self, _name, _username):
        pass

    def operation(self, name):
        def act(account):
            self.before(name, account["username"])
            if (name, account["username"]) in self.refused:
                raise Failed("admin/500")
            self.done.append((name, account["username"]))
            return Seen("done/created" if name == "register-user" else "done/changed")

        return act


def wishes(declared, found=None):
    wanted = on_day({"username": "john", **declared}, "2027-08-01")
    listed = wishes_of(wanted, {**FOUND, **found} if found is not None else None, None)
    return [each["operation"] or each["signs"][0] for each in listed]


@pytest.mark.parametrize(
    "declared, found, operations",
    [
        ({}, {}, []),
        ({"password_env": "P"}, None, ["register-user"]),
        ({"generate_file": "x"}, None, ["register-user"]),
        ({}, None, ["plan/no_password"]),
        ({"password_updates": "always"}, None, ["plan/no_password"]),
        (
            {"password_env": "P", "emails": ["a@b.c"], "state": "locked", "suspended": True},
            None,
            ["register-user", "add-email", "lock-user", "suspend-user"],
        ),
        ({"state": "deactivated"}, None, []),
        ({"state": "deactivated"}, {}, ["deactivate-user"]),
        ({"state": "deactivated"}, {"deactivated": True}, []),
        ({"state": "deactivated", "erase": True}, {"deactivated": True}, ["deactivate-user"]),
        ({"state": "deactivated", "erase": True}, {"deactivated": True, "erased": True}, []),
        ({"admin": True}, {}, ["promote-admin"]),
        ({"admin": False}, {"admin": True}, ["demote-admin"]),
        ({"admin": True}, {"deactivated": True}, ["plan/deactivated"]),
        ({}, {"deactivated": True}, []),
        ({"state": "present"}, {"deactivated": True}, ["reactivate-user"]),
        ({"state": "present", "password_env": "P"}, {"deactivated": True}, ["reactivate-user", "set-password"]),
        ({"state": "present"}, {"locked": True}, ["unlock-user"]),
        ({"state": "locked"}, {"locked": True}, []),
        ({"suspended": False}, {"suspended": True}, ["unsuspend-user"]),
        ({"display_name": "Johnny"}, {}, ["set-display-name"]),
        ({"display_name": " John "}, {}, []),
        ({"kind": "bot"}, {}, ["set-kind"]),
        ({"kind": "user"}, {}, []),
        ({"kind": "user"}, {"kind": "bot"}, ["set-kind"]),
        ({"emails": ["JOHN@example.org"]}, {}, []),
        ({"emails": ["new@example.org", "NEW@example.org"]}, {}, ["add-email"]),
        ({**LEFT, "state": "locked"}, {}, ["lock-user"]),
        ({**OVER, "password_env": "P"}, {}, ["lock-user"]),
        ({**OVER, "password_env": "P"}, None, []),
        (OVER, {"locked": True}, []),
        (OVER, {"deactivated": True}, []),
        ({**OVER, "state": "deactivated"}, {}, ["deactivate-user"]),
        ({"until": "2027-08-01", "password_env": "P"}, None, ["register-user"]),
        ({"until": "2027-08-01"}, {"locked": True}, ["unlock-user"]),
        ({"until": "2027-08-01", "state": "locked"}, {"locked": True}, []),
        ({**LEFT, "state": "locked"}, {"locked": True}, []),
        ({**LEFT, "state": "locked"}, {"deactivated": True}, []),
        ({**LEFT, "state": "locked"}, None, []),
        ({**LEFT, "state": "deactivated"}, {"locked": True}, ["deactivate-user"]),
        (LEFT, {}, []),
        (LEFT, None, []),
    ],
)
def test_what_is_to_be_done_with_one_account(declared, found, operations):
    assert wishes(declared, found) == operations


def plan(server):
    return plan_users(server, {}).facts


def test_declared_accounts_can_follow_once_the_server_was_asked(monkeypatch):
    asked = []

    class Asked(Server):
        def list_users(self, account):
            asked.append(sys.stdin.buffer.tell())
            return super().list_users(account)

    line = json.dumps({"users": [{"username": "john", "admin": True}], "passwords": {}}) + "\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line.encode())))
    planned = plan(Asked([FOUND], rest_follows=True))
    assert planned["lines"] == ["~ @john:example.org  promote-admin"]
    assert asked == [0]


def test_a_leaver_is_shut_out_or_told_of_with_the_reason():
    there = [FOUND, {**FOUND, "username": "zoe"}, {**FOUND, "username": "ben", "locked": True}]
    declared = [
        {"username": "john", "state": "locked", **LEFT},
        {"username": "zoe", **LEFT},
        {"username": "ben", **LEFT},
        {"username": "JOHN", **LEFT},
    ]
    planned = plan(Server(there, users=declared))
    assert planned["lines"] == ["~ @john:example.org  lock-user (no longer in the group pupils)"]
    assert planned["notes"] == ["? @zoe:example.org  no longer in the group pupils"]
    assert (planned["declared"], planned["troubles"]) == (0, [])


def test_who_is_new_in_a_group_and_has_an_account_is_told_of():
    declared = [{"username": "john"}, {"username": "zoe", "generate_file": "x"}]
    planned = plan(Server([FOUND], users=declared, fresh=["john", "zoe"]))
    assert [note.split("  ")[0] for note in planned["notes"]] == ["? @john:example.org"]
    assert [each["username"] for each in planned["changes"]] == ["zoe"]


@pytest.mark.parametrize(
    "today, line, note",
    [
        ("2027-07-01", [], ["? @john:example.org  its last day is 2027-07-31"]),
        ("2027-06-30", [], []),
        ("2027-07-31", [], ["? @john:example.org  its last day is 2027-07-31"]),
        ("2027-08-01", ["~ @john:example.org  lock-user (its last day was 2027-07-31)"], []),
        ("2031-01-01", ["~ @john:example.org  lock-user (its last day was 2027-07-31)"], []),
    ],
)
def test_a_last_day_is_shown_for_a_month_and_then_kept(today, line, note):
    planned = plan(Server([FOUND], users=[{"username": "john", **OVER}], today=today))
    assert (planned["lines"], planned["notes"]) == (line, note)


def test_what_only_the_homeserver_knows_is_not_compared_without_its_token():
    server = Server([FOUND], users=[{"username": "john", "display_name": "Johnny", "kind": "bot", "admin": True}])
    server.unknown_keys = ("display_name", "kind")
    planned = plan(server)
    assert [each["operation"] for each in planned["changes"]] == ["promote-admin"]
    assert [note[:37] for note in planned["notes"]] == ["? Display names and kinds of existing"]
    fresh = Server([], users=[{"username": "john", "display_name": "Johnny", "generate_file": "x"}])
    fresh.unknown_keys = server.unknown_keys
    assert (plan(fresh)["changes"][0]["display_name"], plan(fresh)["notes"]) == ("Johnny", [])


def test_changes_come_in_the_order_of_their_kinds():
    declared = [
        {"username": "zoe", "state": "deactivated"},
        {"username": "john", "admin": True},
        {"username": "anna", "password_env": "P"},
    ]
    planned = plan(Server([FOUND, {**FOUND, "username": "zoe"}], users=declared))
    assert [(each["operation"], each["username"]) for each in planned["changes"]] == [
        ("register-user", "anna"),
        ("promote-admin", "john"),
        ("deactivate-user", "zoe"),
    ]
    assert planned["lines"][0] == "~ @anna:example.org  register-user"
    assert [each["username"] for each in planned["needed"]] == ["anna"]


def test_passwords_that_are_to_be_compared_are_asked_for_first():
    declared = [{"username": "john", "password_env": "P", "password_updates": "always"}]
    assert plan(Server([FOUND], users=declared)) == {"needed": declared}


@pytest.mark.parametrize(
    "there, declared, is_told",
    [
        ([], {"password_env": "P"}, True),
        ([{**FOUND, "deactivated": True}], {"password_env": "P", "state": "present"}, True),
        ([FOUND], {"password_env": "P"}, False),
        ([FOUND], {"display_name": "Johnny"}, False),
        ([], {}, False),
    ],
)
def test_where_a_password_is_given_it_is_told_that_it_lets_nobody_in(there, declared, is_told):
    server = Server(there, users=[{"username": "john", **declared}])
    server.logins = {"notes": ["passwords_off"], "logins": "m.login.sso"}
    told = "? Nobody can sign in with a password here: the homeserver offers m.login.sso."
    assert [note[: len(told)] for note in plan(server)["notes"]] == ([told] if is_told else [])


def test_whoever_asks_is_not_shut_out():
    boss = {**FOUND, "username": "boss", "admin": True}
    planned = plan(Server([boss], users=[{"username": "boss", "admin": False, "state": "locked"}]))
    assert planned["changes"] == []
    assert [each["signs"] for each in planned["troubles"]] == [["plan/acting_admin"]] * 2


def test_what_a_server_refuses_is_told_before_anything_is_done():
    refusals = {"lock-user": {"refused": "it cannot", "hint": "another way"}}
    planned = plan(Server([FOUND], users=[{"username": "john", "state": "locked"}], refusals=refusals))
    assert planned["troubles"][0]["facts"] == {"detail": "it cannot", "way": "another way"}


def test_of_an_account_that_cannot_be_made_nothing_is_left():
    planned = plan(Server([], users=[{"username": "UPPER", "password_env": "P", "emails": ["a@b.c"]}]))
    assert [planned["changes"], planned["troubles"][0]["signs"]] == [[], ["plan/username"]]


def test_a_plan_is_stale_when_its_accounts_were_changed():
    planned = plan(Server([FOUND], users=[{"username": "john", "admin": True}]))
    kept = {"changes": planned["changes"], "fingerprint": planned["fingerprint"]}
    assert check_plan(Server([FOUND], **kept), {}).signs == ("found",)
    assert check_plan(Server([FOUND, {**FOUND, "username": "other"}], **kept), {}).signs == ("found",)
    assert check_plan(Server([{**FOUND, "locked": True}], **kept), {}).signs == ("plan/stale",)
    assert check_plan(Server([], **kept), {}).signs == ("plan/stale",)


CHANGES = [
    {"operation": "register-user", "username": "anna"},
    {"operation": "register-user", "username": "john"},
    {"operation": "add-email", "username": "anna", "email": "a@b.c"},
    {"operation": "add-email", "username": "anna", "email": "d@e.f"},
    {"operation": "promote-admin", "username": "john"},
]


def test_each_change_is_done_once():
    server = Server([], changes=CHANGES)
    facts = change_users(server, {}).facts
    assert sorted(server.done) == sorted((each["operation"], each["username"]) for each in CHANGES)
    assert [facts["done"], facts["made"], facts["troubles"]] == [5, ["anna", "john"], []]


def ended(printed):
    """The outcome of each change that was printed, by its index."""
    return {each["change"]: each["outcome"] for each in map(json.loads, printed.splitlines())}


def test_later_changes_of_an_account_wait_for_its_earlier_ones(capsys):
    server = Server([], refused=[("register-user", "anna")], changes=CHANGES, tell_results=True)
    facts = change_users(server, {}).facts
    assert server.done == [("register-user", "john"), ("promote-admin", "john")]
    assert ended(capsys.readouterr().out) == {0: "failed", 1: "done", 4: "done"}
    assert [each["username"] for each in facts["troubles"]] == ["anna"]


def test_what_is_so_already_is_neither_a_change_nor_a_failure(capsys):
    server = Server([], changes=[{"operation": "promote-admin", "username": "john"}], tell_results=True)
    server.operation = lambda _name: lambda _account: Seen("done/unchanged")
    facts = change_users(server, {}).facts
    assert ended(capsys.readouterr().out) == {0: "unchanged"}
    assert (facts["done"], facts["lines"], facts["troubles"]) == (0, [], [])


def test_after_a_failure_nothing_else_begins_where_that_is_asked_for():
    others = [{"operation": "register-user", "username": "user%d" % number} for number in range(40)]
    server = Server([], refused=[("register-user", "anna")], changes=[*CHANGES, *others], fail_fast="yes")
    server.before = lambda _name, username: time.sleep(0.1) if username != "anna" else None
    change_users(server, {})
    assert len(server.done) < 8  # those that had begun
    assert {name for name, _username in server.done} <= {"register-user"}


def test_each_change_is_printed_as_soon_as_it_has_ended(capsys):
    server = Server([], changes=CHANGES, tell_results=True)
    seen = {}
    server.before = lambda name, username: seen.setdefault(name, capsys.readouterr().out)
    change_users(server, {})
    assert ended(seen["promote-admin"]) == {3: "done"}


def test_what_was_begun_is_finished_when_nobody_listens_any_more(monkeypatch):
    class Gone:
        def write(self, _text):
            raise BrokenPipeError

    monkeypatch.setattr("sys.stdout", Gone())
    server = Server([], changes=CHANGES, tell_results=True)
    change_users(server, {})
    assert len(server.done) == len(CHANGES)


@pytest.fixture
def standard_input():
    """A function that ends it."""
    reader, writer = os.pipe()
    usual = os.dup(0)
    os.dup2(reader, 0)
    ends = [writer]
    yield lambda: [os.close(ends.pop()) for _end in list(ends)]
    os.dup2(usual, 0)
    for each in (reader, usual, *ends):
        os.close(each)


@pytest.mark.parametrize("asked, begun", [("yes", 3), ("no", len(CHANGES))])
def test_no_change_begins_after_the_input_has_ended(standard_input, asked, begun):
    server = Server([], changes=CHANGES, until_input_ends=asked)
    server.before = lambda name, _username: standard_input() if name == "add-email" else None  # one by one
    facts = change_users(server, {}).facts
    assert [name for name, _username in server.done] == [each["operation"] for each in CHANGES[:begun]]
    assert facts["troubles"] == []
