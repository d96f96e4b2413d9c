"""Who came back to a group of accounts is let in once, which is noted in the workspace: so a lock that is set later stays.

As generator/plan/groups.ts and generator/write/members.ts have it, for registrar apply.
"""

from __future__ import annotations

import fcntl
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .work import Record


def still_back(declared: list[Record], path: str) -> list[Record]:
    """The accounts as they are declared now: whom an earlier run let in is a member like others."""
    if not os.path.exists(path):
        return declared
    out = {name for group in read_groups(path).values() for name, note in group.items() if note == "left"}
    return [each if each["username"] in out or "back" not in each else without_state(each) for each in declared]


def without_state(account: Record) -> Record:
    return {key: value for key, value in account.items() if key not in ("back", "state")}


def note_returns(path: str, usernames: set[str]) -> None:
    """The file is replaced whole, under the lock of the workspace."""
    if not usernames or not os.path.exists(path):
        return
    with locked(os.path.dirname(os.path.dirname(os.path.dirname(path)))):
        groups = read_groups(path)
        for group in groups.values():
            group.update({username: "named" for username in usernames & set(group)})
        with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=os.path.dirname(path), delete=False) as file:
            json.dump({"version": 1, "groups": groups}, file, indent=2, ensure_ascii=False)
            file.write("\n")
        os.chmod(file.name, os.stat(path).st_mode & 0o777)
        os.replace(file.name, path)


def read_groups(path: str) -> dict[str, Record]:
    with open(path, encoding="utf-8") as file:
        noted = json.load(file)
    groups: Any = noted.get("groups") if isinstance(noted, dict) else None
    if not isinstance(groups, dict) or not all(isinstance(each, dict) for each in groups.values()):
        raise ValueError("it is not what registrar noted of the groups")
    known: dict[str, Record] = groups
    return known


@contextmanager
def locked(directory: str) -> Iterator[None]:
    """As generator/write/lock.ts does; it ends with the open file."""
    opened = os.open(directory, os.O_RDONLY)
    try:
        fcntl.flock(opened, fcntl.LOCK_EX)
        yield
    finally:
        os.close(opened)
