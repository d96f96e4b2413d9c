"""Ansible, started once: whoever connects has a fork of it run one of its commands, as `client.py` asks for.

Half of what a play costs is the time in which Ansible starts and builds the modules that it sends. The fork has
the arguments, the environment, the directory and the standard streams of who asked, and nothing of earlier plays: what is
read, evaluated and run is what a process of its own would read, evaluate and run.
"""

import contextlib
import gc
import importlib
import json
import os
import select
import shutil
import signal
import socket
import sys
import tempfile
import traceback

import ansible.cli.adhoc
import ansible.cli.inventory
import ansible.cli.playbook
import ansible.cli.vault

LOOK_SECONDS = 5

COMMANDS = {
    "ansible": ansible.cli.adhoc,
    "ansible-inventory": ansible.cli.inventory,
    "ansible-playbook": ansible.cli.playbook,
    "ansible-vault": ansible.cli.vault,
}

PLUGINS = {
    "action": "assert command copy debug fail include_vars normal set_fact template validate_argument_spec",
    "become": "sudo",
    "cache": "memory",
    "callback": "default",
    "connection": "local ssh",
    "filter": "core encryption mathstuff urls urlsplit",
    "inventory": "auto host_list ini script toml yaml",
    "lookup": "env file password vars",
    "shell": "sh",
    "strategy": "linear",
    "test": "core files mathstuff uri",
    "vars": "host_group_vars",
}


def import_what_plays_need():
    """Imported, and not looked up by Ansible's own loader: that would leave something of it behind."""
    names = ["executor.module_common", "executor.playbook_executor", "executor.task_executor"]
    names += ["plugins.%s.%s" % (kind, name) for kind, plugins in PLUGINS.items() for name in plugins.split()]
    for name in names:
        with contextlib.suppress(ImportError):  # an older Ansible
            importlib.import_module("ansible." + name)
    gc.collect()
    gc.freeze()


def receive(connection):
    head, descriptors, _, _ = socket.recv_fds(connection, 1 << 16, 3)
    size, _, body = head.partition(b"\n")
    while len(body) < int(size):
        more = connection.recv(1 << 16)
        if not more:
            raise EOFError("who asked for the play has gone")
        body += more
    return json.loads(body), descriptors


def run(asked, descriptors):
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["directory"])
    tempfile.tempdir = None
    try:
        COMMANDS[asked["arguments"][0]].main(asked["arguments"])
    except SystemExit as ended:
        return ended.code or 0
    return 0


def answer(connection):
    """In a fork: it ends here, whatever happens."""
    code = 250
    try:
        code = run(*receive(connection))
    except BaseException:
        traceback.print_exc()
    finally:
        sys.stdout.flush()
        sys.stderr.flush()
        connection.sendall(b"%d" % code)
        os._exit(code)


def begin(listener, others):
    """A fork that does a play for who connects, in a process group of its own: its number, and the connection."""
    connection, _ = listener.accept()
    child = os.fork()
    os.setpgid(child, child)  # set by both, for either may be the first to rely on it
    if child == 0:
        for other in (listener, *others):
            other.close()
        answer(connection)
    return child, connection


def end(child):
    """With SIGTERM, which Ansible passes on to workers that are in groups of their own."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGTERM)


def serve(listener, path, owner):
    """Until its socket is gone, or who started it has ended, which the answer tells. A play ends with who asked for it."""
    plays = {}
    waiting = select.poll()
    waiting.register(listener, select.POLLIN)
    waiting.register(owner, select.POLLIN)

    def forget(connection):
        if connection.fileno() >= 0:
            waiting.unregister(connection)
            connection.close()

    while True:
        ready = dict(waiting.poll(LOOK_SECONDS * 1000))
        for child, connection in list(plays.items()):
            if connection.fileno() in ready:
                end(child)
                forget(connection)
            if os.waitpid(child, os.WNOHANG)[0]:
                forget(plays.pop(child))
        if owner in ready or not os.path.exists(path):
            for child in plays:
                end(child)
            return owner in ready
        if listener.fileno() in ready:
            child, connection = begin(listener, plays.values())
            plays[child] = connection
            waiting.register(connection, 0)  # only whether it has been closed


def main(path, owner):
    import_what_plays_need()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(path)
        listener.listen(64)
        print("ready", flush=True)
        has_ended = serve(listener, path, os.pidfd_open(int(owner)))
    if has_ended:
        shutil.rmtree(os.path.dirname(path), ignore_errors=True)


main(*sys.argv[1:])
