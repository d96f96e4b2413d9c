"""matrix_operation: an operation, from the task's options and the role's variables."""

from __future__ import annotations

import os
import secrets

from ansible.module_utils.parsing.convert_bool import boolean
from matrix_server.reports import is_change

from .controller import (
    WHERE_IT_IS,
    WHERE_THE_TOKEN_IS,
    MatrixAction,
    OnHost,
    Variables,
    as_result,
    definitions,
    host_of,
)
from .kept_passwords import handout, reserve, write
from .operation import Operation, definition_of, parameters_of
from .work import Failure, Record


class TaskOperation(OnHost, Operation):
    def __init__(self, action: MatrixAction, variables: Variables, name: str) -> None:
        self.action = action
        self.variables = variables
        self.kept: Record = {}
        self.token_file, self.key = "", b""
        takes = parameters_of(definition_of(definitions(), name))
        kinds = {each["name"]: each["kind"] for each in takes if each["kind"] != "secret"}
        given = {each: variables.text(each) if kind == "text" else variables[each] for each, kind in kinds.items()}
        super().__init__(definitions(), host_of(variables), name, given, action._task.check_mode)

    def refuse_surroundings(self) -> None:
        given = self.variables.task_vars
        hosts, is_chosen = given["ansible_play_hosts_all"], "ansible_limit" in given or "target" in given
        if self.operation.get("changes") and len(hosts) > 1 and not is_chosen:
            raise Failure("several_hosts", detail=", ".join(hosts))
        if "_raw_params" in given:
            raise Failure("extra_words", detail="a part of it came without a name")
        for name, each in self.parameters.items():
            if each["kind"] == "text" and not self.variables.is_text(name):
                raise Failure("value_not_text", detail=name)

    def gives_password(self) -> bool:
        """As an extra variable or an option of the task: a role's variable or the environment can be there for other operations."""
        return "password" in self.variables.task_vars or bool(self.variables.arguments.get("password"))

    def read_password(self) -> str:
        if self.knows_password() or not boolean(self.variables["generate_password"], strict=False):
            if not self.variables.is_text("password"):
                raise Failure("password_not_text")
            return self.variables.text("password")
        kind = {"generate_" + name: self.variables["password_" + name] for name in ("words", "language")}
        account = {"username": self.localpart, "generate_shown": True, **kind}
        self.kept = self.keep_passwords([account], suffix=".new")
        return str(self.kept["passwords"][self.localpart])

    def key_of_answer(self) -> Record:
        """At -vvv Ansible shows what a program prints. The file exists before the token does, so that no token gets lost."""
        if "makes" not in self.operation:
            return {}
        if not self.check and not self.token_file:
            self.token_file = self.reserve()
        self.key = secrets.token_bytes(2048)
        return {"key": self.key.hex()}

    def reserve(self) -> str:
        path = os.path.abspath(os.path.expanduser(handout(self.handouts(), self.localpart + ".token")))
        try:
            reserve(path)
        except OSError as error:
            raise Failure("token_not_kept", detail="%s: %s" % (error.filename, error.strerror)) from None
        return path

    def report(self) -> Record:
        report = super().report()
        if self.token_file and not is_change(self.operation, report["outcome"]):
            os.unlink(self.token_file)
        return report

    def succeeded(self, result: Record) -> Record:
        if self.token_file and is_change(self.operation, result["outcome"]):
            sealed = bytes.fromhex(result["facts"][self.operation["makes"]])
            token = bytes(each ^ pad for each, pad in zip(sealed, self.key)).decode()
            write(self.token_file, token + "\n", os.O_TRUNC)
        return super().succeeded(result)

    def settle(self, report: Record) -> list[str]:
        """After the operation: a line with the file of the generated password, or none if nothing was changed.

        A password that was just made is deleted then; one from an interrupted run may be the account's.
        """
        if self.token_file:
            return [WHERE_THE_TOKEN_IS % (report["user_id"], self.token_file)]
        if not self.kept or self.check:
            return []
        draft = self.kept["files"][self.localpart]
        if not is_change(self.operation, report["outcome"]):
            if self.kept["made"]:
                os.unlink(draft)
            return []
        file = draft[: -len(".new")]
        os.replace(draft, file)
        return [WHERE_IT_IS % (report["user_id"], file)]


class ActionModule(MatrixAction):
    module = "matrix_operation"

    def work(self, variables: Variables) -> Record:
        work = TaskOperation(self, variables, variables["operation"])
        report = work.report()
        return as_result(report) if "class" in report else shown_result(work, report)


def shown_result(work: TaskOperation, report: Record) -> Record:
    """The text for people: what was done, what to do next, and the records; for others also the new token by itself."""
    found, for_people = work.found_in(report), is_for_people(work.action)
    table = work.table(report) if for_people else []
    token = {"token": report["token"]} if "token" in report and not for_people else {}
    texts = [report["text"]] if "text" in report else []
    lines = [report["message"], *report["next"], *work.settle(report), *texts]
    return {
        "changed": report["changed"],
        "msg": "\n".join(table) if table else lines,
        **({} if table else found),
        **token,
        "_ansible_verbose_always": True,
    }


def is_for_people(action: MatrixAction) -> bool:
    """Whether only a person reads the result: the recipes ask for YAML output, which keeps the lines of a text."""
    is_yaml = os.environ.get("ANSIBLE_CALLBACK_RESULT_FORMAT") == "yaml"
    return is_yaml and not action._task.register and action._display.verbosity == 0


class ModuleOperation(TaskOperation):
    """For modules, which have options of their own: the operation's other parameters have their presets."""

    def __init__(self, action: MatrixAction, variables: Variables, name: str) -> None:
        takes = parameters_of(definition_of(definitions(), name))
        presets = {each["name"]: each.get("default", "") for each in takes}
        super().__init__(action, variables.with_arguments({**presets, **variables.arguments}), name)

    def refuse_surroundings(self) -> None:
        """A play with a module of ours runs on all its hosts."""
