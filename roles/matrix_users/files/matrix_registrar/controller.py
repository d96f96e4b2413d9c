"""What the action plugins share: the role's variables, and commands over Ansible's connection.

They run on the controller, so they refuse before connecting, and no secret is an argument of a task.
"""

from __future__ import annotations

import datetime
import os
import shlex
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from ansible.errors import AnsibleActionFail, AnsibleConnectionFailure, AnsibleError
from ansible.plugins.action import ActionBase

from .kept_passwords import keep_passwords
from .still_working import saying_so
from .work import Done, Failure, Record, Work, read_definitions

definitions = lru_cache(read_definitions)

NO_TEXTS = (bool, int, float, list, dict, datetime.date)  # what YAML, JSON and templates make of words

NOT_TEXT = "%s is not text: YAML or a template turned it into a number, a boolean or a list. Put it in quotes."

WHERE_IT_IS = "The password of %s is in %s, which only you can read. Delete it after handing out the password."


WHERE_THE_TOKEN_IS = "The access token of %s is in %s, which only you can read."


class Variables:
    """The arguments of a task; missing ones come from the role's variable of that name, else from the preset.

    Each is evaluated only when it is read: a missing secret fails then.
    """

    def __init__(self, templar: Any, task_vars: Record, arguments: Record | None = None) -> None:
        self.templar = templar
        self.task_vars = task_vars
        self.arguments = arguments or {}
        self.keeps_types = hasattr(templar, "evaluate_expression")  # ansible-core 2.19

    def __getitem__(self, name: str) -> Any:
        if name in self.arguments:
            return as_data(self.arguments[name])
        if "matrix_users_" + name in self.task_vars:
            return as_data(self.templar.template(self.task_vars["matrix_users_" + name]))
        return self.preset(name)

    def with_arguments(self, arguments: Record) -> Variables:
        return Variables(self.templar, self.task_vars, arguments)

    def preset(self, name: str) -> Any:
        """The default of the role, for a play without the role."""
        if name == "authority":
            return self["homeserver"]
        if name == "domain":
            given = self.task_vars.get("matrix_domain")
            return as_data(self.templar.template(given)) if given else self.task_vars["inventory_hostname"]
        if name == "accounts_directory":
            return self.task_vars["playbook_dir"]
        if name == "passwords_directory":
            return self["accounts_directory"] + "/passwords"
        return definitions()["presets"][name]

    def named(self, name: str) -> Any:
        """A variable of the operator's."""
        return self.templar.template(self.task_vars[name]) if name in self.task_vars else None

    def is_text(self, name: str) -> bool:
        """Whether the value was given as text, not as another type of YAML or JSON."""
        if name in self.arguments:
            given = [self.arguments[name]]
        elif self.keeps_types and "matrix_users_" + name in self.task_vars:
            given = [self.templar.template(self.task_vars["matrix_users_" + name])]
        else:  # as an extra variable, or as the role's
            given = [self.task_vars.get(name), self.task_vars.get("matrix_users_" + name)]
        return not any(isinstance(each, NO_TEXTS) for each in given)

    def text(self, name: str) -> str:
        """As text, whatever it looks like: before 2.19 a template with the result [1] would be a list."""
        if self.keeps_types or name in self.arguments or "matrix_users_" + name not in self.task_vars:
            return str(self[name])
        return str(self.templar.template(self.task_vars["matrix_users_" + name], convert_data=False))


def as_data(value: Any) -> Any:
    """Plain JSON types in place of Ansible's own texts and lists."""
    if isinstance(value, dict):
        return {str(key): as_data(each) for key, each in value.items()}
    if isinstance(value, (list, tuple)):
        return [as_data(each) for each in value]
    return value if value is None or isinstance(value, (bool, int, float)) else str(value)


class OnHost(Work):
    """For Work: settings are the role's variables, and commands run as the action's task would."""

    action: MatrixAction
    variables: Variables

    def setting(self, name: str) -> Any:
        return self.variables["%s_%s" % (self.host["authority"], name)]

    def path_of(self, path: str) -> str:
        """Of a file on the controller."""
        path = os.path.expanduser(path)
        return path if os.path.isabs(path) else os.path.join(self.variables["accounts_directory"], path)

    def run(self, argv: list[str], stdin: str) -> Done:
        words = [self.action._compute_environment_string(), shlex.join(argv)]
        try:
            with saying_so(self.say):
                # Without anything to send, ssh would ask for a terminal, on which errors and output are one.
                done = self.action._low_level_execute_command(
                    " ".join(filter(None, words)), in_data=stdin.encode() or b"\n"
                )
        except AnsibleError as error:
            raise self.unreached(error) from None
        return Done(done["rc"], done["stdout"], done["stderr"])

    def say(self, what: str) -> None:
        """Beside the output, which may be for programs."""
        self.action._display.display("%s: %s" % (self.host["host"], what), stderr=True)

    def unreached(self, error: Exception) -> Failure:
        detail = " ".join(str(error).split()).rstrip(".")
        if was_refused(detail):
            trouble = "refused"
        else:
            trouble = "unreachable" if isinstance(error, AnsibleConnectionFailure) else "otherwise"
        return Failure(self.reports.meaning_of([self.definitions["troubles"][trouble]]), detail=detail)

    def no_answer(self, done: Done) -> Record:
        answer = super().no_answer(done)
        return {**answer, "signs": [self.definitions["troubles"]["refused"]]} if was_refused(done.stderr) else answer

    def keep_passwords(self, accounts: list[Record], suffix: str = "") -> Record:
        """Makes passwords on the controller, in files, because Ansible's output may be logged."""
        directory = self.variables["accounts_directory"]
        accounts = [{**each, **self.kind_of_password(each)} for each in accounts]
        try:
            return keep_passwords(accounts, directory, self.handouts(), suffix, self.check)
        except OSError as error:
            raise Failure("password_not_kept", detail="%s: %s" % (error.filename, error.strerror)) from None
        except UnicodeDecodeError:
            raise Failure("password_not_kept", detail="the file of a password is not UTF-8") from None

    def kind_of_password(self, account: Record) -> Record:
        """As numbers, also when a template made them text."""
        kinds, words = self.definitions["passwordKinds"], str(account.get("generate_words", ""))
        language = account.get("generate_language", "en")
        if not words:
            return {"generate_words": None}
        if not words.isdecimal() or not kinds["fewest"] <= int(words) <= kinds["most"]:
            raise Failure("password_kind", detail="%s words" % words)
        if language not in kinds["languages"]:
            raise Failure("password_kind", detail="words of the language %s" % language)
        return {"generate_words": int(words)}

    def handouts(self) -> str:
        """The directory of passwords that are for people."""
        return "%s/%s" % (self.variables["passwords_directory"], self.host["domain"])

    def ask(self, action: str, naming: Record, modules: Sequence[str] = (), **more: Any) -> Record:
        return super().ask(action, naming, modules, for_people=True, **more)


def was_refused(text: str) -> bool:
    """Whether becoming root failed."""
    return "sudo" in text or "privilege escalation" in text


def host_of(variables: Variables) -> Record:
    """The host's settings for Work."""
    names = ("authority", "domain", "element_url", "register_url", "ready_timeout")
    return {"host": variables.task_vars["inventory_hostname"], **{name: variables[name] for name in names}}


class MatrixAction(ActionBase):
    """An action plugin whose options are those of its documentation; definitions.json has them."""

    _requires_connection = True
    _supports_check_mode = True
    _supports_async = False
    module = ""

    def run(self, tmp: object = None, task_vars: Record | None = None) -> Record:
        result = super().run(tmp, task_vars)
        own = definitions()["modules"][self.module]
        checked = self.validate_argument_spec(argument_spec={**definitions()["server"], **own})[1]
        refuse_what_is_no_text(own, checked)
        arguments = {name: value for name, value in checked.items() if value is not None}
        return {**result, **self.work(Variables(self._templar, task_vars or {}, arguments))}

    def work(self, variables: Variables) -> Record:
        """The task's result."""
        raise NotImplementedError


def refuse_what_is_no_text(spec: Record, given: Record) -> None:
    """Checks options that are text, also in a list of accounts: 007 without quotes would be another value."""
    for name, option in spec.items():
        value = given.get(name)
        if option["type"] == "raw" and value is not None and not isinstance(value, str):
            raise AnsibleActionFail(NOT_TEXT % name)
        if "options" in option:
            for each in value or []:
                refuse_what_is_no_text(option["options"], each)


def as_result(report: Record) -> Record:
    """A failure as Ansible shows it."""
    shown = {name: report[name] for name in ("changed", "outcome", "class", "hint")}
    return {**shown, "failed": True, "msg": "%s %s" % (report["message"], report["hint"])}
