#!/usr/bin/env python3
"""Run an operation on an account of this host's homeserver. The name that this file is called by is the operation.

Standard library only, Python 3.9 or newer. In lib/, next to the bin/ of this file, are program.json, the texts of the
role's modules and definitions by their paths; and host.json, the settings of this host.
"""

from __future__ import annotations

import argparse
import getpass
import json
import os
import sys
from collections.abc import Iterable
from typing import Any

LIBRARY = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "lib")


def read_library(name: str) -> Any:
    with open(os.path.join(LIBRARY, name), encoding="utf-8") as file:
        return json.load(file)


try:
    TEXTS, HOST = read_library("program.json"), read_library("host.json")
except PermissionError:
    sys.exit("This needs root: run it with sudo.")
loader: dict[str, Any] = {}
exec(TEXTS["matrix_server/loader.py"], loader)
for package in ("matrix_registrar", "matrix_server"):
    sources = {path[len(package) + 1 : -3]: text for path, text in TEXTS.items() if path.startswith(package + "/")}
    sys.meta_path.insert(0, loader["Sent"](package, sources))

from matrix_registrar.line_end import Stray, without_line_end  # noqa: E402
from matrix_registrar.operation import Operation, definition_of, parameters_of  # noqa: E402
from matrix_registrar.still_working import saying_so  # noqa: E402
from matrix_registrar.work import Done, Failure, Record  # noqa: E402
from matrix_server.checks import truth  # noqa: E402
from matrix_server.commands import run  # noqa: E402
from matrix_server.printable import for_people  # noqa: E402
from matrix_server.results import Exceeded  # noqa: E402

MOST_SECONDS = 2 * 3600  # for a program, which has bounds of its own
MOST_BYTES = 64 << 20  # of what it prints
WHERE_IT_COMES_FROM = " is asked for on a terminal, or read from standard input."
TYPED_PASSWORD = "best left out, since others on this host can see a command line; 1 or yes: a server admin"


def main() -> int:
    definitions, name = json.loads(TEXTS["definitions.json"]), os.path.basename(sys.argv[0])
    operation = definition_of(definitions, name)
    takes_password = any(each["kind"] == "secret" for each in operation["parameters"])
    options = parse_account(operation) if takes_password else parse_arguments(operation)
    work = HostOperation(definitions, HOST, name, options)
    try:
        report = work.report()
    except Exceeded as exceeded:
        report = {**work.about(), **work.failed(Failure("odd_answer", detail=str(exceeded)))}
    return print_report(work, report, options.json)


def parse_arguments(operation: Record) -> argparse.Namespace:
    """Required parameters are positional, the rest are options."""
    password = next((each["summary"] for each in parameters_of(operation) if each["kind"] == "secret"), "")
    parser = argparse.ArgumentParser(
        prog=operation["name"],
        description=operation["summary"] + ", on this host.",
        epilog=password and password[0].upper() + password[1:] + WHERE_IT_COMES_FROM,
    )
    add_options(parser, operation)
    for each in operation["parameters"]:
        if "default" not in each:
            parser.add_argument(each["name"], help=each["summary"])
    return parser.parse_args()


def add_options(parser: argparse.ArgumentParser, operation: Record) -> None:
    for each in parameters_of(operation):
        flag, value = "--" + each["name"].replace("_", "-"), str(each.get("placeholder", each["name"])).upper()
        if each["kind"] == "flag":
            parser.add_argument(flag, action="store_const", const="yes", default="no", help=each["summary"])
        elif each["kind"] == "list":
            parser.add_argument(flag, action="append", default=[], metavar=value, help=each["summary"])
        elif each["kind"] == "text" and "default" in each:
            parser.add_argument(flag, default=each["default"], metavar=value, help=each["summary"])
    if "changes" in operation:
        parser.add_argument("--check", action="store_true", help="change nothing; show what would change")
    parser.add_argument("--json", action="store_true", help="print the outcome as JSON")


def parse_account(operation: Record) -> argparse.Namespace:
    """Like the playbook's own scripts: username, password, 0 or 1."""
    parser = argparse.ArgumentParser(
        prog=operation["name"],
        usage="%(prog)s [options] username [password" + (" [0|1]]" if takes(operation, "admin") else "]"),
        description=operation["summary"]
        + ", on this host. Options come first: what follows the username is the password.",
        epilog="A password that is left out" + WHERE_IT_COMES_FROM,
    )
    add_options(parser, operation)
    parser.add_argument("username", help="john, or @john:example.com")
    parser.add_argument("words", nargs="*", metavar="password", help=TYPED_PASSWORD)
    options, typed = split(sys.argv[1:], with_value(operation))
    if len(typed) > (2 if takes(operation, "admin") else 1):
        parser.error("too many arguments; a password with spaces needs quotes")
    if typed[:1] and typed[0].startswith("-") and "--" not in options:
        parser.error(
            "the password begins with a dash, as options do; leave it out to be asked, or put -- before the username"
        )
    parsed = parser.parse_args(options)
    parsed.password = typed[0] if typed else None
    if typed[1:]:
        parsed.admin = typed[1]
    return parsed


def takes(operation: Record, name: str) -> bool:
    return any(each["name"] == name for each in parameters_of(operation))


def with_value(operation: Record) -> list[str]:
    return ["--" + each["name"].replace("_", "-") for each in operation.get("options", []) if each["kind"] != "flag"]


def split(words: list[str], with_value: list[str]) -> tuple[list[str], list[str]]:
    """The words up to the username, and what follows it: argparse would read a password like --=x as an option of its own."""
    after_option = False
    for index, word in enumerate(words):
        if after_option:
            after_option = False
            continue
        if word in with_value:
            after_option = True
            continue
        if word == "--":
            return words[: index + 2], words[index + 2 :]
        if not word.startswith("-") or word == "-":
            return words[: index + 1], words[index + 1 :]
    return words, []


def secrets_given(names: Iterable[str]) -> dict[str, str]:
    """They come from environment variables such as MATRIX_ADMIN_TOKEN; no file on the host has them."""
    given = {name: os.environ.get("MATRIX_" + name.upper()) for name in names}
    return {name: value for name, value in given.items() if value}


def read_password(options: argparse.Namespace, user_id: str, is_known: bool) -> str:
    if getattr(options, "password", None) is not None:
        return str(options.password)
    if not sys.stdin.isatty():
        text = sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
        try:
            return without_line_end(text)
        except Stray as stray:
            raise Failure("password_line_end", detail=str(stray)) from None
    prompt = "Password for %s: " % user_id
    return getpass.getpass(prompt) if is_known else type_password(prompt)


def type_password(prompt: str, attempts: int = 3) -> str:
    password = getpass.getpass(prompt)
    if getpass.getpass("Confirm password: ") == password:
        return password
    if attempts == 1:
        sys.exit("The passwords do not match; nothing was done.")
    print("The passwords do not match. Try again.", file=sys.stderr)
    return type_password(prompt, attempts - 1)


def say(what: str) -> None:
    if sys.stderr.isatty():
        print(what, file=sys.stderr)


class HostOperation(Operation):
    def __init__(self, definitions: Record, host: Record, name: str, options: argparse.Namespace) -> None:
        takes = [each["name"] for each in parameters_of(definition_of(definitions, name)) if each["kind"] != "secret"]
        given = {each: getattr(options, each, None) for each in takes}
        super().__init__(definitions, host, name, given, getattr(options, "check", False))
        self.options = options
        self.settings = {**host["settings"], **secrets_given(self.authority["secrets"])}

    def run(self, argv: list[str], stdin: str) -> Done:
        with saying_so(say):
            ended = run(argv, stdin, seconds=MOST_SECONDS, most=MOST_BYTES)
        return Done(ended.returncode, ended.stdout, ended.stderr)

    def setting(self, name: str) -> Any:
        return self.settings[name]

    def failed(self, failure: Failure) -> Record:
        lacking = self.lacking_secret() if failure.name == "access_missing" else ""
        return super().failed(Failure("access_not_given", detail=lacking) if lacking else failure)

    def lacking_secret(self) -> str:
        """The variable that would give the access; empty: the host file names none."""
        settings = HOST["settings"]
        if "client_id" in settings:
            return "MATRIX_CLIENT_SECRET" if settings["client_id"] else ""
        return "MATRIX_ADMIN_PASSWORD" if settings.get("admin_username") else "MATRIX_ADMIN_TOKEN"

    def text_of(self, path: str) -> str:
        return str(TEXTS[path])

    def read_password(self) -> str:
        return read_password(self.options, str(self.facts["user_id"]), self.knows_password())

    def succeeded(self, result: Record) -> Record:
        secret, facts = self.operation.get("makes"), result["facts"]
        made: Record = {str(secret): facts[secret]} if secret in facts else {}
        return {**super().succeeded(result), **made}

    def show_account(self) -> None:
        """The account and its sessions, to whoever is asked."""
        for name in ("show-user", "list-sessions"):
            look = HostOperation(self.definitions, HOST, name, argparse.Namespace(username=self.facts["username"]))
            for line in look.table(for_people(look.report())):
                print(line, file=sys.stderr)

    def confirm(self) -> None:
        """Asks on a terminal; elsewhere it takes --yes, or to erase, the account's name."""
        is_erase = truth(self.given["erase"])
        if self.check or self.given["confirm_erase"] or (self.given["yes"] == "yes" and not is_erase):
            return
        if sys.stdin.isatty():
            self.show_account()
        if is_erase and sys.stdin.isatty():
            words = "Deactivate %s, and erase what was written: that cannot be undone. Type erase: "
            if input(words % self.facts["user_id"]) == "erase":
                self.given["confirm_erase"] = [self.facts["user_id"]]
                return
        elif sys.stdin.isatty():
            question = "Deactivate %s: it loses its password and sessions, and leaves all rooms. Type yes: "
            if input(question % self.localpart).strip().lower() in ("y", "yes"):
                return
        super().confirm()


def print_report(work: HostOperation, report: Record, as_json: bool) -> int:
    exit_code = {"refused": 2, "failed": 3}.get(report["outcome"], 0)
    if as_json:
        print(json.dumps({"format_version": 1, **report}, indent=2))
        return exit_code
    shown = for_people(report)
    if exit_code:
        print("error: %s\n  %s" % (shown["message"], shown["hint"]), file=sys.stderr)
    else:
        if "text" in report:  # which alone is on standard output, for a program that sends mail
            print(shown["message"], file=sys.stderr)
            print("\n".join(map(for_people, report["text"].split("\n"))), end="")
            return exit_code
        secret = work.operation.get("makes")
        made = ["Access token of %s: %s" % (shown["user_id"], shown[secret])] if secret in shown else []
        print("\n".join([*(work.table(shown) or [shown["message"]]), *made, *shown["next"]]))
    return exit_code


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
