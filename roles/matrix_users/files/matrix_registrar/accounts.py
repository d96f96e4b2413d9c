"""Declared accounts: one call plans the changes, a second one makes them."""

from __future__ import annotations

import datetime
from typing import Any

from .work import Failure, Perform, Record, Work, read_text


class Accounts(Work):
    """`blank`: by username, the source of a declared password that was empty."""

    def __init__(self, definitions: Record, host: Record, check: bool) -> None:
        super().__init__(definitions, host, check)
        self.blank: dict[str, str] = {}

    includes_found = False  # whether the plan also has the accounts as they were

    # What each surface implements

    def passwords_of(self, accounts: list[Record]) -> dict[str, str]:
        """The passwords of these declared accounts, by username, read from their references."""
        raise NotImplementedError

    def converge(self, declared: list[Record], policy: str, lock_unnamed: bool) -> tuple[Record, Record]:
        """Makes the accounts match. Returns the plan and its result, which is the plan itself if nothing was done."""
        self.refuse_unsupported()
        wanted = {
            "users": declared,
            "policy": policy,
            "lock_unnamed": lock_unnamed,
            "include_found": self.includes_found,
            "today": datetime.datetime.now(datetime.timezone.utc).date().isoformat(),
            "refusals": self.authority["refused"],
        }
        plan = self.found(lambda: self.call("plan-users", passwords={}, **wanted))
        if "changes" not in plan:  # there are passwords to compare
            passwords = self.passwords_of(plan["needed"])
            plan = self.found(lambda: self.call("plan-users", passwords=passwords, **wanted))
        if self.check or not plan["changes"]:
            return plan, plan
        passwords = self.passwords_of(plan["needed"])
        planned = {name: plan[name] for name in ("declared", "changes", "troubles")}
        return plan, self.found(lambda: self.call("change-users", passwords=passwords, **planned))

    def found(self, perform: Perform) -> Record:
        result = self.attempt(perform)
        facts: Record = result["facts"]
        if result["outcome"] != "found":
            raise Failure(result.get("class", "server_error"), **facts)
        return facts

    def call(self, action: str, **more: Any) -> Record:
        return self.ask(
            action,
            self.naming("request", "access", "tokens"),
            ["converge"],
            check=action != "change-users",
            domain=self.host["domain"],
            password_rules=self.authority["passwords"],
            usernames=self.authority["usernames"],
            words=self.definitions["changes"],
            **more,
        )

    def guarded(self, action: str, argv: list[str]) -> list[str]:
        """Changes are made while holding the lock of the accounts."""
        lock = ["sh", "-c", read_text("with_lock.sh"), "sh", self.host["domain"]]
        return [*lock, *argv] if action == "change-users" else argv

    def report_of(self, trouble: Record) -> Record:
        """A problem with one account, as a report."""
        username = trouble["username"]
        if trouble["class"] != "password_missing" or username not in self.blank:
            return trouble
        facts = {"user_id": self.user_id(username), "detail": self.blank[username]}
        return self.failed(Failure("declared_password_missing", **facts))

    def explained(self, trouble: Record) -> str:
        """The problem in one line."""
        report, doing = self.report_of(trouble), trouble["operation"] + ": " if trouble["operation"] else ""
        return "%s: %s%s %s" % (self.user_id(trouble["username"]), doing, report["message"], report["hint"])
