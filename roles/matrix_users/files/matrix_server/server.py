"""What all servers that own accounts share."""

from __future__ import annotations

from copy import copy

from .attempts import attempt
from .checks import truth, words
from .http_api import HttpApi
from .json_types import Act, Record
from .reports import Reports
from .results import Failed, Seen


class Server(HttpApi):
    """A server that owns accounts, with a method for each operation that takes the requested account."""

    beyond_lists: tuple[str, ...] = ("emails",)  # details that its list of accounts lacks

    def __init__(self, request: Record) -> None:
        super().__init__(request["address"])
        self.request = request
        self.check = truth(request.get("check"))
        self.domain = request.get("domain") or ""
        self.reports = Reports(request["reporting"], self.check)

    def operation(self, action: str) -> Act:
        """The operation of this name. If the answer to a change was lost, a second request checks whether it was done."""
        method = action.replace("-", "_")

        def act(account: Record) -> Seen:
            self.protect(action, account)
            try:
                return getattr(self, method)(account)  # type: ignore[no-any-return]
            except Failed as failed:
                if self.check or not failed.facts.get("unsure") or failed.facts.get("changed"):
                    raise  # nothing is unsure, or an earlier change would mislead the check
                return self.look_again(method, account, failed)

        return act

    def close(self, _account: Record) -> None:
        """Ends what was started, such as a session."""

    def doctor(self, _account: Record) -> Seen:
        """Checks what works here, each by itself; none changes anything."""
        looks = {name: attempt(look, {}) for name, look in self.looks().items()}
        return Seen("found", looks={name: self.reports.report("look", {}, look) for name, look in looks.items()})

    def looks(self) -> dict[str, Act]:
        return {"server": self.ready}

    # What each server implements

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
        """Encrypts a secret if a key came with the request, since Ansible can log the output of a program."""
        key = bytes.fromhex(self.request.get("key") or "")
        if not key:
            return secret
        if len(secret) > len(key):
            raise Failed("answer/odd", detail="the token has %d characters" % len(secret), changed=True)
        return bytes(each ^ pad for each, pad in zip(secret.encode(), key)).hex()

    # Safeguards

    def user_id(self, account: Record) -> str:
        return "@%s:%s" % (account["username"], self.domain)

    def protect(self, action: str, account: Record) -> None:
        """Refuses to shut out the acting admin, which nobody could undo."""
        if action in SHUTTING_OUT and self.is_acting(account):
            raise Failed("plan/acting_admin")

    def is_acting(self, account: Record) -> bool:
        """Whether the account is the acting admin; servers compare such names in lower case."""
        return (self.acting_id or "").lower() == self.user_id(account).lower()

    @property
    def unknown_keys(self) -> tuple[str, ...]:
        """Declared details of an existing account that cannot be compared, nor changed."""
        return ()

    def look_beyond(self, account: Record) -> Seen:
        """The details of an account that the list lacks."""
        return self.show_user(account)

    @property
    def acting_id(self) -> str | None:
        """The user ID of the acting admin, if that is an account."""
        return None

    def owner_of(self, _address: str) -> str | None:
        """The user ID of the account with an e-mail address, or None if there is none or the server does not show it."""
        return None

    def about_logins(self, _gives_passwords: bool) -> Record:
        """Notes and their facts, if nobody gets in with the passwords of declared accounts."""
        return {}

    def notes_beside(self, notes: list[str]) -> Record:
        """The notes on an account together with those on logins, and their facts."""
        logins = self.about_logins(True)
        return {**logins, "notes": logins.get("notes", []) + notes}

    def check_erasing(self, account: Record) -> None:
        """Refuses an operation that cannot be undone unless the account's name was repeated."""
        confirmed = words(account.get("confirm_erase"))
        if truth(account.get("erase")) and not self.check:
            if self.user_id(account) not in confirmed and account["username"] not in confirmed:
                raise Failed("erase/not_confirmed")

    def look_again(self, method: str, account: Record, lost: Failed) -> Seen:
        """Checks a change whose answer was lost: it was done if the same operation would change nothing."""
        is_password = method == "set_password"
        is_done, facts = (self.recognises(account), {}) if is_password else self.is_done(method, account)
        if is_done:
            changed = "done/changed_session" if account.get("session") else "done/changed"
            return Seen("done/created" if method in MAKING_TOKENS else changed, **facts)
        if is_done is None or lost.facts.get("late"):
            raise still_unsure(lost)
        raise Failed("lost/not_done", detail=lost.facts["detail"])

    def is_done(self, method: str, account: Record) -> tuple[bool | None, Record]:
        """Whether nothing is left to do (None: unknown), and the facts to report."""
        looking = copy(self)
        looking.check = True
        left = attempt(getattr(looking, method), account)
        sign, facts = left["signs"][0], left["facts"]
        if sign in ("done/unchanged", "done/unchanged_session", DONE_ALREADY.get(method)):
            requested = {"sessions": "all", "token": account.get("token")}
            all_facts = {name: requested.get(name, value) for name, value in {"token": None, **facts}.items()}
            return True, {name: value for name, value in all_facts.items() if value is not None}
        is_unnamed = sign.startswith("done/created") and not account.get("token")
        return (False if sign.startswith(("done/", "reactivated/")) and not is_unnamed else None), facts

    def recognises(self, _account: Record) -> bool | None:
        """Whether there is such an account with this password; None: unknown."""
        return None


# Operations by which an account loses its rights, or the session in which it acts.
SHUTTING_OUT = ("demote-admin", "lock-user", "suspend-user", "deactivate-user", "logout-user")

MAKING_TOKENS = ("create_registration_token", "invite")

# The sign of an operation that was done before, if not done/unchanged.
DONE_ALREADY = {
    **dict.fromkeys(MAKING_TOKENS, "token/exists"),
    "revoke_registration_token": "token/absent",
    "logout_user": "session/absent",
}


def still_unsure(lost: Failed) -> Failed:
    return Failed("lost/unknown", detail=lost.facts.get("detail") or "", changed=True)
