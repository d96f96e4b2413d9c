"""The admin by whom a server is asked is not shut out, and nothing is erased unconfirmed. Prints what went wrong, as JSON."""

import json

import program
from servers import BOSS_SESSION, JOHNS_SESSION

BOSS = {"username": "boss", "password": "new password"}
BY_LOGIN = {"admin_token": "", "admin_username": "Boss", "admin_password": "old password"}
BY_WHOLE_NAME = {**BY_LOGIN, "admin_username": "@boss:example.org"}
REFUSED, CHANGED, KEPT = "plan/acting_admin", "done/changed", "done/changed_but_acting"
ERASE = {"username": "john", "erase": "yes"}
UNCONFIRMED = "erase/not_confirmed"

DEPRIVING = ("demote-admin", "lock-user", "suspend-user", "deactivate-user")
# The server, the operation, the account, how the server is asked, and what the operation says.
CASES = [
    *(("synapse", name, BOSS, way, REFUSED) for name in DEPRIVING for way in ({}, BY_LOGIN, BY_WHOLE_NAME)),
    *(("mas", name, BOSS, {}, REFUSED) for name in (*DEPRIVING, "logout-user")),
    *(("mas", name, BOSS, {"homeserver_token": ""}, CHANGED) for name in ("demote-admin", "lock-user", "logout-user")),
    *((kind, name, {"username": "chief"}, {}, CHANGED) for kind in ("synapse", "mas") for name in DEPRIVING),
    ("synapse", "logout-user", BOSS, {}, KEPT),
    ("synapse", "logout-user", BOSS, BY_LOGIN, CHANGED),
    ("synapse", "logout-user", {**BOSS, "session": "OWN"}, {}, "session/acting"),
    ("synapse", "logout-user", {**BOSS, "session": "OTHER"}, {}, "done/changed_session"),
    ("synapse", "logout-user", {**BOSS, "session": "GONE"}, {}, "session/absent"),
    ("mas", "logout-user", {"username": "john", "session": JOHNS_SESSION}, {}, "done/changed_session"),
    ("mas", "logout-user", {"username": "john", "session": BOSS_SESSION}, {}, "session/absent"),
    ("mas", "logout-user", {"username": "john", "session": "GONE"}, {}, "session/absent"),
    ("synapse", "promote-admin", BOSS, {}, "done/unchanged"),
    ("synapse", "set-password", BOSS, {}, CHANGED),
    ("dendrite", "demote-admin", BOSS, {}, REFUSED),
    ("dendrite", "demote-admin", BOSS, BY_LOGIN, REFUSED),
    ("dendrite", "set-password", BOSS, {}, REFUSED),
    ("dendrite", "set-password", {**BOSS, "keep_sessions": "yes"}, {}, CHANGED),
    ("dendrite", "set-password", BOSS, BY_LOGIN, CHANGED),
    *(
        (kind, "deactivate-user", {**ERASE, "confirm_erase": confirmed}, {}, says)
        for kind in ("synapse", "mas")
        for confirmed, says in (
            ("", UNCONFIRMED),
            ("yes", UNCONFIRMED),
            ("@other:example.org", UNCONFIRMED),
            (["@john:example.com"], UNCONFIRMED),
            ("@john:example.org", CHANGED),
            (["anna", "john"], CHANGED),
            ("anna, @john:example.org", CHANGED),
        )
    ),
    ("synapse", "deactivate-user", {**ERASE, "yes": "yes"}, {}, UNCONFIRMED),
    ("synapse", "deactivate-user", {"username": "john", "erase": "no"}, {}, CHANGED),
]


def main():
    program.prepare()
    wrong = []
    for kind, name, account, way, expected in CASES:
        for check in (True, False):
            server = program.SERVERS[kind]()
            result = program.run(kind, name, dict(account), honest, check=check, server=server, **way)
            predicted = CHANGED if check and expected == UNCONFIRMED else expected
            if result["signs"][0] != predicted:
                wrong.append([kind, name, account, way, check, result])
            if expected == KEPT and not check and server.devices["@boss:example.org"] != ["OWN"]:
                wrong.append([kind, name, server.devices])
    print(json.dumps(wrong))


def honest(_method, _path, honestly):
    return honestly()


if __name__ == "__main__":
    main()
