"""Making accounts at MAS, with their passwords, addresses and rights."""

from __future__ import annotations

from .checks import check_email, check_names, check_password, truth, words
from .json_types import Json, Record
from .mas_api import MasApi
from .mas_begun import Begun
from .mas_records import EMAIL, ONE_RECORD, ULID, USER, one
from .results import Failed, Seen, after_a_change, still_shut_out
from .server import still_unsure
from .shapes import exactly, flag, text, whole

# zxcvbn rates no password of n characters above 10**n guesses, and its scores begin at 10**3, 6, 8 and 10 (and a
# few): so a password of this many bytes or fewer cannot reach the score. Only MAS can judge the rest.
TOO_WEAK = [0, 3, 6, 8, 10]


class MasRegistering(MasApi):
    def register_user(self, account: Record) -> Seen:
        """Create, then the password, addresses, and admin last. A note of the start lets a second run complete it."""
        addresses = words(account.get("email"))
        user, begun = self.find(account["username"]), Begun(self.request["state"], self.user_id(account))
        if user and not begun.made(user):
            if user["attributes"]["deactivated_at"]:
                raise Failed("name/deactivated")
            return Seen("register/exists", **self.notes_beside(still_shut_out(user["attributes"]["locked_at"])))
        check_names(account)
        self.judge(account)
        for address in addresses:
            self.is_free(address, user)
        if self.kind_of(account) and not self.request.get("homeserver_token"):
            raise Failed("homeserver/no_token")
        if self.check:
            if user is None and self.is_at_homeserver(account):
                raise Failed("homeserver/known", detail="the homeserver shows its profile")
            return self.registered("predict/absent", "predict/no_email", addresses)
        if user is None:
            user = self.create(account, begun)
        with after_a_change():  # a second run completes it
            self.complete(user, account, addresses)
        begun.end()
        return self.registered("register/created", "register/no_email", addresses)

    def complete(self, user: Record, account: Record, addresses: list[str]) -> None:
        self.give_password(user, account, step="password")
        for address in addresses:
            self.give_email(user, address)
        if self.kind_of(account):
            self.give_kind(account)
        if truth(account.get("admin")):
            self.set(user, "set-admin", {"admin": True})

    def create(self, account: Record, begun: Begun) -> Record:
        begun.note()
        body = {
            "username": account["username"],
            **({"displayname": account["display_name"]} if account.get("display_name") else {}),
        }
        try:
            shape = {"data": {"id": ULID, "attributes": {**USER, "username": exactly(account["username"])}}}
            user: Record = self.api("POST", "/users", body, step="create", shape=shape)["data"]
        except Failed as failed:
            if failed.facts.get("unsure"):
                return self.created_after_all(account, begun, failed)
            if failed.signs[-1] in ("create/400", "create/409"):  # certainly not created
                begun.end()
            if failed.signs[0] != "create/409/Username is reserved by the homeserver":
                raise
            raise self.reserved(account, failed) from None
        begun.note(user["id"])
        return user

    def created_after_all(self, account: Record, begun: Begun, lost: Failed) -> Record:
        """After a lost answer: an account created within a minute of the note is the one that was requested."""
        try:
            user = self.find(account["username"])
        except Failed:
            raise still_unsure(lost) from None
        if user and begun.made(user):
            begun.note(user["id"])
            return user
        if user or lost.facts.get("late"):
            raise still_unsure(lost)
        begun.end()
        raise Failed("lost/not_done", detail=lost.facts["detail"])

    # Passwords

    def judge(self, account: Record) -> None:
        """Refuses beforehand a password that MAS would certainly reject; only MAS can judge the others."""
        check_password(account["password"], self.request["password_rules"])
        site = self.site()
        if not site["password_login_enabled"]:
            raise Failed("passwords/disabled", detail="password_login_enabled is false")
        score = site["minimum_password_complexity"]
        if not truth(account.get("accept_weak_password")) and len(account["password"].encode()) <= TOO_WEAK[score]:
            detail = "it requires a zxcvbn score of %d, which takes more than %d characters" % (score, TOO_WEAK[score])
            raise Failed("password/surely_weak", detail=detail)

    def site(self) -> Record:
        """MAS's own configuration, as its API reports it."""
        shape = {
            "password_login_enabled": flag,
            "minimum_password_complexity": lambda score: whole(score) and 0 <= score <= 4,
            "server_name": (text, None),
            "password_registration_enabled": (flag, None),
            "registration_token_required": (flag, None),
        }
        site = self.api("GET", "/site-config", shape=shape)
        if site["server_name"] not in (None, self.domain):
            raise Failed("domain/other", detail="MAS says server_name: %s" % site["server_name"])
        return site

    def give_password(self, user: Record, account: Record, step: str) -> None:
        body = {"password": account["password"], "skip_password_check": truth(account.get("accept_weak_password"))}
        self.api("POST", "/users/%s/set-password" % user["id"], body, step=step)

    # Addresses

    def give_email(self, user: Record, address: str) -> None:
        """Verified, since an operator vouches for it."""
        if not self.is_free(address, user):
            return
        self.api("POST", "/user-emails", {"user_id": user["id"], "email": address}, step="email", shape=ONE_RECORD)

    def is_free(self, address: str, user: Record | None) -> bool:
        """Whether the address is free; False: this account already has it."""
        for each in self.pages("/user-emails", {"filter[email]": check_email(address)}, EMAIL):
            if user is None or each["attributes"]["user_id"] != user["id"]:
                raise Failed("email/409", detail="another account has it", email=address)
            return False
        return True

    def add_email(self, account: Record) -> Seen:
        user = self.existing(account, active=True)
        is_free = self.is_free(account["email"], user)
        if is_free and not self.check:
            self.give_email(user, account["email"])
        return Seen("done/changed" if is_free else "done/unchanged")

    # Rights

    def set(self, user: Record, action: str, body: Json = None) -> Json:
        return self.api("POST", "/users/%s/%s" % (user["id"], action), body, step="state", shape=one(user["id"]))
