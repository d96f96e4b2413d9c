"""Run a command of the host once for each line on standard input, {"name", "words", "input", "isTyped", "env",
"directory"}, and print how each ended as a line. The first argument is a directory with the commands.
"""

import argparse  # noqa: F401  what a command imports is imported once
import builtins
import difflib  # noqa: F401
import functools
import getpass  # noqa: F401
import importlib
import io
import json
import os
import subprocess  # noqa: F401
import sys
import traceback

from forked_runs import answer_each_line, sleep_without_waiting

commands = sys.argv[1]
sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../roles/matrix_users/files"))
for module in ("commands", "printable"):
    importlib.import_module("matrix_server." + module)
del sys.path[0]
path = os.path.join(commands, "register-user")
with open(path, encoding="utf-8") as file:
    program = compile(file.read(), path, "exec")
# Each run is a fork, which finds the command's modules compiled.
builtins.compile = functools.cache(compile)
with open(os.path.join(commands, "../lib/program.json"), encoding="utf-8") as file:
    for name, text in json.load(file).items():
        if name.endswith(".py"):
            builtins.compile(text, os.path.basename(name), "exec")


class Terminal(io.TextIOWrapper):
    def isatty(self):
        return True


def run(line):
    asked = json.loads(line)
    sleep_without_waiting()
    kind = Terminal if asked["isTyped"] else io.TextIOWrapper
    sys.stdin = kind(io.BytesIO(asked["input"].encode()), encoding="utf-8")
    sys.stdout, sys.stderr = io.StringIO(), io.StringIO()
    sys.argv = [os.path.join(commands, asked["name"]), *asked["words"]]
    os.environ.update(asked["env"])
    os.chdir(asked["directory"])
    code = 0
    try:
        exec(program, {"__name__": "__main__", "__file__": path})
    except SystemExit as end:
        code = end.code
    except BaseException:
        code = traceback.format_exc()
    if isinstance(code, str):  # as Python ends then
        code = print(code, file=sys.stderr) or 1
    return {"stdout": sys.stdout.getvalue(), "stderr": sys.stderr.getvalue(), "exitCode": code or 0}


answer_each_line(run)
