"""The registration tokens of MAS."""

from __future__ import annotations

from .invitations import Invitations
from .json_types import Record
from .mas_records import TOKEN, one, token_record
from .mas_registering import MasRegistering
from .moments import day, without_fraction
from .results import Failed, Seen
from .shapes import exactly
from .token_checks import check_expiry, check_token, check_uses, new_token

TOKENS = "/user-registration-tokens"


class MasTokens(MasRegistering, Invitations):
    def create_registration_token(self, asked: Record) -> Seen:
        uses, expires = check_uses(asked["uses"]), check_expiry(asked["expires"])
        body = {"usage_limit": uses, "expires_at": day(expires)}
        if asked.get("token") and self.find_token(check_token(asked["token"])):
            raise Failed("token/exists")
        if self.check:
            return Seen("done/created", token=asked.get("token") or "(made by the server)", **self.notes())
        body["token"] = asked["token"] = asked.get("token") or new_token()
        shape = {"data": {"attributes": {"token": exactly(asked["token"])}}}
        given = {key: value for key, value in body.items() if value is not None}
        made = self.api("POST", TOKENS, given, step="token", shape=shape)
        return Seen("done/created", token=made["data"]["attributes"]["token"], **self.notes())

    def notes(self) -> Record:
        return {} if self.is_open() else {"notes": ["registration_closed"]}

    def is_open(self) -> bool:
        try:
            site = self.site()
        except Failed:
            return True
        return False not in (site["password_registration_enabled"], site["registration_token_required"])

    def list_registration_tokens(self, _asked: Record) -> Seen:
        return Seen("found", tokens=[token_record(each["attributes"]) for each in self.pages(TOKENS, attributes=TOKEN)])

    def update_registration_token(self, asked: Record) -> Seen:
        changes: Record = {}
        if asked.get("uses"):
            changes["usage_limit"] = check_uses(asked["uses"])
        if asked.get("expires"):
            changes["expires_at"] = day(check_expiry(asked["expires"]))
        existing = self.existing_token(asked)
        attributes = {**existing["attributes"], "expires_at": without_fraction(existing["attributes"]["expires_at"])}
        body = {key: value for key, value in changes.items() if value != attributes[key]}
        if body and not self.check:
            self.api("PUT", "%s/%s" % (TOKENS, existing["id"]), body, step="token", shape=one(existing["id"]))
        return Seen("done/changed" if body else "done/unchanged", token=asked["token"])

    def revoke_registration_token(self, asked: Record) -> Seen:
        existing = self.existing_token(asked)
        if existing["attributes"]["revoked_at"]:
            return Seen("done/unchanged", token=asked["token"])
        if not self.check:
            self.api("POST", "%s/%s/revoke" % (TOKENS, existing["id"]), step="token", shape=one(existing["id"]))
        return Seen("done/changed", token=asked["token"])

    def find_token(self, token: str) -> Record | None:
        return next(
            (each for each in self.pages(TOKENS, attributes=TOKEN) if each["attributes"]["token"] == token), None
        )

    def existing_token(self, asked: Record) -> Record:
        existing = self.find_token(check_token(asked["token"]))
        if not existing:
            raise Failed("token/absent")
        return existing
