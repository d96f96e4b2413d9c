"""matrix_user: one account, made to match the task."""

from __future__ import annotations

from matrix_server.change_users import GIVING_PASSWORDS

from .controller import MatrixAction, Variables, as_result
from .task_users import TaskAccounts
from .work import Failure, Record

FACTS = ("display_name", "admin", "kind", "emails")
NEW = {"display_name": "", "admin": False, "kind": "", "state": "present"}
AFTER: dict[str, Record] = {
    "promote-admin": {"admin": True},
    "demote-admin": {"admin": False},
    "reactivate-user": {"state": "present"},
    "unlock-user": {"state": "present"},
    "unsuspend-user": {"state": "present"},
    "suspend-user": {"state": "suspended"},
    "lock-user": {"state": "locked"},
    "deactivate-user": {"state": "deactivated"},
}


class TaskUser(TaskAccounts):
    includes_found = True


class ActionModule(MatrixAction):
    module = "matrix_user"

    def work(self, variables: Variables) -> Record:
        work = TaskUser(self, variables)
        try:
            work.refuse_unsupported()
            wanted = work.declared(variables.arguments)
            plan, ended = work.converge([wanted], "managed", False)
        except Failure as failure:
            return as_result(work.failed(failure))
        user_id = work.user_id(wanted["username"])
        before = plan["found"][wanted["username"]]
        result = {
            "changed": bool(ended["lines"]) or work.started,
            "user_id": user_id,
            "changes": [change["operation"] for change in ended["changes"]],
            "diff": difference(before, ended["changes"]),
        }
        if ended["troubles"]:
            return {**work.failure_of(ended["troubles"]), **result}
        lines = (ended["lines"] or ["%s is up to date." % user_id]) + plan["notes"]
        return {**result, "msg": lines, "_ansible_verbose_always": True}


def difference(found: Record | None, changes: list[Record]) -> Record:
    """The output of --diff, for the changes that were made; a password only ever shows as set."""
    before: Record = {**{name: found[name] for name in FACTS}, "state": state_of(found)} if found else {}
    after: Record = {**(before or NEW), "emails": list(before.get("emails") or [])} if changes else before
    for change in changes:
        after.update(AFTER.get(change["operation"], {}))
        after.update({name: change[name] for name in ("display_name", "admin", "kind") if name in change})
        if "email" in change:
            after["emails"].append(change["email"])
        if change["operation"] in GIVING_PASSWORDS:
            after["password"] = "set"
    return {"before": before, "after": after}


def state_of(user: Record) -> str:
    states = [state for state in ("deactivated", "locked", "suspended") if user[state]]
    return states[0] if states else "present"
