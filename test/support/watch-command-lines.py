"""Collect the command line of every process that runs, until a line comes on standard input; then print them as JSON.

A process that lives for less than one round (some milliseconds) can be missed: the canaries of the tests tell the pace.
One that has run for a second is no longer looked at in each round, for it has long become what it is.
"""

import json
import os
import sys
import threading
import time

seen = set()
stop = threading.Event()


def watch():
    born = {}
    while not stop.is_set():
        now = time.monotonic()
        running = {pid for pid in os.listdir("/proc") if pid.isdigit()}
        born = {pid: born.get(pid, now) for pid in running}
        for pid, since in born.items():
            if now - since < 1:
                try:
                    with open("/proc/%s/cmdline" % pid, "rb") as file:
                        seen.add(file.read())
                except OSError:
                    pass
        time.sleep(0.004)


watcher = threading.Thread(target=watch)
watcher.start()
print("watching", flush=True)
sys.stdin.readline()
stop.set()
watcher.join()
json.dump([line.decode(errors="surrogateescape").rstrip("\0").split("\0") for line in seen], sys.stdout)
