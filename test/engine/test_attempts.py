"""What the end of some work is reported as."""

import pytest
from matrix_server.attempts import attempt, for_each
from matrix_server.results import Failed, Seen, Unknown, after_a_change

JOHN = {"username": "john"}


def raising(error):
    def act(_account):
        raise error

    return act


def test_what_was_seen_is_the_result():
    assert attempt(lambda _account: Seen("done/changed", sessions=2), JOHN) == {
        "username": "john",
        "signs": ["done/changed"],
        "facts": {"sessions": 2},
    }
    assert attempt(lambda _account: None, JOHN) == {}


def test_a_failure_is_a_result_too():
    result = attempt(raising(Failed("admin/404/M_NOT_FOUND", "admin/404", detail="x")), JOHN)
    assert [result["signs"], result["facts"]] == [["admin/404/M_NOT_FOUND", "admin/404"], {"detail": "x"}]
    assert attempt(raising(Unknown("psql ended with 1")), JOHN)["signs"] == ["database/unavailable"]


@pytest.mark.parametrize(
    "error", [KeyError("s3cret"), ValueError("s3cret"), RecursionError("s3cret"), TypeError("s3cret")]
)
def test_of_a_mistake_its_place_is_told_and_not_its_text(error):
    result = attempt(raising(error), JOHN)
    assert result["signs"] == ["program/failed"]
    assert result["facts"]["detail"].startswith(type(error).__name__ + ", test_attempts.py:")
    assert "s3cret" not in str(result)


@pytest.mark.parametrize("count", [0, 1, 2, 9, 100])
def test_results_come_in_the_order_of_the_accounts(count):
    accounts = [{"username": str(index)} for index in range(count)]
    assert for_each(lambda account: account["username"], accounts) == [str(index) for index in range(count)]


def test_what_fails_after_a_change_says_that_something_changed():
    with pytest.raises(Failed) as raised:
        with after_a_change():
            raise Failed("session/500")
    assert raised.value.facts == {"changed": True}


def test_a_module_that_this_python_lacks_is_no_bug_of_ours():
    def act(_account):
        import no_such_module_of_synapse  # noqa: F401

    result = attempt(act, {"username": "john"})
    assert result["signs"] == ["tool/missing"]
    assert "has no module no_such_module_of_synapse" in result["facts"]["detail"]
