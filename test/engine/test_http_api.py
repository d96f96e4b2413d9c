"""Asking a server: what is asked again, what a fault is reported as, and which bounds hold."""

import http.client
import json

import pytest
from matrix_server import http_api, request_log
from matrix_server.http_api import HttpApi, pause_after
from matrix_server.results import Failed
from matrix_server.shapes import WORD


class Response:
    length = 0

    def __init__(self, status, content=b"{}", reason="Reason", headers=()):
        self.status, self.content, self.reason, self.headers = status, content, reason, dict(headers)

    def read(self, _most):
        return self.content

    def getheader(self, name):
        return self.headers.get(name)


class Api(HttpApi):
    """Answers with these, one after the other; those that are errors are raised by the connection."""

    def __init__(self, answers):
        super().__init__({"url": "http://server/base/"})
        self.answers, self.asked = list(answers), []

    def exchange(self, changes, method, path, body, headers):
        self.asked.append((method, path, body, headers))
        answer = self.answers.pop(0)
        if isinstance(answer, Failed):
            raise answer
        return answer, answer.content


def answer(status, value):
    return Response(status, json.dumps(value).encode())


def reset():
    return Failed("connect/failed", lost=True, late=False, unsure=True, detail="x")


def test_the_answer_of_a_request(clock):
    api = Api([answer(200, {"nonce": "n", "more": 1})])
    assert api.ask("POST", "/path", {"a": 1}, token="t", shape={"nonce": WORD, "left_out": (WORD, None)}).body == {
        "nonce": "n",
        "more": 1,
        "left_out": None,
    }
    headers = {"Content-Type": "application/json", "Authorization": "Bearer t"}
    assert api.asked == [("POST", "/base/path", '{"a": 1}', headers)]


@pytest.mark.parametrize(
    "response, signs, detail",
    [
        (answer(404, {"errcode": "M_NOT_FOUND", "error": "No"}), ("step/404/M_NOT_FOUND", "step/404"), "HTTP 404 No"),
        (answer(400, []), ("step/400/None", "step/400"), "HTTP 400 Reason"),
        (answer(400, {"errcode": 5, "error": {}}), ("step/400/None", "step/400"), "HTTP 400 Reason"),
        (Response(500, b"<html>"), ("step/500/None", "step/500"), "HTTP 500 Reason"),
        (answer(403, {"error": "x" * 1000}), ("step/403/None", "step/403"), "HTTP 403 " + "x" * 300),
    ],
)
def test_a_refusal_is_told_by_step_status_and_code(clock, response, signs, detail):
    with pytest.raises(Failed) as raised:
        Api([response]).ask("POST", "/", step="step")
    assert raised.value.signs == signs
    assert raised.value.facts["detail"].split(", asked for ")[0] == detail


@pytest.mark.parametrize(
    "content, expected",
    [
        (b"", "nothing"),
        (b"<html>s3cret", "not JSON"),
        (b'{"nonce": 5}', "not as it should be at .nonce"),
        (b'["s3cret"]', "not as it should be"),
        (b"[" * 100_000, "not JSON"),
    ],
)
def test_an_answer_that_is_none_is_odd(clock, content, expected):
    with pytest.raises(Failed) as raised:
        Api([Response(200, content)]).ask("POST", "/", step="step", shape={"nonce": WORD})
    assert raised.value.signs == ("answer/odd",)
    assert expected in raised.value.facts["detail"]
    assert raised.value.facts["unsure"] is True


def test_a_value_of_json_is_never_told(clock):
    with pytest.raises(Failed) as raised:
        Api([answer(200, {"access_token": "s3 cret"})]).ask("GET", "/", shape={"access_token": WORD})
    assert "s3" not in str(raised.value.facts)


def test_a_server_that_is_busy_is_asked_again_when_it_says(clock):
    busy = answer(429, {"retry_after_ms": 2500})
    assert Api([busy, busy, answer(200, {})]).ask("POST", "/").status == 200
    assert clock == [2.5, 2.5]


@pytest.mark.parametrize("pause, waited", [(1, 0.1), (1e300, 0.5), (-5, 0.5), ("soon", 0.5), (None, 0.5), (20_000, 20)])
def test_a_pause_has_bounds(clock, pause, waited):
    Api([answer(429, {"retry_after_ms": pause}), answer(200, {})]).ask("GET", "/")
    assert clock == [waited]


@pytest.mark.parametrize("header, waited", [("7", [7]), ("0", [0.5]), ("Wed, 21 Oct 2026 07:28:00 GMT", [0.5])])
def test_a_pause_can_stand_in_a_header(clock, header, waited):
    Api([Response(429, headers={"Retry-After": header}), answer(200, {})]).ask("POST", "/")
    assert clock == waited


def test_a_server_that_says_no_pause_is_not_asked_for_long(clock):
    with pytest.raises(Failed) as raised:
        Api([Response(429)] * 9).ask("POST", "/", step="step")
    assert [raised.value.signs[-1], clock] == ["step/429", [0.5, 1, 2]]


def test_a_pause_is_logged_as_it_begins_and_once_for_all_who_wait(clock, capsys, monkeypatch):
    monkeypatch.setattr(request_log, "logged_until", [0.0])
    busy = answer(429, {"retry_after_ms": 2500, "error": "Too Many Requests"})
    for _account in range(3):
        clock.clear()
        Api([busy, answer(200, {})]).ask("GET", "/")
    waited = "registrar waits: 3 s (HTTP 429 Too Many Requests)\n"
    assert capsys.readouterr().err == waited


def test_patience_ends(clock):
    with pytest.raises(Failed) as raised:
        Api([answer(429, {"retry_after_ms": 10_000})] * 99).ask("GET", "/", step="step")
    assert [raised.value.signs[-1], sum(clock)] == ["step/429", 60]


@pytest.mark.parametrize("method, tries", [("GET", 4), ("PUT", 4), ("POST", 1), ("DELETE", 1)])
def test_only_what_can_be_done_twice_is_asked_again_when_it_was_lost(clock, method, tries):
    api = Api([reset() for _ in range(9)])
    with pytest.raises(Failed) as raised:
        api.ask(method, "/")
    assert [len(api.asked), raised.value.facts["unsure"]] == [tries, True]
    assert clock == [0.5, 1, 2][: tries - 1]


def test_a_try_that_may_have_done_it_is_not_forgotten(clock):
    refused = Failed("connect/refused", detail="x")
    with pytest.raises(Failed) as raised:
        Api([reset(), refused]).ask("PUT", "/")
    assert [raised.value.signs[0], raised.value.facts["unsure"]] == ["connect/refused", True]


def test_gateways_leave_a_change_unsure(clock):
    for status, unsure in ((502, True), (504, True), (503, False), (500, False)):
        with pytest.raises(Failed) as raised:
            Api([Response(status)]).ask("POST", "/", step="step")
        assert raised.value.facts["unsure"] is unsure


def test_no_request_is_made_for_longer_than_all_work_may_take(clock):
    api = Api([])
    clock.append(http_api.MOST_WORK + 1)
    with pytest.raises(Failed) as raised:
        api.ask_once("GET", "/")
    assert raised.value.signs == ("answer/odd",)


def test_pauses_grow():
    lost = Failed("connect/failed", lost=True)
    assert [pause_after(lost, "GET", again) for again in range(4)] == [0.5, 1, 2, None]
    assert pause_after(Failed("step/500/X", "step/500"), "GET", 0) is None


@pytest.mark.parametrize(
    "error, signs, facts",
    [
        (ConnectionRefusedError(), "connect/refused", {}),
        (ConnectionResetError(), "connect/failed", {"lost": True, "late": False, "unsure": True}),
        (TimeoutError(), "connect/failed", {"lost": False, "late": True, "unsure": True}),
        (http.client.IncompleteRead(b""), "connect/failed", {"lost": True, "late": False, "unsure": True}),
        (http.client.BadStatusLine("x"), "connect/failed", {"lost": False, "late": False, "unsure": True}),
        (OSError(113, "No route"), "connect/failed", {"lost": False, "late": False, "unsure": True}),
    ],
)
def test_faults_of_a_connection(monkeypatch, error, signs, facts):
    class Connection:
        sock = None

        def __init__(self, *_words, **_more):
            pass

        connect = close = lambda self: None

        def request(self, *_words):
            raise error

    monkeypatch.setattr(http.client, "HTTPConnection", Connection)
    with pytest.raises(Failed) as raised:
        HttpApi({"url": "http://server"}).ask_once("POST", "/")
    assert raised.value.signs == (signs,)
    assert {name: raised.value.facts[name] for name in facts} == facts


def test_an_answer_larger_than_the_bound_is_odd(monkeypatch):
    monkeypatch.setattr(http_api, "MOST_BYTES", 1 << 20)

    class Connection:
        sock = None
        connect = close = request = lambda self, *_words: None

        def __init__(self, *_words, **_more):
            pass

        def getresponse(self):
            return Response(200, b"x" * ((1 << 20) + 1))

    monkeypatch.setattr(http.client, "HTTPConnection", Connection)
    with pytest.raises(Failed) as raised:
        HttpApi({"url": "http://server"}).ask_once("GET", "/")
    assert raised.value.facts["detail"] == "http://server: it has more than 1 MiB"
