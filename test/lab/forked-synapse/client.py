"""Stands for `python -m synapse.app.homeserver`: has a fork of a Python that has loaded it do that, and ends as that does.

    client.py DIRECTORY OWNER WORD...

The first to ask for it starts that Python, which listens in the directory until the process OWNER has ended.
"""

import fcntl
import json
import os
import signal
import socket
import subprocess
import sys

SERVER = os.path.join(os.path.dirname(os.path.abspath(sys.argv[0])), "server.py")


def connect(path):
    connection = socket.socket(socket.AF_UNIX)
    try:
        connection.connect(path)
    except (FileNotFoundError, ConnectionRefusedError):
        return None
    return connection


def start(path, owner):
    if os.path.exists(path):
        os.unlink(path)
    with open(path + ".log", "ab") as log:
        server = subprocess.Popen(
            [sys.executable, SERVER, path, owner],
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=log,
            start_new_session=True,
        )
    if server.stdout.readline() != b"ready\n":
        sys.exit("the server that forks Synapse did not start: see " + log.name)


def connected(directory, owner):
    os.makedirs(directory, mode=0o700, exist_ok=True)
    path = os.path.join(directory, "socket")
    with open(path + ".lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        connection = connect(path)
        if not connection:
            start(path, owner)
            connection = connect(path)
    return connection


def main(directory, owner, *words):
    connection = connected(directory, owner)
    body = json.dumps({"words": words, "directory": os.getcwd()}).encode()
    signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGTERM])
    socket.send_fds(connection, [body], [1, 2])
    answers = connection.makefile()
    homeserver = int(answers.readline())
    signal.signal(signal.SIGTERM, lambda *_: os.kill(homeserver, signal.SIGTERM))
    signal.pthread_sigmask(signal.SIG_UNBLOCK, [signal.SIGTERM])
    sys.exit(int(answers.readline() or 250))


main(*sys.argv[1:])
