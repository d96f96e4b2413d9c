"""What is asked for in the tests: each operation of each server, with what makes it change something.

What follows an operation's name after a blank is for people.
"""

from servers import JOHNS_SESSION

JOHN = {"username": "john"}
NEW = {"username": "new", "password": "new password", "admin": "no", "email": [], "kind": "", "display_name": ""}
TOKEN = {"token": "known"}

EVERYWHERE = {
    "register-user": NEW,
    "set-password": {**JOHN, "password": "new password"},
    "promote-admin": JOHN,
}
BOTH = {
    **EVERYWHERE,
    "demote-admin": {"username": "chief"},
    "lock-user": JOHN,
    "unlock-user": {"username": "locked"},
    "suspend-user": JOHN,
    "unsuspend-user": {"username": "suspended"},
    "deactivate-user": {**JOHN, "erase": "yes", "confirm_erase": ["@john:example.org"]},
    "reactivate-user": {"username": "gone"},
    "logout-user": JOHN,
    "create-access-token": {**JOHN, "expires": "7d"},
    "add-email": {**JOHN, "email": "john@example.com"},
    "set-display-name": {**JOHN, "display_name": "Johnny"},
    "set-kind": {**JOHN, "kind": "bot"},
    "create-registration-token": {"uses": "5", "expires": "7d", "token": ""},
    "invite": {"person": "anna", "email": "", "uses": "1", "expires": "7d", "token": ""},
    "update-registration-token": {**TOKEN, "uses": "9", "expires": ""},
    "revoke-registration-token": TOKEN,
}
CHANGES = {
    "synapse": {**BOTH, "logout-user one": {**JOHN, "session": "OTHER"}},
    "mas": {**BOTH, "logout-user one": {**JOHN, "session": JOHNS_SESSION}},
    "dendrite": {
        **{name: EVERYWHERE[name] for name in ("register-user", "set-password")},
        "create-access-token": {**JOHN, "password": "old password", "device_name": "", "expires": "never"},
    },
}
LOOKS = {
    "show-user": JOHN,
    "list-users": {"people": "no", "inactive": ""},
    "list-sessions": JOHN,
    "list-registration-tokens": {},
    "ready": {},
    "doctor": {},
}

NOT_ON_DENDRITE = ("list-sessions", "list-registration-tokens")

SUCCESS = ("done/", "register/done", "register/created", "register/no_email", "reactivated/", "database/changed")


ASIDE = ("/oauth2/token", "/oauth2/revoke", "/v3/login", "/v3/logout")


def signs_in(kind, name):
    """Whether the account itself does it, by a login."""
    return kind == "dendrite" and name == "create-access-token"


def is_aside(kind, name, path):
    """Whether a request only surrounds what the operation changes."""
    return path.endswith(ASIDE) and not (signs_in(kind, name) and path.endswith("/v3/login"))


def has_succeeded(result):
    return result["signs"][0].startswith(SUCCESS)
