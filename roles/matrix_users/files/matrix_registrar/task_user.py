"""matrix_user: one account, made what the task says of it."""

from .controller import MatrixAction, as_result
from .task_users import TaskAccounts
from .work import Failure

FACTS = ("display_name", "admin", "kind", "emails")


class TaskUser(TaskAccounts):
    tells_found = True


class ActionModule(MatrixAction):
    module = "matrix_user"

    def work(self, variables):
        work = TaskUser(self, variables)
        try:
            work.refuse_unsupported()
            wanted = work.declared(variables.arguments)
            plan, ended = work.converge([wanted], "managed", False)
        except Failure as failure:
            return as_result(work.failed(failure))
        user_id = "@%s:%s" % (wanted["username"], work.host["domain"])
        before = plan["found"][wanted["username"]]
        told = {
            "changed": bool(ended["lines"]) or work.started,
            "user_id": user_id,
            "changes": [change["operation"] for change in ended["changes"]],
            "diff": difference(before, ended["changes"], wanted),
        }
        if ended["troubles"]:
            trouble = ended["troubles"][0]
            return {**as_result(work.report_of(trouble)), **told, "msg": work.explained(trouble)}
        return {**told, "msg": ended["lines"] or ["%s is as it should be." % user_id], "_ansible_verbose_always": True}


def difference(found, changes, wanted):
    """What is shown with --diff; a password is only ever told as set."""
    before = {**{name: found[name] for name in FACTS}, "state": state_of(found)} if found else {}
    done = {change["operation"] for change in changes}
    if not done:
        return {"before": before, "after": before}
    after = {"admin": False, "display_name": "", "emails": [], "kind": "", "state": "present", **before}
    after.update({name: wanted[name] for name in FACTS if name in wanted})
    after["emails"] = sorted({*before.get("emails", []), *wanted.get("emails", [])})
    if wanted.get("state"):
        after["state"] = "suspended" if wanted.get("suspended") else wanted["state"]
    if done & {"register-user", "set-password"}:
        after["password"] = "set"
    return {"before": before, "after": after}


def state_of(user):
    states = [state for state in ("deactivated", "locked", "suspended") if user[state]]
    return states[0] if states else "present"
