"""Ask the plans of servers that have the accounts that each request says; boss is the admin by whom they are asked. Each
line on standard input is a list of requests, whose answers are printed as a line. The argument is the directory of the
program's package.
"""

import json
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, sys.argv[1])
from matrix_server.converge import check_plan, plan_users  # noqa: E402
from matrix_server.reports import Reports  # noqa: E402
from matrix_server.results import Seen  # noqa: E402

METHODS = {"plan_users": plan_users, "check_plan": check_plan}


class Said:
    beyond_lists = ("emails",)
    unknown_keys = ()

    def __init__(self, request):
        self.request, self.domain = request, "example.org"
        self.reports = Reports(request["reporting"])

    def user_id(self, account):
        return "@%s:%s" % (account["username"], self.domain)

    def list_users(self, account):
        users = [{**user, "emails": []} for user in self.request["observed"]]
        named = self.request["people"]
        people = [user for user in users if user["username"] in named] if account.get("people") else users
        return Seen("found", users=people, acting_admin="@boss:example.org")

    def one(self, account):
        return next(user for user in self.request["observed"] if user["username"] == account["username"])

    def show_user(self, account):
        return Seen("found", user=dict(self.one(account)))

    look_beyond = show_user

    def owner_of(self, _address):
        return None

    def about_logins(self, _gives_passwords):
        return {}

    def set_password(self, account):
        return Seen("done/changed" if self.one(account)["hasOtherPassword"] else "done/unchanged")


for line in sys.stdin:
    seen = [METHODS[request["method"]](Said(request), {}) for request in json.loads(line)]
    print(json.dumps([{"signs": each.signs, "facts": each.facts} for each in seen]), flush=True)
