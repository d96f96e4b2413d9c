"""What results mean, and their words.

The tables are those of definitions.json: "failures", "refusals", "nextSteps", "pointless" and "placeholders"; "answers",
the meaning of each sign; "operations", by name, whose reports are wanted; and "facts" about the host. A request has them as
`reporting`, with what it needs.
"""

from __future__ import annotations

import re

from .checks import truth
from .json_types import Json, Record

PLACE = re.compile(r"\{\{\s*(.*?)\s*\}\}")  # in the text of an invitation

# The parameters that messages name.
NAMED = ("email", "token", "person", "display_name", "kind", "session", "uses", "expires")


class Reports:
    def __init__(self, tables: Record, check: bool = False) -> None:
        self.tables = tables
        self.check = check

    def meaning_of(self, signs: list[str]) -> str:
        """An outcome, or the name of a failure, of the first sign that has a meaning."""
        answers = self.tables["answers"]
        return next((answers[sign] for sign in signs if sign in answers), "server_error")

    def report(self, action: str, account: Record, result: Record) -> Record:
        """The result together with its report: outcome, class of a failure, changed, message, hint or next steps, text.

        Of an action that is not an operation, a success has no words.
        """
        if not result:
            return result
        meaning, found = self.meaning_of(result["signs"]), result["facts"]
        facts = {**self.tables["facts"], **self.facts_of(account), **found}
        operation = self.tables["operations"].get(action)
        if operation is None and meaning not in self.tables["failures"]:
            return {**result, "outcome": meaning}
        if operation is None or meaning not in operation["messages"]:
            return {**result, **self.failure(meaning, facts)}
        if meaning == "found" and operation["finds"]["fact"] not in found:  # would be reported as an empty list
            detail = "it has no %s" % operation["finds"]["fact"]
            return {**result, **self.failure("odd_answer", {**facts, "detail": detail})}
        return {**result, **self.success(operation, meaning, facts)}

    def trouble(self, trouble: Record) -> Record:
        """A problem with a declared account, which has its signs and facts, together with its report."""
        facts = {**self.tables["facts"], **self.facts_of(trouble), **trouble["facts"]}
        return {**trouble, **self.failure(self.meaning_of(trouble["signs"]), facts)}

    def facts_of(self, account: Record) -> Record:
        """The facts about an account that its request has."""
        given = {name: account.get(name) for name in NAMED}
        username = account.get("username") or ""
        return {
            **{name: ", ".join(value) if isinstance(value, list) else value for name, value in given.items()},
            "username": username,
            "user_id": "@%s:%s" % (username, self.tables["facts"]["domain"]) if username else "",
            "rank": "a server admin" if truth(account.get("admin")) else "an ordinary user",
        }

    def success(self, operation: Record, outcome: str, facts: Record) -> Record:
        words = {**operation["messages"], **(operation["predicts"] if self.check else {})}
        is_new = operation.get("isAnswer") and not self.check and isinstance(facts.get("token"), str)
        return {
            "outcome": outcome,
            "changed": is_change(operation, outcome),
            "message": filled(words[outcome], facts),
            "next": [self.hint(step, facts) for step in self.next_of(operation, outcome, facts.get("notes") or [])],
            **({"text": self.invitation(operation["text"], facts)} if operation.get("text") else {}),
            **({"token": facts["token"]} if is_new else {}),
        }

    def next_of(self, operation: Record, outcome: str, notes: list[str]) -> list[str]:
        """A note from the server replaces the step that it makes pointless; a prediction has notes alone."""
        usual = [] if self.check else operation.get("next", {}).get(outcome, [])
        relevant = [note for note in notes if note in self.tables["nextSteps"]]
        pointless = [self.tables["pointless"].get(note) for note in relevant]
        return relevant + [step for step in usual if step not in pointless]

    def hint(self, step: str, facts: Record) -> str:
        addresses = {"log_in": "element_url", "hand_out": "register_url"}
        is_known = step not in addresses or facts.get(addresses[step])
        return filled(self.tables["nextSteps"][step if is_known else step + "_anywhere"], facts)

    def invitation(self, text: str, facts: Record) -> str:
        """A line that names only what is not there, such as the link of a server without one, is left out."""
        values = {name: str(facts.get(fact) or "") for name, fact in self.tables["placeholders"].items()}
        names = {line: PLACE.findall(line) for line in text.split("\n")}
        kept = [line for line in text.split("\n") if not names[line] or any(map(values.get, names[line]))]
        return PLACE.sub(lambda place: values[place.group(1)], "\n".join(kept))

    def failure(self, meaning: str, facts: Record) -> Record:
        """A general one if there are no words for it."""
        name = meaning if meaning in self.tables["failures"] else "server_error"
        words = self.tables["failures"][name]
        return {
            "outcome": "refused" if name in self.tables["refusals"] else "failed",
            "class": name,
            "changed": bool(facts.get("changed")),
            "message": filled(words["message"], facts),
            "hint": filled(words["hint"], facts),
            "next": [],
        }


def is_change(operation: Record, outcome: str) -> bool:
    """Whether the outcome is the one that changes the server, however it was done."""
    change = operation.get("changes")
    return change is not None and (outcome == change or outcome.startswith(change + "_"))


def filled(text: str, facts: Record) -> str:
    """With the facts in the place of the %(names)s; parentheses around a detail that is missing go away."""

    def value(place: re.Match[str]) -> str:
        fact: Json = facts.get(place.group(1))
        return "" if fact is None else str(fact)

    return re.sub(r"%\((\w+)\)s", value, text).replace(" ()", "")
