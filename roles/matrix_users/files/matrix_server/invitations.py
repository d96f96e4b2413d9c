"""Registration tokens, with a text on how to use them."""

from __future__ import annotations

import re

from .checks import check_email
from .json_types import Record
from .moments import day
from .results import Failed, Seen
from .server import Server
from .token_checks import check_expiry


class Invitations(Server):
    def is_open(self) -> bool:
        """Whether people can register with a token; nothing, if that is unknown."""
        return True

    def create_registration_token(self, asked: Record) -> Seen:
        raise NotImplementedError

    def invite(self, asked: Record) -> Seen:
        """None is made where nobody could use it, and the text says when the one that is made ends."""
        person = asked.get("person") or ""
        if not person.strip() or re.search(r"[\x00-\x1f\x7f-\x9f]", person):
            raise Failed("person/invalid")
        if asked.get("email"):
            check_email(asked["email"])
        ends = day(check_expiry(asked["expires"]))
        if not self.is_open():
            raise Failed("registration/closed")
        asked["expires"] = ends or "never"
        made = self.create_registration_token(asked)
        made.facts["ends"] = ends and ends[:16].replace("T", " ") + " UTC"
        return made
