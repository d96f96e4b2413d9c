"""An operation on one account, from request to report."""

from __future__ import annotations

import os
from typing import Any

from .invitation import invitation_text, read_template
from .work import Ending, Failure, Record, Work

YES, NO = ("1", "yes", "true"), ("0", "no", "false")
NAMED = ("email", "token", "person", "display_name", "kind", "session", "uses", "expires")  # in messages


def is_yes(word: Any) -> bool:
    return str(word).lower() in YES


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
        self.facts.update(
            user_id=self.user_id(self.localpart),
            username=asked,
            rank="a server admin" if is_yes(given.get("admin")) else "an ordinary user",
            **{name: self.given.get(name) or "" for name in NAMED},
        )

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
        if not (self.check or is_yes(self.given["yes"]) or self.given["confirm_erase"]):
            raise Failure("not_confirmed")

    # From request to report

    def report(self) -> Record:
        try:
            return {**self.about(), **self.succeeded(*self.do())}
        except Failure as failure:
            return {**self.about(), **self.failed(failure)}

    def do(self) -> Ending:
        """The outcome and its facts."""
        self.refuse()
        self.account = {**self.given, "username": self.localpart}
        if self.takes_password():
            self.account["password"] = self.read_password()
            if not self.account["password"]:
                raise Failure("own_password_missing" if self.knows_password() else "password_missing")
        meaning, facts = self.attempt(self.perform)
        if meaning not in self.operation["messages"]:
            raise Failure(self.failure_of(meaning), **facts)
        return meaning, facts

    def perform(self) -> Ending:
        name, account = self.operation["name"], {each: self.account.get(each) for each in self.parameters}
        rules = {"password_rules": self.authority["passwords"]} if self.takes_password() else {}
        about = {"check": self.check, "domain": self.host["domain"], **rules, "accounts": [account]}
        return self.ask(name, self.naming(*self.setting_groups(name)), **about, **self.key_of_answer())

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
        if "username" in self.parameters:
            self.refuse_username(self.facts["username"], makes=self.operation["name"] in self.definitions["makers"])
        for name, each in self.parameters.items():
            if each["kind"] == "flag" and str(self.given[name]).lower() not in YES + NO:
                raise Failure("neither_yes_nor_no", detail='%s is "%s"' % (name, self.given[name]))
        for name in ("email", "token"):
            if name in self.parameters and "default" not in self.parameters[name] and not self.given[name]:
                raise Failure(name + "_missing")
        if "yes" in self.parameters:
            self.confirm()

    # Words

    def succeeded(self, outcome: str, found: Record) -> Record:
        words = {**self.operation["messages"], **(self.operation["predicts"] if self.check else {})}
        facts = {**self.facts, **found}
        self.refuse_nothing(outcome, found)
        return {
            "outcome": outcome,
            "changed": self.is_change(outcome) or self.started,
            "message": words[outcome] % facts,
            "next": [self.hint(step) % facts for step in self.next_of(outcome, found.get("notes") or [])],
            **self.text_for(facts),
            **self.token_in(found),
            **self.found_in(found),
        }

    def next_of(self, outcome: str, notes: list[str]) -> list[str]:
        """A note from the server replaces the step that it makes pointless; a prediction has notes alone."""
        usual = [] if self.check else self.operation.get("next", {}).get(outcome, [])
        relevant = [note for note in notes if note in self.definitions["nextSteps"]]
        pointless = [self.definitions["pointless"][note] for note in relevant if note in self.definitions["pointless"]]
        return relevant + [step for step in usual if step not in pointless]

    def found_in(self, facts: Record) -> Record:
        """The operation's records, under the name in its definition."""
        fact = self.operation.get("finds", {}).get("fact")
        return {fact: facts[fact]} if fact in facts else {}

    def refuse_nothing(self, outcome: str, facts: Record) -> None:
        """An answer `found` without records would otherwise be reported as an empty list."""
        if outcome == "found" and not self.found_in(facts):
            raise Failure("odd_answer", detail="it has no %s" % self.operation["finds"]["fact"])

    def token_in(self, facts: Record) -> Record:
        """The new registration token, of an operation whose answer it is."""
        is_new = self.operation.get("isAnswer") and not self.check and isinstance(facts.get("token"), str)
        return {"token": facts["token"]} if is_new else {}

    def text_for(self, facts: Record) -> Record:
        """What is to be sent to somebody, of an operation that makes such a text."""
        return {"text": invitation_text(self.text, self.definitions["placeholders"], facts)} if self.text else {}

    def is_change(self, outcome: str) -> bool:
        change = self.operation.get("changes")
        return change is not None and (outcome == change or outcome.startswith(change + "_"))

    def hint(self, step: str) -> str:
        addresses = {"log_in": "element_url", "hand_out": "register_url"}
        is_known = step not in addresses or self.facts[addresses[step]]
        return str(self.definitions["nextSteps"][step if is_known else step + "_anywhere"])

    def about(self) -> Record:
        return {"host": self.host["host"], "operation": self.operation["name"], "user_id": self.facts["user_id"]}
