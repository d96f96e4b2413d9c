"""An operation on one account, from request to report."""

from __future__ import annotations

import os
from typing import Any

from matrix_server.checks import NO, YES, truth

from .invitation import read_template
from .table import table_of
from .work import Failure, Record, Work


def definition_of(definitions: Record, name: str) -> Record:
    return next(each for each in definitions["operations"] if each["name"] == name)


def parameters_of(operation: Record) -> list[Record]:
    return [*operation["parameters"], *operation.get("options", [])]


class Operation(Work):
    """`given` has a value for each parameter of the operation but the password."""

    def __init__(self, definitions: Record, host: Record, name: str, given: Record, check: bool) -> None:
        super().__init__(definitions, host, check)
        self.operation = definition_of(definitions, name)
        self.parameters = {each["name"]: each for each in parameters_of(self.operation)}
        self.given = {name: self.or_default(name, value) for name, value in given.items()}
        asked = str(given.get("username") or "")
        self.localpart = self.localpart_of(asked)
        self.text = self.operation.get("text")
        self.facts.update(self.reports.facts_of({**self.given, "username": self.localpart}), username=asked)

    def or_default(self, name: str, value: Any) -> Any:
        """A text that was not given has the operation's default."""
        return self.parameters.get(name, {}).get("default", value) if value == "" else value

    # What each surface implements

    def gives_password(self) -> bool:
        """Whether a password comes with this request, and not only from the surroundings."""
        return False

    def read_password(self) -> str:
        """The password, read as late as possible."""
        raise NotImplementedError

    def refuse_surroundings(self) -> None:
        """Raises a Failure if the request itself is wrong."""

    def key_of_answer(self) -> Record:
        """The key with which the program encrypts a secret in its answer, if that could be logged."""
        return {}

    def path_of(self, path: str) -> str:
        """Of a file on the machine where this runs."""
        return os.path.expanduser(path)

    def confirm(self) -> None:
        """Raises a Failure if the operation cannot be undone and was not confirmed."""
        if not (self.check or truth(self.given["yes"]) or self.given["confirm_erase"]):
            raise Failure("not_confirmed")

    # From request to report

    def report(self) -> Record:
        try:
            return {**self.about(), **self.succeeded(self.do())}
        except Failure as failure:
            return {**self.about(), **self.failed(failure)}

    def do(self) -> Record:
        """The program's result."""
        self.refuse()
        self.account = {**self.given, "username": self.localpart}
        if self.takes_password():
            self.account["password"] = self.read_password()
            if not self.account["password"]:
                raise Failure(self.parameters["password"]["missing"])
        result = self.attempt(self.perform)
        if result["outcome"] not in self.operation["messages"] or "message" not in result:
            raise Failure(result.get("class", "server_error"), **result["facts"])
        return result

    def perform(self) -> Record:
        name, account = self.operation["name"], {each: self.account.get(each) for each in self.parameters}
        rules = {"password_rules": self.authority["passwords"]} if self.takes_password() else {}
        about = {"check": self.check, "domain": self.host["domain"], **rules, "accounts": [account]}
        return self.ask(name, self.naming(*self.setting_groups(name)), **about, **self.key_of_answer())

    def reported(self, action: str) -> Record:
        return {action: {**self.operation, "text": self.text}} if action == self.operation["name"] else {}

    def setting_groups(self, name: str) -> list[str]:
        """The groups of the server's settings that the operation needs."""
        access = [] if name in self.authority["withoutAccess"] else ["access"]
        return ["request", *access, *(["tokens"] if name in self.definitions["onTokens"] else [])]

    def refused_options(self) -> Record:
        """The parameters that the server does without."""
        refused: Record = self.authority["refusedOptions"].get(self.operation["name"], {})
        return refused

    def takes_password(self) -> bool:
        return "password" in self.parameters and "password" not in self.refused_options()

    def knows_password(self) -> bool:
        """Whether it is the one that the account has already."""
        return bool(self.parameters["password"].get("isKnown"))

    def is_given(self, name: str) -> bool:
        if self.parameters[name]["kind"] == "secret":
            return self.gives_password()
        return self.given.get(name) not in (None, "", [], self.parameters[name].get("default"))

    # What is refused without asking the server

    def refuse(self) -> None:
        self.refuse_unsupported()
        refused, given = self.refused_options(), filter(self.is_given, self.parameters)
        refusals = [self.authority["refused"].get(self.operation["name"]), *map(refused.get, given)]
        for refusal in filter(None, refusals):
            raise Failure("unsupported", detail=refusal["refused"], way=refusal["hint"])
        self.refuse_surroundings()
        if self.given.get("template"):
            self.text = read_template(self.path_of(self.given["template"]), self.definitions["placeholders"])
        for name, each in self.parameters.items():
            if "missing" in each and "default" not in each and not self.given.get(name):
                raise Failure(each["missing"])
        if "username" in self.parameters:
            self.refuse_username(self.facts["username"], makes=self.operation["name"] in self.definitions["makers"])
        for name, each in self.parameters.items():
            if each["kind"] == "flag" and str(self.given[name]).lower() not in YES + NO:
                raise Failure("neither_yes_nor_no", detail='%s is "%s"' % (name, self.given[name]))
        if "yes" in self.parameters:
            self.confirm()

    def succeeded(self, result: Record) -> Record:
        """The report of a result."""
        shown: Record = {
            name: result[name] for name in ("outcome", "message", "next", "text", "token") if name in result
        }
        return {**shown, "changed": result["changed"] or self.started, **self.found_in(result["facts"])}

    def found_in(self, facts: Record) -> Record:
        """The operation's records, under the name in its definition."""
        fact = self.operation.get("finds", {}).get("fact")
        return {fact: facts[fact]} if fact in facts else {}

    def table(self, report: Record) -> list[str]:
        """The records for people."""
        found = self.found_in(report).values()
        return [line for each in found for line in table_of(self.operation["finds"], each, report["message"])]

    def about(self) -> Record:
        return {"host": self.host["host"], "operation": self.operation["name"], "user_id": self.facts["user_id"]}
