"""matrix_registration_token_info: the registration tokens; nothing is changed."""

from .controller import MatrixAction, as_result
from .task_operation import ModuleOperation


class ActionModule(MatrixAction):
    module = "matrix_registration_token_info"

    def work(self, variables):
        report = ModuleOperation(self, variables, "list-registration-tokens").report()
        return as_result(report) if "class" in report else {"changed": False, "tokens": report["tokens"]}
