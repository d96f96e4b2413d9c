"""The server's database. Statements name their values, :name, which each driver binds; none is pasted into the text."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from urllib.parse import quote, unquote, urlsplit

from .bounds import PAGE, TIMEOUT
from .commands import run
from .json_types import Json, Record
from .results import Unknown
from .shapes import misfit, whole


class Database:
    def run(self, statement: str, values: Record, write: bool) -> list[Record]:
        """The rows; of a change none, which was made to exactly one."""
        raise NotImplementedError


class Sqlite(Database):
    def __init__(self, path: str) -> None:
        self.path = path

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

    def run(self, statement: str, values: Record, write: bool) -> list[Record]:
        import psycopg2

        connection = psycopg2.connect(connect_timeout=10, **self.arguments)
        try:
            with connection:
                cursor = connection.cursor()
                text = re.sub(r":(\w+)", r"%(\1)s", statement.replace("%", "%%")) if values else statement
                cursor.execute(text, values or None)  # without values the driver reads no % either
                return exactly_one(cursor.rowcount) if write else rows_of(cursor)
        finally:
            connection.close()


class Psql(Database):
    """PostgreSQL by psql: a command that knows the connection, or the host's own with the address of the configuration."""

    def __init__(self, command: list[str], address: str) -> None:
        self.address = urlsplit(address)
        self.command = command

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
        answer = run(command, statement_text % bound + ";\n", environment)
        if answer.returncode:
            raise Unknown("psql ended with %d" % answer.returncode)
        rows = json.loads(answer.stdout.strip() or "null") or []
        if misfit(rows, [whole] if write else [{}]) is not None:
            raise Unknown("psql printed something else than rows")
        return exactly_one(rows[0]) if write else rows


def rows_by_page(database: Database, statement: str, key: str, **values: Json) -> Iterator[Record]:
    """The rows of a statement that ends in a condition, in the order of a column in which no two are the same."""
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
    """The rows of a statement; of a driver's failure only the kind is told, since its text can hold the password."""
    try:
        return database.run(statement, values, write)
    except Unknown:
        raise
    except Exception as error:
        raise Unknown("the database could not be used (%s)" % type(error).__name__) from None
