"""What all servers that own accounts share."""

from __future__ import annotations

from copy import copy

from .attempts import attempt
from .checks import truth, words
from .http_api import HttpApi
from .json_types import Act, Record
from .results import Failed, Seen


class Server(HttpApi):
    """A server that owns accounts: it has a method an operation, which gets an account as it was asked for."""

    beyond_lists: tuple[str, ...] = ("emails",)  # what its list of accounts does not tell of each

    def __init__(self, request: Record) -> None:
        super().__init__(request["address"])
        self.request = request
        self.check = truth(request.get("check"))
        self.domain = request.get("domain") or ""

    def operation(self, action: str) -> Act:
        """The operation of this name. When the answer to a change got lost, a second look says whether it was done."""
        method = action.replace("-", "_")

        def act(account: Record) -> Seen:
            self.protect(action, account)
            try:
                return getattr(self, method)(account)  # type: ignore[no-any-return]
            except Failed as failed:
                if self.check or not failed.facts.get("unsure") or failed.facts.get("changed"):
                    raise  # nothing is unsure, or something came before it that the second look would take for all of it
                return self.look_again(method, account, failed)

        return act

    def close(self, _account: Record) -> None:
        """End what was begun, such as a session."""

    def doctor(self, _account: Record) -> Seen:
        """What works here; every look by itself, and none changes anything."""
        return Seen("found", looks={name: attempt(look, {}) for name, look in self.looks().items()})

    def looks(self) -> dict[str, Act]:
        return {"server": self.ready}

    # What each of them has

    def ready(self, _account: Record) -> Seen:
        raise NotImplementedError

    def show_user(self, account: Record) -> Seen:
        raise NotImplementedError

    def list_users(self, account: Record) -> Seen:
        raise NotImplementedError

    def set_password(self, account: Record) -> Seen:
        raise NotImplementedError

    def set_admin(self, account: Record, is_admin: bool) -> Seen:
        raise NotImplementedError

    def promote_admin(self, account: Record) -> Seen:
        return self.set_admin(account, True)

    def demote_admin(self, account: Record) -> Seen:
        return self.set_admin(account, False)

    # Secrets

    def sealed(self, secret: str) -> str:
        """Readable only for who asked, where a key came with the request: Ansible can log what a program prints."""
        key = bytes.fromhex(self.request.get("key") or "")
        if not key:
            return secret
        if len(secret) > len(key):
            raise Failed("answer/odd", detail="the token has %d characters" % len(secret), changed=True)
        return bytes(each ^ pad for each, pad in zip(secret.encode(), key)).hex()

    # Care

    def user_id(self, account: Record) -> str:
        return "@%s:%s" % (account["username"], self.domain)

    def protect(self, action: str, account: Record) -> None:
        """Whoever acts here must not be shut out by what is done, which nobody could undo."""
        if action in SHUTTING_OUT and self.is_acting(account):
            raise Failed("plan/acting_admin")

    def is_acting(self, account: Record) -> bool:
        """Whether the account is the one by which the server is asked; servers compare such names in lower case."""
        return (self.acting_id or "").lower() == self.user_id(account).lower()

    @property
    def acting_id(self) -> str | None:
        """The user ID of the admin by whom it is asked, where that is an account."""
        return None

    def owner_of(self, _address: str) -> str | None:
        """The user ID of the account that has an e-mail address, where the server tells that; else None."""
        return None

    def about_logins(self, _gives_passwords: bool) -> Record:
        """What is to be said where nobody gets in with the passwords of declared accounts, as notes and their facts."""
        return {}

    def check_erasing(self, account: Record) -> None:
        """What cannot be taken back needs the account's name a second time."""
        confirmed = words(account.get("confirm_erase"))
        if truth(account.get("erase")) and not self.check:
            if self.user_id(account) not in confirmed and account["username"] not in confirmed:
                raise Failed("erase/not_confirmed")

    def look_again(self, method: str, account: Record, lost: Failed) -> Seen:
        """A change whose answer got lost: what the same operation would still do tells whether it was done."""
        is_password = method == "set_password"
        is_done, facts = (self.recognises(account), {}) if is_password else self.is_done(method, account)
        if is_done:
            changed = "done/changed_session" if account.get("session") else "done/changed"
            return Seen("done/created" if method == "create_registration_token" else changed, **facts)
        if is_done is None or lost.facts.get("late"):
            raise still_unsure(lost)
        raise Failed("lost/not_done", detail=lost.facts["detail"])

    def is_done(self, method: str, account: Record) -> tuple[bool | None, Record]:
        """Whether nothing is left to do, or None where that is not known; and the facts to be told."""
        looking = copy(self)
        looking.check = True
        left = attempt(getattr(looking, method), account)
        sign, facts = left["signs"][0], left["facts"]
        if sign in ("done/unchanged", "done/unchanged_session", DONE_ALREADY.get(method)):
            told = {"sessions": "all", "token": account.get("token")}
            known = {name: told.get(name, value) for name, value in {"token": None, **facts}.items()}
            return True, {name: value for name, value in known.items() if value is not None}
        is_unnamed = sign.startswith("done/created") and not account.get("token")
        return (False if sign.startswith(("done/", "reactivated/")) and not is_unnamed else None), facts

    def recognises(self, _account: Record) -> bool | None:
        """Whether there is such an account with this password; None: that cannot be told."""
        return None


# By these an account loses its rights, or the session in which it acts.
SHUTTING_OUT = ("demote-admin", "lock-user", "suspend-user", "deactivate-user", "logout-user")

# What an operation says when it was done before, where that is not done/unchanged.
DONE_ALREADY = {
    "create_registration_token": "token/exists",
    "revoke_registration_token": "token/absent",
    "logout_user": "session/absent",
}


def still_unsure(lost: Failed) -> Failed:
    return Failed("lost/unknown", detail=lost.facts.get("detail") or "", changed=True)
