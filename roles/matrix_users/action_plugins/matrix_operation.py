"""Does an operation on an account; how stands in files/matrix_registrar/operation.py."""

import importlib.util
import os
import sys

from ansible.module_utils.parsing.convert_bool import boolean
from ansible.plugins.action import ActionBase


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
from matrix_registrar.controller import WHERE_IT_IS, OnHost, Variables, as_result, definitions, host_of  # noqa: E402
from matrix_registrar.operation import Operation, definition_of, parameters_of  # noqa: E402
from matrix_registrar.work import Failure  # noqa: E402


class TaskOperation(OnHost, Operation):
    def __init__(self, action, variables, name):
        self.action = action
        self.variables = variables
        self.kept = None
        takes = parameters_of(definition_of(definitions(), name))
        kinds = {each["name"]: each["kind"] for each in takes if each["kind"] != "secret"}
        given = {each: variables.text(each) if kind == "text" else variables[each] for each, kind in kinds.items()}
        super().__init__(definitions(), host_of(variables), name, given, action._task.check_mode)

    def refuse_surroundings(self):
        hosts = self.variables.plain("ansible_play_hosts_all")
        is_chosen = self.variables.has("ansible_limit") or self.variables.has("target")
        if self.operation.get("changes") and len(hosts) > 1 and not is_chosen:
            raise Failure("several_hosts", detail=", ".join(hosts))
        if self.variables.has("_raw_params"):
            raise Failure("extra_words", detail="a part of it came without a name")

    def read_password(self):
        if not boolean(self.variables["generate_password"], strict=False):
            if not self.variables.is_text("password"):
                raise Failure("password_not_text")
            return self.variables.text("password")
        self.kept = self.keep_passwords([{"username": self.localpart, "generate_shown": True}], suffix=".new")
        return self.kept["passwords"][self.localpart]

    def settle(self, report):
        """After the operation: the line that says where the password that was made is, or, where nothing was changed, none.

        Then one that was just made is forgotten; one that an interrupted run made may be the account's.
        """
        if not self.kept or self.check:
            return []
        draft = self.kept["files"][self.localpart]
        if not self.is_change(report["outcome"]):
            if self.kept["made"]:
                os.unlink(draft)
            return []
        file = draft[: -len(".new")]
        os.replace(draft, file)
        return [WHERE_IT_IS % (report["user_id"], file)]


class ActionModule(ActionBase):
    _requires_connection = True
    _supports_check_mode = True
    _supports_async = False
    _VALID_ARGS = frozenset(("operation",))

    def run(self, tmp=None, task_vars=None):
        result = super().run(tmp, task_vars)
        work = TaskOperation(self, Variables(self._templar, task_vars), self._task.args["operation"])
        report = work.report()
        return {**result, **(as_result(report) if "class" in report else told(work, report))}


def told(work, report):
    """What a person reads: what was done, what comes next, and what was found."""
    lines = [report["message"], *report["next"], *work.settle(report)]
    found = {name: report[name] for name in ("user", "users", "tokens") if name in report}
    return {
        "changed": report["changed"],
        "outcome": report["outcome"],
        "msg": lines,
        **found,
        "_ansible_verbose_always": True,
    }
