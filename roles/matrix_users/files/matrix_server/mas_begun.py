"""Registrations that were begun."""

from __future__ import annotations

import json
import os
import time
from urllib.parse import quote

from .json_types import Record
from .moments import moment
from .results import Failed


class Begun:
    """
    A note on the host that registering an account was begun, since MAS does not tell whether an account has a password.
    Only the account that this made counts as begun: the one whose id is noted, or one that came within a minute of the note.
    """

    def __init__(self, directory: str, user_id: str) -> None:
        name = quote(user_id, safe="")
        if len(name) > 200:  # of the 255 that a file's name can have
            import hashlib

            name = name[:100] + hashlib.sha256(user_id.encode()).hexdigest()
        self.path = os.path.join(directory, "unfinished", name)

    def note(self, made: str | None = None) -> None:
        try:
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            with open(self.path, "w", encoding="utf-8") as file:
                json.dump({"at": time.time(), "id": made}, file)
        except OSError as error:
            raise Failed("state/unwritable", detail="%s: %s" % (self.path, error.strerror)) from None

    def made(self, user: Record) -> bool:
        try:
            with open(self.path, encoding="utf-8") as file:
                note = json.load(file)
        except (OSError, ValueError):
            return False
        if note["id"]:
            return bool(note["id"] == user["id"])
        return bool(-5 < moment(user["attributes"]["created_at"]) - note["at"] < 60)

    def end(self) -> None:
        try:
            os.remove(self.path)
        except OSError:
            pass
