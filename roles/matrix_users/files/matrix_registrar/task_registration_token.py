"""matrix_registration_token: one token, present or absent."""

from __future__ import annotations

from .controller import MatrixAction, Variables, as_result
from .task_operation import ModuleOperation
from .work import Record


class ActionModule(MatrixAction):
    module = "matrix_registration_token"

    def work(self, variables: Variables) -> Record:
        def do(name: str) -> Record:
            return ModuleOperation(self, variables, name).report()

        if variables["state"] == "absent":
            report = do("revoke-registration-token")
            if report.get("class") == "no_such_token":
                return {"changed": False, "msg": report["message"]}
            return shown_result(report)
        if not variables["token"]:
            return shown_result(do("create-registration-token"))
        if {"uses", "expires"} & set(self._task.args):
            report = do("update-registration-token")
            if report.get("class") == "no_such_token":
                report = do("create-registration-token")
            return shown_result({"token": variables["token"], **report})
        listed = do("list-registration-tokens")
        if "class" in listed:
            return as_result(listed)
        there = [each for each in listed["tokens"] if each["token"] == variables["token"]]
        if there:
            return {"changed": False, "token": variables["token"], "tokens": there, "msg": "The token exists."}
        return shown_result(do("create-registration-token"))


def shown_result(report: Record) -> Record:
    """With the token, if it is there now."""
    if "class" in report:
        return as_result(report)
    token = {"token": report["token"]} if "token" in report else {}
    return {"changed": report["changed"], "msg": report["message"], **token}
