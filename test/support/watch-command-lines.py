"""Collect the command line of every process that runs; print them as JSON when asked to stop.

To stop it, write to standard input a number of seconds for which a `sleep` runs again and again: it ends when it has
seen that one, or after a minute with an error, since it was too slow then. It also ends when standard input does. A
process that lives for less than one round (some milliseconds) can be missed. One that has run for a second is no longer
looked at in each round, for it has long become what it is.
"""

import json
import os
import sys
import threading
import time

seen = set()
stop = threading.Event()

# With a process and a variable NAME=VALUE: only what that process started, and what has the variable.
mine = set(sys.argv[1:2])
mark = sys.argv[2].encode() if mine else b""


def is_mine(pid):
    if not sys.argv[1:] or pid in mine:
        return True
    with open("/proc/%s/stat" % pid) as file:
        parent = file.read().rsplit(")", 1)[1].split()[1]
    with open("/proc/%s/environ" % pid, "rb") as file:
        if parent in mine or mark in file.read().split(b"\0"):
            mine.add(pid)
    return pid in mine


def last_pid():
    """The newest process's number: as long as it is the same, there is no new one."""
    with open("/proc/loadavg") as file:
        return file.read().split()[-1]


def watch():
    running, young, newest = set(), {}, None
    while not stop.is_set():
        before, newest = newest, last_pid()
        now = time.monotonic()
        if newest != before:
            known, running = running, {pid for pid in os.listdir("/proc") if pid.isdigit()}
            young.update(dict.fromkeys(running - known, now))
            mine.intersection_update(running)
        for pid, since in list(young.items()):
            if not look(pid) or now - since > 1:
                del young[pid]
        time.sleep(0.01)


def look(pid):
    """Notes what it is now; false if it is gone, or never was one to watch."""
    try:
        if not is_mine(pid):
            return False
        with open("/proc/%s/cmdline" % pid, "rb") as file:
            seen.add(file.read())
    except OSError:
        return os.path.exists("/proc/" + pid)
    return True


watcher = threading.Thread(target=watch, daemon=True)
watcher.start()
print("watching", flush=True)
word = sys.stdin.readline().strip().encode()
if not word:
    sys.exit("whoever asked is gone")
canary = b"sleep\0%s\0" % word
deadline = time.monotonic() + 60
while canary not in seen:
    if time.monotonic() > deadline:
        sys.exit("the watcher sees nothing")
    time.sleep(0.02)
stop.set()
watcher.join()
json.dump([line.decode(errors="surrogateescape").rstrip("\0").split("\0") for line in seen], sys.stdout)
