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
import sys
import time

LIBRARY = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "lib")
MOST_SECONDS = 2 * 3600  # for a program, which has bounds of its own
MOST_BYTES = 64 << 20  # of what it prints
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
    takes_password = any(each["kind"] == "secret" for each in operation["parameters"])
    options = parse_account(operation) if takes_password else parse_arguments(operation)
    work = Work(definitions, host, operation, options)
    try:
        outcome = work.do()
        report = work.report_success(outcome)
    except Failure as failure:
        report = work.report_failure(failure)
    except common().Exceeded as exceeded:
        report = work.report_failure(Failure("odd_answer", detail=str(exceeded)))
    return tell(report, options.json)


def parse_arguments(operation):
    """What must be given by position, the rest as options."""
    parser = argparse.ArgumentParser(prog=operation["name"], description=operation["summary"] + ", on this host.")
    add_options(parser, operation)
    for each in operation["parameters"]:
        if "default" not in each:
            parser.add_argument(each["name"], help=each["summary"])
    return parser.parse_args()


def add_options(parser, operation):
    for each in operation["parameters"] + operation.get("options", []):
        flag = "--" + each["name"].replace("_", "-")
        if each["kind"] == "flag":
            parser.add_argument(flag, action="store_const", const="yes", default="no", help=each["summary"])
        elif each["kind"] == "list":
            parser.add_argument(flag, action="append", default=[], help=each["summary"])
        elif each["kind"] == "text" and "default" in each:
            parser.add_argument(flag, default=each["default"], help=each["summary"])
    parser.add_argument("--check", action="store_true", help="only tell what would be done")
    parser.add_argument("--json", action="store_true", help="tell the outcome as JSON")


def parse_account(operation):
    """As the playbook's own scripts take it: username, password, 0 or 1."""
    parser = argparse.ArgumentParser(
        prog=operation["name"],
        usage="%(prog)s [options] username [password" + (" [0|1]]" if takes(operation, "admin") else "]"),
        description=operation["summary"]
        + ", on this host. Options come first: what follows the username is the password.",
        epilog="Without a password it is asked for on a terminal, or read from standard input.",
    )
    add_options(parser, operation)
    parser.add_argument("username", help="john, or @john:example.com")
    parser.add_argument("words", nargs="*", metavar="password", help=TYPED_PASSWORD)
    options, typed = split(sys.argv[1:], with_value(operation))
    if len(typed) > (2 if takes(operation, "admin") else 1):
        parser.error("there are words after the password and 0 or 1; a password with spaces needs quotes")
    if typed[:1] and typed[0].startswith("-") and "--" not in options:
        parser.error(
            "the password begins with a dash, as options do; leave it out to be asked, or put -- before the username"
        )
    parsed = parser.parse_args(options)
    parsed.password, admin = (typed + [None, None])[:2]
    if admin is not None:
        parsed.admin = admin
    return parsed


def takes(operation, name):
    return any(each["name"] == name for each in operation["parameters"] + operation.get("options", []))


def with_value(operation):
    return ["--" + each["name"].replace("_", "-") for each in operation.get("options", []) if each["kind"] != "flag"]


def split(words, with_value):
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


def read(name):
    return json.loads(read_text(name))


def read_text(name):
    with open(os.path.join(LIBRARY, name), encoding="utf-8") as file:
        return file.read()


def secrets_given(names):
    """No file on the host holds them: MATRIX_ADMIN_TOKEN and the like in the environment do."""
    given = {name: os.environ.get("MATRIX_" + name.upper()) for name in names}
    return {name: value for name, value in given.items() if value}


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
        self.authority = definitions["authorities"][host["authority"]]
        self.settings = {**host["settings"], **secrets_given(self.authority["secrets"])}
        self.given = {each["name"]: getattr(options, each["name"], None) for each in self.parameters()}
        domain = host["domain"]
        suffix = ":" + domain
        asked = self.given.get("username") or ""
        self.localpart = asked[1 : -len(suffix)] if asked.startswith("@") and asked.endswith(suffix) else asked
        self.facts = {
            "user_id": "@%s:%s" % (self.localpart, domain),
            "username": asked,
            "domain": domain,
            "host": host["host"],
            "homeserver": self.authority["label"],
            "service": str(self.settings["service"]),
            "element_url": host["element_url"],
            "register_url": host.get("register_url") or "",
            "email": self.given.get("email") or "",
            "token": self.given.get("token") or "",
            "display_name": self.given.get("display_name") or "",
            "kind": self.given.get("kind") or "",
            "rank": "a server admin" if (self.given.get("admin") or "").lower() in YES else "an ordinary user",
        }
        self.mended = False

    def parameters(self):
        return self.operation["parameters"] + self.operation.get("options", [])

    def do(self):
        self.object()
        self.account = {**self.given, "username": self.localpart}
        if "password" in self.given:
            self.account["password"] = read_password(self.options)
            if not self.account["password"]:
                raise Failure("password_missing")
        meaning, facts = self.steps()
        if meaning == "not_ready":
            meaning, facts = self.mend(meaning, facts)
        if meaning not in self.operation["says"]:
            raise Failure(meaning if meaning in self.definitions["failures"] else "server_error", **facts)
        self.found = facts
        return meaning

    def object(self):
        """Refuse what needs no server to be refused."""
        steps = self.authority["operations"][self.operation["name"]]
        if "refused" in steps:
            raise Failure("unsupported", detail=steps["refused"], way=steps["hint"])
        if "username" in self.given:
            self.object_to_username(self.given["username"])
        for each in self.parameters():
            word = self.given[each["name"]]
            if each["kind"] == "flag" and word.lower() not in YES + NO:
                raise Failure("neither_yes_nor_no", detail='%s is "%s"' % (each["name"], word))
            if each["name"] in ("email", "token") and "default" not in each and not word:
                raise Failure(each["name"] + "_missing")
        if "yes" in self.given and not self.check:
            self.confirm()

    def object_to_username(self, asked):
        usernames = self.authority["usernames"]
        if not asked:
            raise Failure("username_missing")
        if asked.startswith("@") and not asked.endswith(":" + self.host["domain"]):
            raise Failure("other_domain")
        makes = self.operation["name"] in self.definitions["makers"]
        pattern = usernames["pattern"] if makes else self.definitions["anyUsername"]
        if not re.fullmatch(pattern, self.localpart) or len(self.facts["user_id"]) > usernames["maxUserId"]:
            raise Failure("invalid_username")

    def confirm(self):
        """What cannot be taken back is asked about on a terminal; elsewhere it takes --yes, or to erase the account's name."""
        is_erase = self.given["erase"].lower() in YES
        if self.given["confirm_erase"] or (self.given["yes"] == "yes" and not is_erase):
            return
        if is_erase and sys.stdin.isatty():
            words = "Deactivate %s, and erase what was written: that cannot be undone. Type erase: "
            if input(words % self.facts["user_id"]) == "erase":
                self.given["confirm_erase"] = [self.facts["user_id"]]
                return
        elif sys.stdin.isatty():
            if input("%s. Really %s? Type yes: " % (self.operation["summary"], self.localpart)) == "yes":
                return
        if self.given["yes"] != "yes":
            raise Failure("not_confirmed")

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
        answers = self.authority["answers"]
        for sign in result["signs"]:
            if sign in answers:
                return answers[sign], result["facts"]
        return "server_error", result["facts"]

    def result_of(self, done):
        result = result_in(done.stdout)
        if result:
            return result
        sign = self.definitions["exitSigns"].get(str(done.returncode), self.definitions["troubles"]["otherwise"])
        return {"signs": [sign], "facts": {"detail": (done.stderr.strip().splitlines() or [""])[-1]}}

    def argv(self, words):
        argv = []
        for word in words:
            if isinstance(word, str):
                argv.append(word)
            elif "program" in word:
                argv.append("".join(map(read_text, word["program"])))
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
            return self.check if value["fact"] == "check" else self.host[value["fact"]]
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
                raise Failure(
                    "service_failed", detail="Unable to start service %s: %s" % (service, start.stderr.strip())
                )
        deadline = time.monotonic() + float(self.host["ready_timeout"])
        meaning, facts = self.step(self.authority["ready"])
        while meaning != "ready" and time.monotonic() < deadline:
            time.sleep(1)
            meaning, facts = self.step(self.authority["ready"])
        return self.steps() if meaning == "ready" else (meaning, facts)

    def report_success(self, outcome):
        words = {**self.operation["says"], **(self.operation["predicts"] if self.check else {})}
        change = self.operation.get("changes")
        changed = change is not None and (outcome == change or outcome.startswith(change + "_"))
        facts = {**self.facts, **self.found}
        return {
            **self.about(),
            "outcome": outcome,
            "changed": changed or self.mended,
            "message": words[outcome] % facts,
            "next": [self.hint(step) % facts for step in self.operation.get("next", {}).get(outcome, [])],
            **{name: self.found[name] for name in ("user", "users", "tokens") if name in self.found},
        }

    def hint(self, step):
        addresses = {"log_in": "element_url", "hand_out": "register_url"}
        is_known = step not in addresses or self.facts[addresses[step]]
        return self.definitions["nextSteps"][step if is_known else step + "_anywhere"]

    def report_failure(self, failure):
        facts = {**self.facts, "size": "", "limit": "", "detail": "", "way": "", **failure.facts}
        words = self.definitions["failures"][failure.name]
        return {
            **self.about(),
            "outcome": "refused" if failure.name in self.definitions["refusals"] else "failed",
            "class": failure.name,
            "changed": self.mended or bool(facts.get("changed")),
            "message": words["message"] % facts,
            "hint": words["hint"] % facts,
            "next": [],
        }

    def about(self):
        return {"host": self.host["host"], "operation": self.operation["name"], "user_id": self.facts["user_id"]}


def common():
    """What the programs share, which stands beside them; nothing is written there."""
    sys.dont_write_bytecode = True
    if LIBRARY not in sys.path:
        sys.path.insert(0, LIBRARY)
    import common

    return common


def run(argv, stdin=""):
    return common().run(argv, stdin, seconds=MOST_SECONDS, most=MOST_BYTES)


def result_in(text):
    """The first result of a program's answer, or None where that is none."""
    shape = {"results": [{"signs": [common().text], "facts": {}}]}
    try:
        answer = json.loads(text) if text.startswith('{"results"') else None
    except (ValueError, RecursionError):
        return None
    return answer["results"][0] if common().misfit(answer, shape) is None and answer["results"] else None


def tell(report, as_json):
    exit_code = {"refused": 2, "failed": 3}.get(report["outcome"], 0)
    if as_json:
        print(json.dumps(report, indent=2))
        return exit_code
    shown = common().for_people(report)
    if exit_code:
        print("error: %s\n  %s" % (shown["message"], shown["hint"]), file=sys.stderr)
    else:
        found = [shown[name] for name in ("user", "users", "tokens") if name in shown]
        lines = [shown["message"], *shown["next"], *(json.dumps(each, indent=2, ensure_ascii=False) for each in found)]
        print("\n".join(lines))
    return exit_code


if __name__ == "__main__":
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
