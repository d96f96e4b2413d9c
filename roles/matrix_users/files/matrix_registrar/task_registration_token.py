"""matrix_registration_token: one token, present or absent."""

from __future__ import annotations

from .controller import MatrixAction, Variables, as_result
from .task_operation import ModuleOperation
from .work import Record

EXISTS_IN_VAIN = "The token exists, but nobody can register with it: it is used up, expired or revoked."


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
        token = variables["token"]
        if token and {"uses", "expires"} & set(variables.arguments):
            report = do("update-registration-token")
            if report.get("class") != "no_such_token":
                return shown_result(report, token)
        elif token:
            listed = do("list-registration-tokens")
            if "class" in listed:
                return as_result(listed)
            there = [each for each in listed["tokens"] if each["token"] == token]
            if there:
                message = "The token exists." if there[0]["valid"] else EXISTS_IN_VAIN
                return {"changed": False, "token": token, "tokens": there, "msg": message}
        return shown_result(do("create-registration-token"), token)


def shown_result(report: Record, token: str = "") -> Record:
    """With the token, if it is there now."""
    if "class" in report:
        return as_result(report)
    token = report.get("token", token)
    return {"changed": report["changed"], "msg": report["message"], **({"token": token} if token else {})}
