"""Operations on the accounts of MAS."""

from __future__ import annotations

import time
from collections.abc import Iterator

from .account_lists import wanted
from .behind_mas import BehindMas
from .bounds import TIMEOUT
from .checks import truth
from .json_types import Act, Record
from .mas_begun import Begun
from .mas_records import USER, user_record
from .mas_sessions import MasSessions
from .mas_tokens import MasTokens
from .moments import moment
from .results import Failed, Seen, after_a_change, still_shut_out

SETTLED = 5  # seconds after which a background job of MAS has run, if nothing shows it


def server_for(request: Record) -> BehindMas:
    if request.get("cli"):
        from .mas_cli import MasCli

        return MasCli(request)
    return Mas(request)


class Mas(MasSessions, MasTokens):
    def looks(self) -> dict[str, Act]:
        return {
            "server": self.ready,
            "api": self.look_at_api,
            "admin": self.look_at_admin,
            "accounts": self.look_at_accounts,
        }

    def look_at_api(self, _account: Record) -> Seen:
        self.api("GET", "/users?page[first]=1")
        return Seen("access/works")

    def look_at_accounts(self, _account: Record) -> Seen:
        attributes = [each["attributes"] for each in self.pages("/users", attributes=USER)]
        return Seen("accounts/listed", active={each["username"]: each["deactivated_at"] is None for each in attributes})

    # Looking

    def user_of(self, record: Record) -> Record:
        return user_record(record["attributes"], self.domain)

    def show_user(self, account: Record) -> Seen:
        user = self.existing(account)
        emails = [each["attributes"]["email"] for each in self.emails(user)]
        return Seen("found", user={**self.user_of(user), **self.seen_at_homeserver(account), "emails": emails})

    def look_beyond(self, account: Record) -> Seen:
        """Without a token, the homeserver tells a display name, and only so many of them in a minute."""
        if self.request.get("homeserver_token"):
            return self.show_user(account)
        emails = [each["attributes"]["email"] for each in self.emails(self.existing(account))]
        return Seen("found", user={"emails": emails})

    def list_users(self, account: Record) -> Seen:
        return Seen("found", users=wanted(account, self.users(account)), acting_admin=self.acting_id)

    def users(self, account: Record) -> Iterator[Record]:
        """With when each was last seen, where a person asks: for declared accounts, all those sessions would be read for nothing."""
        seen = self.last_seen() if "inactive" in account else None
        filters = {"filter[admin]": "true"} if truth(account.get("admins")) else {}
        for each in self.pages("/users", filters, USER):
            yield {**self.user_of(each), **({} if seen is None else {"last_seen": seen.get(each["id"])})}

    # Passwords

    def set_password(self, account: Record) -> Seen:
        user = self.existing(account, active=True)
        self.judge(account)
        if not self.check:
            self.give_password(user, account, step="password_changed")
            Begun(self.request["state"], self.user_id(account)).end()
            if not truth(account.get("keep_sessions")):
                with after_a_change():
                    self.end_sessions(user)
        return Seen("done/changed", notes=still_shut_out(user["attributes"]["locked_at"]))

    # Rights and states

    def set_admin(self, account: Record, is_admin: bool) -> Seen:
        """A session keeps the admin rights with which it began, so all sessions end, unless they are to be kept."""
        user = self.existing(account)
        if user["attributes"]["admin"] == is_admin:
            return Seen("done/unchanged")
        if is_admin and user["attributes"]["deactivated_at"]:
            raise Failed("account/deactivated")
        if not self.check:
            self.set(user, "set-admin", {"admin": is_admin})
            if not is_admin and not truth(account.get("keep_sessions")):
                with after_a_change():
                    self.end_sessions(user)
        return Seen("done/changed")

    def lock_user(self, account: Record) -> Seen:
        return self.set_state(account, "locked_at", "lock", True)

    def unlock_user(self, account: Record) -> Seen:
        return self.set_state(account, "locked_at", "unlock", False)

    def set_state(self, account: Record, attribute: str, action: str, value: bool) -> Seen:
        user = self.existing(account, active=True)
        if (user["attributes"][attribute] is not None) == value:
            return Seen("done/unchanged")
        if not self.check:
            self.set(user, action)
        return Seen("done/changed")

    def deactivate_user(self, account: Record) -> Seen:
        """skip_erase is always sent: without it MAS has the homeserver erase the account."""
        self.check_erasing(account)
        user = self.existing(account)
        if user["attributes"]["deactivated_at"]:
            return Seen("done/unchanged")
        if not self.check:
            self.set(user, "deactivate", {"skip_erase": not truth(account.get("erase"))})
            self.wait_for_deactivation(user)
        return Seen("done/changed")

    def wait_for_deactivation(self, user: Record, not_before: float = 0) -> None:
        """
        MAS deactivates in a background job and does not report its end; what can be seen is that sessions and addresses are
        gone. The homeserver is notified after that, certainly by `not_before`.
        """
        deadline = time.time() + TIMEOUT
        while time.time() < deadline:
            if time.time() >= not_before and not any(self.sessions(user)) and not any(self.emails(user)):
                return
            time.sleep(0.5)

    def reactivate_user(self, account: Record) -> Seen:
        """A deactivation whose job has not run yet would undo this: wait for it, and check again afterwards."""
        user = self.existing(account)
        if not user["attributes"]["deactivated_at"]:
            return Seen("done/unchanged")
        deadline = time.time() + TIMEOUT
        while not self.check:
            self.wait_for_deactivation(user, moment(user["attributes"]["deactivated_at"]) + SETTLED)
            try:
                self.set(user, "reactivate")
            except Failed as failed:
                if (
                    failed.signs[-1] != "state/500" or time.time() > deadline
                ):  # the homeserver may be about to deactivate it
                    raise
            time.sleep(1)
            user = self.existing(account)
            if not user["attributes"]["deactivated_at"]:
                break
            if time.time() > deadline:
                raise Failed("state/undone", detail="deactivated again at " + user["attributes"]["deactivated_at"])
        return Seen("reactivated/with_password", notes=still_shut_out(user["attributes"]["locked_at"]))
