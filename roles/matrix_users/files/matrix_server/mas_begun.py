"""Registrations that were started."""

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
    A note on the host that an account's registration was started, since MAS does not show whether it has a password.
    Only an account of that registration counts: the one with the noted id, or one created within a minute of the note.
    """

    def __init__(self, directory: str, user_id: str) -> None:
        name = quote(user_id, safe="")
        if len(name) > 200:  # of at most 255 in a file name
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
