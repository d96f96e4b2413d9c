"""MAS's Admin API."""

from __future__ import annotations

import time
from collections.abc import Iterator
from itertools import islice
from threading import Lock
from urllib.parse import quote, urlencode

from .account_lists import absent
from .behind_mas import BehindMas
from .bounds import MOST_PAGES, PAGE
from .json_types import Json, Record, Shape
from .mas_records import EMAIL, ONE_USER, ULID, USER
from .results import Failed
from .shapes import WORD, number


class MasApi(BehindMas):
    """Requests use the token of an OAuth client."""

    def __init__(self, request: Record) -> None:
        super().__init__(request)
        self.token = ""
        self.token_ends = 0.0
        self.asking = Lock()  # accounts are worked on in parallel

    def close(self, _account: Record) -> None:
        """Revokes the token, which would otherwise expire after minutes."""
        if self.token:
            self.ask_as_client("/oauth2/revoke", {"token": self.token}, shape=lambda _: True)

    def access_token(self) -> str:
        """Client-credentials tokens last five minutes; a long run gets another."""
        with self.asking:
            if time.time() >= self.token_ends:
                self.new_access_token()
            return self.token

    def new_access_token(self) -> None:
        if not self.request.get("client_id") or not self.request.get("client_secret"):
            raise Failed("access/missing")
        form = {"grant_type": "client_credentials", "scope": "urn:mas:admin"}
        shape = {"access_token": WORD, "expires_in": (number, None)}
        answer = self.ask_as_client("/oauth2/token", form, shape)
        self.token, self.token_ends = answer["access_token"], time.time() + (answer.get("expires_in") or 300) - 30

    def ask_as_client(self, path: str, form: dict[str, str], shape: Shape) -> Record:
        import base64

        pair = "%s:%s" % (quote(self.request["client_id"], safe=""), quote(self.request["client_secret"], safe=""))
        headers = {
            "Authorization": "Basic " + base64.b64encode(pair.encode()).decode(),
            "Content-Type": "application/x-www-form-urlencoded",
        }
        return self.ask("POST", path, urlencode(form), step="oauth", headers=headers, shape=shape).body

    def api(self, method: str, path: str, body: Json = None, step: str = "api", shape: Shape = None) -> Record:
        return self.ask(method, "/api/admin/v1" + path, body, step=step, token=self.access_token(), shape=shape).body

    def pages(self, path: str, filters: Record | None = None, attributes: Record | None = None) -> Iterator[Record]:
        """Every record of a list, of this shape; the next page starts after the last record of this one."""
        after = None
        for _page in range(MOST_PAGES):
            parameters = {"page[first]": PAGE, **({"page[after]": after} if after else {}), **(filters or {})}
            shape = {"data": [{"id": ULID, **({"attributes": attributes} if attributes else {})}]}
            page = self.api("GET", "%s?%s" % (path, urlencode(parameters)), shape=shape)
            yield from page["data"]
            if len(page["data"]) < PAGE:
                return
            before, after = after, page["data"][-1]["id"]
            if after == before:
                break
        raise Failed("answer/odd", detail="its list %s does not end" % path)

    def find(self, username: str) -> Record | None:
        """The account's record, or None. MAS finds names in any case; here only the exact one counts."""
        try:
            path = "/users/by-username/" + quote(username, safe="")
            record = self.api("GET", path, step="find", shape=ONE_USER)["data"]
        except Failed as failed:
            if failed.signs[-1] != "find/404":
                raise
            if failed.signs[0] == "find/404/None":  # not an answer of the Admin API: it is not enabled here
                raise Failed("api/404", **failed.facts) from None
            return None
        return record if record["attributes"]["username"] == username else None

    def existing(self, account: Record, active: bool = False) -> Record:
        """The account's record; `active`: it must not be deactivated."""
        user = self.find(account["username"])
        if user is None:
            near = islice(self.pages("/users", {"filter[search]": account["username"][:1]}, USER), 10 * PAGE)
            raise absent(account["username"], [each["attributes"]["username"] for each in near])
        if active and user["attributes"]["deactivated_at"]:
            raise Failed("account/deactivated")
        return user

    def emails(self, user: Record) -> Iterator[Record]:
        return self.pages("/user-emails", {"filter[user]": user["id"]}, EMAIL)

    def require(self, account: Record) -> None:
        self.existing(account, active=True)
