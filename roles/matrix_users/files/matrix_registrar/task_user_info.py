"""matrix_user_info: one account, or a filtered list; nothing is changed."""

from __future__ import annotations

from .controller import MatrixAction, Variables, as_result
from .task_operation import ModuleOperation
from .work import Record


class ActionModule(MatrixAction):
    module = "matrix_user_info"

    def work(self, variables: Variables) -> Record:
        is_one = "username" in variables.arguments
        work = ModuleOperation(self, variables, "show-user" if is_one else "list-users")
        report = work.report()
        if report.get("class") == "no_such_user":
            return {"changed": False, "users": []}
        if "class" in report:
            return as_result(report)
        return {"changed": False, "users": [report["user"]] if is_one else report["users"]}
