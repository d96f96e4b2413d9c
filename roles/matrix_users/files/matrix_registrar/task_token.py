"""matrix_registration_token: one token, there or not."""

from .controller import MatrixAction, as_result
from .task_operation import ModuleOperation


class ActionModule(MatrixAction):
    module = "matrix_registration_token"

    def work(self, variables):
        if variables["state"] == "absent":
            return self.result(variables, "revoke-registration-token", {"no_such_token": False})
        if not variables["token"]:
            return self.result(variables, "create-registration-token")
        if {"uses", "expires"} & set(self._task.args):
            told = self.result(variables, "update-registration-token", {"no_such_token": None})
        else:
            told = self.unless_there(variables)
        return told or self.result(variables, "create-registration-token")

    def unless_there(self, variables):
        """The result where the token is there already."""
        report = ModuleOperation(self, variables, "list-registration-tokens").report()
        if "class" in report:
            return as_result(report)
        there = [each for each in report["tokens"] if each["token"] == variables["token"]]
        return {"changed": False, "tokens": there, "msg": "The token is there."} if there else None

    def result(self, variables, name, accepted=None):
        """What an operation ended with; `accepted`: failures that are none here, and whether they are a result."""
        report = ModuleOperation(self, variables, name).report()
        if "class" not in report:
            tokens = {"tokens": report["tokens"]} if "tokens" in report else {}
            return {"changed": report["changed"], "msg": report["message"], **tokens}
        if accepted and report["class"] in accepted:
            return None if accepted[report["class"]] is None else {"changed": False, "msg": report["message"]}
        return as_result(report)
