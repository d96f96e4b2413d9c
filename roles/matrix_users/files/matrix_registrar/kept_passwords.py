"""Passwords that are made on the machine that runs Ansible, each in a file that only its owner can read.

An existing file is read, not replaced, so a run that was interrupted and the next one use the same password.
generated-password.ts of the program does the same.
"""

from __future__ import annotations

import errno
import json
import os
import secrets
import string
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from .line_end import Stray, without_line_end
from .work import read_text


def keep_passwords(
    accounts: list[dict[str, Any]], directory: str, handouts: str, suffix: str = "", check: bool = False
) -> dict[str, Any]:
    """By username: the passwords, the files of those that are for people, and which are new.

    The accounts' paths are relative to `directory`, passwords for people go to `handouts`, and
    their files end in `suffix` until an account has them. With `check` nothing is written. An OSError
    names what could not be written.
    """
    kept: dict[str, Any] = {"passwords": {}, "files": {}, "made": []}
    for account in accounts:
        username, path = account["username"], None
        if "generate_shown" in account:
            path = os.path.abspath(os.path.expanduser(handout(handouts, username) + suffix))
            kept["files"][username] = path
        elif "generate_file" in account:
            path = os.path.join(directory, os.path.expanduser(account["generate_file"]))
        elif "generate_command" not in account:
            continue
        with private_files():
            kind = account.get("generate_words"), account.get("generate_language", "en")
            kept["passwords"][username], is_new = password_in_file(path, check, *kind)
        if is_new:
            kept["made"].append(username)
    return kept


@contextmanager
def private_files() -> Iterator[None]:
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)


def handout(directory: str, username: str) -> str:
    return os.path.join(directory, username.replace("/", "%2F") + ".txt")  # .. is a username, too


def password_in_file(path: str | None, check: bool, words: int | None, language: str) -> tuple[str, bool]:
    try:
        if path is not None:
            return read(path), False
    except FileNotFoundError:
        pass
    password = make_password(words, language)
    return (password, True) if check or path is None else keep(path, password)


def make_password(words: int | None, language: str) -> str:
    if words is None:
        return "".join(secrets.choice(string.ascii_letters + string.digits) for dummy in range(24))
    choices = json.loads(read_text("words.json"))["lists"][language].split()
    return "-".join(secrets.choice(choices) for dummy in range(words))


def reserve(path: str) -> None:
    """Creates an empty file for a future secret; a file with content is left as it is."""
    with private_files():
        make_directory(os.path.dirname(path))
        if os.path.lexists(path) and not (os.path.isfile(path) and os.path.getsize(path) == 0):
            raise FileExistsError(errno.EEXIST, "it already exists", path)
        write(path, "", os.O_NOFOLLOW)


def read(path: str) -> str:
    if os.path.exists(path) and not os.path.isfile(path):
        raise OSError(0, "it is not a file", path)
    with open(path, encoding="utf-8", newline="") as file:
        whole = file.read(1024 * 1024)
    if not whole.strip():
        raise OSError(0, "the file is empty", path)
    try:
        return without_line_end(whole)
    except Stray as stray:
        raise OSError(0, "the file has %s" % stray, path) from None


def keep(path: str, password: str) -> tuple[str, bool]:
    """The file appears whole or not at all, and is on the disk before the password is used."""
    directory, name = os.path.split(path)
    make_directory(directory)
    draft = os.path.join(directory, ".%s.%s.tmp" % (name[:200], secrets.token_hex(6)))
    try:
        write(draft, password + "\n", os.O_EXCL)
        os.link(draft, path)
        return password, True
    except FileExistsError:
        return read(path), False
    finally:
        if os.path.lexists(draft):
            os.unlink(draft)


def make_directory(path: str) -> None:
    """A directory that is made for passwords is ignored by git, also if an interrupted run left it half made."""
    os.makedirs(path, exist_ok=True)
    ignore = os.path.join(path, ".gitignore")
    others = [entry for entry in os.scandir(path) if entry.name != ".gitignore"]
    is_blank = os.path.isfile(ignore) and os.path.getsize(ignore) == 0
    if (is_blank and all(map(is_private, others))) or not (os.path.lexists(ignore) or others):
        write(ignore, "*\n", os.O_TRUNC)


def is_private(entry: os.DirEntry[str]) -> bool:
    return entry.is_file(follow_symlinks=False) and entry.stat().st_mode & 0o077 == 0


def write(path: str, text: str, flag: int) -> None:
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | flag, 0o600), "w") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
