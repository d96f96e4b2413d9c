"""The modules are imported from standard input, where no file of them is."""

import json
import os
import subprocess
import sys

from reporting import DEFINITIONS, TABLES

FILES = os.path.join(os.path.dirname(__file__), "../../roles/matrix_users/files")


def source_of(name):
    with open(os.path.join(FILES, "matrix_server", name + ".py"), encoding="utf-8") as file:
        return file.read()


def run(names, request, directory, **changed):
    """What the program answers, and what it complains of; `changed`: other texts of its modules."""
    modules = {name for each in names for name in DEFINITIONS["programs"][each]}
    sources = {**{name: source_of(name) for name in modules}, **changed}
    line = json.dumps([source_of("loader"), sources, names])
    ended = subprocess.run(
        [sys.executable, "-c", DEFINITIONS["reader"]],
        input=line + "\n" + json.dumps({"reporting": TABLES, **request}),
        capture_output=True,
        encoding="utf-8",
        cwd=str(directory),
    )
    assert ended.stdout, ended.stderr
    return json.loads(ended.stdout)["results"][0]


def test_each_program_runs(tmp_path):
    for server in ("synapse", "dendrite", "mas"):
        result = run([server], {"action": "ready", "address": {"url": "http://127.0.0.1:1"}}, tmp_path)
        assert result["signs"] == ["connect/refused"]


def test_a_file_of_the_same_name_in_the_working_directory_is_not_imported(tmp_path):
    (tmp_path / "matrix_server.py").write_text("raise SystemExit('not this one')")
    result = run(["dendrite"], {"action": "ready", "address": {"url": "http://127.0.0.1:1"}}, tmp_path)
    assert result["signs"] == ["connect/refused"]


def test_a_mistake_is_told_by_its_file_and_line(tmp_path):
    broken = source_of("homeserver").replace(
        'self.ask("GET", "/_matrix/client/versions"', '{}["x"]; self.ask("GET", "/"'
    )
    assert '{}["x"]' in broken
    line = next(number for number, text in enumerate(broken.splitlines(), 1) if '{}["x"]' in text)
    request = {"action": "ready", "address": {"url": "http://127.0.0.1:1"}}
    result = run(["synapse"], request, tmp_path, homeserver=broken)
    assert result["facts"]["detail"] == "KeyError, homeserver.py:%d" % line


def test_no_server_gets_the_modules_of_another():
    programs = DEFINITIONS["programs"]
    assert not [name for name in programs["synapse"] if name.startswith(("mas", "dendrite"))]
    assert not [name for name in programs["mas"] if name.startswith(("synapse", "dendrite", "homeserver", "database"))]
    assert not [name for name in programs["dendrite"] if name.startswith(("synapse", "mas", "matrix_registration"))]
    assert not {"plan_users", "change_users", "wishes"} & {
        *programs["synapse"],
        *programs["mas"],
        *programs["dendrite"],
    }
