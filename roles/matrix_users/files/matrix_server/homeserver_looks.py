"""Checks of a homeserver, for the doctor."""

from __future__ import annotations

from .database import query
from .json_types import TYPE_CHECKING, Act, Json, Record, Shape
from .results import Failed, Seen
from .shapes import text

if TYPE_CHECKING:
    from .homeserver import Homeserver


class HomeserverLooks:
    def __init__(self, server: Homeserver) -> None:
        self.server = server

    def all(self) -> dict[str, Act]:
        return {
            "server": self.look_at_server,
            "domain": self.look_at_domain,
            "owner": self.look_at_owner,
            "sign_in": self.look_at_sign_in,
            "secret": self.look_at_secret,
            "admin": self.look_at_admin,
            "database": self.look_at_database,
        }

    def look_at_server(self, _account: Record) -> Seen:
        """Which homeserver it is: only Synapse has its version here, and only Dendrite has this admin API."""
        self.server.ready({})
        version = self.asked("/_synapse/admin/v1/server_version", {"server_version": text})
        if version:
            return Seen("server/running", kind="Synapse", version=version["server_version"])
        shape = {"server": {"name": (text, None), "version": (text, None)}}
        running = (self.asked("/_matrix/federation/v1/version", shape) or {}).get("server")
        if running:
            return Seen("server/running", kind=running.get("name"), version=running.get("version"))
        try:
            self.server.ask("GET", "/_dendrite/admin/registrationTokens", step="dendrite")
        except Failed as failed:
            if failed.signs[-1] == "dendrite/401":
                return Seen("server/running", kind="Dendrite")
        return Seen("server/running")

    def look_at_domain(self, _account: Record) -> Seen:
        return Seen("domain/found", name=self.server.configured_domain())

    def look_at_owner(self, _account: Record) -> Seen:
        """If MAS owns the accounts, Synapse neither registers nor logs them in, and names MAS's issuer."""
        self.server.ready({})
        if self.asked("/_synapse/admin/v1/register"):
            return Seen("owner/homeserver")
        issuer = (self.asked("/_matrix/client/v1/auth_metadata", {"issuer": (text, None)}) or {}).get("issuer")
        if issuer or self.server.is_delegating():
            return Seen("owner/mas", issuer=issuer)
        self.server.ask("GET", "/_matrix/client/v3/login", step="admin")  # which a worker may not have
        return Seen("owner/homeserver")

    def look_at_sign_in(self, _account: Record) -> Seen:
        """Whether people can log in with a password."""
        return Seen("sign_in/found", **self.server.notes_on_logins)

    def asked(self, path: str, shape: Shape = None) -> Json:
        """The answer, or None."""
        try:
            return self.server.ask("GET", path, step="asked", shape=shape).body
        except Failed:
            return None

    def look_at_secret(self, _account: Record) -> Seen:
        self.server.try_secret()
        return Seen("access/works")

    def look_at_admin(self, _account: Record) -> Seen:
        user_id = self.server.who_am_i()["user_id"]
        self.server.admin("GET", self.server.only_for_admins)
        return Seen("access/works", user_id=user_id)

    def look_at_database(self, _account: Record) -> Seen:
        return Seen("access/works", accounts=query(self.server.database(), self.server.counting)[0]["accounts"])
