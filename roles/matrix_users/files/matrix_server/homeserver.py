"""What Synapse and Dendrite share."""

from __future__ import annotations

import time
from functools import cached_property

from .bounds import PATIENCE
from .checks import check_kind, check_names, check_password, truth
from .config import Config
from .database import Database
from .http_api import Answer, pause_after, wait
from .json_types import Act, Json, Record
from .results import Failed, Seen, Unknown
from .server import still_unsure
from .sessions import Sessions
from .shapes import USER_ID, WORD, text


class Homeserver(Sessions):
    """What Synapse and Dendrite share: registering by shared secret, and a configuration file."""

    only_for_admins = ""  # a path of its admin API
    counting = ""  # a statement for its database

    # What each of the two implements

    def configured_domain(self) -> Json:
        raise NotImplementedError

    def configured_secret(self) -> Json:
        raise NotImplementedError

    def pepper(self) -> str:
        return ""

    def database(self) -> Database:
        raise NotImplementedError

    def row(self, username: str) -> Record | None:
        """An account's row in the database."""
        raise NotImplementedError

    def has_password(self, account: Record) -> bool:
        raise NotImplementedError

    def holder_of(self, account: Record) -> Record | None:
        """The account with this name in any case: its user_id, and whether it is deactivated, locked or suspended."""
        raise NotImplementedError

    def is_delegating(self) -> bool:
        """Whether its configuration has MAS own the accounts."""
        return False

    def is_reserved(self, _account: Record) -> bool:
        """Whether a bridge or the server itself reserves the name, by the configuration."""
        return False

    def sign_of(self, _failed: Failed) -> list[str]:
        """The sign of a refusal to register, where the server has no code for it."""
        return []

    def prove(self, account: Record) -> None:
        """Whether the account really exists after a successful answer."""

    # What they share

    def looks(self) -> dict[str, Act]:
        from .homeserver_looks import HomeserverLooks

        return HomeserverLooks(self).all()

    @cached_property
    def config(self) -> Config:
        """Read only if needed: an admin's token works without it."""
        return Config(self.request.get("config") or [])

    def ready(self, _account: Record) -> Seen:
        self.ask("GET", "/_matrix/client/versions", step="versions")
        return Seen("ready")

    # Registering

    def register_user(self, account: Record) -> Seen:
        """By the registration shared secret."""
        if account.get("email"):
            raise Failed("email/unsupported")
        self.check_domain()
        check_names(account)
        check_password(account["password"], self.request["password_rules"], self.pepper())
        secret = self.shared_secret()
        from .taken_names import predict, refuse_taken

        if self.check:
            self.try_secret()
            return predict(self, account)
        nonce = self.nonce()
        try:
            answer = self.register(secret, nonce, account)
        except Failed as failed:
            if failed.signs[0] == "register/400/M_USER_IN_USE":
                failed.facts.update(self.notes_beside(refuse_taken(self, account)))
            if not failed.facts.get("unsure"):
                raise
            answer = self.register_again(secret, account, failed)
        self.log_out(answer.body.get("access_token"))
        self.prove(account)
        return Seen("register/done", **self.notes_on_logins)

    @cached_property
    def notes_on_logins(self) -> Record:
        """The note if nobody can log in with a password."""
        shape = {"flows": [{"type": text}]}
        try:
            flows = self.ask("GET", "/_matrix/client/v3/login", step="asked", shape=shape).body["flows"]
        except Failed:
            return {}
        kinds = [each["type"] for each in flows]
        if "m.login.password" in kinds:
            return {}
        return {"notes": ["passwords_off"], "logins": ", ".join(kinds) or "no way to log in"}

    def about_logins(self, gives_passwords: bool) -> Record:
        return self.notes_on_logins if gives_passwords else {}

    def check_domain(self) -> None:
        """Refuses another domain, or another case of it: the account would not be the one in our messages."""
        name = self.configured_domain()
        if name and self.domain and name != self.domain:
            raise Failed("domain/other", detail="its configuration says server_name: %s" % name)

    def nonce(self) -> str:
        answer = self.ask("GET", "/_synapse/admin/v1/register", step="nonce", shape={"nonce": WORD})
        return str(answer.body["nonce"])

    def try_secret(self) -> None:
        """By a registration with an invalid username, which the server checks only after the shared secret."""
        try:
            self.register(self.shared_secret(), self.nonce(), {"username": "no username", "password": "no password"})
        except Failed as failed:
            if failed.signs[0] != "register/400/M_INVALID_USERNAME":
                raise

    def register_again(self, secret: str, account: Record, lost: Failed) -> Answer:
        """After a lost answer: an account that exists now, with this password, is the one that was requested."""
        try:
            return self.register(secret, self.nonce(), account)
        except Failed as failed:
            is_taken = failed.signs[0] == "register/400/M_USER_IN_USE"
            is_answer = any(sign.startswith("register/") for sign in failed.signs)
            if is_answer and not is_taken and not failed.facts.get("unsure"):
                raise  # it was retried, and refused
            is_ours = self.recognises(account)
            if is_ours:
                return Answer(200, {})
            if is_taken and is_ours is False:
                raise
            if is_ours is False and not lost.facts.get("late"):
                raise Failed("lost/not_done", detail=lost.facts["detail"]) from None
        raise still_unsure(lost)

    def recognises(self, account: Record) -> bool | None:
        """Whether there is such an account with this password; None: unknown."""
        try:
            return self.has_password(account)
        except (Failed, Unknown, ImportError):  # the hash function is in Synapse's own Python
            pass
        try:
            self.log_out(self.log_in(account["username"], account["password"], "compare"))
        except Failed as failed:
            return False if failed.signs[-1] == "compare/403" else None
        return True

    def register(self, secret: str, nonce: str, account: Record) -> Answer:
        """One attempt; a request that is rate-limited has used up its nonce."""
        deadline, again = time.monotonic() + PATIENCE, 0
        while True:
            try:
                return self.register_once(secret, nonce, account)
            except Failed as failed:
                pause = 0.5 if failed.signs[0] == "nonce/unknown" and again < 3 else pause_after(failed, "POST", again)
                if pause is None or time.monotonic() + pause > deadline:
                    raise
                wait(pause, failed)
            again += 1
            nonce = self.nonce()

    def register_once(self, secret: str, nonce: str, account: Record) -> Answer:
        import hashlib
        import hmac

        admin, kind = truth(account.get("admin")), check_kind(account.get("kind") or "user")
        parts = (nonce, account["username"], account["password"], "admin" if admin else "notadmin") + (
            (kind,) if kind else ()
        )
        mac = hmac.new(secret.encode(), b"\x00".join(part.encode() for part in parts), hashlib.sha1)
        registration = {
            "nonce": nonce,
            "username": account["username"],
            "password": account["password"],
            "admin": admin,
            "mac": mac.hexdigest(),
            "inhibit_login": True,
            **({"user_type": kind} if kind else {}),
            **({"displayname": account["display_name"]} if account.get("display_name") else {}),
        }
        shape = {"user_id": USER_ID, "access_token": (WORD, None)}
        try:
            answer = self.ask_once("POST", "/_synapse/admin/v1/register", registration, step="register", shape=shape)
        except Failed as failed:
            failed.signs = (*self.sign_of(failed), *failed.signs)
            raise
        made = answer.body["user_id"]
        if made != "@%s:%s" % (account["username"].lower(), self.domain):  # in lower case, as servers have them
            raise Failed("register/other", detail=made, changed=True)
        return answer

    def shared_secret(self) -> str:
        secret = self.configured_secret()
        if not secret:
            is_its_own = self.configured_domain()  # which each of the two must have, at another place
            raise Failed("secret/missing" if is_its_own else "config/other", detail=", ".join(self.config.paths))
        return str(secret)
