"""matrix_registration_token_info: the registration tokens; nothing is changed."""

from __future__ import annotations

from .controller import MatrixAction, Variables, as_result
from .task_operation import ModuleOperation
from .work import Record


class ActionModule(MatrixAction):
    module = "matrix_registration_token_info"

    def work(self, variables: Variables) -> Record:
        report = ModuleOperation(self, variables, "list-registration-tokens").report()
        return as_result(report) if "class" in report else {"changed": False, "tokens": report["tokens"]}
