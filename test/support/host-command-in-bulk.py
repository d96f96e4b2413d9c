"""Register many accounts with the host command in one call: its own code reads each password and makes a request of it,
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


class Collecting(host_command.Work):
    """Keeps what the step would be run with, as if it had been run."""

    def step(self, step):
        calls.append((self, self.argv(step["argv"]), {key: self.value(value) for key, value in step["stdin"].items()}))
        return "created", {}


def main():
    host_command.Work = Collecting
    host_command.tell = lambda report, _as_json: report
    for account in json.load(sys.stdin.buffer):
        sys.argv = [COMMAND, "--json", account["username"]]
        sys.stdin = io.TextIOWrapper(io.BytesIO((account["password"] + "\n").encode()))
        host_command.main()
    work, argv, request = calls[0]
    request["accounts"] = [call["accounts"][0] for _, _, call in calls]
    done = host_command.run(argv, json.dumps(request))
    answers = work.authority["answers"]
    signs = [result["signs"] for result in json.loads(done.stdout)["results"]]
    json.dump([next((answers[sign] for sign in each if sign in answers), str(each)) for each in signs], sys.stdout)


main()
