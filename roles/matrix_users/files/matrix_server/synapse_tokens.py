"""The registration tokens of a Synapse."""

from __future__ import annotations

from urllib.parse import quote

from .homeserver import Homeserver
from .invitations import Invitations
from .json_types import Json, Record, Shape
from .results import Failed, Seen
from .shapes import exactly
from .synapse_records import TOKEN, token_record
from .token_checks import check_expiry, check_token, check_uses, new_token

TOKENS = "/_synapse/admin/v1/registration_tokens"
NOT_GIVEN: Json = object()


class SynapseTokens(Homeserver, Invitations):
    def create_registration_token(self, asked: Record) -> Seen:
        self.need_admin()
        uses, expires = check_uses(asked["uses"]), check_expiry(asked["expires"])
        body: Record = {"uses_allowed": uses, "expiry_time": expires and expires * 1000}
        if asked.get("token") and self.token(check_token(asked["token"])):
            raise Failed("token/exists")
        if self.check:
            return Seen("done/created", token=asked.get("token") or "(made by the server)", **self.notes())
        body["token"] = asked["token"] = asked.get("token") or new_token()
        shape = {"token": exactly(asked["token"])}
        token = self.admin("POST", TOKENS + "/new", body, shape=shape)["token"]
        return Seen("done/created", token=token, **self.notes())

    def notes(self) -> Record:
        return {} if self.is_open() else {"notes": ["registration_closed"]}

    def is_open(self) -> bool:
        try:
            self.ask_once("POST", "/_matrix/client/v3/register", {}, step="open")
        except Failed as failed:
            flows = failed.facts.get("flows")
            if failed.signs[-1] == "open/401" and flows is not None:
                return any("m.login.registration_token" in flow for flow in flows)
            return failed.signs[-1] != "open/403"
        return True

    def list_registration_tokens(self, _asked: Record) -> Seen:
        self.need_admin()
        tokens = self.admin("GET", TOKENS, shape={"registration_tokens": [TOKEN]})["registration_tokens"]
        return Seen("found", tokens=[token_record(each) for each in tokens])

    def update_registration_token(self, asked: Record) -> Seen:
        self.need_admin()
        uses = check_uses(asked["uses"]) if asked.get("uses") else NOT_GIVEN
        expires = check_expiry(asked["expires"]) if asked.get("expires") else NOT_GIVEN
        existing = self.existing_token(asked)
        body = {}
        if uses is not NOT_GIVEN and uses != existing["uses_allowed"]:
            body["uses_allowed"] = uses
        if expires is not NOT_GIVEN and (expires and expires * 1000) != existing["expiry_time"]:
            body["expiry_time"] = expires and expires * 1000
        if body and not self.check:
            self.on_token("PUT", asked["token"], body, TOKEN)
        return Seen("done/changed" if body else "done/unchanged", token=asked["token"])

    def revoke_registration_token(self, asked: Record) -> Seen:
        self.need_admin()
        self.existing_token(asked)
        if not self.check:
            self.on_token("DELETE", asked["token"])
        return Seen("done/changed", token=asked["token"])

    def token(self, token: str) -> Record | None:
        try:
            return self.on_token("GET", token, shape=TOKEN)
        except Failed as failed:
            if failed.signs[0] != "token/absent":
                raise
        return None

    def on_token(self, method: str, token: str, body: Json = None, shape: Shape = None) -> Record:
        try:
            return self.admin(method, "%s/%s" % (TOKENS, quote(token, safe="")), body, shape=shape)
        except Failed as failed:
            if failed.signs[0] != "admin/404/M_NOT_FOUND":
                raise
        raise Failed("token/absent")

    def existing_token(self, asked: Record) -> Record:
        existing = self.token(check_token(asked["token"]))
        if not existing:
            raise Failed("token/absent")
        return existing
