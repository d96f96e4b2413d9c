"""Do an operation on accounts, next to the server that owns them: JSON on standard input, JSON on standard output.

Standard library only, Python 3.9 or newer. This is the part that every server shares; synapse.py, dendrite.py and mas.py
follow it in one program, and end with main(). Run with Synapse's own Python, or with the host's for the others.

Request:  {"action": an operation's name or "ready", "check": only predict, "domain": ...,
           "accounts": [{"username": ..., and what else the operation takes}, ...], and what the server is told}
Answer:   {"results": [{"username", "signs": [most telling first, ...], "facts": {...}}, ...]}; of the facts "users", which
          can be many, each stands on a line of its own, to be read while they come

A sign is what was seen and where, such as "register/400/M_USER_IN_USE"; what it means is for the caller's table.
No secret is ever printed: not a password, not the shared secret, not an access token.
"""

import datetime
import http.client
import json
import os
import re
import subprocess
import sys
import time
import unicodedata
from functools import cached_property
from itertools import islice
from threading import Lock
from urllib.parse import quote, unquote, urlencode, urlsplit

TIMEOUT = 30  # seconds, for one HTTP request
PATIENCE = 60  # seconds, for one that is put off or lost, and asked again
PAGE = 500  # accounts in one answer


class Seen(Exception):
    """Something that ends the work on an account, to be reported as a sign."""

    def __init__(self, *signs, **facts):
        super().__init__(signs[0])
        self.signs = signs
        self.facts = facts


class Unknown(Exception):
    """Why the server's database could not be asked."""


def main(make_server):
    request = json.load(sys.stdin.buffer)  # UTF-8, whatever the locale is
    try:
        server = make_server(request)
        act = getattr(server, request["action"].replace("-", "_"))
    except Seen as seen:
        results = [result({}, seen)]
    else:
        results = for_each(lambda account: attempt(act, account), request.get("accounts") or [{}])
        if "users" in results[0].get("facts", {}):
            return tell_list(results[0], server)
        attempt(server.close, {})
    json.dump({"results": results}, sys.stdout)


def tell_list(listed, server):
    """The users are told as they are read from the server, so that no list is too long; what ended that early, after them."""
    users, told = listed["facts"].pop("users"), 0

    def tell(_account):
        nonlocal told
        for user in users:
            sys.stdout.write((",\n" if told else "\n") + json.dumps(user))
            told += 1

    sys.stdout.write('{"results": [{"facts": {"users": [')
    end = attempt(tell, {}) or listed
    attempt(server.close, {})
    facts = json.dumps({"told": told, **end["facts"]})
    sys.stdout.write('\n], %s, "signs": %s}]}' % (facts[1:], json.dumps(end["signs"])))


def for_each(work, accounts):
    """One account in this thread, many eight at a time: the server's password hash is what takes the time."""
    if len(accounts) == 1:
        return [work(accounts[0])]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(work, accounts))


def attempt(act, account):
    try:
        return result(account, act(account))
    except Seen as seen:
        return result(account, seen)
    except Unknown as unknown:
        return result(account, Seen("database/unavailable", detail=str(unknown)))
    except Exception as error:  # its text could hold a secret: only its kind and place are told
        place = error.__traceback__
        while place.tb_next:
            place = place.tb_next
        return result(account, Seen("program/failed", detail="%s, line %d" % (type(error).__name__, place.tb_lineno)))


def result(account, seen):
    return {"username": account.get("username"), "signs": list(seen.signs), "facts": seen.facts} if seen else {}


# What people write


def truth(word):
    """Whether a flag is set, however it was written; what is neither was refused before."""
    return str(word).lower() in ("yes", "true", "1")


def check_email(address):
    """What a mail server could deliver to, in the form that MAS (lettre, 0.11) takes."""
    word = r'[^\s@".<>(),:;\[\]\\\x00-\x1f]+'
    host = r"\[[0-9A-Fa-f.:]+\]|[\w-]+(\.[\w-]+)*"
    if not re.fullmatch(r'("[^"]*"|%s(\.%s)*)@(%s)' % (word, word, host), address):
        raise Seen("email/invalid", detail=address)
    return address


def check_display_name(name):
    """What Synapse keeps (MAX_DISPLAYNAME_LEN, 1.163), and a terminal can show."""
    if not 1 <= len(name) <= 256 or re.search(r"[\x00-\x1f\x7f-\x9f]", name):
        raise Seen("display_name/invalid")
    return name


def check_names(account):
    """What can be said of a new account beside its username."""
    if account.get("display_name"):
        check_display_name(account["display_name"])
    check_kind(account.get("kind") or "user")


KINDS = ("user", "bot", "support")


def check_kind(kind):
    """The kind of an account as Synapse has it: user is none."""
    if kind not in KINDS:
        raise Seen("kind/invalid")
    return None if kind == "user" else kind


def check_uses(text):
    """How often a registration token can be used: a number, or None for any."""
    text = str(text).strip().lower()
    if text in ("unlimited", "any"):
        return None
    if not re.fullmatch("[0-9]{1,9}", text) or int(text) == 0:
        raise Seen("uses/invalid", detail=text)
    return int(text)


def check_token(token):
    """A registration token as the Matrix specification wants it."""
    if not re.fullmatch("[A-Za-z0-9._~-]{1,64}", token):
        raise Seen("token/invalid")
    return token


UNITS = {"m": 60, "h": 3600, "d": 86400, "w": 604800}


def check_expiry(text):
    """When a registration token ends: 30m, 12h, 7d, 2w, a date, or never; seconds since 1970, or None."""
    text = str(text).strip()
    if text.lower() == "never":
        return None
    short = re.fullmatch("([1-9][0-9]{0,4})([mhdw])", text)
    if short:
        return int(time.time()) + int(short.group(1)) * UNITS[short.group(2)]
    try:
        moment = datetime.datetime.fromisoformat(re.sub("Z$", "+00:00", text))
    except ValueError:
        raise Seen("expires/invalid", detail=text) from None
    moment = moment if moment.tzinfo else moment.replace(tzinfo=datetime.timezone.utc)
    if moment.timestamp() <= time.time():
        raise Seen("expires/past", detail=text)
    return int(moment.timestamp())


def day(seconds):
    """A moment as people and machines read it, or None."""
    if seconds is None:
        return None
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


def check_password(password, rules, pepper=""):
    """Refuse what the server would cut, drop or misread. Sizes are bytes of UTF-8, as the server counts them."""
    if not password:
        raise Seen("password/empty")
    if "\x00" in password:
        raise Seen("password/nul")
    try:
        password.encode()
    except UnicodeEncodeError:
        raise Seen("password/not_unicode") from None
    if rules.get("normalization"):
        password = unicodedata.normalize(rules["normalization"], password)
    size = len((password + pepper).encode())
    if size < rules.get("min_bytes", 0):
        raise Seen("password/too_short", size=size, limit=rules["min_bytes"])
    if rules.get("max_bytes") and size > rules["max_bytes"]:
        raise Seen("password/too_long", size=size, limit=rules["max_bytes"])


def absent(username, others):
    """There is no such account; the names that look like it, where a list is at hand."""
    import difflib

    near = difflib.get_close_matches(username.lower(), others, 3)
    return Seen("account/absent", detail="near ones: " + ", ".join(near) if near else "no name is near")


def wanted(account, users):
    """Of accounts, those that the filters leave."""
    for user in users:
        if truth(account.get("people")) and user["kind"] in ("guest", "bridge"):
            continue
        if all(user[flag] for flag in ("admin", "locked", "deactivated") if truth(account.get(FILTERS[flag]))):
            if (
                str(account.get("name") or "").lower()
                in ("%s %s" % (user["username"], user.get("display_name") or "")).lower()
            ):
                yield user


FILTERS = {"admin": "admins", "locked": "locked", "deactivated": "deactivated"}


# The server


class Answer:
    def __init__(self, status, body):
        self.status = status
        self.body = body


class Server:
    """Something that answers HTTP next to this program."""

    beyond_lists = ("emails",)  # what its list of accounts does not tell of each

    def __init__(self, request):
        self.request = request
        self.check = truth(request.get("check"))
        self.domain = request.get("domain") or ""
        self.url = urlsplit(base_url(request["address"]))

    def close(self, _account):
        """End what was begun, such as a session."""

    def doctor(self, _account):
        """What works here; every look by itself, and none changes anything."""
        return Seen("found", looks={name: attempt(look, {}) for name, look in self.looks().items()})

    def looks(self):
        return {"server": self.ready}

    def promote_admin(self, account):
        return self.set_admin(account, True)

    def demote_admin(self, account):
        return self.set_admin(account, False)

    def user_id(self, account):
        return "@%s:%s" % (account["username"], self.domain)

    def ask(self, method, *request, **more):
        """As ask_once; a request that the server puts off, or that was lost and can do no harm twice, is made again."""
        deadline, again = time.monotonic() + PATIENCE, 0
        while True:
            try:
                return self.ask_once(method, *request, **more)
            except Seen as seen:
                pause = pause_after(seen, method, again)
                if pause is None or time.monotonic() + pause > deadline:
                    raise
            time.sleep(pause)
            again += 1

    def ask_once(self, method, path, body=None, step="", token=None, headers=None):
        """The answer, when it is 2xx and JSON or empty; anything else is Seen as STEP/STATUS/ERRCODE and STEP/STATUS."""
        headers = dict(headers or {})
        if not isinstance(body, (str, type(None))):
            headers["Content-Type"] = "application/json"
            body = json.dumps(body)
        if token:
            headers["Authorization"] = "Bearer " + token
        connect = http.client.HTTPSConnection if self.url.scheme == "https" else http.client.HTTPConnection
        connection = connect(self.url.hostname, self.url.port, timeout=TIMEOUT)
        try:
            connection.request(method, self.url.path.rstrip("/") + path, body, headers)
            response = connection.getresponse()
            text = response.read()
        except ConnectionRefusedError:
            raise Seen("connect/refused", detail=self.url.geturl()) from None
        except (OSError, http.client.HTTPException) as error:
            lost = isinstance(error, ConnectionError)
            raise Seen(
                "connect/failed", lost=lost, detail="%s: %s" % (self.url.geturl(), type(error).__name__)
            ) from None
        finally:
            connection.close()
        try:
            answer = json.loads(text or b"{}")
        except ValueError:
            answer = None
        if 200 <= response.status < 300 and isinstance(answer, (dict, list)):
            return Answer(response.status, answer)
        code, message = self.failure_in(answer if isinstance(answer, dict) else {})
        raise Seen(
            "%s/%d/%s" % (step, response.status, code),
            "%s/%d" % (step, response.status),
            detail="HTTP %d %s" % (response.status, message or response.reason),
            retry_after_ms=(answer if isinstance(answer, dict) else {}).get("retry_after_ms") or 1000,
        )

    def failure_in(self, answer):
        """The code and the words of an answer that is a failure."""
        return answer.get("errcode"), answer.get("error")


def pause_after(seen, method, again):
    """Seconds until a request is made again; None: it is not."""
    if seen.signs[-1].endswith("/429"):
        return min(10, max(0.1, seen.facts["retry_after_ms"] / 1000))
    is_lost = seen.facts.get("lost") or seen.signs[-1].endswith(("/502", "/504"))
    return 0.5 * 2**again if is_lost and method in ("GET", "PUT") and again < 3 else None


def base_url(address):
    """The address as given, or that of the container on its network (it has several; only this one is reached)."""
    if address.get("url"):
        return address["url"]
    template = '{{with index .NetworkSettings.Networks "%s"}}{{.IPAddress}}{{end}}' % address["network"]
    try:
        found = run(["docker", "inspect", "--format", template, address["container"]])
    except (OSError, subprocess.TimeoutExpired):
        raise Seen("docker/missing") from None
    ip = found.stdout.strip()
    if found.returncode or not ip:
        raise Seen("container/unavailable", detail=found.stderr.strip() or "not on the network " + address["network"])
    return "http://%s:%d%s" % (ip, int(address["port"]), address.get("path") or "")


def run(argv, stdin="", env=None):
    return subprocess.run(
        argv,
        input=stdin,
        env=env,
        text=True,
        capture_output=True,
        timeout=TIMEOUT,
    )


class Homeserver(Server):
    """What Synapse and Dendrite share: registering by shared secret, logging in, admin tokens, a configuration file."""

    def __init__(self, request):
        super().__init__(request)
        self.session, self.logging_in = None, Lock()

    @cached_property
    def config(self):
        """Read only where it is needed: an admin's token works without."""
        return Config(self.request.get("config") or [])

    def ready(self, _account):
        self.ask("GET", "/_matrix/client/versions", step="versions")
        return Seen("ready")

    def register_user(self, account):
        """By the registration shared secret."""
        if account.get("email"):
            raise Seen("email/unsupported")
        check_names(account)
        check_password(account["password"], self.request["password_rules"], self.pepper())
        secret = self.shared_secret()
        nonce = self.ask("GET", "/_synapse/admin/v1/register", step="nonce").body["nonce"]
        if self.check:
            return Seen("predict/exists" if self.is_taken(account) else "predict/absent")
        try:
            answer = self.register(secret, nonce, account)
        except Seen as seen:
            if not seen.facts.get("lost") and seen.signs[-1] not in ("register/502", "register/504"):
                raise
            answer = self.register_again(secret, account)
        self.log_out(answer.body.get("access_token"))
        self.prove(account)
        return Seen("register/200")

    def register_again(self, secret, account):
        """After an answer that got lost: an account that is there now, with this password, is what it was about."""
        nonce = self.ask("GET", "/_synapse/admin/v1/register", step="nonce").body["nonce"]
        try:
            return self.register(secret, nonce, account)
        except Seen as seen:
            if seen.signs[0] == "register/400/M_USER_IN_USE" and self.surely_has_password(account):
                return Answer(200, {})
            raise

    def surely_has_password(self, account):
        try:
            return self.has_password(account)
        except (Seen, Unknown):
            return False

    def register(self, secret, nonce, account):
        import hashlib
        import hmac

        admin, kind = truth(account.get("admin")), check_kind(account.get("kind") or "user")
        parts = (nonce, account["username"], account["password"], "admin" if admin else "notadmin") + (
            (kind,) if kind else ()
        )
        mac = hmac.new(secret.encode(), b"\x00".join(part.encode() for part in parts), hashlib.sha1)
        registration = {
            "nonce": nonce,
            "username": account["username"],
            "password": account["password"],
            "admin": admin,
            "mac": mac.hexdigest(),
            "inhibit_login": True,
            **({"user_type": kind} if kind else {}),
            **({"displayname": account["display_name"]} if account.get("display_name") else {}),
        }
        return self.ask("POST", "/_synapse/admin/v1/register", registration, step="register")

    def is_taken(self, account):
        """Asked of the database, which is exact: a profile is gone when an account was erased."""
        if not re.fullmatch(r"[0-9a-z_\-+=./]+", account["username"]):
            raise Seen("predict/unknown", detail="the username is not one that a server can have")
        try:
            return self.row(account["username"]) is not None
        except Unknown as unknown:
            if self.has_profile(account):
                return True
            raise Seen("predict/unknown", detail=str(unknown)) from None

    def has_profile(self, account):
        try:
            self.ask("GET", "/_matrix/client/v3/profile/" + quote(self.user_id(account), safe=""), step="profile")
        except Seen:
            return False
        return True

    def prove(self, account):
        """Whether the account is there after the server said so."""

    def log_in(self, username, password, step="login"):
        """The access token of a new session."""
        login = {
            "type": "m.login.password",
            "identifier": {"type": "m.id.user", "user": username},
            "password": password,
        }
        return self.ask("POST", "/_matrix/client/v3/login", login, step=step).body.get("access_token")

    def log_out(self, token):
        """End a session that was made on the way. The work is done by now: a failure here changes nothing."""
        if token:
            try:
                self.ask("POST", "/_matrix/client/v3/logout", {}, step="logout", token=token)
            except Seen:
                pass

    def close(self, _account):
        self.log_out(self.session)

    def has_admin(self):
        """Whether the host file gives a way to be an admin of this server."""
        return bool(
            self.request.get("admin_token")
            or (self.request.get("admin_username") and self.request.get("admin_password"))
        )

    def acting_admin(self):
        """The user ID of that admin, or None; a token that is no good is told by what needs it."""
        if self.request.get("admin_token"):
            try:
                return self.ask(
                    "GET", "/_matrix/client/v3/account/whoami", step="whoami", token=self.request["admin_token"]
                ).body["user_id"]
            except Seen:
                return None
        return self.user_id({"username": self.request["admin_username"]}) if self.has_admin() else None

    def admin(self, method, path, body=None):
        """An answer of the admin API, with the token that was given, or that of a session which close() ends."""
        return self.ask(
            method, path, body, step="admin", token=self.request.get("admin_token") or self.session_token()
        ).body

    def session_token(self):
        """That of the one session that all the accounts share, which are worked on side by side."""
        if not self.has_admin():
            raise Seen("access/missing")
        with self.logging_in:
            if not self.session:
                self.session = self.log_in(
                    self.request["admin_username"], self.request["admin_password"], "admin_login"
                )
            return self.session

    def shared_secret(self):
        secret = self.configured_secret()
        if not secret:
            raise Seen("secret/missing", detail=", ".join(self.config.paths))
        return str(secret)

    def pepper(self):
        return ""

    # What works, for the doctor

    def looks(self):
        return {
            "server": self.look_at_server,
            "domain": self.look_at_domain,
            "owner": self.look_at_owner,
            "secret": self.look_at_secret,
            "admin": self.look_at_admin,
            "database": self.look_at_database,
        }

    def look_at_server(self, _account):
        """Which homeserver it is: only Synapse tells its version here, and only Dendrite has this admin API."""
        self.ready({})
        version = self.asked("/_synapse/admin/v1/server_version")
        if version:
            return Seen("server/running", kind="Synapse", version=version.get("server_version"))
        told = (self.asked("/_matrix/federation/v1/version") or {}).get("server")
        if told:
            return Seen("server/running", kind=told.get("name"), version=told.get("version"))
        try:
            self.ask("GET", "/_dendrite/admin/registrationTokens", step="dendrite")
        except Seen as seen:
            if seen.signs[-1] == "dendrite/401":
                return Seen("server/running", kind="Dendrite")
        return Seen("server/running")

    def look_at_domain(self, _account):
        return Seen("domain/found", name=self.configured_domain())

    def look_at_owner(self, _account):
        """Where MAS owns the accounts, Synapse neither registers them nor logs them in, and names who does."""
        self.ready({})
        if self.asked("/_synapse/admin/v1/register"):
            return Seen("owner/homeserver")
        issuer = (self.asked("/_matrix/client/v1/auth_metadata") or {}).get("issuer")
        if issuer or not self.asked("/_matrix/client/v3/login"):
            return Seen("owner/mas", issuer=issuer)
        return Seen("owner/homeserver")

    def asked(self, path):
        """The answer, or None where there is none."""
        try:
            return self.ask("GET", path, step="asked").body
        except Seen:
            return None

    def look_at_secret(self, _account):
        """By a registration that is refused for its username, which is looked at only once the secret was found right."""
        secret = self.shared_secret()
        nonce = self.ask("GET", "/_synapse/admin/v1/register", step="nonce").body["nonce"]
        try:
            self.register(secret, nonce, {"username": "no username", "password": "no password"})
        except Seen as seen:
            if seen.signs[0] != "register/400/M_INVALID_USERNAME":
                raise
        return Seen("access/works")

    def look_at_admin(self, _account):
        user_id = self.admin("GET", "/_matrix/client/v3/account/whoami")["user_id"]
        self.admin("GET", self.only_for_admins)
        return Seen("access/works", user_id=user_id)

    def look_at_database(self, _account):
        return Seen("access/works", accounts=query(self.database(), self.counting)[0]["accounts"])


# The database. Statements name their values, :name, which each driver binds; none is pasted into the text.


class Sqlite:
    def __init__(self, path):
        self.path = path

    def run(self, statement, values, write):
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


class Psycopg:
    """PostgreSQL by Synapse's own driver, with the arguments of its configuration."""

    def __init__(self, arguments):
        self.arguments = {name: value for name, value in arguments.items() if not name.startswith("cp_")}

    def run(self, statement, values, write):
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


class Psql:
    """PostgreSQL by psql: a command that knows the connection, or the host's own with the address of the configuration."""

    def __init__(self, command, address):
        self.address = urlsplit(address)
        self.command = command

    def run(self, statement, values, write):
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
        whole = (
            "WITH done AS (%s RETURNING 1) SELECT json_build_array(count(*)) FROM done"
            if write
            else "SELECT json_agg(row) FROM (%s) row"
        )
        answer = run(command, whole % bound + ";\n", environment)
        if answer.returncode:
            raise Unknown("psql ended with %d" % answer.returncode)
        rows = json.loads(answer.stdout.strip() or "null") or []
        return exactly_one(rows[0]) if write else rows


def rows_by_page(database, statement, key, **values):
    """The rows of a statement that ends in a condition, in the order of a column in which no two are the same."""
    after = ""
    while True:
        rows = query(database, "%s%s ORDER BY %s LIMIT %d" % (statement, after, key, PAGE), **values)
        yield from rows
        if len(rows) < PAGE:
            return
        after, values = " AND %s > :after" % key, {**values, "after": rows[-1][key]}


def rows_of(cursor):
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row)) for row in cursor.fetchall()]


def exactly_one(count):
    if count != 1:
        raise Unknown("the statement matched %d rows, not one: nothing was changed" % count)


def query(database, statement, write=False, **values):
    """The rows of a statement; of a driver's failure only the kind is told, since its text can hold the password."""
    try:
        return database.run(statement, values, write)
    except Unknown:
        raise
    except Exception as error:
        raise Unknown("the database could not be used (%s)" % type(error).__name__) from None


# The server's configuration


class Config:
    """The server's configuration files; of a setting that stands in several, the last one counts, as the server has it."""

    def __init__(self, paths):
        self.paths = [file for path in paths for file in files_of(path)]
        if not self.paths:
            raise Seen("config/missing", detail=", ".join(paths))
        self.documents = [parse(read_text(path), path) for path in self.paths]

    def get(self, *keys):
        for document in reversed(self.documents):
            value = document(keys)
            if value is not None:
                return value
        return None


def files_of(path):
    if os.path.isdir(path):
        return sorted(os.path.join(path, name) for name in os.listdir(path) if name.endswith((".yaml", ".yml")))
    return [path] if os.path.exists(path) else []


def read_text(path):
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise Seen(
            "config/unreadable", detail="%s: %s" % (path, getattr(error, "strerror", None) or "not UTF-8")
        ) from None


def parse(text, path):
    """A function from keys to value: PyYAML's where there is one (it comes with Synapse), else JSON's, else by lines."""
    try:
        import yaml
    except ImportError:
        try:
            return getter(json.loads(text))
        except ValueError:
            return lambda keys: scan(text, keys, path)
    try:
        return getter(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except yaml.YAMLError:
        raise Seen("config/unreadable", detail=path + ": not YAML") from None


def getter(document):
    def get(keys):
        value = document
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return value

    return get


def scan(text, keys, path):
    """The scalar at KEYS in block-style YAML, or None. A value that needs a real YAML reader is refused, not guessed."""
    if re.match(r"(\s|#.*\n|---)*\{", text):
        raise unreadable(path)
    columns = [0]  # where the keys of each depth stand; None until its first key is seen
    for line in text.splitlines():
        found = re.match(r"( *)([A-Za-z0-9_]+|\"[A-Za-z0-9_]+\"):(?:[ \t]+(.*))?$", line)
        if not found:
            continue
        column, key, rest = len(found.group(1)), found.group(2).strip('"'), (found.group(3) or "").strip()
        while len(columns) > 1 and column <= columns[-2]:
            columns.pop()
        if columns[-1] is None:
            columns[-1] = column
        if column != columns[-1] or key != keys[len(columns) - 1]:
            continue
        if len(columns) == len(keys):
            return scalar(rest, path)
        if rest and not rest.startswith("#"):
            raise unreadable(path)
        columns.append(None)
    return None


def scalar(text, path):
    if not text or text.startswith("#"):
        return None
    double = re.match(r'("(?:[^"\\]|\\.)*")\s*(#.*)?$', text)
    single = re.match(r"'((?:[^']|'')*)'\s*(#.*)?$", text)
    if double:
        try:
            return json.loads(double.group(1))
        except ValueError:
            pass
    elif single:
        return single.group(1).replace("''", "'")
    elif text[0] not in "\"'|>&*!{[%@`":
        return re.sub(r"\s+#.*$", "", text)
    raise unreadable(path)


def unreadable(path):
    return Seen("config/unreadable", detail=path + ": a value that this program cannot read without PyYAML")
