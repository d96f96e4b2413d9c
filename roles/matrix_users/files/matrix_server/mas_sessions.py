"""The sessions of accounts at MAS."""

from __future__ import annotations

import time
from collections.abc import Iterator

from .json_types import Record
from .mas_api import MasApi
from .mas_records import (
    NEW_TOKEN,
    ONE_RECORD,
    ONE_SESSION,
    PERSONAL_USE,
    SESSION,
    ULID,
    USE,
    session_record,
)
from .moments import without_fraction
from .results import Failed, Seen
from .token_checks import check_expiry

USUAL = {"/compat-sessions": "client", "/oauth2-sessions": "client", "/user-sessions": "browser"}  # with their kind
ENDING = {**dict.fromkeys(USUAL, "finish"), "/personal-sessions": "revoke"}


class MasSessions(MasApi):
    def list_sessions(self, account: Record) -> Seen:
        """Sessions of older clients and of newer ones, then of browsers on MAS's own pages, then tokens for scripts."""
        user = self.existing(account)
        filters = {"filter[user]": user["id"], "filter[status]": "active"}
        found = []
        for path, kind in USUAL.items():
            found += [session_record(each, kind) for each in self.pages(path, filters, SESSION)]
        found += [session_record(each, "token") for each in self.personal_sessions_of(user)]
        return Seen("found", sessions=found)

    def create_access_token(self, account: Record) -> Seen:
        """Makes a personal session, which list-sessions shows."""
        user = self.existing(account, active=True)
        expires = check_expiry(account["expires"])
        if self.check:
            return Seen("done/created")
        body = {
            "actor_user_id": user["id"],
            "human_name": account.get("device_name") or "registrar",
            "scope": "urn:matrix:client:api:*",
            **({"expires_in": int(expires - time.time())} if expires else {}),
        }
        made = self.api("POST", "/personal-sessions", body, step="personal", shape=NEW_TOKEN)["data"]
        return Seen("done/created", session=made["id"], access_token=self.sealed(made["attributes"]["access_token"]))

    def logout_user(self, account: Record) -> Seen:
        user = self.existing(account)
        if account.get("session"):
            return self.end_one(user, account["session"])
        count = len(list(self.sessions(user))) if self.check else self.end_sessions(user)
        return Seen("done/changed" if count else "done/unchanged", sessions=count)

    def end_one(self, user: Record, session: str) -> Seen:
        """The session of this account that list-sessions shows by this ID, of whichever kind."""
        for path, action in ENDING.items() if ULID.fullmatch(session) else ():
            try:
                record = self.api("GET", "%s/%s" % (path, session), step="session", shape=ONE_SESSION)["data"]
            except Failed as failed:
                if failed.signs[-1] != "session/404":
                    raise
                continue
            attributes = record["attributes"]
            if user["id"] not in (attributes["user_id"], attributes["actor_user_id"]):
                break
            if attributes["finished_at"] or attributes["revoked_at"]:
                return Seen("done/unchanged_session")
            is_ended = not self.check and not self.end("%s/%s/%s" % (path, session, action))
            return Seen("done/unchanged_session" if is_ended else "done/changed_session")
        raise Failed("session/absent")

    def sessions(self, user: Record) -> Iterator[str]:
        for path in USUAL:
            for session in list(self.pages(path, {"filter[user]": user["id"], "filter[status]": "active"})):
                yield "%s/%s/%s" % (path, session["id"], ENDING[path])
        for session in self.personal_sessions_of(user):
            yield "/personal-sessions/%s/%s" % (session["id"], ENDING["/personal-sessions"])

    def personal_sessions_of(self, user: Record) -> list[Record]:
        return list(self.personal_sessions({"filter[actor_user]": user["id"], "filter[status]": "active"}, SESSION))

    def personal_sessions(self, filters: Record, attributes: Record) -> Iterator[Record]:
        """Tokens that an admin made for scripts acting as the account; versions before 1.5 have none."""
        try:
            yield from self.pages("/personal-sessions", filters, attributes)
        except Failed as failed:
            if not failed.signs[-1].endswith("/404"):
                raise

    def last_seen(self) -> dict[str, str]:
        """When each account was last seen, by its ID: of all sessions, ended ones too, since MAS lists no accounts with that."""
        seen: dict[str, str] = {}

        def note(owner: str | None, moment: str | None) -> None:
            if owner and moment:
                seen[owner] = max(seen.get(owner, ""), without_fraction(moment))

        for path in USUAL:
            for each in (record["attributes"] for record in self.pages(path, attributes=USE)):
                note(each["user_id"], each["last_active_at"] or each["created_at"])  # to begin one, somebody signed in
        for each in (record["attributes"] for record in self.personal_sessions({}, PERSONAL_USE)):
            note(each["actor_user_id"], each["last_active_at"])
        return seen

    def end_sessions(self, user: Record) -> int:
        count = 0
        for path in self.sessions(user):
            self.end(path)
            count += 1
        return count

    def end(self, path: str) -> bool:
        """False: it had already ended."""
        try:
            self.api("POST", path, step="session", shape=ONE_RECORD)
        except Failed as failed:
            if failed.signs[-1] not in ("session/400", "session/409"):
                raise
            return False
        return True
