"""Writes configurations of Synapse, split over files and directories at random, and reads each twice: by Synapse's own code
and by ours. Prints what was read differently, and how many there were. The first word is the directory of our program.
"""

import contextlib
import io
import json
import os
import random
import sys
import tempfile

import yaml
from synapse.config._base import find_config_files, read_config_files

sys.path.insert(0, sys.argv[1])
from matrix_server.config import Config  # noqa: E402

TOP = {"server_name": ["example.org"], "report_stats": [False]}
SECTIONS = {
    "password_config": [
        None,
        {},
        {"pepper": "one"},
        {"pepper": None},
        {"enabled": False},
        {"pepper": "two", "enabled": True},
    ],
    "database": [
        {"name": "sqlite3", "args": {"database": "a"}},
        {"name": "psycopg2", "args": {"host": "b"}},
        {"name": "x"},
    ],
    "registration_shared_secret": [None, "", "secret", "other", 7],
    "registration_shared_secret_path": [None, "/nowhere", "/elsewhere"],
    "enable_registration": [True, False, None],
    "registration_requires_token": [True, False],
    "bcrypt_rounds": [4, None],
    "server_notices": [None, {"system_mxid_localpart": "server"}, {"system_mxid_display_name": "x"}],
    "matrix_authentication_service": [None, {"enabled": True}, {"endpoint": "http://mas"}],
}
PATHS = [
    *((section,) for section in [*TOP, *SECTIONS]),
    ("password_config", "pepper"),
    ("password_config", "enabled"),
    ("database", "name"),
    ("database", "args"),
    ("database", "args", "host"),
    ("server_notices", "system_mxid_localpart"),
    ("matrix_authentication_service", "enabled"),
    ("nowhere", "at", "all"),
]
NAMES = ["a.yaml", "b.yaml", "10.yaml", "9.yaml", "Z.yaml", "c.yml", "d.yaml.bak", "yaml", ".hidden.yaml"]


def text_of(chance, sections):
    content = {name: chance.choice(values) for name, values in sections.items() if chance.random() < 0.4}
    return chance.choice(
        [
            yaml.safe_dump(content),
            json.dumps(content),
            "# nothing\n" if chance.random() < 0.3 else yaml.safe_dump(content),
        ]
    )


def write(path, text):
    with open(path, "w", encoding="utf-8") as file:
        file.write(text)
    return path


def layout(chance, root):
    """The paths that Synapse would be started with."""
    paths = [
        write(os.path.join(root, "homeserver.yaml"), yaml.safe_dump({name: values[0] for name, values in TOP.items()}))
    ]
    for index in range(chance.randrange(4)):
        path = os.path.join(root, "part-%d" % index)
        if chance.random() < 0.5:
            paths.append(write(path + chance.choice([".yaml", ".yml", ".conf"]), text_of(chance, SECTIONS)))
            continue
        os.mkdir(path)
        for name in chance.sample(NAMES, chance.randrange(len(NAMES))):
            if chance.random() < 0.1:
                os.mkdir(os.path.join(path, name))
            else:
                write(os.path.join(path, name), text_of(chance, {**SECTIONS, "server_name": ["other.example"]}))
        paths.append(path)
    return paths


def get(content, keys):
    for key in keys:
        content = content.get(key) if isinstance(content, dict) else None
    return content


def differences(paths):
    with contextlib.redirect_stdout(io.StringIO()):  # it tells what it ignores
        theirs = read_config_files(find_config_files(paths))
    mine = Config(paths)
    pairs = {".".join(keys): (mine.get(*keys), get(theirs, keys)) for keys in PATHS}
    return {name: pair for name, pair in pairs.items() if pair[0] != pair[1]}


def main():
    count, different = int(sys.argv[2]), []
    for seed in range(count):
        with tempfile.TemporaryDirectory() as root:
            chance = random.Random(seed)
            found = differences(layout(chance, root))
            different += [{"seed": seed, **found}] if found else []
    json.dump({"count": count, "different": different[:5]}, sys.stdout)


main()
