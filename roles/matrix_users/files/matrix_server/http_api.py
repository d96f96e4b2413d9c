"""HTTP requests with JSON answers, to a server next to this program."""

from __future__ import annotations

import http.client
import json
import re
import socket
import time
from threading import Event, Timer
from urllib.parse import urlsplit

from .bounds import HANDSHAKE, MOST_BYTES, MOST_SECONDS, MOST_WORK, PATIENCE, TIMEOUT
from .commands import run
from .json_types import Json, Record, Shape
from .other_scheme import about_other_scheme
from .request_log import log_request, log_wait
from .results import Exceeded, Failed
from .shapes import Misfit, fitted, number
from .who_answered import about_the_way, about_waiting, general_sign, stages_in, why_unusable

UNIX = "unix:"


class Answer:
    def __init__(self, status: int, body: Record) -> None:
        self.status = status
        self.body = body


class HttpApi:
    """`address`: a base URL, unix:/PATH of a socket, or a container's on a network."""

    def __init__(self, address: Record) -> None:
        url = base_url(address)
        self.socket_path = url[len(UNIX) :] if url.startswith(UNIX) else ""  # of the Unix socket that is asked instead
        self.url = urlsplit("http://localhost" if self.socket_path else url)
        self.ends = time.monotonic() + MOST_WORK
        self.has_answered = False

    @property
    def place(self) -> str:
        return UNIX + self.socket_path if self.socket_path else self.url.geturl()

    def ask(self, method: str, *request: Json, **more: Json) -> Answer:
        """As ask_once, but retries a request that was rate-limited, or that was lost and can safely be repeated."""
        deadline, again = time.monotonic() + PATIENCE, 0
        unsure: Json = False
        while True:
            try:
                return self.ask_once(method, *request, **more)
            except Failed as failed:
                if failed.signs[0].startswith("connect/") and unsure:
                    failed.facts["unsure"] = True  # an earlier attempt may have done it
                unsure = failed.facts.get("unsure")
                pause = pause_after(failed, method, again)
                if pause is None or time.monotonic() + pause > deadline:
                    raise
                wait(pause, failed)
            again += 1

    def ask_once(
        self,
        method: str,
        path: str,
        body: Json = None,
        step: str = "",
        token: str | None = None,
        headers: dict[str, str] | None = None,
        shape: Shape = None,
    ) -> Answer:
        """
        The answer, if it is 2xx and JSON of this shape (default: an object). Others raise Failed with
        STEP/STATUS/ERRCODE and STEP/STATUS, or answer/odd. `unsure`: a change may have been made.
        """
        headers = dict(headers or {})
        if not isinstance(body, (str, type(None))):
            headers["Content-Type"] = "application/json"
            body = json.dumps(body)
        if token:
            headers["Authorization"] = "Bearer " + token
        if time.monotonic() > self.ends:
            raise Failed("answer/odd", detail="%s was asked for more than %d s" % (self.place, MOST_WORK))
        changes = method != "GET"
        log_request("%s %s" % (method, self.url.path.rstrip("/") + path))
        response, content = self.exchange(changes, method, self.url.path.rstrip("/") + path, body, headers)
        self.has_answered = True
        answer = json_in(content) if content or response.status != 204 else {}
        if 200 <= response.status < 300:
            shape = {} if shape is None else shape
            try:
                return Answer(response.status, fitted(answer, shape))
            except Misfit as misfit:
                what = described(answer, misfit.place, content)
            problem = "%s %s answered %d with %s" % (method, path, response.status, what)
            raise Failed("answer/odd", unsure=changes, detail="%s: %s" % (self.place, problem))
        fields = answer if isinstance(answer, dict) else {}
        code, message = (each if isinstance(each, str) else None for each in self.failure_in(fields))
        pause = milliseconds_to_wait(fields, response)
        detail = "HTTP %d %s" % (response.status, (message or response.reason)[:300].rstrip("."))
        detail += about_waiting(response.status, pause)
        if code is None and response.status == 400:
            self.refuse_other_scheme()
        if code is None and response.status != 429:
            asked = "%s %s%s" % (method, self.place, path.split("?")[0])
            detail += about_the_way(asked, response.getheader("Location"))
        raise Failed(
            "%s/%d/%s" % (step, response.status, code),
            "%s/%d" % (step, response.status),
            detail=detail,
            general=general_sign(response.status, code, answer),
            **({"flows": stages_in(fields)} if response.status == 401 and "flows" in fields else {}),
            retry_after_ms=pause,
            unsure=changes and response.status in (502, 504),
        )

    def exchange(
        self, changes: bool, method: str, path: str, body: str | None, headers: dict[str, str]
    ) -> tuple[http.client.HTTPResponse, bytes]:
        """A response and its content, within limits of size and time."""
        is_tls = self.url.scheme == "https"
        connection = self.connection(is_tls)
        late, sent = Event(), False
        connected: list[socket.socket] = []
        over = Timer(MOST_SECONDS, hang_up, [connected, late])
        over.daemon = True
        over.start()
        try:
            connection.connect()
            connected.append(connection.sock)  # the connection forgets it after its last answer
            if is_tls:
                connection.sock.settimeout(TIMEOUT)
            sent = True
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            content = response.read(MOST_BYTES + 1)
            if late.is_set():
                raise TimeoutError
            if response.length and len(content) <= MOST_BYTES:
                raise http.client.IncompleteRead(b"")
        except (ConnectionRefusedError, FileNotFoundError):
            raise Failed("connect/refused", detail=self.place) from None
        except (OSError, http.client.HTTPException) as error:
            over.cancel()
            unusable = None if late.is_set() else why_unusable(error)
            if not (late.is_set() or self.has_answered or (sent and isinstance(error, TimeoutError))):
                self.refuse_other_scheme()
            if unusable and not (changes and sent):
                raise Failed("address/unusable", detail="%s: %s" % (self.place, unusable)) from None
            why = "it did not end within %d s" % MOST_SECONDS if late.is_set() else type(error).__name__
            raise Failed(
                "answer/odd" if late.is_set() else "connect/failed",
                lost=isinstance(error, (ConnectionError, http.client.IncompleteRead)) and not late.is_set(),
                late=isinstance(error, TimeoutError),
                unsure=changes and sent,
                detail="%s: %s" % (self.place, why),
            ) from None
        finally:
            over.cancel()
            connection.close()
        if len(content) > MOST_BYTES:
            problem = "%s: it has more than %d MiB" % (self.place, MOST_BYTES >> 20)
            raise Failed("answer/odd", unsure=changes, detail=problem)
        return response, content

    def connection(self, is_tls: bool) -> http.client.HTTPConnection:
        if self.socket_path:
            return UnixConnection(self.socket_path)
        connect = http.client.HTTPSConnection if is_tls else http.client.HTTPConnection
        return connect(self.url.hostname or "", self.url.port, timeout=HANDSHAKE if is_tls else TIMEOUT)

    def refuse_other_scheme(self) -> None:
        problem = None if self.socket_path else about_other_scheme(self.url)
        if problem:
            raise Failed("address/unusable", detail="%s: %s" % (self.place, problem))

    def failure_in(self, answer: Record) -> tuple[Json, Json]:
        """The code and the message of an error answer."""
        return answer.get("errcode"), answer.get("error") or answer.get("message")


class UnixConnection(http.client.HTTPConnection):
    def __init__(self, path: str) -> None:
        super().__init__("localhost", timeout=TIMEOUT)
        self.path = path

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(TIMEOUT)
        self.sock.connect(self.path)


def hang_up(connected: list[socket.socket], late: Event) -> None:
    """Ends a read that another thread is waiting for."""
    late.set()
    for each in connected:
        try:
            socket.socket.shutdown(each, socket.SHUT_RDWR)
        except OSError:
            pass  # it is no longer connected


def json_in(content: bytes) -> Json:
    """The parsed value; ... (which JSON does not have) if it cannot be parsed."""
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return ...


def described(answer: Json, place: str, content: bytes) -> str:
    """Describes an unexpected answer. Values of JSON are left out, since they could be secrets."""
    if not content:
        return "nothing"
    if answer is ...:
        return "something that is not JSON: " + repr(content[:60].decode("utf-8", "replace"))
    return "JSON that is not as it should be" + (" at " + place if place else "")


def pause_after(failed: Failed, method: str, again: int) -> float | None:
    """Seconds until a retry; None: no retry."""
    is_late = failed.signs[-1].endswith("/429")  # of such a request nothing was done
    if is_late and failed.facts["retry_after_ms"]:
        asked: float = failed.facts["retry_after_ms"] / 1000
        return max(0.1, asked)
    is_lost = failed.facts.get("lost") or failed.signs[-1].endswith(("/502", "/504"))
    return 0.5 * 2**again if again < 3 and (is_late or (is_lost and method in ("GET", "PUT"))) else None


def milliseconds_to_wait(answer: Record, response: http.client.HTTPResponse) -> float | None:
    """From the answer of a Matrix server (1.10 has both) or from a proxy's header; None: not given."""
    given: Json = answer.get("retry_after_ms")
    if number(given) and given > 0:
        return float(given)
    seconds = response.getheader("Retry-After") or ""
    return int(seconds) * 1000.0 if re.fullmatch("[0-9]{1,9}", seconds) and int(seconds) > 0 else None


def wait(pause: float, failed: Failed) -> None:
    log_wait(pause, failed.facts["detail"].split("; it says")[0])
    time.sleep(pause)


def base_url(address: Record) -> str:
    """The given address, or that of the container on its network (it has several; only this one is reachable)."""
    url = str(address.get("url") or "")
    if url and not re.match("https?://.|unix:/.", url):
        raise Failed("address/unusable", detail="%s begins with none of http://, https:// and unix:/" % url)
    if url:
        return url
    template = '{{with index .NetworkSettings.Networks "%s"}}{{.IPAddress}}{{end}}' % address["network"]
    try:
        found = run(["docker", "inspect", "--format", template, address["container"]])
    except (OSError, Exceeded) as error:
        raise Failed("docker/missing", detail=str(error)) from None
    ip = found.stdout.strip()
    if found.returncode or not ip:
        raise Failed("container/unavailable", detail=found.stderr.strip() or "not on the network " + address["network"])
    return "http://%s:%d%s" % (ip, int(address["port"]), address.get("path") or "")
