"""Makes the accounts of a server those that are declared; how stands in files/matrix_registrar/accounts.py."""

import hashlib
import importlib.util
import os
import subprocess
import sys

from ansible.errors import AnsibleActionFail
from ansible.module_utils.parsing.convert_bool import boolean
from ansible.plugins.action import ActionBase
from ansible.plugins.loader import lookup_loader


def engine(role):
    """The package in files/: Ansible puts no role on the controller's import path."""
    if "matrix_registrar" not in sys.modules:
        directory = os.path.join(role, "files", "matrix_registrar")
        spec = importlib.util.spec_from_file_location(
            "matrix_registrar", os.path.join(directory, "__init__.py"), submodule_search_locations=[directory]
        )
        sys.modules["matrix_registrar"] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules["matrix_registrar"])


engine(os.path.dirname(os.path.dirname(os.path.realpath(__file__))))
from matrix_registrar.accounts import Accounts  # noqa: E402
from matrix_registrar.controller import WHERE_IT_IS, OnHost, Variables, as_result, definitions, host_of  # noqa: E402
from matrix_registrar.kept_passwords import without_newline  # noqa: E402
from matrix_registrar.work import Failure  # noqa: E402


class TaskAccounts(OnHost, Accounts):
    def __init__(self, action, variables):
        self.action = action
        self.variables = variables
        self.kept = {"passwords": {}, "files": {}, "made": []}
        super().__init__(definitions(), host_of(variables), action._task.check_mode)

    def passwords_of(self, accounts):
        """On the controller, as late as can be."""
        self.kept = self.keep_passwords(accounts)
        for each in accounts:
            if "generate_command" in each:
                self.hand_over(each, self.kept["passwords"][each["username"]])
        given = [each for each in accounts if each["username"] not in self.kept["passwords"]]
        return {**{each["username"]: self.password_of(each) for each in given}, **self.kept["passwords"]}

    def password_of(self, account):
        """Empty where there is none: that account is refused, and the others are done."""
        password, source = self.password_from(account)
        if isinstance(password, str) and password.strip():
            return str(password)
        self.blank[account["username"]] = source
        return ""

    def password_from(self, account):
        """The password, and the words for where it is from."""
        if "password_env" in account:
            name = account["password_env"]
            return os.environ.get(name), "environment variable " + name
        if "password_variable" in account:
            name = account["password_variable"]
            return self.variables.named(name), "Ansible variable " + name
        if "password_file" in account:
            path = account["password_file"]
            return without_newline(self.lookup("file", self.path_of(path), rstrip=False)), "file " + path
        command = account["password_command"]
        printed = self.lookup("pipe", command + " && printf .")
        return without_newline(printed[: -len(".")]), "output of " + command.split(" ", 1)[0]

    def lookup(self, name, term, **options):
        """What one of Ansible's lookups gives, so that files are found and errors are told as everywhere in Ansible."""
        found = lookup_loader.get("ansible.builtin." + name, loader=self.action._loader, templar=self.action._templar)
        return str(found.run([term], self.variables.task_vars, **options)[0])

    def path_of(self, path):
        path = os.path.expanduser(path)
        return path if os.path.isabs(path) else os.path.join(self.variables["accounts_directory"], path)

    def hand_over(self, account, password):
        """Gives a password that was made to the program that keeps it."""
        command = account["generate_command"]
        try:
            ended = subprocess.run(
                command,
                input=password,
                encoding="utf-8",
                cwd=self.variables["accounts_directory"],
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except OSError:
            how = "to start"
        else:
            how = "with %d" % ended.returncode if ended.returncode else ""
        if how:
            raise AnsibleActionFail(
                "The program that keeps the password of @%s:%s, %s, failed %s. "
                "Run it by hand to see. No account was changed."
                % (account["username"], self.host["domain"], command[0], how)
            )

    def refuse_old_accounts(self):
        """An account that was taken out or locked in the host file would be made again, or kept, by an older list."""
        for source in self.variables["sources"]:
            if os.path.isfile(source["path"]) and digest_of(source["path"]) != source["sha256"]:
                raise AnsibleActionFail(
                    "%s was changed after the last registrar generate, so these accounts may not be what it says. "
                    "Nothing was done. Run registrar generate, then do this again." % os.path.basename(source["path"])
                )


def digest_of(path):
    with open(path, "rb") as file:
        return hashlib.sha256(file.read()).hexdigest()


class ActionModule(ActionBase):
    _requires_connection = True
    _supports_check_mode = True
    _supports_async = False
    _VALID_ARGS = frozenset()

    def run(self, tmp=None, task_vars=None):
        result = super().run(tmp, task_vars)
        variables = Variables(self._templar, task_vars)
        work = TaskAccounts(self, variables)
        try:
            return {**result, **self.converge(work, variables)}
        except Failure as failure:
            return {**result, **as_result(work.failed(failure))}

    def converge(self, work, variables):
        work.refuse_old_accounts()
        is_unnamed_locked = boolean(variables["lock_unnamed"], strict=False)
        plan, ended = work.converge(variables["accounts"], variables["policy"], is_unnamed_locked)
        troubles = [work.explained(each) for each in ended["troubles"]]
        files = work.kept["files"]
        shown = [
            WHERE_IT_IS % ("@%s:%s" % (name, work.host["domain"]), files[name])
            for name in ended.get("made", [])
            if name in files
        ]
        lines = plan["unnamed"] + ended["lines"] + shown
        told = {"changed": bool(ended["lines"]) or work.started, "_ansible_verbose_always": True}
        if troubles:
            return {**told, "failed": True, "msg": " ".join(troubles), "lines": lines}
        return {
            **told,
            "msg": lines or ["Accounts that are declared: %d. All are as they should be." % ended["declared"]],
        }
