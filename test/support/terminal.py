"""Run a command on a terminal of its own: terminal.py ANSWERS COMMAND...

ANSWERS is JSON, a list of [prompt, answer]. Each prompt is looked for after the line of the answer before it, since prompts
are drawn again for each key.
"""

import json
import os
import pty
import sys

answers = json.loads(sys.argv[1])
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(sys.argv[2], sys.argv[2:])

shown = b""
unread = b"\n"
while True:
    try:
        chunk = os.read(terminal, 4096)
    except OSError:
        break
    if not chunk:
        break
    shown += chunk
    unread += chunk
    if answers and answers[0][0].encode() in unread.partition(b"\n")[2]:
        _, answer = answers.pop(0)
        unread = b""
        os.write(terminal, answer.encode() + b"\n")
_, status = os.waitpid(pid, 0)
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(status))
