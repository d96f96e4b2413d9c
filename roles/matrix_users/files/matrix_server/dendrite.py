"""Operations on the accounts of a Dendrite: what it has no API for is read from its database, or refused."""

from __future__ import annotations

import os
from urllib.parse import quote, urlsplit

from .account_lists import NO_PEOPLE, absent, wanted
from .attempts import attempt
from .checks import check_kind, check_password, truth
from .database import Database, Psql, Sqlite, query, rows_by_page
from .homeserver import Homeserver
from .json_types import Json, Record
from .moments import day
from .results import Failed, Seen, Unknown, after_a_change
from .shapes import USER_ID, WORD, flag

# The playbook's own command reaches its own server: a container, whose name has no dot.
PLAYBOOKS_PSQL = ["/matrix/postgres/bin/cli-non-interactive"]

ACCOUNTS = (
    "SELECT localpart, account_type, is_deactivated, created_ts, (SELECT max(display_name) FROM userapi_profiles"
    " WHERE userapi_profiles.localpart = userapi_accounts.localpart AND userapi_profiles.server_name = userapi_accounts.server_name)"
    " AS display_name FROM userapi_accounts"
)


def server_for(request: Record) -> Homeserver:
    return Dendrite(request)


class Dendrite(Homeserver):
    only_for_admins = "/_dendrite/admin/registrationTokens"
    counting = "SELECT count(*) AS accounts FROM userapi_accounts"

    def configured_domain(self) -> Json:
        return self.config.get("global", "server_name")

    def configured_secret(self) -> Json:
        return self.config.get("client_api", "registration_shared_secret")

    def register_user(self, account: Record) -> Seen:
        if account.get("kind") and check_kind(account["kind"]):
            raise Failed("kind/unsupported")
        return super().register_user(account)

    def prove(self, account: Record) -> None:
        """By a login: Dendrite answers 200 to some registrations that it drops. Only the account itself can set its display name."""
        token = self.log_in(account["username"], account["password"])
        try:
            if account.get("display_name"):
                path = "/_matrix/client/v3/profile/%s/displayname" % quote(self.user_id(account), safe="")
                with after_a_change():
                    self.ask("PUT", path, {"displayname": account["display_name"]}, step="profile", token=token)
        finally:
            self.log_out(token)

    def holder_of(self, account: Record) -> Record | None:
        row = self.row(account["username"])
        return row and {"user_id": self.user_id(account), "deactivated": row["is_deactivated"]}

    def show_user(self, account: Record) -> Seen:
        return Seen("found", user=self.user(account))

    def list_users(self, account: Record) -> Seen:
        rows = rows_by_page(
            self.database(),
            ACCOUNTS + " WHERE server_name = :domain AND account_type IN (1, 3)",
            "localpart",
            domain=self.domain,
        )
        return Seen("found", users=wanted(account, map(self.from_row, rows)), acting_admin=self.acting_admin())

    def user(self, account: Record) -> Record:
        row = self.row(account["username"])
        if row is None:
            names = query(
                self.database(),
                "SELECT localpart FROM userapi_accounts WHERE server_name = :domain",
                domain=self.domain,
            )
            raise absent(account["username"], [each["localpart"] for each in names])
        return self.from_row(row)

    def set_password(self, account: Record) -> Seen:
        """Dendrite keeps the sessions by default; here they end by default, as on every server."""
        check_password(account["password"], self.request["password_rules"])
        self.need_admin()
        self.user(account)
        keep = truth(account.get("keep_sessions"))
        if self.request.get("admin_token") and self.is_acting(account) and not keep:
            raise Failed("plan/acting_admin")  # it would also end the session of the token
        if truth(account.get("if_different")) and self.has_password(account):
            return Seen("done/unchanged")
        if not self.check:
            body = {"password": account["password"], "logout_devices": not keep}
            path = "/_dendrite/admin/resetPassword/" + quote(self.user_id(account), safe="")
            if not self.admin("POST", path, body, shape={"password_updated": flag})["password_updated"]:
                raise Failed("admin/not_updated", detail="password_updated is false")
        return Seen("done/changed")

    def create_access_token(self, account: Record) -> Seen:
        """By a login of the account itself; one that is only to be predicted is ended at once."""
        check_password(account["password"], {})
        device = {"initial_device_display_name": account.get("device_name") or "registrar"}
        shape = {"access_token": WORD, "device_id": WORD, "user_id": USER_ID}
        try:
            made = self.new_session(self.user_id(account), account["password"], "own_login", shape, **device)
        except Failed as failed:
            if failed.signs[0] == "own_login/403/M_FORBIDDEN":
                self.refuse_shut_out(account)
            raise
        is_other = made["user_id"] != self.user_id(account)
        if self.check or is_other:
            self.log_out(made["access_token"])
        if is_other:  # Dendrite takes a name in any case
            raise Failed("account/absent", detail="the server has %s" % made["user_id"])
        if self.check:
            return Seen("done/created_by_login")
        return Seen("done/created_by_login", session=made["device_id"], access_token=self.sealed(made["access_token"]))

    def refuse_shut_out(self, account: Record) -> None:
        """To Dendrite, a missing or deactivated account is a wrong password; only its database tells them apart."""
        looked = attempt(self.show_user, account)
        if looked["signs"][0] == "account/absent":
            raise Failed(*looked["signs"], **looked["facts"])
        if looked["facts"].get("user", {}).get("deactivated"):
            raise Failed("account/deactivated")

    def has_password(self, account: Record) -> bool:
        """By a login, and a logout."""
        try:
            self.log_out(self.log_in(account["username"], account["password"], "compare"))
        except Failed as failed:
            if failed.signs[-1] == "compare/403":
                return False
            raise
        return True

    def set_admin(self, account: Record, is_admin: bool) -> Seen:
        """account_type: 3 is an admin, 1 an ordinary user, others are guests and bridges (userapi/api/api.go, 0.15)."""
        user = self.user(account)
        if user["admin"] == is_admin:
            return Seen("done/unchanged")
        if user["kind"]:
            raise Failed("account/special", detail=NO_PEOPLE[user["kind"]])
        if not self.check:
            statement = (
                "UPDATE userapi_accounts SET account_type = %d WHERE localpart = :localpart AND server_name = :domain"
                % (3 if is_admin else 1)
            )
            query(self.database(), statement, True, localpart=account["username"], domain=self.domain)
        return Seen("database/changed")

    def database(self) -> Database:
        self.check_domain()
        address = self.config.get("user_api", "account_database", "connection_string")
        address = str(address or self.config.get("global", "database", "connection_string") or "")
        if not address:
            raise Unknown("the configuration has no connection_string for it")
        if not address.startswith("file:"):
            psql = self.request.get("psql") or []
            is_external = psql == PLAYBOOKS_PSQL and "." in (urlsplit(address).hostname or "")
            return Psql([] if is_external else psql, address)
        path = os.path.join(os.path.dirname(self.config.paths[0]), address[len("file:") :].partition("?")[0])
        if not os.path.exists(path) and not address.startswith("file:/"):
            raise Unknown(
                "%s in its configuration depends on where Dendrite is started; write the whole path" % address
            )
        return Sqlite(path)

    def row(self, username: str) -> Record | None:
        rows = query(
            self.database(),
            ACCOUNTS + " WHERE localpart = :localpart AND server_name = :domain",
            localpart=username,
            domain=self.domain,
        )
        return rows[0] if rows else None

    def from_row(self, row: Record) -> Record:
        return {
            "user_id": "@%s:%s" % (row["localpart"], self.domain),
            "username": row["localpart"],
            "display_name": row["display_name"] or "",
            "admin": row["account_type"] == 3,
            "locked": False,
            "suspended": False,
            "deactivated": bool(row["is_deactivated"]),
            "erased": False,
            "kind": {2: "guest", 4: "bridge"}.get(row["account_type"], "server" if row["localpart"][:1] == "_" else ""),
            "emails": None,
            "created": day(row["created_ts"] / 1000),
        }
