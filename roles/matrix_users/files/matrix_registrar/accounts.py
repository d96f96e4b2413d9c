"""The accounts that are declared: one look at the server's tells what is to be done, and one call does it."""

from __future__ import annotations

import datetime
from typing import Any

from .work import Ending, Failure, Perform, Record, Work, read_text


class Accounts(Work):
    """`blank`: where a declared password should have come from, by username, where nothing was there."""

    def __init__(self, definitions: Record, host: Record, check: bool) -> None:
        super().__init__(definitions, host, check)
        self.blank: dict[str, str] = {}

    tells_found = False  # whether the plan has the accounts as they were, too

    # What the surfaces differ in

    def passwords_of(self, accounts: list[Record]) -> dict[str, str]:
        """The passwords of these declared accounts, by username, from where each says."""
        raise NotImplementedError

    def converge(self, declared: list[Record], policy: str, lock_unnamed: bool) -> tuple[Record, Record]:
        """Makes the accounts those that are declared; the plan, and how it ended, which is the plan where nothing was done."""
        self.refuse_unsupported()
        wanted = {
            "users": declared,
            "policy": policy,
            "lock_unnamed": lock_unnamed,
            "tell_found": self.tells_found,
            "today": datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
            "refusals": self.authority["refused"],
        }
        plan = self.found(lambda: self.call("plan-users", passwords={}, **wanted))
        if "changes" not in plan:  # there are passwords to compare
            passwords = self.passwords_of(plan["needed"])
            plan = self.found(lambda: self.call("plan-users", passwords=passwords, **wanted))
        plan["notes"] += self.about_logins(plan["sign_in"])
        if self.check or not plan["changes"]:
            return plan, plan
        passwords = self.passwords_of(plan["needed"])
        told = {name: plan[name] for name in ("declared", "changes", "troubles")}
        return plan, self.found(lambda: self.call("change-users", passwords=passwords, **told))

    def about_logins(self, told: Record) -> list[str]:
        steps = self.definitions["nextSteps"]
        return ["? " + steps[note] % {**self.facts, **told} for note in told.get("notes") or [] if note in steps]

    def found(self, perform: Perform) -> Record:
        meaning, facts = self.attempt(perform)
        if meaning != "found":
            raise Failure(self.known_failure(meaning), **facts)
        return facts

    def call(self, action: str, **more: Any) -> Ending:
        return self.ask(
            action,
            self.naming("request", "access", "tokens"),
            ["converge"],
            check=action != "change-users",
            domain=self.host["domain"],
            password_rules=self.authority["passwords"],
            usernames=self.authority["usernames"],
            answers=self.answers(),
            words=self.definitions["changes"],
            **more,
        )

    def guarded(self, action: str, argv: list[str]) -> list[str]:
        """A change is made under the lock of the accounts."""
        lock = ["sh", "-c", read_text("with_lock.sh"), "sh", self.host["domain"]]
        return [*lock, *argv] if action == "change-users" else argv

    def report_of(self, trouble: Record) -> Record:
        """Why something of one account could not be had, as a report."""
        facts = {
            **{name: trouble.get(name) or "" for name in ("username", "email", "display_name", "kind", "token")},
            "rank": "a server admin" if trouble.get("admin") else "an ordinary user",
            **trouble["facts"],
            "user_id": self.user_id(trouble["username"]),
        }
        failure = self.known_failure(self.meaning_of(trouble["signs"]))
        if failure == "password_missing" and trouble["username"] in self.blank:
            failure, facts["detail"] = "declared_password_missing", self.blank[trouble["username"]]
        return self.failed(Failure(failure, **facts))

    def explained(self, trouble: Record) -> str:
        """That in a line."""
        told, doing = self.report_of(trouble), trouble["operation"] + ": " if trouble["operation"] else ""
        return "%s: %s%s %s" % (self.user_id(trouble["username"]), doing, told["message"], told["hint"])
