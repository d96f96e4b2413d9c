"""The server's configuration, where there is no PyYAML: by lines, and never by guessing."""

import sys

import pytest
from matrix_server.config import Config
from matrix_server.results import Failed

KEYS = ("client_api", "registration_shared_secret")


@pytest.fixture(autouse=True)
def no_yaml(monkeypatch):
    monkeypatch.setitem(sys.modules, "yaml", None)


def config(directory, *texts):
    paths = []
    for index, text in enumerate(texts):
        path = directory / ("%d.yaml" % index)
        path.write_text(text, encoding="utf-8")
        paths.append(str(path))
    return Config(paths)


@pytest.mark.parametrize(
    "text",
    [
        "client_api:\n  registration_shared_secret: s3cret\n",
        "client_api:\n  registration_shared_secret: s3cret # not this\n",
        "client_api:\n  registration_shared_secret: 's3cret'\n",
        'client_api:\n    registration_shared_secret: "s3cret"\n',
        '"client_api":\n  "registration_shared_secret": "s\\u0033cret"\n',
        "global:\n  registration_shared_secret: no\nclient_api:\n  other: x\n  registration_shared_secret: s3cret\n",
        "client_api:\n  nested:\n    registration_shared_secret: no\n  registration_shared_secret: s3cret\n",
        '{\n  "client_api": {\n    "other": 1,\n    "registration_shared_secret": "s3cret"\n  }\n}\n',
        "# client_api:\nclient_api:\n\n    # registration_shared_secret: no\n    registration_shared_secret: s3cret # yes\n",
    ],
)
def test_a_scalar_is_read(tmp_path, text):
    assert config(tmp_path, text).get(*KEYS) == "s3cret"


@pytest.mark.parametrize(
    "text",
    [
        "other: 1\n",
        "client_api:\n  a: 1\nother:\n  registration_shared_secret: x\n",
        "client_api:\n  other: 1\n",
        "client_api:\n  registration_shared_secret:\n",
        "client_api:\n",
        "",
    ],
)
def test_what_is_not_there_is_none(tmp_path, text):
    assert config(tmp_path, text).get(*KEYS) is None


@pytest.mark.parametrize(
    "text",
    [
        "client_api: {registration_shared_secret: s3cret}\n",
        "# Mine\n{client_api: {registration_shared_secret: s3cret}}\n",
        "client_api: *api\n",
        "client_api:\n  registration_shared_secret: >\n    s3cret\n",
        "client_api:\n  registration_shared_secret: |\n    s3cret\n",
        "client_api: &anchor\n  registration_shared_secret: s3cret\n",
        "client_api:\n  registration_shared_secret: *alias\n",
        "client_api:\n  registration_shared_secret: !tag s3cret\n",
        "client_api:\n  registration_shared_secret: 's3cret\n",
    ],
)
def test_what_needs_a_reader_of_yaml_is_refused(tmp_path, text):
    with pytest.raises(Failed) as raised:
        config(tmp_path, text).get(*KEYS)
    assert raised.value.signs == ("config/unreadable",)
    assert "s3cret" not in raised.value.facts["detail"]


def test_the_last_file_that_has_a_section_has_all_of_it(tmp_path):
    read = config(tmp_path, "one: 1\nclient_api:\n  a: first\n  b: first\n", "client_api:\n  a: second\n")
    assert [read.get("one"), read.get("client_api", "a"), read.get("client_api", "b")] == ["1", "second", None]


def test_of_a_directory_only_yaml_files_count(tmp_path):
    for name, value in (("a.yaml", "yaml"), ("b.yml", "yml"), ("c.yaml.bak", "bak")):
        (tmp_path / name).write_text("name: %s\n" % value, encoding="utf-8")
    assert Config([str(tmp_path)]).get("name") == "yaml"


@pytest.mark.parametrize("content, sign", [(None, "config/missing"), (b"\xff\xfe", "config/unreadable")])
def test_a_file_that_cannot_be_read(tmp_path, content, sign):
    path = tmp_path / "server.yaml"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Failed) as raised:
        Config([str(path)])
    assert raised.value.signs == (sign,)
    assert str(path) in raised.value.facts["detail"]
