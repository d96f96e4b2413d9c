"""Keep passwords as the role's plugins do, once for each line on standard input, which is what to keep; print a line each."""

import importlib
import json
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.join(os.path.dirname(__file__), "../../roles/matrix_users/files"))
keep_passwords = importlib.import_module("matrix_registrar.kept_passwords").keep_passwords

for line in sys.stdin.buffer:
    try:
        answer = keep_passwords(**json.loads(line))
    except OSError as error:
        answer = {"refused": "%s: %s" % (error.filename, error.strerror)}
    print(json.dumps(answer), flush=True)
