"""matrix_users: the declared accounts."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
from typing import Any

from ansible.errors import AnsibleActionFail
from ansible.module_utils.parsing.convert_bool import boolean
from ansible.plugins.loader import lookup_loader

from .accounts import Accounts
from .controller import WHERE_IT_IS, MatrixAction, OnHost, Variables, as_data, as_result, definitions, host_of
from .line_end import Stray, without_line_end
from .returns import note_returns, still_back
from .work import Failure, Record

DECLARABLE = ("display_name", "admin", "kind", "emails", "erase")
STATES: dict[str | None, Record] = {
    "present": {"state": "present", "suspended": False},
    "locked": {"state": "locked"},
    "suspended": {"state": "present", "suspended": True},
    "deactivated": {"state": "deactivated"},
}


class TaskAccounts(OnHost, Accounts):
    def __init__(self, action: MatrixAction, variables: Variables) -> None:
        self.action = action
        self.variables = variables
        self.kept: Record = {"passwords": {}, "files": {}, "made": []}
        self.back: set[str] = set()  # who came back to a group
        self.given: dict[str, str] = {}  # passwords written in the task, by username
        super().__init__(definitions(), host_of(variables), action._task.check_mode)

    def passwords_of(self, accounts: list[Record]) -> dict[str, str]:
        """Read on the controller, as late as possible."""
        self.kept = self.keep_passwords(accounts)
        for each in accounts:
            if "generate_command" in each:
                self.hand_over(each, self.kept["passwords"][each["username"]])
        given = [each for each in accounts if each["username"] not in self.kept["passwords"]]
        return {**{each["username"]: self.password_of(each) for each in given}, **self.kept["passwords"]}

    def password_of(self, account: Record) -> str:
        """Empty if there is none: that account is refused, and the others are done."""
        password, source = self.password_from(account)
        trouble = "is missing, is empty, or is not text"
        try:
            password = self.line_of(account, password)
        except Stray as stray:
            password, trouble = None, "has %s, which nobody could type" % stray
        if isinstance(password, str) and password.strip():
            return str(password)
        self.blank[account["username"]] = "%s, which %s" % (source, trouble)
        return ""

    def line_of(self, account: Record, password: Any) -> Any:
        """One line end of a file or of a program's output is cut."""
        return without_line_end(password) if {"password_file", "password_command"} & set(account) else password

    def password_from(self, account: Record) -> tuple[Any, str]:
        """The password, and its source in words."""
        if "password_given" in account:
            return self.given[account["username"]], "argument password"
        if "password_env" in account:
            name = account["password_env"]
            return os.environ.get(name), "environment variable " + name
        if "password_variable" in account:
            name = account["password_variable"]
            return self.variables.named(name), "Ansible variable " + name
        if "password_file" in account:
            path = account["password_file"]
            return self.lookup("file", self.path_of(path), rstrip=False), "file " + path
        command = account["password_command"]
        printed = self.lookup("pipe", command + " && printf .")
        return printed[: -len(".")], "output of " + command.split(" ", 1)[0]

    def lookup(self, name: str, term: str, **options: Any) -> str:
        """The value of one of Ansible's lookups, so that files are searched and errors reported as everywhere in Ansible."""
        found = lookup_loader.get("ansible.builtin." + name, loader=self.action._loader, templar=self.action._templar)
        return str(found.run([term], self.variables.task_vars, **options)[0])

    def hand_over(self, account: Record, password: str) -> None:
        """Gives a password that was made to the program that keeps it."""
        command = account["generate_command"]
        try:
            ended = subprocess.run(
                command,
                input=password + "\n",
                encoding="utf-8",
                cwd=self.variables["accounts_directory"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                check=False,
            )
        except OSError:
            how = "to start"
        else:
            how = "with %d" % ended.returncode if ended.returncode else ""
        if how:
            raise AnsibleActionFail(
                "The program that keeps the password of %s, %s, failed %s. "
                "Run it by hand to see. No account was changed." % (self.user_id(account["username"]), command[0], how)
            )

    def declared(self, options: Record) -> Record:
        """An account for the program next to the server, from the options of a task; its password is sent separately."""
        username = self.localpart_of(options["username"])
        self.facts.update(username=options["username"], user_id=self.user_id(username))
        self.refuse_username(options["username"], makes=False)
        wanted = {name: options[name] for name in DECLARABLE if options.get(name) is not None}
        wanted.update(STATES.get(options.get("state"), {}), username=username)
        if options.get("password") is not None:
            self.given[username] = options["password"]
            wanted["password_given"] = True
            if options.get("update_password") == "always":
                wanted["password_updates"] = "always"
        declared: Record = as_data(wanted)
        return declared

    def refuse_old_accounts(self) -> None:
        """An older list would create or keep an account that was removed or locked in the host file."""
        for source in self.variables["sources"]:
            if os.path.isfile(source["path"]) and digest_of(source["path"]) != source["sha256"]:
                raise AnsibleActionFail(
                    "%s was changed after the last registrar generate, so these accounts may be out of date. "
                    "Nothing was done. Run registrar generate, then do this again." % os.path.basename(source["path"])
                )

    def rendered_accounts(self) -> Any:
        """As they are, but for who came back and was let in already."""
        declared, path = self.variables["accounts"], self.variables["members"]
        if not path:
            return declared
        declared = json.loads(declared) if isinstance(declared, str) else declared
        try:
            declared = still_back(declared, path)
        except (OSError, ValueError) as error:
            raise AnsibleActionFail(
                "%s cannot be read: %s. Restore it from version control. Nothing was done." % (path, error)
            ) from None
        self.back = {each["username"] for each in declared if "back" in each}
        return declared

    def note_returns(self, lacking: set[str]) -> None:
        """Who is let in now; what could not be had is tried again by the next run."""
        if not self.check:
            note_returns(self.variables["members"], self.back - lacking)

    def failure_of(self, troubles: list[Record]) -> Record:
        """A task's result; of several problems it has the class of the first."""
        return {**as_result(self.report_of(troubles[0])), "msg": " ".join(map(self.explained, troubles))}

    def places(self, ended: Record) -> list[str]:
        """The files of the passwords that were made for people."""
        return [
            WHERE_IT_IS % (self.user_id(name), self.kept["files"][name])
            for name in ended.get("made", [])
            if name in self.kept["files"]
        ]


def digest_of(path: str) -> str:
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


class ActionModule(MatrixAction):
    module = "matrix_users"

    def work(self, variables: Variables) -> Record:
        work = TaskAccounts(self, variables)
        try:
            return self.converge(work, variables)
        except Failure as failure:
            return as_result(work.failed(failure))

    def converge(self, work: TaskAccounts, variables: Variables) -> Record:
        work.refuse_unsupported()
        if "users" in variables.arguments:
            declared = [work.declared(each) for each in variables.arguments["users"]]
        else:
            work.refuse_old_accounts()
            declared = work.rendered_accounts()
        is_unnamed_locked = boolean(variables["lock_unnamed"], strict=False)
        plan, ended = work.converge(declared, variables["policy"], is_unnamed_locked)
        work.note_returns({each["username"] for each in ended["troubles"]})
        lines = plan["unnamed_lines"] + plan["notes"] + ended["lines"] + work.places(ended)
        result = {"changed": bool(ended["lines"]) or work.started, "_ansible_verbose_always": True}
        if ended["troubles"]:
            return {**work.failure_of(ended["troubles"]), **result, "lines": lines}
        return {**result, "msg": lines or ["%d accounts declared: no changes." % ended["declared"]]}
