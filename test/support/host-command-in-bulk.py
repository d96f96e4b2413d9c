"""Register many accounts with the host command in one call: its own code reads each password, on standard input or typed, and makes a request of it,
and one run of the program gets them all. Reads accounts as JSON, and prints what came of each.
"""

import importlib.machinery
import importlib.util
import io
import json
import sys

COMMAND = "/matrix/registrar/bin/register-user"


def load():
    loader = importlib.machinery.SourceFileLoader("host_command", COMMAND)
    module = importlib.util.module_from_spec(importlib.util.spec_from_loader("host_command", loader))
    loader.exec_module(module)
    return module


host_command = load()
calls = []


class Collecting(host_command.HostOperation):
    """Keeps what the program would be asked, as if it had been asked."""

    def ask(self, action, naming, **more):
        calls.append((self, {"action": action, **self.filled(naming), "reporting": self.reporting(action), **more}))
        return {"outcome": "created", "changed": True, "message": "", "next": [], "facts": {}}


def main():
    host_command.HostOperation = Collecting
    host_command.print_report = lambda _work, report, _as_json: report
    for account in json.load(sys.stdin.buffer):
        typed = ["--", account["username"], account["password"]]
        sys.argv = [COMMAND, "--json", *(typed if account["typed"] else [account["username"]])]
        sys.stdin = io.TextIOWrapper(io.BytesIO((account["password"] + "\n").encode()))
        host_command.main()
    work, request = calls[0]
    request["accounts"] = [call["accounts"][0] for _, call in calls]
    argv, program = work.command()
    done = work.run(argv, program + json.dumps(request))
    results = json.loads(done.stdout)["results"]
    json.dump([result.get("class", result["outcome"]) for result in results], sys.stdout)


main()
