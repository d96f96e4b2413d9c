"""Calls the program next to a server.

What each server does, and every message, is in definitions.json.
"""

from __future__ import annotations

import json
import os
import re
import time
from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from matrix_server.reports import Reports

Record = dict[str, Any]


class Done(NamedTuple):
    """How a command on the host ended."""

    returncode: int
    stdout: str
    stderr: str


class Failure(Exception):
    """Ends the work: the failure's name in definitions.json, and facts for its words."""

    def __init__(self, name: str, **facts: Any) -> None:
        super().__init__(name)
        self.name = name
        self.facts = facts


Perform = Callable[[], Record]  # a result with its report, as matrix_server/main.py prints it


def read_text(name: str) -> str:
    files = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    with open(os.path.join(files, name), encoding="utf-8") as file:
        return file.read()


def read_definitions() -> Record:
    definitions: Record = json.loads(read_text("definitions.json"))
    return definitions


class Work:
    """Work on the accounts of one server. `host` has its settings, and facts for messages."""

    def __init__(self, definitions: Record, host: Record, check: bool) -> None:
        self.definitions = definitions
        self.host = host
        self.check = check
        self.authority = definitions["authorities"].get(host["authority"])
        self.account: Record = {}
        self.started = False
        self.facts: Record = {
            "domain": host["domain"],
            "host": host["host"],
            "homeserver": self.authority["label"] if self.authority else host["authority"],
            "element_url": host["element_url"],
            "register_url": host.get("register_url") or "",
        }
        tables = {**definitions, "answers": self.answers(), "operations": {}, "facts": self.facts}
        self.reports = Reports(tables, check)

    # What each surface implements

    def run(self, argv: list[str], stdin: str) -> Done:
        """Runs a command on the host, as root if needed; returns a Done."""
        raise NotImplementedError

    def setting(self, name: str) -> Any:
        """A setting of the server; an unknown name is a bug."""
        raise NotImplementedError

    def text_of(self, path: str) -> str:
        """The text of a file beside this package."""
        return read_text(path)

    def refuse_unsupported(self) -> None:
        if not self.authority:
            raise Failure("unsupported_homeserver")

    # Names

    def localpart_of(self, asked: str) -> str:
        """john of john, and of @john:DOMAIN where DOMAIN is this server's."""
        suffix = ":" + self.host["domain"]
        return asked[1 : -len(suffix)] if asked.startswith("@") and asked.endswith(suffix) else asked

    def user_id(self, localpart: str) -> str:
        return "@%s:%s" % (localpart, self.host["domain"])

    def refuse_username(self, asked: str, makes: bool) -> None:
        """Raises a Failure if the name cannot be an account here or, for a new account, cannot be registered."""
        usernames, localpart = self.authority["usernames"], self.localpart_of(asked)
        if asked.startswith("@") and not asked.endswith(":" + self.host["domain"]):
            raise Failure("other_domain")
        pattern = usernames["pattern"] if makes else self.definitions["anyUsername"]
        if not re.fullmatch(pattern, localpart) or len(self.user_id(localpart)) > usernames["maxUserId"]:
            raise Failure("invalid_username")

    # The program next to the server

    def attempt(self, perform: Perform) -> Record:
        """The result of `perform`; if the server does not answer, starts its service and tries once more."""
        self.facts["service"] = str(self.setting("service"))
        result = perform()
        if result.get("class") != "not_ready":
            return result
        result = self.start_service(result)
        return perform() if result["outcome"] == "ready" else result

    def ask(self, action: str, naming: Record, modules: Sequence[str] = (), **more: Any) -> Record:
        """The program's result; `modules` are needed besides the server's."""
        request = {"action": action, **self.filled(naming), "reporting": self.reporting(action), **more}
        argv, program = self.command(modules)
        try:
            done = self.run(self.guarded(action, argv), program + json.dumps(request))
        except OSError as error:
            lacking = {"signs": [self.definitions["exitSigns"]["127"]], "facts": {"detail": str(error)}}
            return self.reports.report("", {}, lacking)
        return result_in(done.stdout) or self.reports.report("", {}, self.no_answer(done))

    def reporting(self, action: str) -> Record:
        """What the program needs of the tables for its reports."""
        needed = {*self.answers().values(), "odd_answer", "server_error"}
        return {
            **{name: self.definitions[name] for name in ("refusals", "nextSteps", "pointless", "placeholders")},
            "failures": {name: words for name, words in self.definitions["failures"].items() if name in needed},
            "answers": self.answers(),
            "operations": self.reported(action),
            "facts": self.facts,
        }

    def reported(self, _action: str) -> Record:
        """The operations whose reports are wanted, by name."""
        return {}

    def guarded(self, action: str, argv: list[str]) -> list[str]:
        """The command under a lock, so that nobody else changes accounts at the same time."""
        return argv

    def answers(self) -> Record:
        """The meaning of signs, from the server's own table or else the common one."""
        return {**self.definitions["answers"], **(self.authority["answers"] if self.authority else {})}

    def no_answer(self, done: Done) -> Record:
        sign = self.definitions["exitSigns"].get(str(done.returncode), self.definitions["troubles"]["otherwise"])
        return {"signs": [sign], "facts": {"detail": (done.stderr.strip().splitlines() or [""])[-1]}}

    def command(self, modules: Sequence[str] = ()) -> tuple[list[str], str]:
        """The command's arguments, and the program for its standard input, before the request."""
        python = self.setting("python")
        words = python if isinstance(python, list) else [str(python)]
        program = self.program_line([self.authority["program"]["module"], *modules])
        return [*words, "-c", self.definitions["reader"]], program

    def program_line(self, names: list[str]) -> str:
        """The text for the reader: the loader and its arguments."""
        modules = sorted({module for name in names for module in self.definitions["programs"][name]})
        sources = {name: self.text_of("matrix_server/%s.py" % name) for name in modules}
        return json.dumps([self.text_of("matrix_server/loader.py"), sources, names]) + "\n"

    def naming(self, *names: str) -> Record:
        """The server's settings for the program, each by the name of its setting."""
        program = self.authority["program"]
        return {key: value for name in names for key, value in program.get(name, {}).items()}

    def filled(self, naming: Record) -> Record:
        """Replaces each name by the value of the setting."""
        return {
            key: self.setting(value) if isinstance(value, str) else self.filled(value) for key, value in naming.items()
        }

    # A service that is stopped

    def start_service(self, result: Record) -> Record:
        """Whether the service exists, runs, and answers once it is started; `result` if that cannot be found out."""
        service, check = self.facts["service"], ["check"] if self.check else []
        done = self.run(["/bin/sh", "-s", "--", service, *check], self.text_of("start_service.sh"))
        states = self.definitions["serviceStates"]
        state = next((states[sign] for sign in states if sign in done.stdout), None)
        if not state:
            return result
        self.started |= state["started"]
        if "failure" in state:
            facts = {"service": service, "error": done.stderr.strip()}
            raise Failure(state["failure"], detail=state.get("detail", "") % facts)
        return self.wait_until_ready()

    def wait_until_ready(self) -> Record:
        deadline = time.monotonic() + float(self.host["ready_timeout"])
        result = self.ask("ready", self.naming("request"))
        while result["outcome"] != "ready" and time.monotonic() < deadline:
            time.sleep(1)
            result = self.ask("ready", self.naming("request"))
        return result

    def failed(self, failure: Failure) -> Record:
        """A failure as a report."""
        report = self.reports.failure(failure.name, {**self.facts, **failure.facts})
        return {**report, "changed": report["changed"] or self.started}


def result_in(text: str) -> Record | None:
    """The first result in a program's answer, or None; a login shell may have printed something before it."""
    start = re.search(r'^\{"results"', text, re.M)
    try:
        answer = json.JSONDecoder().raw_decode(text, start.start())[0] if start else {"results": []}
    except (ValueError, RecursionError):
        return None
    results = answer["results"]
    result = results[0] if isinstance(results, list) and results else None
    return result if isinstance(result, dict) and is_result(result) else None


def is_result(result: Record) -> bool:
    texts = [result.get("outcome"), *(result.get(name, "") for name in ("class", "message", "hint", "text", "token"))]
    lists = [result.get("signs"), result.get("next", [])]
    return (
        all(isinstance(text, str) for text in texts)
        and all(isinstance(each, list) and all(isinstance(text, str) for text in each) for each in lists)
        and isinstance(result.get("facts"), dict)
    )
