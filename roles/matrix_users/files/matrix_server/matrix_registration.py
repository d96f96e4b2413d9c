"""Registration tokens of matrix-registration, next to a Synapse.

Its API of 0.7.2 (matrix_registration/api.py), the playbook's until May 2026. Its times are in UTC, and it answers ten
requests a minute.
"""

from __future__ import annotations

import re

from .http_api import HttpApi
from .json_types import Act, Json, Record, Shape
from .moments import day
from .results import Failed, Seen
from .shapes import exactly, flag, text, whole
from .synapse import Synapse
from .token_checks import check_expiry, check_token, check_uses

PAGE_TOKEN = {"name": text, "used": whole, "one_time": flag, "ex_date": (text, None), "valid": flag}


class SynapseWithTokenPage(Synapse):
    def looks(self) -> dict[str, Act]:
        return {**super().looks(), "page": self.look_at_page}

    def look_at_page(self, _account: Record) -> Seen:
        return Seen("access/works", tokens=len(self.page("GET", shape=[PAGE_TOKEN])))

    def is_open(self) -> bool:
        """People register on its page, whether Synapse itself lets them or not."""
        return True

    def create_registration_token(self, asked: Record) -> Seen:
        uses, expires = check_uses(asked["uses"]), check_expiry(asked["expires"])
        if uses not in (None, 1):
            raise Failed("page/cannot", detail="its tokens work for one account, or for any number of accounts")
        if asked.get("token"):
            raise Failed("page/cannot", detail="it generates its tokens itself")
        if self.check:
            return Seen("done/created", token="(made by the server)")
        body = {"one_time": uses == 1, "ex_date": (day(expires) or "")[:-1] or None}
        return Seen("done/created", token=self.page("POST", body=body, shape={"name": text})["name"])

    def list_registration_tokens(self, _asked: Record) -> Seen:
        return Seen("found", tokens=[self.record_of(each) for each in self.page("GET", shape=[PAGE_TOKEN])])

    def update_registration_token(self, _asked: Record) -> Seen:
        raise Failed("page/cannot", detail="its tokens cannot be changed, only revoked")

    def revoke_registration_token(self, asked: Record) -> Seen:
        token = self.page_token(check_token(asked["token"]))
        if token["valid"] and not self.check:
            self.page("PUT", "/" + asked["token"], {"disable": True}, shape={"name": exactly(asked["token"])})
        return Seen("done/changed" if token["valid"] else "done/unchanged", token=asked["token"])

    def page_token(self, name: str) -> Record:
        try:
            token: Record = self.page("GET", "/" + name, shape=PAGE_TOKEN)
            return token
        except Failed as failed:
            if failed.signs[0] != "page/404/MR_TOKEN_NOT_FOUND":
                raise
        raise Failed("token/absent")

    def page(self, method: str, path: str = "", body: Json = None, shape: Shape = None) -> Json:
        """Calls matrix-registration; Synapse's Python reaches it on the network of their containers."""
        api = HttpApi({"url": self.request["token_page"]})
        headers = {"Authorization": "SharedSecret %s" % self.request.get("token_page_secret")}
        try:
            return api.ask(method, "/token" + path, body, step="page", headers=headers, shape=shape).body
        except Failed as failed:
            if failed.signs[0].startswith("connect/"):
                raise Failed("page/absent", **failed.facts) from None
            raise

    def record_of(self, token: Record) -> Record:
        """As list-registration-tokens shows it; a revoked token expires in the year 1."""
        expires = token["ex_date"]
        return {
            "token": token["name"],
            "uses": token["used"],
            "uses_allowed": 1 if token["one_time"] else None,
            "pending": 0,
            "expires": expires and re.sub(r"\..*", "", expires).replace(" ", "T") + "Z",
            "valid": token["valid"],
        }
