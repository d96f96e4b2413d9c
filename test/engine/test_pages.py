"""Lists of servers, page by page, also of those that never end."""

import time

import pytest
from matrix_server import mas_api, synapse_users
from matrix_server.mas import Mas
from matrix_server.results import Failed
from matrix_server.synapse import Synapse
from reporting import TABLES

REQUEST = {"reporting": TABLES, "address": {"url": "http://server"}, "domain": "example.org", "admin_token": "t"}


def synapse(pages):
    server = Synapse(REQUEST)
    asked = []

    def admin(_method, path, body=None, shape=None):
        asked.append(path.split("from=")[1].split("&")[0])
        names, following = pages[asked[-1]]
        return {"users": [{"name": "@%s:example.org" % name} for name in names], "next_token": following}

    server.admin = admin
    return server, asked


def test_synapse_is_asked_until_there_is_no_next_page():
    server, asked = synapse({"0": (["a", "b"], "2"), "2": (["c"], "x"), "x": ([], None)})
    assert [user["username"] for user in server.listed({})] == ["a", "b", "c"]
    assert asked == ["0", "2", "x"]


@pytest.mark.parametrize(
    "pages", [{"0": (["a"], "0")}, {"0": (["a"], "1"), "1": (["b"], "0")}, {"0": ([], "1"), "1": ([], "2")}]
)
def test_pages_of_synapse_that_go_round_end(pages):
    with pytest.raises(Failed) as raised:
        list(synapse(pages)[0].listed({}))
    assert raised.value.signs == ("answer/odd",)


def test_pages_of_synapse_are_bounded(monkeypatch):
    monkeypatch.setattr(synapse_users, "MOST_PAGES", 3)
    server, asked = synapse({str(index): (["a"], str(index + 1)) for index in range(9)})
    with pytest.raises(Failed, match="answer/odd"):
        list(server.listed({}))
    assert len(asked) == 3


def test_a_page_is_fetched_while_the_one_before_it_is_worked_on():
    server, asked = synapse({"0": (["a"], "1"), "1": (["b"], "2"), "2": (["c"], None)})
    users = server.listed({})
    assert next(users)["username"] == "a"
    while len(asked) < 2:  # nobody took the second one yet
        time.sleep(0.001)
    assert [user["username"] for user in users] == ["b", "c"]


def test_the_database_is_read_while_the_first_page_is_fetched():
    server, asked = synapse({"0": (["a"], None)})
    server.acting_admin = lambda: None

    def details(_is_needed):
        for _ in range(10_000):
            if asked:
                return lambda user: {"kind": "bridge of " + user["username"]}
            time.sleep(0.001)
        raise AssertionError("no page was fetched meanwhile")

    server.details_beside = details
    assert [user["kind"] for user in server.list_users({}).facts["users"]] == ["bridge of a"]


def mas(monkeypatch, count, page):
    monkeypatch.setattr(mas_api, "PAGE", page)
    records = [{"id": "%026d" % index} for index in range(count)]
    server = Mas(REQUEST)
    asked = []

    def api(_method, path, body=None, step="", shape=None):
        asked.append(path)
        after = path.split("page%5Bafter%5D=")
        start = int(after[1].split("&")[0]) + 1 if len(after) > 1 else 0
        return {"data": records[start : start + page]}

    server.api = api
    return server, asked


@pytest.mark.parametrize("count, requests", [(0, 1), (2, 1), (3, 2), (4, 2), (6, 3)])
def test_mas_is_asked_for_what_follows_the_last_record(monkeypatch, count, requests):
    server, asked = mas(monkeypatch, count, 3)
    assert [int(each["id"]) for each in server.pages("/users")] == list(range(count))
    assert len(asked) == requests


def test_a_page_of_mas_that_comes_again_ends_the_list(monkeypatch):
    monkeypatch.setattr(mas_api, "PAGE", 1)
    server = Mas(REQUEST)
    server.api = lambda *_words, **_more: {"data": [{"id": "%026d" % 1}]}
    with pytest.raises(Failed) as raised:
        list(server.pages("/users"))
    assert raised.value.facts["detail"] == "its list /users does not end"
