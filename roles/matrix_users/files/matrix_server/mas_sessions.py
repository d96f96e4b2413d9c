"""The sessions of accounts at MAS."""

from __future__ import annotations

from collections.abc import Iterator

from .json_types import Record
from .mas_api import MasApi
from .mas_records import ONE_RECORD, SESSION, session_record
from .results import Failed, Seen


class MasSessions(MasApi):
    def list_sessions(self, account: Record) -> Seen:
        """Of older clients and of newer ones, then of browsers on MAS's own pages, then tokens for scripts."""
        user = self.known(account)
        filters = {"filter[user]": user["id"], "filter[status]": "active"}
        found = []
        for path, kind in (
            ("/compat-sessions", "client"),
            ("/oauth2-sessions", "client"),
            ("/user-sessions", "browser"),
        ):
            found += [session_record(each, kind) for each in self.pages(path, filters, SESSION)]
        found += [session_record(each, "token") for each in self.personal_sessions(user)]
        return Seen("found", sessions=found)

    def logout_user(self, account: Record) -> Seen:
        user = self.known(account)
        count = len(list(self.sessions(user))) if self.check else self.end_sessions(user)
        return Seen("done/changed" if count else "done/unchanged", sessions=count)

    def sessions(self, user: Record) -> Iterator[str]:
        for path in ("/compat-sessions", "/oauth2-sessions", "/user-sessions"):
            for session in list(self.pages(path, {"filter[user]": user["id"], "filter[status]": "active"})):
                yield "%s/%s/finish" % (path, session["id"])
        for session in self.personal_sessions(user):
            yield "/personal-sessions/%s/revoke" % session["id"]

    def personal_sessions(self, user: Record) -> list[Record]:
        """Tokens that an admin made for scripts that act as the account; versions before 1.5 have none."""
        try:
            return list(
                self.pages(
                    "/personal-sessions", {"filter[actor_user]": user["id"], "filter[status]": "active"}, SESSION
                )
            )
        except Failed as failed:
            if not failed.signs[-1].endswith("/404"):
                raise
            return []

    def end_sessions(self, user: Record) -> int:
        count = 0
        for path in self.sessions(user):
            try:
                self.api("POST", path, step="session", shape=ONE_RECORD)
            except Failed as failed:
                if failed.signs[-1] not in ("session/400", "session/409"):  # it ended by itself meanwhile
                    raise
            count += 1
        return count
