"""Synapse, loaded once: for whoever connects, a fork runs a homeserver, as `client.py` asks for.

Loading it is three quarters of what the start of a homeserver costs. None runs before the fork, which makes its own event
loop: what it reads, creates and answers is what a process of its own would.
"""

import ctypes
import gc
import json
import os
import select
import shutil
import signal
import socket
import sys
import traceback

import synapse.app.homeserver
from twisted.internet import reactor

PR_SET_PDEATHSIG = 1


def run(asked, descriptors):
    for number, descriptor in enumerate(descriptors, start=1):
        os.dup2(descriptor, number)
        os.close(descriptor)
    os.chdir(asked["directory"])
    sys.argv = ["homeserver.py", *asked["words"]]
    reactor._poller.close()
    reactor.__init__()
    try:
        synapse.app.homeserver.main()
    except SystemExit as ended:
        return ended.code if isinstance(ended.code, int) else bool(ended.code)
    return 0


def answer(connection):
    """In a fork, which ends here, whatever happens, and when its parent does."""
    code = 250
    try:
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        body, descriptors, _, _ = socket.recv_fds(connection, 1 << 16, 2)
        connection.sendall(b"%d\n" % os.getpid())
        code = run(json.loads(body), descriptors)
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        connection.sendall(b"%d\n" % code)
        os._exit(code)


def serve(listener, owner):
    waiting = select.poll()
    waiting.register(listener, select.POLLIN)
    waiting.register(owner, select.POLLIN)
    while owner not in (ready := dict(waiting.poll())):
        if listener.fileno() in ready:
            connection, _ = listener.accept()
            if os.fork() == 0:
                listener.close()
                answer(connection)
            connection.close()


def main(path, owner):
    signal.signal(signal.SIGCHLD, signal.SIG_IGN)  # nobody asks how a fork ended
    gc.collect()
    gc.freeze()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen(64)
        print("ready", flush=True)
        serve(listener, os.pidfd_open(int(owner)))
    shutil.rmtree(os.path.dirname(path), ignore_errors=True)


main(*sys.argv[1:])
