"""Register accounts at a Synapse or Dendrite, next to the server: JSON on standard input, JSON on standard output.

Standard library only, Python 3.9 or newer. Run with Synapse's own Python, or with the host's for Dendrite.

Request:  {"action": "register" | "predict" | "ready", "homeserver": "synapse" | "dendrite", "domain": ...,
           "config": [file or directory, ...], "address": {"url": ...} or {"container", "network", "port"},
           "psql": [command, ...], "password_rules": {"min_bytes", "max_bytes", "normalization"},
           "accounts": [{"username", "password", "admin"}, ...]}
Answer:   {"results": [{"username", "signs": [most telling first, ...], "facts": {...}}, ...]}

A sign is what was seen and where, such as "register/400/M_USER_IN_USE"; what it means is for the caller's table.
No secret is ever printed: not a password, not the shared secret, not a token.
"""
import hashlib
import hmac
import http.client
import json
import os
import re
import subprocess
import sys
import time
import unicodedata
from urllib.parse import quote, unquote, urlsplit

TIMEOUT = 30  # seconds, for one HTTP request
LOGIN_ATTEMPTS = 8  # a rate-limited login is tried again, each time when the server says so


class Seen(Exception):
    """Something that ends the work on an account, to be reported as a sign."""

    def __init__(self, *signs, **facts):
        super().__init__(signs[0])
        self.signs = signs
        self.facts = facts


def main():
    request = json.load(sys.stdin.buffer)  # UTF-8, whatever the locale is
    try:
        server = Server(request)
        act = {"register": register, "predict": predict, "ready": ready}[request["action"]]
    except Seen as seen:
        results = [result({}, seen)]
    else:
        results = for_each(lambda account: attempt(act, server, account), request.get("accounts") or [{}])
    json.dump({"results": results}, sys.stdout)


def for_each(work, accounts):
    """One account in this thread, many eight at a time: the server's password hash is what takes the time."""
    if len(accounts) == 1:
        return [work(accounts[0])]
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(8) as pool:
        return list(pool.map(work, accounts))


def attempt(act, server, account):
    try:
        return result(account, act(server, account))
    except Seen as seen:
        return result(account, seen)
    except Exception as error:  # its text could hold a secret: only its kind and place are told
        place = error.__traceback__
        while place.tb_next:
            place = place.tb_next
        return result(account, Seen("program/failed", detail="%s, line %d" % (type(error).__name__, place.tb_lineno)))


def result(account, seen):
    return {"username": account.get("username"), "signs": list(seen.signs), "facts": seen.facts}


# What can be asked for


def register(server, account):
    """Create the account; on Dendrite prove by a login that it exists, since Dendrite says yes to some that it drops."""
    check_password(server, account["password"])
    secret = server.shared_secret()
    nonce = server.ask("GET", "/_synapse/admin/v1/register", step="nonce").body["nonce"]
    admin = bool(account.get("admin"))
    mac = hmac.new(secret.encode(), digestmod=hashlib.sha1)
    mac.update(
        b"\x00".join(
            part.encode() for part in (nonce, account["username"], account["password"], "admin" if admin else "notadmin")
        )
    )
    answer = server.ask(
        "POST",
        "/_synapse/admin/v1/register",
        {
            "nonce": nonce,
            "username": account["username"],
            "password": account["password"],
            "admin": admin,
            "mac": mac.hexdigest(),
            "inhibit_login": True,
        },
        step="register",
    )
    server.log_out(answer.body.get("access_token"))
    if server.kind == "dendrite":
        prove(server, account)
    return Seen("register/200")


def prove(server, account):
    """Log in with the new password, and out again."""
    login = {
        "type": "m.login.password",
        "identifier": {"type": "m.id.user", "user": account["username"]},
        "password": account["password"],
    }
    for _ in range(LOGIN_ATTEMPTS):
        try:
            answer = server.ask("POST", "/_matrix/client/v3/login", login, step="login")
        except Seen as seen:
            if seen.signs[-1] != "login/429":
                raise
            time.sleep(min(5, seen.facts.get("retry_after_ms", 1000) / 1000))
        else:
            return server.log_out(answer.body.get("access_token"))
    raise Seen("login/429")


def predict(server, account):
    """What registering would do, without touching the server's data."""
    check_password(server, account["password"])
    server.shared_secret()
    server.ask("GET", "/_synapse/admin/v1/register", step="nonce")
    try:
        exists = server.has_account(account["username"])
    except Unknown as unknown:
        if server.has_profile(account["username"]):
            exists = True
        else:
            raise Seen("predict/unknown", detail=str(unknown))
    return Seen("predict/exists" if exists else "predict/absent")


def ready(server, _account):
    server.ask("GET", "/_matrix/client/versions", step="versions")
    return Seen("ready")


def check_password(server, password):
    """Refuse what the server would cut, drop or misread. Sizes are bytes of UTF-8, as the server counts them."""
    rules = server.request["password_rules"]
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
    size = len((password + server.pepper()).encode())
    if size < rules.get("min_bytes", 0):
        raise Seen("password/too_short", size=size, limit=rules["min_bytes"])
    if size > rules["max_bytes"]:
        raise Seen("password/too_long", size=size, limit=rules["max_bytes"])


# The server


class Unknown(Exception):
    """Why the server's database could not be asked."""


class Answer:
    def __init__(self, status, body):
        self.status = status
        self.body = body


class Server:
    def __init__(self, request):
        self.request = request
        self.kind = request["homeserver"]
        self.config = Config(request.get("config") or [])
        self.url = urlsplit(base_url(request["address"]))

    def ask(self, method, path, body=None, step="", token=None):
        """The answer, when it is 2xx and JSON; anything else is Seen as STEP/STATUS/ERRCODE and STEP/STATUS."""
        headers = {"Content-Type": "application/json"}
        if token:
            headers["Authorization"] = "Bearer " + token
        connect = http.client.HTTPSConnection if self.url.scheme == "https" else http.client.HTTPConnection
        connection = connect(self.url.hostname, self.url.port, timeout=TIMEOUT)
        try:
            connection.request(method, self.url.path.rstrip("/") + path, None if body is None else json.dumps(body), headers)
            response = connection.getresponse()
            text = response.read()
        except ConnectionRefusedError:
            raise Seen("connect/refused", detail=self.url.geturl()) from None
        except (OSError, http.client.HTTPException) as error:
            raise Seen("connect/failed", detail="%s: %s" % (self.url.geturl(), type(error).__name__)) from None
        finally:
            connection.close()
        try:
            answer = json.loads(text)
        except ValueError:
            answer = None
        if 200 <= response.status < 300 and isinstance(answer, dict):
            return Answer(response.status, answer)
        failure = answer if isinstance(answer, dict) else {}
        raise Seen(
            "%s/%d/%s" % (step, response.status, failure.get("errcode")),
            "%s/%d" % (step, response.status),
            detail="HTTP %d %s" % (response.status, failure.get("error") or response.reason),
            retry_after_ms=failure.get("retry_after_ms") or 1000,
        )

    def log_out(self, token):
        """End a session that registering or proving made. The account is made by now: a failure here changes nothing."""
        if token:
            try:
                self.ask("POST", "/_matrix/client/v3/logout", {}, step="logout", token=token)
            except Seen:
                pass

    def shared_secret(self):
        if self.kind == "dendrite":
            secret = self.config.get("client_api", "registration_shared_secret")
        else:
            secret = self.config.get("registration_shared_secret")
            path = self.config.get("registration_shared_secret_path")
            if not secret and path:
                secret = read_text(path).strip()
        if not secret:
            raise Seen("secret/missing", detail=", ".join(self.config.paths))
        return str(secret)

    def pepper(self):
        return str(self.config.get("password_config", "pepper") or "") if self.kind == "synapse" else ""

    def has_profile(self, username):
        user_id = "@%s:%s" % (username, self.request["domain"])
        try:
            self.ask("GET", "/_matrix/client/v3/profile/" + quote(user_id, safe=""), step="profile")
        except Seen:
            return False
        return True

    def has_account(self, username):
        if not re.fullmatch(r"[0-9a-z_\-+=./]+", username):
            raise Unknown("the username is not one that a server can have")
        if self.kind == "synapse":
            return synapse_has_account(self.config, "@%s:%s" % (username, self.request["domain"]))
        return dendrite_has_account(self.config, self.request.get("psql") or [], username, self.request["domain"])


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
    return "http://%s:%d" % (ip, int(address["port"]))


def run(argv, stdin="", env=None):
    return subprocess.run(
        argv, input=stdin, env=env, universal_newlines=True, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=TIMEOUT
    )


# Is a name taken? Asked of the database, which is exact: a profile is gone when an account was erased.


def synapse_has_account(config, user_id):
    database = config.get("database") or {}
    arguments = dict(database.get("args") or {}) if isinstance(database, dict) else {}
    try:
        if database.get("name") == "sqlite3":
            import sqlite3

            connection = sqlite3.connect("file:%s?mode=ro" % quote(str(arguments.get("database"))), uri=True)
            cursor = connection.execute("SELECT 1 FROM users WHERE name = ?", (user_id,))
        else:
            import psycopg2

            for pool_setting in [name for name in arguments if name.startswith("cp_")]:
                del arguments[pool_setting]
            connection = psycopg2.connect(connect_timeout=10, **arguments)
            connection.set_session(readonly=True)
            cursor = connection.cursor()
            cursor.execute("SELECT 1 FROM users WHERE name = %s", (user_id,))
        return cursor.fetchone() is not None
    except Exception as error:  # whatever the driver raises; its text can hold the connection's password
        raise Unknown("Synapse's database could not be read (%s)" % type(error).__name__) from None


def dendrite_has_account(config, psql, username, domain):
    address = config.get("user_api", "account_database", "connection_string")
    address = str(address or config.get("global", "database", "connection_string") or "")
    query = "SELECT count(*) FROM userapi_accounts WHERE localpart = '%s' AND server_name = '%s'" % (
        username,
        domain.replace("'", "''"),
    )
    try:
        if address.startswith("file:"):
            import sqlite3

            path = address[len("file:") :].split("?")[0]
            path = path if path.startswith("/") else os.path.join(os.path.dirname(config.paths[0]), path)
            connection = sqlite3.connect("file:%s?mode=ro" % quote(path), uri=True)
            return connection.execute(query).fetchone()[0] > 0
        database = urlsplit(address)
        name = database.path.lstrip("/")
        environment = dict(os.environ)
        if psql:
            command = psql + ["-At", "-d", name]
        else:
            environment["PGPASSWORD"] = unquote(database.password or "")
            command = ["psql", "-XAt", "-h", database.hostname, "-p", str(database.port or 5432)]
            command += ["-U", unquote(database.username or ""), "-d", name]
        answer = run(command, query + ";\n", environment)
        if answer.returncode:
            raise Unknown("psql ended with %d" % answer.returncode)
        return int(answer.stdout.strip()) > 0
    except Unknown:
        raise
    except Exception as error:
        raise Unknown("Dendrite's database could not be read (%s)" % type(error).__name__) from None


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
        raise Seen("config/unreadable", detail="%s: %s" % (path, getattr(error, "strerror", None) or "not UTF-8")) from None


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


if __name__ == "__main__":
    main()
