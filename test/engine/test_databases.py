"""The server's database: values are bound, a change meets exactly one row, and a driver's words are never shown."""

import sqlite3

import pytest
from matrix_server import database
from matrix_server.database import Database, Psql, Sqlite, query, rows_by_page
from matrix_server.results import Unknown


@pytest.fixture
def users(tmp_path):
    path = str(tmp_path / "server.db")
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE users (name, admin)")
        connection.executemany("INSERT INTO users VALUES (?, 0)", [("@%d:x" % index,) for index in range(10)])
    return Sqlite(path)


def test_a_value_is_no_part_of_the_statement(users):
    name = "@1:x' OR '1' = '1"
    assert query(users, "SELECT * FROM users WHERE name = :name", name=name) == []
    assert query(users, "SELECT * FROM users WHERE name = :name", name="@1:x") == [{"name": "@1:x", "admin": 0}]


@pytest.mark.parametrize("pattern, matches", [("@1:x", 1), ("@none:x", 0), ("@%", 10)])
def test_a_change_meets_exactly_one_row_or_is_undone(users, pattern, matches):
    if matches == 1:
        query(users, "UPDATE users SET admin = 1 WHERE name LIKE :name", True, name=pattern)
    else:
        with pytest.raises(Unknown, match="matched %d rows" % matches):
            query(users, "UPDATE users SET admin = 1 WHERE name LIKE :name", True, name=pattern)
    assert len(query(users, "SELECT * FROM users WHERE admin = 1")) == (1 if matches == 1 else 0)


@pytest.mark.parametrize("page", [1, 3, 9, 10, 11])
def test_pages_have_every_row_once(monkeypatch, users, page):
    monkeypatch.setattr(database, "PAGE", page)
    rows = rows_by_page(users, "SELECT name FROM users WHERE admin = 0", "name")
    assert [row["name"] for row in rows] == ["@%d:x" % index for index in range(10)]


def test_of_a_drivers_failure_only_the_kind_is_told(tmp_path):
    class Broken(Database):
        def place(self):
            return "the database"

        def run(self, statement, values, write):
            raise ValueError("password=s3cret")

    with pytest.raises(Unknown) as raised:
        query(Broken(), "SELECT 1")
    assert str(raised.value) == "the database: ValueError"
    with pytest.raises(Unknown, match="there is no such file"):
        query(Sqlite(str(tmp_path / "none.db")), "SELECT 1")


@pytest.mark.parametrize(
    "words, expected",
    [
        ('relation "users" does not exist', "there is no table users"),
        ('database "gone" does not exist', "there is no database gone"),
        ("permission denied for table users", "this role lacks the right to do that with users"),
        ('permission denied for database "synapse"', "this role may not connect to it"),
        ('too many connections for role "synapse"', "all its connections are in use"),
        ("sorry, too many clients already", "all its connections are in use"),
        ("cannot execute UPDATE in a read-only transaction", "it is read-only, like a standby"),
        ('role "synapse" is not permitted to log in', "this role may not log in"),
        ('no pg_hba.conf entry for host "10.0.0.1"', "the server does not accept this connection (pg_hba.conf)"),
    ],
)
def test_what_postgresql_says_is_told_in_our_words(words, expected):
    assert database.why_failed("FATAL:  " + words) == expected


class Ended:
    returncode = 0

    def __init__(self, stdout):
        self.stdout = stdout


def asked(monkeypatch, printed):
    calls = []

    def run(command, text, environment):
        calls.append((command, text, environment))
        return Ended(printed)

    monkeypatch.setattr(database, "run", run)
    return calls


def test_psql_gets_the_password_by_the_environment_alone(monkeypatch):
    calls = asked(monkeypatch, '[{"n": 1}]\n')
    psql = Psql([], "postgres://john:s3%40cret@db.example.org:6432/dendrite")
    assert query(psql, "SELECT :name AS n", name="o'brien") == [{"n": 1}]
    ((command, text, environment),) = calls
    assert command == (
        "psql -XqAt -h db.example.org -p 6432 -U john -d dendrite -v ON_ERROR_STOP=1 -v".split() + ["name=o'brien"]
    )
    assert "SELECT :'name' AS n" in text
    assert environment["PGPASSWORD"] == "s3@cret"


@pytest.mark.parametrize("printed", ["[5]", "[[1]]", '{"a": 1}'])
def test_what_psql_prints_beside_rows_is_no_answer(monkeypatch, printed):
    asked(monkeypatch, printed)
    with pytest.raises(Unknown, match="something other than rows"):
        query(Psql(["psql"], "postgres://db/x"), "SELECT 1")


def test_a_program_or_a_module_that_is_not_there_is_named():
    class OfAnotherPython(Database):
        def place(self):
            return "the database"

        def run(self, statement, values, write):
            import no_such_driver  # noqa: F401

    with pytest.raises(Unknown, match="the database: .* has no module no_such_driver; is deployment.python"):
        query(OfAnotherPython(), "SELECT 1")
    with pytest.raises(Unknown, match="as me: the program /nowhere/psql is not there"):
        query(Psql(["/nowhere/psql"], "postgres://me@host/name"), "SELECT 1")
