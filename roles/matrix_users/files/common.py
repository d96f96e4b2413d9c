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
import socket
import subprocess
import sys
import time
import unicodedata
from copy import copy
from functools import cached_property
from itertools import islice
from threading import Event, Lock, Thread, Timer
from urllib.parse import quote, unquote, urlencode, urlsplit

TIMEOUT = 30  # seconds of silence in one HTTP request, and for one command
PATIENCE = 60  # seconds, for one that is put off or lost, and asked again
PAGE = 500  # accounts in one answer

# Of what never ends, so much is read.
MOST_SECONDS = 60  # for one whole answer
MOST_WORK = 3600  # seconds, for all of a request
MOST_BYTES = 8 << 20  # of one answer, and of what one command prints
MOST_PAGES = 10_000  # of one list


class Seen(Exception):
    """Something that ends the work on an account, to be reported as a sign."""

    def __init__(self, *signs, **facts):
        super().__init__(signs[0])
        self.signs = signs
        self.facts = facts


class Unknown(Exception):
    """Why the server's database could not be asked."""


class Exceeded(Exception):
    """What was read no further, and which bound it exceeded."""


def main(make_server):
    request = json.load(sys.stdin.buffer)  # UTF-8, whatever the locale is
    shown = for_people if request.get("for_people") else (lambda facts: facts)
    try:
        server = make_server(request)
    except Seen as seen:
        results = [result({}, seen)]
    else:
        act = operation(server, request["action"])
        results = for_each(lambda account: attempt(act, account), request.get("accounts") or [{}])
        if "users" in results[0].get("facts", {}):
            return tell_list(results[0], server, shown)
        attempt(server.close, {})
    json.dump({"results": shown(results)}, sys.stdout)


def operation(server, action):
    """The operation of this name. When the answer to a change got lost, a second look says whether it was done."""
    method = action.replace("-", "_")

    def act(account):
        server.protect(action, account)
        try:
            return getattr(server, method)(account)
        except Seen as seen:
            if server.check or not seen.facts.get("unsure") or seen.facts.get("changed"):
                raise  # nothing is unsure, or something came before it that the second look would take for all of it
            return server.look_again(method, account, seen)

    return act


def tell_list(listed, server, shown):
    """The users are told as they are read from the server, so that no list is too long; what ended that early, after them."""
    users, told = listed["facts"].pop("users"), 0

    def tell(_account):
        nonlocal told
        for user in users:
            sys.stdout.write((",\n" if told else "\n") + json.dumps(shown(user)))
            told += 1

    sys.stdout.write('{"results": [{"facts": {"users": [')
    end = attempt(tell, {}) or listed
    attempt(server.close, {})
    facts = json.dumps(shown({"told": told, **end["facts"]}))
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


# What people read. Text from servers goes through one door before Ansible or the host command prints it.


def printable(text):
    """Spells out what could move the cursor, turn the direction of writing, command a CI runner or end a Markdown block."""
    shown = "".join(map(spelt_out, text))
    shown = re.sub(r"^(\s*)(:(?=:)|`(?=``)|~(?=~~))", lambda found: found.group(1) + spelt(found.group(2)), shown)
    return re.sub(r"#(?=#(\[|vso\[))", lambda found: spelt(found.group()), shown)


def spelt_out(character):
    is_joiner = character in "\u200c\u200d"  # emoji and some scripts need them
    is_hidden = unicodedata.category(character)[0] == "C" or character in "\u2028\u2029"
    return spelt(character) if is_hidden and not is_joiner else character


def spelt(character):
    return "\\u{%x}" % ord(character)


FOR_PROGRAMS = ("changes", "needed")  # facts that come back as they are


def for_people(value):
    """All the texts of an answer as they can be printed."""
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, list):
        return [for_people(each) for each in value]
    if isinstance(value, dict):
        return {key: each if key in FOR_PROGRAMS else for_people(each) for key, each in value.items()}
    return value


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


def canonical(address):
    """An address as Synapse keeps and compares it (canonicalise_email, 1.163)."""
    name, _, host = address.strip().rpartition("@")
    return name.casefold() + "@" + host.lower()


def check_display_name(name):
    """What Synapse keeps (MAX_DISPLAYNAME_LEN, 1.163): without the blanks around it; and a terminal can show."""
    name = name.strip()
    if not 1 <= len(name) <= 256 or re.search(r"[\x00-\x1f\x7f-\x9f]", name):
        raise Seen("display_name/invalid")
    return name


def check_names(account):
    """What can be said of a new account beside its username."""
    if account.get("display_name"):
        account["display_name"] = check_display_name(account["display_name"])
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


def new_token():
    """A registration token that is known before it is made: so an answer that gets lost leaves none that nobody knows."""
    import secrets

    return secrets.token_hex(12)


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


def words(value):
    """Those of a text with commas or spaces between them, or of a list of such texts."""
    texts = value if isinstance(value, list) else [value or ""]
    return [word for text in texts for word in re.split(r"[\s,]+", str(text)) if word]


def day(seconds):
    """A moment as people and machines read it, or None; what no calendar has is its first or its last moment."""
    if seconds is None:
        return None
    known = min(max(seconds, -62135596800), 253402300799)  # the years 1 to 9999
    moment = datetime.datetime(1970, 1, 1) + datetime.timedelta(seconds=known)
    return moment.isoformat(timespec="seconds") + "Z"


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


# What an answer must look like. A shape is a test of one value; a pattern for a whole text; [the shape of each]; {key:
# the shape of what stands there}, beside which others may stand; (shapes, of which one fits); None: null, or nothing.


def text(value):
    return isinstance(value, str)


def flag(value):
    return value in (True, False) and not isinstance(value, float)


def whole(value):
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**53


def number(value):
    return isinstance(value, (int, float)) and not isinstance(value, bool) and -(2**53) < value < 2**53


def time_text(value):
    """A time as MAS writes it."""
    try:
        return isinstance(value, str) and moment(value) is not None
    except (ValueError, OverflowError):
        return False


def exactly(word):
    """The shape of one text."""
    return re.compile(re.escape(word))


def moment(text):
    """Seconds since 1970."""
    return datetime.datetime.fromisoformat(without_fraction(text).replace("Z", "+00:00")).timestamp()


def without_fraction(moment):
    return moment and re.sub(r"\.[0-9]+", "", moment)


WORD = re.compile("[!-~]+")  # what can be sent on: a nonce, a token
USER_ID = re.compile("@[^:]*:.+", re.S)


def misfit(value, shape, place=""):
    """Where a JSON value does not have a shape, or None."""
    if isinstance(shape, tuple):
        return place if all(misfit(value, each, place) is not None for each in shape) else None
    if isinstance(shape, list):
        if not isinstance(value, list):
            return place
        found = (misfit(each, shape[0], "%s[%d]" % (place, index)) for index, each in enumerate(value))
        return next((each for each in found if each is not None), None)
    if isinstance(shape, dict):
        if not isinstance(value, dict):
            return place
        found = (misfit(value.get(key), each, "%s.%s" % (place, key)) for key, each in shape.items())
        return next((each for each in found if each is not None), None)
    if shape is None:
        return None if value is None else place
    if isinstance(shape, re.Pattern):
        return None if isinstance(value, str) and shape.fullmatch(value) else place
    return None if shape(value) else place


def filled(value, shape):
    """A value of this shape, with null for what it leaves out."""
    if isinstance(shape, tuple) and value is not None:
        return filled(value, next(each for each in shape if misfit(value, each) is None))
    if isinstance(shape, list):
        return [filled(each, shape[0]) for each in value]
    if isinstance(shape, dict):
        return {**value, **{key: filled(value.get(key), each) for key, each in shape.items()}}
    return value


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
        self.ends = time.monotonic() + MOST_WORK

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

    def protect(self, action, account):
        """Whoever acts here must not be shut out by what is done, which nobody could undo."""
        if action in SHUTTING_OUT and self.is_acting(account):
            raise Seen("plan/acting_admin")

    def is_acting(self, account):
        """Whether the account is the one by which the server is asked; servers compare such names in lower case."""
        return (self.acting_id or "").lower() == self.user_id(account).lower()

    acting_id = None

    def owner_of(self, _address):
        """The user ID of the account that has an e-mail address, where the server tells that; else None."""

    def check_erasing(self, account):
        """What cannot be taken back needs the account's name a second time."""
        confirmed = words(account.get("confirm_erase"))
        if truth(account.get("erase")) and not self.check:
            if self.user_id(account) not in confirmed and account["username"] not in confirmed:
                raise Seen("erase/not_confirmed")

    def look_again(self, method, account, lost):
        """A change whose answer got lost: what the same operation would still do tells whether it was done."""
        if method == "set_password":
            is_done, facts = self.recognises(account), {}
        else:
            is_done, facts = self.is_done(method, account)
        if is_done:
            return Seen("done/created" if method == "create_registration_token" else "done/changed", **facts)
        if is_done is None or lost.facts.get("late"):
            raise still_unsure(lost)
        raise Seen("lost/not_done", detail=lost.facts["detail"])

    def is_done(self, method, account):
        """Whether nothing is left to do, or None where that is not known; and the facts to be told."""
        looking = copy(self)
        looking.check = True
        left = attempt(getattr(looking, method), account)
        sign, facts = left["signs"][0], left["facts"]
        if sign == "done/unchanged" or sign == DONE_ALREADY.get(method):
            told = {"sessions": "all", "token": account.get("token")}
            known = {name: told.get(name, value) for name, value in {"token": None, **facts}.items()}
            return True, {name: value for name, value in known.items() if value is not None}
        is_unnamed = sign == "done/created" and not account.get("token")
        return False if sign.startswith(("done/", "reactivated/")) and not is_unnamed else None, facts

    def recognises(self, _account):
        """Whether there is such an account with this password; None: that cannot be told."""

    def ask(self, method, *request, **more):
        """As ask_once; a request that the server puts off, or that was lost and can do no harm twice, is made again."""
        deadline, again, unsure = time.monotonic() + PATIENCE, 0, False
        while True:
            try:
                return self.ask_once(method, *request, **more)
            except Seen as seen:
                if seen.signs[0].startswith("connect/") and unsure:
                    seen.facts["unsure"] = True  # an earlier try may have done it
                unsure = seen.facts.get("unsure")
                pause = pause_after(seen, method, again)
                if pause is None or time.monotonic() + pause > deadline:
                    raise
            time.sleep(pause)
            again += 1

    def ask_once(self, method, path, body=None, step="", token=None, headers=None, shape=None):
        """
        The answer, when it is 2xx and JSON of this shape; an object where none is named. Others are Seen as
        STEP/STATUS/ERRCODE and STEP/STATUS, or as answer/odd. `unsure`: whether a change was made is not known.
        """
        headers = dict(headers or {})
        if not isinstance(body, (str, type(None))):
            headers["Content-Type"] = "application/json"
            body = json.dumps(body)
        if token:
            headers["Authorization"] = "Bearer " + token
        if time.monotonic() > self.ends:
            raise Seen("answer/odd", detail="%s was asked for more than %d s" % (self.url.geturl(), MOST_WORK))
        changes = method != "GET"
        response, content = self.exchange(changes, method, self.url.path.rstrip("/") + path, body, headers)
        answer = json_in(content) if content or response.status != 204 else {}
        if 200 <= response.status < 300:
            shape = {} if shape is None else shape
            place = misfit(answer, shape)
            if place is None:
                return Answer(response.status, filled(answer, shape))
            told = "%s %s answered %d with %s" % (method, path, response.status, described(answer, place, content))
            raise Seen("answer/odd", unsure=changes, detail="%s: %s" % (self.url.geturl(), told))
        told = answer if isinstance(answer, dict) else {}
        code, message = (each if isinstance(each, str) else None for each in self.failure_in(told))
        pause = told.get("retry_after_ms")
        raise Seen(
            "%s/%d/%s" % (step, response.status, code),
            "%s/%d" % (step, response.status),
            detail="HTTP %d %s" % (response.status, (message or response.reason)[:300]),
            retry_after_ms=pause if number(pause) and pause > 0 else 1000,
            unsure=changes and response.status in (502, 504),
        )

    def exchange(self, changes, method, path, body, headers):
        """A response and its content, within bounds of size and time."""
        connect = http.client.HTTPSConnection if self.url.scheme == "https" else http.client.HTTPConnection
        connection = connect(self.url.hostname, self.url.port, timeout=TIMEOUT)
        late, sent = Event(), False
        over = Timer(MOST_SECONDS, hang_up, [connection, late])
        over.daemon = True
        over.start()
        try:
            connection.connect()
            sent = True
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            content = response.read(MOST_BYTES + 1)
            if late.is_set():
                raise TimeoutError
            if response.length and len(content) <= MOST_BYTES:
                raise http.client.IncompleteRead(b"")
        except ConnectionRefusedError:
            raise Seen("connect/refused", detail=self.url.geturl()) from None
        except (OSError, http.client.HTTPException) as error:
            why = "it did not end within %d s" % MOST_SECONDS if late.is_set() else type(error).__name__
            raise Seen(
                "answer/odd" if late.is_set() else "connect/failed",
                lost=isinstance(error, (ConnectionError, http.client.IncompleteRead)) and not late.is_set(),
                late=isinstance(error, TimeoutError),
                unsure=changes and sent,
                detail="%s: %s" % (self.url.geturl(), why),
            ) from None
        finally:
            over.cancel()
            connection.close()
        if len(content) > MOST_BYTES:
            told = "%s: it has more than %d MiB" % (self.url.geturl(), MOST_BYTES >> 20)
            raise Seen("answer/odd", unsure=changes, detail=told)
        return response, content

    def failure_in(self, answer):
        """The code and the words of an answer that is a failure."""
        return answer.get("errcode"), answer.get("error")


# By these an account loses its rights, or the session in which it acts.
SHUTTING_OUT = ("demote-admin", "lock-user", "suspend-user", "deactivate-user", "logout-user")

# What an operation says when it was done before, where that is not done/unchanged.
DONE_ALREADY = {"create_registration_token": "token/exists", "revoke_registration_token": "token/absent"}


def still_unsure(lost):
    return Seen("lost/unknown", detail=lost.facts.get("detail") or "", changed=True)


def hang_up(connection, late):
    """Ends a read that another thread waits in."""
    late.set()
    if connection.sock:
        try:
            socket.socket.shutdown(connection.sock, socket.SHUT_RDWR)
        except OSError:
            pass  # it is no longer connected


def json_in(content):
    """The value; none is ..., which JSON does not have."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return ...


def described(answer, place, content):
    """What an answer is instead of what it should be. Of JSON no value is told, for it could be a secret."""
    if not content:
        return "nothing"
    if answer is ...:
        return "something that is not JSON: " + repr(content[:60].decode("utf-8", "replace"))
    return "JSON that is not as it should be" + (" at " + place if place else "")


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
    except (OSError, Exceeded) as error:
        raise Seen("docker/missing", detail=str(error)) from None
    ip = found.stdout.strip()
    if found.returncode or not ip:
        raise Seen("container/unavailable", detail=found.stderr.strip() or "not on the network " + address["network"])
    return "http://%s:%d%s" % (ip, int(address["port"]), address.get("path") or "")


def run(argv, stdin="", env=None, seconds=TIMEOUT, most=MOST_BYTES):
    """What a command printed, and how it ended, within bounds of size and time."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(argv, stdin=pipe, stdout=pipe, stderr=pipe, env=env)
    printed, too_much = {process.stdout: b"", process.stderr: b""}, []

    def write():
        try:
            process.stdin.write(stdin.encode())
            process.stdin.close()
        except OSError:
            pass  # it reads no further

    def read(stream):
        chunks, size = [], 0
        for chunk in iter(lambda: stream.read1(65536), b""):
            chunks.append(chunk)
            size += len(chunk)
            if size > most:
                too_much.append(stream)
                process.kill()
                return
        printed[stream] = b"".join(chunks)

    work = [Thread(target=write, daemon=True)]
    work += [Thread(target=read, args=[stream], daemon=True) for stream in printed]
    ends = time.monotonic() + seconds
    for thread in work:
        thread.start()
    try:
        for thread in work[1:]:
            thread.join(max(0, ends - time.monotonic()))
        process.wait(max(0.1, ends - time.monotonic()))
        if any(thread.is_alive() for thread in work[1:]):
            raise subprocess.TimeoutExpired(argv[0], seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        if not too_much:
            raise Exceeded("%s did not end within %d s" % (argv[0], seconds)) from None
    if too_much:
        raise Exceeded("%s printed more than %d MiB" % (argv[0], most >> 20))
    out, err = (each.decode("utf-8", "replace") for each in printed.values())
    return subprocess.CompletedProcess(argv, process.returncode, out, err)


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
        self.check_domain()
        check_names(account)
        check_password(account["password"], self.request["password_rules"], self.pepper())
        secret = self.shared_secret()
        nonce = self.nonce()
        if self.check:
            return Seen("predict/exists" if self.is_taken(account) else "predict/absent")
        try:
            answer = self.register(secret, nonce, account)
        except Seen as seen:
            if not seen.facts.get("unsure"):
                raise
            answer = self.register_again(secret, account, seen)
        self.log_out(answer.body.get("access_token"))
        self.prove(account)
        return Seen("register/done")

    def check_domain(self):
        """Another domain, or another case of it, would be another account than the one that is told."""
        name = self.configured_domain()
        if name and self.domain and name != self.domain:
            raise Seen("domain/other", detail="its configuration says server_name: %s" % name)

    def nonce(self):
        return self.ask("GET", "/_synapse/admin/v1/register", step="nonce", shape={"nonce": WORD}).body["nonce"]

    def register_again(self, secret, account, lost):
        """After an answer that got lost: an account that is there now, with this password, is what it was about."""
        try:
            return self.register(secret, self.nonce(), account)
        except Seen as seen:
            is_taken = seen.signs[0] == "register/400/M_USER_IN_USE"
            if seen.signs[0].startswith("register/") and not is_taken and not seen.facts.get("unsure"):
                raise  # it was asked anew, and refused
            is_ours = self.recognises(account)
            if is_ours:
                return Answer(200, {})
            if is_taken and is_ours is False:
                raise
            if is_ours is False and not lost.facts.get("late"):
                raise Seen("lost/not_done", detail=lost.facts["detail"]) from None
        raise still_unsure(lost)

    def recognises(self, account):
        """Whether there is such an account with this password; None: that cannot be told."""
        try:
            return self.has_password(account)
        except (Seen, Unknown, ImportError):  # what compares hashes is in Synapse's own Python
            pass
        try:
            self.log_out(self.log_in(account["username"], account["password"], "compare"))
        except Seen as seen:
            return False if seen.signs[-1] == "compare/403" else None
        return True

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
        shape = {"user_id": USER_ID, "access_token": (WORD, None)}
        answer = self.ask("POST", "/_synapse/admin/v1/register", registration, step="register", shape=shape)
        made = answer.body["user_id"]
        if made != "@%s:%s" % (account["username"].lower(), self.domain):  # in lower case, as servers have them
            raise Seen("register/other", detail=made, changed=True)
        return answer

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
        shape = {"access_token": WORD}
        return self.ask("POST", "/_matrix/client/v3/login", login, step=step, shape=shape).body["access_token"]

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
        try:
            return self.acting_id
        except Seen:
            return None

    @cached_property
    def acting_id(self):
        if self.request.get("admin_token"):
            return self.who_am_i()["user_id"]
        username = self.request["admin_username"] if self.has_admin() else None
        return username if not username or username.startswith("@") else self.user_id({"username": username})

    def who_am_i(self):
        shape = {"user_id": USER_ID, "device_id": (text, None)}
        return self.admin("GET", "/_matrix/client/v3/account/whoami", shape=shape)

    def admin(self, method, path, body=None, shape=None):
        """An answer of the admin API, with the token that was given, or that of a session which close() ends."""
        token = self.request.get("admin_token") or self.session_token()
        return self.ask(method, path, body, step="admin", token=token, shape=shape).body

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
        version = self.asked("/_synapse/admin/v1/server_version", {"server_version": text})
        if version:
            return Seen("server/running", kind="Synapse", version=version["server_version"])
        shape = {"server": {"name": (text, None), "version": (text, None)}}
        told = (self.asked("/_matrix/federation/v1/version", shape) or {}).get("server")
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
        issuer = (self.asked("/_matrix/client/v1/auth_metadata", {"issuer": (text, None)}) or {}).get("issuer")
        if issuer or not self.asked("/_matrix/client/v3/login"):
            return Seen("owner/mas", issuer=issuer)
        return Seen("owner/homeserver")

    def asked(self, path, shape=None):
        """The answer, or None where there is none."""
        try:
            return self.ask("GET", path, step="asked", shape=shape).body
        except Seen:
            return None

    def look_at_secret(self, _account):
        """By a registration that is refused for its username, which is looked at only once the secret was found right."""
        secret = self.shared_secret()
        try:
            self.register(secret, self.nonce(), {"username": "no username", "password": "no password"})
        except Seen as seen:
            if seen.signs[0] != "register/400/M_INVALID_USERNAME":
                raise
        return Seen("access/works")

    def look_at_admin(self, _account):
        user_id = self.who_am_i()["user_id"]
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
    """The server's configuration files, as Synapse reads them: the last file that has a section has all of it."""

    def __init__(self, paths):
        self.paths = [file for path in paths for file in files_of(path)]
        if not self.paths:
            raise Seen("config/missing", detail=", ".join(paths))
        self.documents = [parse(read_text(path), path) for path in self.paths]

    def get(self, *keys):
        return next((value(keys) for value in reversed(self.documents) if value.has(keys[0])), None)


def files_of(path):
    """Of a directory Synapse takes the files *.yaml, and no other."""
    if os.path.isdir(path):
        files = [os.path.join(path, name) for name in os.listdir(path) if name.endswith(".yaml")]
        return sorted(filter(os.path.isfile, files))
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
    """A document: by PyYAML where there is one (it comes with Synapse), else JSON's reader, else by lines."""
    try:
        import yaml
    except ImportError:
        try:
            return Document(json.loads(text))
        except ValueError:
            return Lines(text, path)
    try:
        return Document(yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader)))
    except yaml.YAMLError:
        raise Seen("config/unreadable", detail=path + ": not YAML") from None


class Document:
    """Called with keys, it gives the value there, or None."""

    def __init__(self, content):
        self.content = content if isinstance(content, dict) else {}  # others Synapse ignores

    def has(self, section):
        return section in self.content

    def __call__(self, keys):
        value = self.content
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return value


class Lines:
    """The same of YAML that is read by lines."""

    def __init__(self, text, path):
        self.text, self.path = text, path

    def has(self, section):
        return re.search(r"^[\"']?%s[\"']?:|^\s*\{" % re.escape(section), self.text, re.M) is not None

    def __call__(self, keys):
        return scan(self.text, keys, self.path)


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
