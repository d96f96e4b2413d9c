"""Operations on the accounts of MAS with mas-cli on the host, if its Admin API is not set up.

It takes a password only on its command line. Of accounts it shows only whether they exist and which are admins, and
never whether a change was needed.
"""

from __future__ import annotations

import re
import time

from .account_lists import absent, wanted
from .attempts import attempt
from .behind_mas import BehindMas
from .bounds import TIMEOUT
from .checks import check_email, check_names, check_password, truth, words
from .commands import run
from .invitations import Invitations
from .json_types import Act, Record
from .mas_records import user_record
from .request_log import log_request
from .results import Exceeded, Failed, Seen, after_a_change
from .token_checks import check_expiry, check_token, check_uses

LOOKING = ("list-admin-users",)
LONGEST_WORD = 100_000  # bytes; Linux allows 128 KiB for one argument (MAX_ARG_STRLEN)


class MasCli(BehindMas, Invitations):
    def looks(self) -> dict[str, Act]:
        return {"server": self.ready, "cli": self.look_at_cli, "admin": self.look_at_admin}

    def look_at_cli(self, _account: Record) -> Seen:
        self.admins()
        return Seen("access/works")

    def manage(self, command: str, *words: str) -> str:
        """Its log. A failure is reported in its own words, except about arguments, which can contain a password."""
        argv = [
            word.encode() for word in (*self.request["cli"], "manage", command, *words)
        ]  # UTF-8, whatever the locale is
        log_request("mas-cli manage " + " ".join((command, *up_to_the_username(words))))
        try:
            done = run(argv)
        except OSError as error:
            raise Failed("tool/missing", detail="%s: %s" % (self.request["cli"][0], error.strerror)) from None
        except Exceeded as exceeded:
            changes = command not in LOOKING and "--dry-run" not in words
            raise Failed("cli/endless", detail="mas-cli " + str(exceeded), unsure=changes, late=True) from None
        log = done.stderr
        if done.returncode == 0:
            return log
        if "No such container" in log or "is not running" in log:
            raise Failed("container/unavailable", detail="docker exec ended with %d" % done.returncode)
        failed = re.search(r"^Error: (.*)|(That password is too weak)", log, re.M) if done.returncode == 1 else None
        reason = (failed.group(1) or failed.group(2)) if failed else "mas-cli ended with %d" % done.returncode
        raise Failed("cli/" + reason, "cli/failed", detail=reason)

    def cannot(self, what: str) -> Failed:
        return Failed("cli/cannot", detail=what)

    def accept_password(self, account: Record) -> None:
        if not truth(self.request.get("cli_passwords")):
            raise Failed("cli/password_refused")
        check_password(account["password"], {**self.request["password_rules"], "max_bytes": LONGEST_WORD})

    # Looking

    def admins(self) -> list[str]:
        """The usernames of the admins: it logs their number, and then each."""
        log = self.manage("list-admin-users")
        total = re.search(r"can request admin privileges \((\d+) total\)", log)
        names = re.findall(r"user\.id=\S+ username=(\S+)", log)
        if not total or int(total.group(1)) != len(names):
            raise Failed("cli/silent")
        return names

    def exists(self, account: Record) -> bool:
        """It finds names in any case; here only the exact one counts, which is in lower case."""
        if account["username"] != account["username"].lower():
            return False
        try:
            self.manage("kill-sessions", "--dry-run", "--", account["username"])
        except Failed as failed:
            if failed.signs[0] != "cli/User not found":
                raise
            return False
        return True

    def require(self, account: Record) -> None:
        """It does not show whether an account is deactivated."""
        if not self.exists(account):
            raise absent(account["username"], self.admins())

    def show_user(self, account: Record) -> Seen:
        self.require(account)
        if account["username"] not in self.admins():
            raise self.cannot("it shows only server admins")
        return Seen("found", user={**self.from_name(account["username"]), **self.seen_at_homeserver(account)})

    def list_users(self, account: Record) -> Seen:
        if not truth(account.get("admins")) or truth(account.get("locked")) or truth(account.get("deactivated")):
            raise self.cannot("it lists only server admins, whatever their state (--admins)")
        if account.get("inactive"):
            raise self.cannot("it does not show when an account was last seen")
        return Seen("found", users=wanted(account, map(self.from_name, self.admins())))

    def from_name(self, username: str) -> Record:
        attributes = {"username": username, "admin": True, "locked_at": None, "deactivated_at": None, "created_at": ""}
        return user_record(attributes, self.domain)

    # Registering

    def register_user(self, account: Record) -> Seen:
        """In one transaction; then waits until the homeserver has the account."""
        addresses = [check_email(address) for address in words(account.get("email"))]
        check_names(account)
        if self.exists(account):
            return Seen("register/exists", **self.notes_beside([]))
        self.accept_password(account)
        if self.kind_of(account) and not self.request.get("homeserver_token"):
            raise Failed("homeserver/no_token")
        if self.check:
            if self.is_at_homeserver(account):
                raise Failed("homeserver/known", detail="the homeserver shows its profile")
            return self.registered("predict/absent", "predict/no_email", addresses)
        self.create_at_once(account, addresses)
        self.wait_for_homeserver(account)
        if self.kind_of(account):
            self.give_kind(account)
        return self.registered("register/created", "register/no_email", addresses)

    def create_at_once(self, account: Record, addresses: list[str]) -> None:
        options = [
            "--yes",
            "--password=" + account["password"],
            "--admin" if truth(account.get("admin")) else "--no-admin",
        ]
        options += ["--email=" + address for address in addresses]
        options += ["--display-name=" + account["display_name"]] if account.get("display_name") else []
        options += ["--ignore-password-complexity"] if truth(account.get("accept_weak_password")) else []
        try:
            self.manage("register-user", *options, "--", account["username"])
        except Failed as failed:
            if failed.facts.get("unsure") and attempt(self.exists_now, account)["signs"] == ["exists"]:
                return
            if failed.signs[0] != "cli/Username not available on homeserver":
                raise
            raise self.reserved(account, failed) from None

    def exists_now(self, account: Record) -> Seen:
        return Seen("exists" if self.exists(account) else "absent")

    def wait_for_homeserver(self, account: Record) -> None:
        deadline = time.time() + TIMEOUT
        while self.is_at_homeserver(account) is False:
            if time.time() > deadline:
                raise Failed("homeserver/late", changed=True, detail="not after %d s" % TIMEOUT)
            time.sleep(0.2)

    # Passwords and sessions

    def set_password(self, account: Record) -> Seen:
        self.accept_password(account)
        self.require(account)
        if not self.check:
            options = ["--ignore-complexity"] if truth(account.get("accept_weak_password")) else []
            self.manage("set-password", *options, "--", account["username"], account["password"])
            if not truth(account.get("keep_sessions")):
                with after_a_change():
                    self.end_sessions(account)
        return Seen("done/changed")

    def list_sessions(self, _account: Record) -> Seen:
        raise self.cannot("it ends sessions, and does not list them")

    def logout_user(self, account: Record) -> Seen:
        if account.get("session"):
            raise self.cannot("it ends all sessions of an account, and not one of them")
        self.require(account)
        count = self.end_sessions(account)
        return Seen("done/changed" if count else "done/unchanged", sessions=count)

    def end_sessions(self, account: Record) -> int:
        """It logs how many sessions of each of three kinds ended, or that there were none."""
        log = self.manage("kill-sessions", *(["--dry-run"] if self.check else []), "--", account["username"])
        ended = re.findall(r"Ended (\d+) active|(No active)", log)
        if not ended:
            raise Failed("cli/silent", changed=not self.check)
        return sum(int(count or 0) for count, _none in ended)

    def create_access_token(self, account: Record) -> Seen:
        """It logs the token and its session."""
        if account.get("device_name") or check_expiry(account["expires"]):
            raise self.cannot("its tokens have no name and do not expire")
        self.require(account)
        if self.check:
            return Seen("done/created")
        log = self.manage("issue-compatibility-token", "--", account["username"])
        made = re.search(r"token issued: (\S+) .*compat_session\.id=(\S+)", log)
        if not made:
            raise Failed("cli/silent", changed=True)
        return Seen("done/created", session=made.group(2), access_token=self.sealed(made.group(1)))

    def add_email(self, account: Record) -> Seen:
        check_email(account["email"])
        self.require(account)
        if self.check:
            raise Failed("predict/unknown", detail="mas-cli does not show which addresses an account has")
        log = self.manage("add-email", "--", account["username"], account["email"])
        return Seen("done/unchanged" if "Email already exists" in log else "done/changed")

    # Rights and states

    def set_admin(self, account: Record, is_admin: bool) -> Seen:
        self.require(account)
        if (account["username"] in self.admins()) == is_admin:
            return Seen("done/unchanged")
        if not self.check:
            self.manage("promote-admin" if is_admin else "demote-admin", "--", account["username"])
            if not is_admin and not truth(account.get("keep_sessions")):
                with after_a_change():
                    self.end_sessions(account)
        return Seen("done/changed")

    def lock_user(self, account: Record) -> Seen:
        return self.change_state(account, ["lock-user"])

    def unlock_user(self, account: Record) -> Seen:
        return self.change_state(account, ["unlock-user"])

    def deactivate_user(self, account: Record) -> Seen:
        if truth(account.get("erase")):
            raise self.cannot("it deactivates, and never erases")
        return self.change_state(account, ["lock-user", "--deactivate"])

    def reactivate_user(self, account: Record) -> Seen:
        """Deactivating with mas-cli also locks the account, and reactivating does not unlock it."""
        self.change_state(account, ["unlock-user", "--reactivate"])
        self.change_state(account, ["unlock-user"])
        return Seen("reactivated/with_password")

    def change_state(self, account: Record, words: list[str]) -> Seen:
        self.require(account)
        if self.check:
            raise Failed("predict/unknown", detail="mas-cli does not show the state of an account")
        self.manage(*words, "--", account["username"])
        return Seen("done/changed")

    # Registration tokens

    def create_registration_token(self, asked: Record) -> Seen:
        uses, expires = check_uses(asked["uses"]), check_expiry(asked["expires"])
        options = ["--token=" + check_token(asked["token"])] if asked.get("token") else []
        options += ["--usage-limit=%d" % uses] if uses else ["--unlimited"]
        options += ["--expires-in=%d" % (expires - time.time())] if expires else []
        if self.check:
            raise Failed("predict/unknown", detail="mas-cli does not show which tokens there are")
        try:
            made = re.search(r"registration token: (\S+)", self.manage("issue-user-registration-token", *options))
        except Failed as failed:
            if "duplicate key" not in failed.signs[0]:
                raise
            raise Failed("token/exists") from None
        if not made:
            raise Failed("cli/silent", changed=True)
        return Seen("done/created", token=made.group(1))

    def list_registration_tokens(self, _asked: Record) -> Seen:
        raise self.cannot("it makes registration tokens, and does not list them")

    def update_registration_token(self, _asked: Record) -> Seen:
        raise self.cannot("it makes registration tokens, and does not change them")

    def revoke_registration_token(self, _asked: Record) -> Seen:
        raise self.cannot("it makes registration tokens, and does not revoke them")


def up_to_the_username(words: tuple[str, ...]) -> list[str]:
    """Its arguments without the password, which is the value of an option or follows the username."""
    end = words.index("--") + 2 if "--" in words else len(words)
    return ["--password=[secret]" if word.startswith("--password=") else word for word in words[:end]]
