"""Ansible, started once: whoever connects has a fork of it run `ansible-playbook`, as `client.py` asks for.

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
import socket
import sys
import tempfile
import traceback

import ansible.cli.playbook as command

LOOK_SECONDS = 5

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
        body += connection.recv(1 << 16)
    return json.loads(body), descriptors


def run(asked, descriptors):
    for number, descriptor in enumerate(descriptors):
        os.dup2(descriptor, number)
    os.environ.clear()
    os.environ.update(asked["environment"])
    os.chdir(asked["directory"])
    tempfile.tempdir = None
    try:
        command.main(["ansible-playbook", *asked["arguments"]])
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


def serve(listener, path, owner):
    """Until its socket is gone, or who started it has ended, which the answer tells."""
    children = set()
    while True:
        ready, _, _ = select.select([listener, owner], [], [], LOOK_SECONDS)
        children -= {child for child in children if os.waitpid(child, os.WNOHANG)[0]}
        if owner in ready or not os.path.exists(path):
            return owner in ready
        if listener not in ready:
            continue
        connection, _ = listener.accept()
        child = os.fork()
        if child == 0:
            listener.close()
            answer(connection)
        connection.close()
        children.add(child)


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
