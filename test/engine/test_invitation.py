"""The operator's own text of an invitation, and who is noted to have come back to a group."""

import json

import pytest
from matrix_registrar.invitation import read_template
from matrix_registrar.returns import note_returns, still_back
from matrix_registrar.work import Failure

PLACES = {"name": "person", "email": "email"}


@pytest.mark.parametrize(
    "content, failure, detail",
    [
        (b"{{nmae}}", "template_unknown", "nmae"),
        (b"\xff", "template_unreadable", "UTF-8"),
        (None, "template_unreadable", "No such"),
    ],
)
def test_a_template_that_cannot_be_filled_is_refused(tmp_path, content, failure, detail):
    if content is not None:
        (tmp_path / "text").write_bytes(content)
    with pytest.raises(Failure) as refused:
        read_template(str(tmp_path / "text"), PLACES)
    assert refused.value.name == failure
    assert detail in refused.value.facts["detail"]


DECLARED = [{"username": name, "state": "present", "back": True} for name in ("ben", "zoe")] + [{"username": "anna"}]


def noted(tmp_path, **groups):
    path = tmp_path / ".registrar" / "groups" / "host.json"
    path.parent.mkdir(parents=True)
    path.write_text(json.dumps({"version": 1, "groups": groups}, indent=2) + "\n")
    path.chmod(0o640)
    return path


def test_who_came_back_is_let_in_once(tmp_path):
    path = noted(tmp_path, pupils={"anna": "named", "ben": "left", "zoe": "left"}, old={"ben": "left"})
    assert still_back(DECLARED, str(path)) == DECLARED
    note_returns(str(path), {"ben"})
    assert json.loads(path.read_text()) == {
        "version": 1,
        "groups": {"pupils": {"anna": "named", "ben": "named", "zoe": "left"}, "old": {"ben": "named"}},
    }
    assert path.stat().st_mode & 0o777 == 0o640
    assert [each.name for each in path.parent.iterdir()] == ["host.json"]
    assert still_back(DECLARED, str(path)) == [{"username": "ben"}, DECLARED[1], DECLARED[2]]


def test_without_notes_they_are_let_in_as_they_are_declared(tmp_path):
    assert still_back(DECLARED, str(tmp_path / "none")) == DECLARED
    note_returns(str(tmp_path / "none"), {"ben"})
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("text", ["lost", "[]", '{"groups": []}', '{"groups": {"pupils": 1}}', "{}"])
def test_notes_that_are_none_are_refused(tmp_path, text):
    path = noted(tmp_path)
    path.write_text(text)
    with pytest.raises(ValueError):
        still_back(DECLARED, str(path))
