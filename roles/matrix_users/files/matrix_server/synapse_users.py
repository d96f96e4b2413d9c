"""The accounts of a Synapse, from its admin API or its database."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from http.client import HTTPResponse
from urllib.parse import quote, urlencode

from .account_lists import absent, wanted
from .attempts import ahead, meanwhile
from .bounds import MOST_PAGES, PAGE
from .checks import truth
from .config import parse, read_text
from .database import Database, Psycopg, Sqlite, query, rows_by_page
from .homeserver import Homeserver
from .json_types import Json, Record, Shape
from .results import Failed, Seen, Unknown
from .shapes import Misfit, exactly, fitted, text
from .synapse_records import DEVICE, LISTED, USER, USERS, USERS_PAGE, listed_record, row_record, seen, user_record

Details = Callable[[Record], Record]


class SynapseUsers(Homeserver):
    """From its admin API if the host file gives an admin, else from its database."""

    only_for_admins = "/_synapse/admin/v2/users?limit=1&guests=false"
    counting = "SELECT count(*) AS accounts FROM users"

    def configured_domain(self) -> Json:
        return self.config.get("server_name")

    def configured_secret(self) -> Json:
        path = self.config.get("registration_shared_secret_path")
        secret = self.config.get("registration_shared_secret")
        return read_text(path).strip() if path and not secret else secret

    def pepper(self) -> str:
        return str(self.config.get("password_config", "pepper") or "")

    def exchange(self, *request: Json) -> tuple[HTTPResponse, bytes]:
        """If nothing listens at the address, uses the Unix socket of the configuration."""
        try:
            return super().exchange(*request)
        except Failed as failed:
            if failed.signs[0] != "connect/refused" or self.socket_path:
                raise
            self.socket_path = self.configured_socket()
            if not self.socket_path:
                raise
        return super().exchange(*request)

    def configured_socket(self) -> str:
        shape = [{"path": (text, None), "resources": ([{"names": [text]}], None)}]
        try:
            listeners = fitted(self.config.get("listeners"), shape)
        except (Failed, Misfit):
            return ""
        return next((each["path"] for each in listeners if each["path"] and serves_clients(each)), "")

    def is_reserved(self, account: Record) -> bool:
        return bool(self.owners(asks_database=False)(self.user_id(account)))

    def holder_of(self, account: Record) -> Record | None:
        """Synapse allows a name once, in any case."""
        statement = "SELECT users.*, name AS user_id FROM users WHERE %s = :name"
        user_id = self.user_id(account)
        exact = query(self.database(), statement % "name", name=user_id)
        found = exact or query(self.database(), statement % "lower(name)", name=user_id.lower())
        return found[0] if found else None

    def by_database(self) -> bool:
        return truth(self.request.get("prefer_database")) or not self.has_admin()

    def database(self) -> Database:
        self.check_domain()
        database = self.config.get("database")
        if not isinstance(database, dict):
            raise Unknown("the configuration has no section database")
        arguments = dict(database.get("args") or {})
        return Sqlite(str(arguments.get("database"))) if database.get("name") == "sqlite3" else Psycopg(arguments)

    def row(self, username: str) -> Record | None:
        rows = query(self.database(), USERS + " WHERE users.name = :name", name="@%s:%s" % (username, self.domain))
        return rows[0] if rows else None

    # Looking

    def show_user(self, account: Record) -> Seen:
        return Seen("found", user=self.user(account))

    def list_users(self, account: Record) -> Seen:
        details = meanwhile(lambda: self.details_beside(truth(account.get("people"))))
        users = self.detailed(self.users(account), details)
        return Seen("found", users=wanted(account, users), acting_admin=self.acting_admin())

    def detailed(self, users: Iterator[Record], details: Callable[[], Details]) -> Iterator[Record]:
        """The details are read from the database while the admin API answers with its first page."""
        for user in users:
            yield {**user, **details()(user)}

    def details_beside(self, is_needed: bool) -> Details:
        """Details that the admin API's list lacks, from the database if it can be read; required only for a list of people."""
        lacks = not self.by_database()  # its rows have it already
        try:
            owner_of = self.owners(asks_database=lacks)
            suspended = self.suspended() if lacks else None
        except (Failed, Unknown):
            if is_needed:
                raise
            return lambda _user: {}

        def beside(user: Record) -> Record:
            kind = {"kind": owner_of(user["user_id"]) or user["kind"]}
            return kind if suspended is None else {**kind, "suspended": user["user_id"] in suspended}

        return beside

    def suspended(self) -> set[str]:
        """Who is suspended: the list of the admin API lacks it (1.163)."""
        database = self.database()
        if not any("suspended" in row for row in query(database, "SELECT * FROM users LIMIT 1")):
            return set()  # an older server
        return {row["name"] for row in query(database, "SELECT name FROM users WHERE suspended")}

    def owners(self, asks_database: bool) -> Callable[[str], str]:
        """Returns a function: does a "bridge" or the "server" itself own an account, by the database and the bridges' reservations."""
        statement = "SELECT name FROM users WHERE appservice_id IS NOT NULL"
        bridges = {row["name"] for row in query(self.database(), statement)} if asks_database else set()
        notices = self.user_id({"username": self.config.get("server_notices", "system_mxid_localpart") or ""})
        reserved = []
        for path in self.config.get("app_service_config_files") or []:
            bridge = parse(read_text(path), path)
            bridges.add(self.user_id({"username": bridge(("sender_localpart",)) or ""}))
            reserved += [
                re.compile(each["regex"]) for each in bridge(("namespaces", "users")) or [] if each.get("exclusive")
            ]

        def owner_of(user_id: str) -> str:
            if user_id == notices:
                return "server"
            return "bridge" if user_id in bridges or any(each.match(user_id) for each in reserved) else ""

        return owner_of

    def users(self, account: Record) -> Iterator[Record]:
        if self.by_database():
            rows = rows_by_page(self.database(), LISTED + " WHERE users.name LIKE '@%' AND is_guest = 0", "name")
            return (listed_record(row, self.domain) for row in rows)
        users = self.listed({"admins": "true"} if truth(account.get("admins")) else {})
        return map(self.seen_at_devices, users) if account.get("inactive") and self.forgets() else users

    def forgets(self) -> bool:
        """Before 1.140, its list lacks everybody not seen for 28 days (user_ips_max_age); the sessions have them."""
        shape = {"server_version": re.compile(r"[0-9]+\.[0-9]+.*", re.S)}
        version = self.ask("GET", "/_synapse/admin/v1/server_version", step="version", shape=shape).body
        major, minor = re.findall("[0-9]+", version["server_version"])[:2]
        return (int(major), int(minor)) < (1, 140)

    def seen_at_devices(self, user: Record) -> Record:
        if user["last_seen"]:
            return user
        devices = self.admin("GET", self.path("v2/users", user, "/devices"), shape={"devices": [DEVICE]})["devices"]
        return {**user, "last_seen": max(filter(None, map(seen, devices)), default=None)}

    def listed(self, filters: dict[str, str]) -> Iterator[Record]:
        """Every account of the admin API's list."""
        return (listed_record(record, self.domain) for record in ahead(self.pages(filters)))

    def pages(self, filters: dict[str, str]) -> Iterator[list[Record]]:
        """Large ones, since Synapse counts all accounts for each page; guests=false, since the default is refused behind MAS."""
        start: Json = "0"
        starts = set()
        while start is not None:
            parameters = {
                "from": start,
                "limit": 4 * PAGE,
                "guests": "false",
                "deactivated": "true",
                "locked": "true",
                **filters,
            }
            page = self.admin("GET", "/_synapse/admin/v2/users?" + urlencode(parameters), shape=USERS_PAGE)
            yield page["users"]
            starts.add(start)
            start = page.get("next_token")
            if start in starts or len(starts) >= MOST_PAGES or (start is not None and not page["users"]):
                raise Failed("answer/odd", detail="its list of accounts does not end, after %d pages" % len(starts))

    def user(self, account: Record) -> Record:
        """The account's record; raises Failed with similar names if there is none."""
        if self.by_database():
            row = self.row(account["username"])
            if row is None:
                names = query(self.database(), "SELECT name FROM users")
                raise absent(account["username"], [row["name"][1:].split(":")[0] for row in names])
            emails = query(
                self.database(),
                "SELECT address FROM user_threepids WHERE user_id = :name AND medium = 'email'",
                name=self.user_id(account),
            )
            return row_record(row, self.domain, [each["address"] for each in emails])
        try:
            return user_record(self.record(account), self.domain)
        except Failed as failed:
            if failed.signs[0] != "admin/404/M_NOT_FOUND":
                raise
        raise absent(account["username"], [each["username"] for each in self.listed({"name": account["username"][:3]})])

    def record(self, account: Record) -> Record:
        """The account's record, from the admin API."""
        try:
            return self.admin("GET", self.path("v2/users", account), shape=self.shape_of(account))
        except Failed as failed:
            if failed.signs[0] == "admin/400/M_UNKNOWN":  # "Can only look up local users"
                raise Failed("domain/other", detail=failed.facts["detail"]) from None
            raise

    def shape_of(self, account: Record) -> Shape:
        return {**USER, "name": exactly(self.user_id(account))}

    def change(self, account: Record, body: Json) -> None:
        """An account's record, changed."""
        self.admin("PUT", self.path("v2/users", account), body, shape=self.shape_of(account))

    def path(self, route: str, account: Record, rest: str = "") -> str:
        return "/_synapse/admin/%s/%s%s" % (route, quote(self.user_id(account), safe=""), rest)


def serves_clients(listener: Record) -> bool:
    return any("client" in resource["names"] for resource in listener["resources"] or [])
