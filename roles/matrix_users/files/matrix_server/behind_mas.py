"""Requests to the homeserver behind MAS, whether MAS is used by API or mas-cli."""

from __future__ import annotations

from functools import cached_property
from urllib.parse import quote

from .checks import check_display_name, check_kind, truth
from .http_api import HttpApi
from .json_types import Json, Record, Shape
from .results import Failed, Seen
from .server import Server
from .shapes import USER_ID, exactly, flag, has_shape, text


class BehindMas(Server):
    """Matrix Authentication Service in front of Synapse."""

    beyond_lists = ("emails", "display_name", "kind")

    def ready(self, _account: Record) -> Seen:
        answer = self.ask("GET", "/.well-known/openid-configuration", step="versions", shape={"issuer": (text, None)})
        return Seen("ready", issuer=answer.body["issuer"])

    def look_at_admin(self, _account: Record) -> Seen:
        user_id = self.who_am_i()
        self.at_homeserver("GET", "/_synapse/admin/v2/users?limit=1&guests=false")
        return Seen("access/works", user_id=user_id)

    def require(self, account: Record) -> None:
        """Raises Failed if there is no such account, or if it is deactivated."""
        raise NotImplementedError

    @cached_property
    def acting_id(self) -> str | None:
        """The owner of the token for the homeserver; at MAS a client acts, not an account."""
        try:
            return self.who_am_i() if self.request.get("homeserver_token") else None
        except Failed:
            return None

    def who_am_i(self) -> str:
        return str(
            self.at_homeserver("GET", "/_matrix/client/v3/account/whoami", shape={"user_id": USER_ID})["user_id"]
        )

    def failure_in(self, answer: Json) -> tuple[Json, Json]:
        """The Admin API has a list of titles, causes last; OAuth has error and error_description."""
        has_titles = has_shape(answer, {"errors": [{"title": text}]}) and answer["errors"]
        title = answer["errors"][0]["title"] if has_titles else answer.get("error")
        return title, answer.get("error_description") or title

    @property
    def unknown_keys(self) -> tuple[str, ...]:
        return () if self.request.get("homeserver_token") else ("display_name", "kind")

    # New accounts

    def registered(self, usual: str, without_email: str, addresses: list[str]) -> Seen:
        """A success; `without_email` if MAS asks for an address at the first login."""
        is_asked = truth(self.request.get("email_required")) and not addresses
        return Seen(without_email if is_asked else usual, **self.notes_on_logins)

    @cached_property
    def notes_on_logins(self) -> Record:
        """The note if the homeserver still logs people in itself; one that delegates to MAS does not know this request."""
        try:
            self.homeserver().ask_once("GET", "/_synapse/admin/v1/register", step="asked")
        except Failed:
            return {}
        return {"notes": ["not_delegated"]}

    def about_logins(self, _gives_passwords: bool) -> Record:
        return self.notes_on_logins

    def kind_of(self, account: Record) -> str | None:
        return check_kind(account.get("kind") or "user")

    def give_kind(self, account: Record) -> None:
        shape = {"name": exactly(self.user_id(account))}
        self.at_homeserver("PUT", self.path_at_homeserver(account), {"user_type": self.kind_of(account)}, shape)

    def reserved(self, account: Record, failed: Failed) -> Failed:
        """Why the homeserver does not allow a name."""
        sign = {True: "homeserver/known", False: "homeserver/reserved", None: "homeserver/either"}[
            self.is_at_homeserver(account)
        ]
        return Failed(sign, **failed.facts)

    def is_at_homeserver(self, account: Record) -> bool | None:
        """Whether the homeserver itself has the account; None: it cannot be asked, or hides profiles."""
        try:
            return self.profile(account) is not None
        except Failed:
            return None

    def profile(self, account: Record) -> Record | None:
        """The public profile at the homeserver; None: it has no such account."""
        try:
            path = "/_matrix/client/v3/profile/" + quote(self.user_id(account), safe="")
            return self.homeserver().ask("GET", path, step="profile", shape={"displayname": (text, None)}).body
        except Failed as failed:
            if failed.signs[0] not in ("profile/404/M_NOT_FOUND", "profile/404/M_UNKNOWN"):
                raise
        return None

    # What only the homeserver knows

    def seen_at_homeserver(self, account: Record) -> Record:
        """What only the homeserver knows of an account: everything with a token, without one at most its display name."""
        try:
            record = self.record_at_homeserver(account)
            return {
                "display_name": record.get("displayname") or "",
                "suspended": bool(record.get("suspended")),
                "kind": record.get("user_type") or "",
            }
        except Failed:
            pass
        try:
            return {"display_name": (self.profile(account) or {}).get("displayname") or ""}
        except Failed:
            return {}

    def suspend_user(self, account: Record) -> Seen:
        return self.set_suspended(account, True)

    def unsuspend_user(self, account: Record) -> Seen:
        return self.set_suspended(account, False)

    def set_suspended(self, account: Record, value: bool) -> Seen:
        path = "/_synapse/admin/v1/suspend/" + quote(self.user_id(account), safe="")
        shape = {"user_%s_suspended" % self.user_id(account): flag}
        return self.set_at_homeserver(account, "suspended", value, path, {"suspend": value}, shape)

    def set_display_name(self, account: Record) -> Seen:
        return self.set_value(account, "displayname", check_display_name(account["display_name"]))

    def set_kind(self, account: Record) -> Seen:
        return self.set_value(account, "user_type", check_kind(account["kind"]))

    def set_value(self, account: Record, key: str, value: Json) -> Seen:
        shape = {"name": exactly(self.user_id(account))}
        return self.set_at_homeserver(account, key, value, self.path_at_homeserver(account), {key: value}, shape)

    def set_at_homeserver(self, account: Record, key: str, value: Json, path: str, body: Json, shape: Shape) -> Seen:
        """MAS does not store this. The account is checked first, because Synapse would create a missing one."""
        self.require(account)
        if (self.record_at_homeserver(account).get(key) or None) == (value or None):
            return Seen("done/unchanged")
        if not self.check:
            self.at_homeserver("PUT", path, body, shape)
        return Seen("done/changed")

    def record_at_homeserver(self, account: Record) -> Record:
        shape = {
            "name": exactly(self.user_id(account)),
            "displayname": (text, None),
            "suspended": (flag, None),
            "user_type": (text, None),
        }
        return self.at_homeserver("GET", self.path_at_homeserver(account), shape=shape)

    def path_at_homeserver(self, account: Record) -> str:
        return "/_synapse/admin/v2/users/" + quote(self.user_id(account), safe="")

    def at_homeserver(self, method: str, path: str, body: Json = None, shape: Shape = None) -> Record:
        """Calls the homeserver's own admin API, which needs a token with the scope urn:synapse:admin:*."""
        token = self.request.get("homeserver_token")
        if not token:
            raise Failed("homeserver/no_token")
        return self.homeserver().ask(method, path, body, step="homeserver", token=token, shape=shape).body

    def homeserver(self) -> HttpApi:
        if not self.request.get("homeserver"):
            raise Failed("homeserver/unknown")
        return HttpApi(self.request["homeserver"])
