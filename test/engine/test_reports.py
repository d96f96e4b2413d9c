"""What results mean, and their words."""

import pytest
from matrix_server.reports import Reports, filled, is_change
from reporting import TABLES


@pytest.fixture
def report():
    def of(action, sign, check=False, account=None, **facts):
        result = {"signs": [sign], "facts": facts}
        return Reports(TABLES, check).report(action, {"username": "john", **(account or {})}, result)

    return of


def test_a_success_says_what_was_done_and_what_is_worth_doing_next(report):
    done = report("register-user", "register/done", account={"admin": "yes"})
    assert (done["outcome"], done["changed"]) == ("created", True)
    assert done["message"] == "Created @john:example.org, a server admin."
    assert done["next"][0] == "Sign in at https://element.example.org"
    assert "class" not in done


def test_a_prediction_has_words_of_its_own_and_no_usual_next_step(report):
    foreseen = report("register-user", "predict/absent", check=True)
    assert foreseen["message"] == "Would create @john:example.org, an ordinary user."
    assert foreseen["next"] == []


def test_a_note_replaces_the_step_that_it_makes_pointless(report):
    noted = report("register-user", "register/done", notes=["passwords_off", "unknown"], logins="m.login.sso")
    assert [each[:40] for each in noted["next"]] == [
        "Nobody can sign in with a password here:",
        "Tip: registrar check-discovery example.o",
    ]
    assert report("register-user", "register/done", True, notes=["still_locked"])["next"] == [
        "It is still locked. To unlock it: unlock-user john"
    ]


def test_an_operation_on_no_account_names_none():
    assert Reports(TABLES).facts_of({})["user_id"] == ""


def test_a_step_that_needs_an_address_has_other_words_without_one():
    assert Reports(TABLES).hint("log_in", {"element_url": ""}) == "Sign in with any Matrix client."


@pytest.mark.parametrize("action", ["register-user", "ready"])
@pytest.mark.parametrize(
    "sign, outcome, name, words",
    [
        ("connect/refused", "failed", "not_ready", "matrix-synapse.service"),
        ("password/too_long", "refused", "password_too_long", "72"),
        ("never/heard/of", "failed", "server_error", "what it said"),
        ("plan/stale", "refused", "stale_plan", ""),
    ],
)
def test_a_failure_has_a_class_a_message_and_a_hint(report, action, sign, outcome, name, words):
    failed = report(action, sign, detail="what it said", limit=72)
    assert (failed["outcome"], failed["class"], failed["changed"], failed["next"]) == (outcome, name, False, [])
    assert words in failed["message"] + failed["hint"]
    assert "%(" not in failed["message"] + failed["hint"]


def test_a_failure_after_a_change_is_a_change(report):
    assert report("register-user", "connect/refused", changed=True)["changed"] is True


@pytest.mark.parametrize("sign", ["register/400/M_USER_IN_USE", "found"])
def test_an_outcome_that_the_operation_does_not_have_is_a_failure(report, sign):
    assert report("lock-user", sign)["class"] == "server_error"


@pytest.mark.parametrize("action", ["list-users", "show-user", "list-sessions", "list-registration-tokens"])
def test_an_answer_without_what_was_looked_for_is_not_an_empty_one(report, action):
    fact = TABLES["operations"][action]["finds"]["fact"]
    assert report(action, "found", **{fact: []})["outcome"] == "found"
    assert report(action, "found")["class"] == "odd_answer"
    assert report(action, "found")["message"].count("it has no " + fact) == 1


def test_the_first_sign_that_has_a_meaning_counts():
    reports = Reports(TABLES)
    assert reports.meaning_of(["never/heard/of", "register/400/M_USER_IN_USE", "connect/refused"]) == "exists"
    assert reports.meaning_of([]) == "server_error"


def test_what_is_no_operation_succeeds_without_words(report):
    assert report("plan-users", "found", changes=[]) == {
        "signs": ["found"],
        "facts": {"changes": []},
        "outcome": "found",
    }


def test_a_problem_with_a_declared_account_names_it():
    trouble = {"username": "anna", "operation": "add-email", "email": "a@b", "signs": ["plan/no_password"], "facts": {}}
    told = Reports(TABLES).trouble(trouble)
    assert (told["class"], told["username"], told["email"]) == ("no_password_declared", "anna", "a@b")
    assert told["message"].startswith("There is no such account")


def test_the_new_token_is_given_only_if_it_was_created(report):
    create = "create-registration-token"
    assert report(create, "done/created", token="t")["token"] == "t"
    assert "token" not in report(create, "done/created", check=True, token="t")
    assert "token" not in report("list-registration-tokens", "found", tokens=[], token="t")


@pytest.mark.parametrize(
    "text, expected",
    [
        ("Hello {{name}}: {{ token }}", "Hello Anna {{token}}: t"),
        ("a\n{{link}}\n\nb {{email}} {{token}}\n", "a\n\nb  t\n"),
        ("Only words\n", "Only words\n"),
    ],
)
def test_a_line_of_an_invitation_that_names_only_what_is_not_there_is_left_out(text, expected):
    facts = {"person": "Anna {{token}}", "token": "t", "register_url": ""}
    assert Reports(TABLES).invitation(text, facts) == expected


def test_facts_take_the_place_of_names_once():
    facts = {"detail": "%(token)s", "token": "t", "none": None}
    assert filled("%(detail)s %(none)s%(unknown)s 100 % (%(none)s)", facts) == "%(token)s  100 %"


@pytest.mark.parametrize(
    "outcome, changes, expected",
    [
        ("created", "created", True),
        ("created_by_login", "created", True),
        ("unchanged", "changed", False),
        ("found", None, False),
    ],
)
def test_an_outcome_is_a_change_however_it_was_done(outcome, changes, expected):
    assert is_change({"changes": changes}, outcome) is expected
