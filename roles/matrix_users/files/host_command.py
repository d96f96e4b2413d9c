#!/usr/bin/env python3
"""Do an operation on an account of this host's homeserver: the operation is the name that this file is called by.

Standard library only, Python 3.9 or newer. What is done stands in definitions.json (the same steps, outcomes and words
as Ansible's role), what differs from host to host in host.json; both are in lib/ beside the bin/ of this file.
"""
import argparse
import getpass
import json
import os
import re
import subprocess
import sys
import time

LIBRARY = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "lib")
TYPED_PASSWORD = "best left out, since others on this host can see a command line; 1 or yes: a server admin"
YES, NO = ("1", "yes", "true"), ("0", "no", "false")


class Failure(Exception):
    """Ends the operation: the failure's name in definitions.json, and facts for its words."""

    def __init__(self, name, **facts):
        super().__init__(name)
        self.name = name
        self.facts = facts


def main():
    try:
        definitions, host = read("definitions.json"), read("host.json")
    except PermissionError:
        sys.exit("This needs root: run it with sudo.")
    operation = next(each for each in definitions["operations"] if each["name"] == os.path.basename(sys.argv[0]))
    options = parse_arguments(operation)
    work = Work(definitions, host, operation, options)
    try:
        outcome = work.do()
        report = work.report_success(outcome)
    except Failure as failure:
        report = work.report_failure(failure)
    return tell(report, options.json)


def parse_arguments(operation):
    parser = argparse.ArgumentParser(
        prog=operation["name"],
        usage="%(prog)s [--check] [--json] [--admin] username [password [0|1]]",
        description=operation["summary"] + " on this host. Options come first: whatever follows the username is the password.",
        epilog="Without a password it is asked for on a terminal, or read from standard input.",
    )
    parser.add_argument("--admin", action="store_true", help="make it a server admin")
    parser.add_argument("--check", action="store_true", help="only tell what would be done")
    parser.add_argument("--json", action="store_true", help="tell the outcome as JSON")
    parser.add_argument("username", help="john, or @john:example.com")
    parser.add_argument("words", nargs="*", metavar="password [0|1]", help=TYPED_PASSWORD)
    options, typed = split(sys.argv[1:])
    if len(typed) > 2:
        parser.error("there are words after the password and 0 or 1; a password with spaces needs quotes")
    parsed = parser.parse_args(options)
    parsed.password, parsed.admin_word = (typed + [None, None])[:2]
    return parsed


def split(words):
    """The words up to the username, and what follows it: argparse would read a password like --=x as an option of its own."""
    for index, word in enumerate(words):
        if word == "--":
            return words[: index + 2], words[index + 2 :]
        if not word.startswith("-") or word == "-":
            return words[: index + 1], words[index + 1 :]
    return words, []


def read(name):
    with open(os.path.join(LIBRARY, name), encoding="utf-8") as file:
        return json.load(file)


def read_password(options):
    if options.password is not None:
        return options.password
    if not sys.stdin.isatty():
        text = sys.stdin.buffer.read().decode("utf-8", "surrogateescape")
        return text[:-1] if text.endswith("\n") else text
    password = getpass.getpass("Password for %s: " % options.username)
    if getpass.getpass("The same again: ") != password:
        sys.exit("The two are not the same; nothing was done.")
    return password


class Work:
    def __init__(self, definitions, host, operation, options):
        self.definitions = definitions
        self.host = host
        self.operation = operation
        self.check = options.check
        self.options = options
        self.authority = definitions["authorities"][host["homeserver"]]
        self.settings = host["settings"]
        domain = host["domain"]
        suffix = ":" + domain
        asked = options.username
        self.localpart = asked[1 : -len(suffix)] if asked.startswith("@") and asked.endswith(suffix) else asked
        self.admin = options.admin or (options.admin_word or "").lower() in YES
        self.facts = {
            "user_id": "@%s:%s" % (self.localpart, domain),
            "username": asked,
            "domain": domain,
            "host": host["host"],
            "homeserver": self.authority["label"],
            "service": str(self.settings["service"]),
            "element_url": host["element_url"],
            "kind": "a server admin" if self.admin else "an ordinary user",
        }
        self.mended = False

    def do(self):
        self.object()
        self.account = {"username": self.localpart, "password": read_password(self.options), "admin": self.admin}
        if not self.account["password"]:
            raise Failure("password_missing")
        meaning, facts = self.steps()
        if meaning == "not_ready":
            meaning, facts = self.mend(meaning, facts)
        if meaning not in self.operation["says"]:
            raise Failure(meaning, **facts)
        return meaning

    def object(self):
        """Refuse what needs no server to be refused."""
        asked, usernames = self.options.username, self.authority["usernames"]
        if not asked:
            raise Failure("username_missing")
        if asked.startswith("@") and not asked.endswith(":" + self.host["domain"]):
            raise Failure("other_domain")
        if not re.fullmatch(usernames["pattern"], self.localpart) or len(self.facts["user_id"]) > usernames["maxUserId"]:
            raise Failure("invalid_username")
        word = self.options.admin_word
        if word is not None and word.lower() not in YES + NO:
            raise Failure("invalid_admin", detail=word)

    def steps(self):
        for step in self.authority["operations"][self.operation["name"]]:
            meaning, facts = self.step(step)
        return meaning, facts

    def step(self, step):
        """What the step's answer means, and the facts that came with it."""
        try:
            request = {key: self.value(value) for key, value in step["stdin"].items()}
            done = run(self.argv(step["argv"]), json.dumps(request))
        except OSError as error:
            result = {"signs": [self.definitions["exitSigns"]["127"]], "facts": {"detail": str(error)}}
        else:
            result = self.result_of(done)
        for sign in result["signs"]:
            if sign in step["answers"]:
                return step["answers"][sign], result["facts"]
        return step["otherwise"], result["facts"]

    def result_of(self, done):
        if done.stdout.startswith('{"results"'):
            return json.loads(done.stdout)["results"][0]
        sign = self.definitions["exitSigns"].get(str(done.returncode), self.definitions["troubles"]["otherwise"])
        return {"signs": [sign], "facts": {"detail": (done.stderr.strip().splitlines() or [""])[-1]}}

    def argv(self, words):
        argv = []
        for word in words:
            if isinstance(word, str):
                argv.append(word)
            elif "program" in word:
                with open(os.path.join(LIBRARY, word["program"]), encoding="utf-8") as file:
                    argv.append(file.read())
            else:
                value = self.settings[word["setting"]]
                argv += value if isinstance(value, list) else [str(value)]
        return argv

    def value(self, value):
        if isinstance(value, list):
            return [self.value(item) for item in value]
        if not isinstance(value, dict):
            return value
        if "setting" in value:
            return self.settings[value["setting"]]
        if "parameter" in value:
            return self.account[value["parameter"]]
        if "fact" in value:
            return self.host[value["fact"]]
        if "act" in value:
            return value["predict" if self.check else "act"]
        return {key: self.value(item) for key, item in value["object"].items()}

    def mend(self, meaning, facts):
        """Is the service there, does it run, and does it answer once it was started? Then try once more."""
        service = self.facts["service"]
        try:
            unit = run(["systemctl", "show", "--property=LoadState,ActiveState", "--", service]).stdout
        except OSError:
            return meaning, facts
        if "LoadState=not-found" in unit:
            raise Failure("not_installed")
        if "ActiveState=" not in unit:
            return meaning, facts
        if re.search("ActiveState=(inactive|failed)", unit):
            self.mended = True
            if self.check:
                raise Failure("cannot_predict", detail=service + " is stopped and would be started first")
            start = run(["systemctl", "start", "--", service])
            if start.returncode:
                self.mended = False
                raise Failure("service_failed", detail="Unable to start service %s: %s" % (service, start.stderr.strip()))
        deadline = time.monotonic() + float(self.host["ready_timeout"])
        meaning, facts = self.step(self.authority["ready"])
        while meaning != "ready" and time.monotonic() < deadline:
            time.sleep(1)
            meaning, facts = self.step(self.authority["ready"])
        return self.steps() if meaning == "ready" else (meaning, facts)

    def report_success(self, outcome):
        words = self.operation["predicts" if self.check else "says"]
        changed = outcome == self.operation["changes"]
        hints = self.definitions["nextSteps"]
        next_steps = [hints["log_in" if self.facts["element_url"] else "log_in_anywhere"]]
        next_steps += [hints["discovery"]] if changed else []
        return {
            **self.about(),
            "outcome": outcome,
            "changed": changed or self.mended,
            "message": words[outcome] % self.facts,
            "next": [step % self.facts for step in next_steps],
        }

    def report_failure(self, failure):
        facts = {**self.facts, "size": "", "limit": "", "detail": "", **failure.facts}
        words = self.definitions["failures"][failure.name]
        return {
            **self.about(),
            "outcome": "refused" if failure.name in self.definitions["refusals"] else "failed",
            "class": failure.name,
            "changed": self.mended,
            "message": words["message"] % facts,
            "hint": words["hint"] % facts,
            "next": [],
        }

    def about(self):
        return {"host": self.host["host"], "operation": self.operation["name"], "user_id": self.facts["user_id"]}


def run(argv, stdin=""):
    return subprocess.run(argv, input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8")


def tell(report, as_json):
    exit_code = {"refused": 2, "failed": 3}.get(report["outcome"], 0)
    if as_json:
        print(json.dumps(report, indent=2, ensure_ascii=False))
    elif exit_code:
        print("error: %s\n  %s" % (report["message"], report["hint"]), file=sys.stderr)
    else:
        print("\n".join([report["message"]] + report["next"]))
    return exit_code


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
