"""The server's database. Statements name their values, :name, which each driver binds; no value is pasted into a statement."""

from __future__ import annotations

import json
import os
import re
import sys
from collections.abc import Iterator
from urllib.parse import quote, unquote, urlsplit

from .bounds import PAGE, TIMEOUT
from .commands import run
from .json_types import Json, Record
from .request_log import log_request
from .results import Exceeded, Unknown
from .shapes import has_shape, whole


class Database:
    def run(self, statement: str, values: Record, write: bool) -> list[Record]:
        """The rows; none for a change, which must affect exactly one row."""
        raise NotImplementedError

    def place(self) -> str:
        """Which database it is, where, and the user of the connection."""
        raise NotImplementedError


class Sqlite(Database):
    def __init__(self, path: str) -> None:
        self.path = path

    def place(self) -> str:
        return "the SQLite database " + self.path

    def run(self, statement: str, values: Record, write: bool) -> list[Record]:
        import sqlite3

        connection = sqlite3.connect(
            "file:%s?mode=%s" % (quote(self.path), "rw" if write else "ro"), uri=True, timeout=TIMEOUT
        )
        try:
            with connection:
                cursor = connection.execute(statement, values)
                return exactly_one(cursor.rowcount) if write else rows_of(cursor)
        finally:
            connection.close()


class Psycopg(Database):
    """PostgreSQL by Synapse's own driver, with the arguments of its configuration."""

    def __init__(self, arguments: Record) -> None:
        self.arguments = {name: value for name, value in arguments.items() if not name.startswith("cp_")}

    def place(self) -> str:
        argument = self.arguments.get
        name = argument("dbname") or argument("database") or "of the default name"
        at = "%s:%s" % (argument("host") or "this machine", argument("port") or 5432)
        return "the PostgreSQL database %s at %s, as %s" % (name, at, argument("user") or "the default user")

    def run(self, statement: str, values: Record, write: bool) -> list[Record]:
        import psycopg2

        connection = psycopg2.connect(connect_timeout=10, **self.arguments)
        try:
            with connection:
                cursor = connection.cursor()
                text = re.sub(r":(\w+)", r"%(\1)s", statement.replace("%", "%%")) if values else statement
                cursor.execute(text, values or None)  # without values the driver does not read % as a placeholder
                return exactly_one(cursor.rowcount) if write else rows_of(cursor)
        finally:
            connection.close()


class Psql(Database):
    """PostgreSQL by psql: a command that has the connection, or the host's psql with the address from the configuration."""

    def __init__(self, command: list[str], address: str) -> None:
        self.address = urlsplit(address)
        self.command = command

    def place(self) -> str:
        name, way = self.address.path.lstrip("/"), " ".join(self.command)
        at = "by " + way if way else "at %s:%s" % (self.address.hostname, self.address.port or 5432)
        return "the PostgreSQL database %s %s, as %s" % (name, at, self.address.username or "its own user")

    def run(self, statement: str, values: Record, write: bool) -> list[Record]:
        name, environment = self.address.path.lstrip("/"), dict(os.environ)
        if self.command:
            command = self.command + ["-qAt", "-d", name]
        else:
            environment["PGPASSWORD"] = unquote(self.address.password or "")
            command = ["psql", "-XqAt", "-h", self.address.hostname or "", "-p", str(self.address.port or 5432)]
            command += ["-U", unquote(self.address.username or ""), "-d", name]
        command += ["-v", "ON_ERROR_STOP=1"]
        for key, value in values.items():
            command += ["-v", "%s=%s" % (key, value)]
        bound = re.sub(r":(\w+)", r":'\1'", statement)
        statement_text = (
            "WITH done AS (%s RETURNING 1) SELECT json_build_array(count(*)) FROM done"
            if write
            else "SELECT json_agg(row) FROM (%s) row"
        )
        try:
            answer = run(command, statement_text % bound + ";\n", environment)
        except FileNotFoundError:
            raise Unknown("%s: the program %s is not there" % (self.place(), command[0])) from None
        except Exceeded as exceeded:
            raise Unknown("%s: %s" % (self.place(), exceeded)) from None
        if answer.returncode:
            raise Unknown("%s: %s" % (self.place(), why_failed(answer.stderr.strip() or "psql failed")))
        rows = json.loads(answer.stdout.strip() or "null") or []
        if not has_shape(rows, [whole] if write else [{}]):
            raise Unknown("psql printed something other than rows")
        return exactly_one(rows[0]) if write else rows


def rows_by_page(database: Database, statement: str, key: str, **values: Json) -> Iterator[Record]:
    """The rows of a statement that ends in a condition, page by page, in the order of a unique column."""
    after = ""
    while True:
        rows = query(database, "%s%s ORDER BY %s LIMIT %d" % (statement, after, key, PAGE), **values)
        yield from rows
        if len(rows) < PAGE:
            return
        after, values = " AND %s > :after" % key, {**values, "after": rows[-1][key]}


def rows_of(cursor: Json) -> list[Record]:
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row)) for row in cursor.fetchall()]


def exactly_one(count: int) -> list[Record]:
    if count != 1:
        raise Unknown("the statement matched %d rows, not one: nothing was changed" % count)
    return []


def query(database: Database, statement: str, write: bool = False, **values: Json) -> list[Record]:
    """The rows of a statement; of a driver's error only the type is reported, since its text can contain the password."""
    log_request("SQL " + statement)
    try:
        return database.run(statement, values, write)
    except Unknown:
        raise
    except ImportError as error:
        lacks = "%s has no module %s; is deployment.python in the host file that of Synapse" % (
            sys.executable,
            error.name,
        )
        raise Unknown("%s: %s" % (database.place(), lacks)) from None
    except Exception as error:
        raise Unknown("%s: %s" % (database.place(), why_failed(error))) from None


# Errors that drivers and psql have only as English text, which is not shown because it can contain the password.
PHRASES = {
    "password authentication failed": "the password is refused",
    "no password supplied": "it requires a password, but the configuration has none",
    "could not translate host name": "the host name does not resolve",
    "onnection refused": "nothing listens there",
    "no pg_hba.conf entry": "the server does not accept this connection (pg_hba.conf)",
    "is not permitted to log in": "this role may not log in",
    "permission denied for database": "this role may not connect to it",
    "too many connections": "all its connections are in use",
    "too many clients": "all its connections are in use",
    "remaining connection slots": "all its connections are in use",
    "read-only transaction": "it is read-only, like a standby",
    "timeout expired": "it does not answer",
    "unable to open database file": "there is no such file, or this user may not open it",
    "not a database": "the file is not a SQLite database",
    "readonly database": "this user may not write to it",
    "database is locked": "another program keeps it locked",
}
MISSING = re.compile(
    r'(role|database|relation|column) "?([\w.]+)"? does not exist|no such (table|column): ([\w.]+)', re.ASCII
)
FORBIDDEN = re.compile(r"permission denied for (?:table|relation|schema) ([\w.]+)", re.ASCII)


def why_failed(error: Exception | str) -> str:
    missing = MISSING.search(str(error))
    if missing:
        what, name = (each for each in missing.groups() if each)
        return "there is no %s %s" % ("table" if what == "relation" else what, name)
    forbidden = FORBIDDEN.search(str(error))
    if forbidden:
        return "this role lacks the right to do that with %s" % forbidden.group(1)
    return next((words for phrase, words in PHRASES.items() if phrase in str(error)), type(error).__name__)
