"""The server's configuration files."""

from __future__ import annotations

import json
import os
import re
from functools import cached_property

from .json_types import Json
from .results import Failed


class Config:
    """The server's configuration files, as Synapse reads them: the last file with a section replaces the whole section."""

    def __init__(self, paths: list[str]) -> None:
        self.paths = [file for path in paths for file in files_of(path)]
        if not self.paths:
            raise Failed("config/missing", detail=", ".join(map(why_empty, paths)))
        self.texts = [read_text(path) for path in self.paths]

    @cached_property
    def documents(self) -> list[Document | Lines]:
        return [parse(text, path) for text, path in zip(self.texts, self.paths)]

    def names(self, *words: str) -> bool:
        """Whether one of the keys occurs at all: loading a YAML parser takes longer than everything else."""
        return any(word in text for word in words for text in self.texts)

    def get(self, *keys: str) -> Json:
        return next((value(keys) for value in reversed(self.documents) if value.has(keys[0])), None)


def files_of(path: str) -> list[str]:
    """Of a directory, Synapse reads only *.yaml."""
    if os.path.isdir(path):
        files = [os.path.join(path, name) for name in os.listdir(path) if name.endswith(".yaml")]
        return sorted(filter(os.path.isfile, files))
    return [path] if os.path.exists(path) else []


def why_empty(path: str) -> str:
    return path + (" has no file *.yaml" if os.path.isdir(path) else " is not there")


def read_text(path: str) -> str:
    try:
        with open(path, encoding="utf-8") as file:
            return file.read()
    except (OSError, UnicodeDecodeError) as error:
        raise Failed(
            "config/unreadable", detail="%s: %s" % (path, getattr(error, "strerror", None) or "not UTF-8")
        ) from None


def parse(text: str, path: str) -> Document | Lines:
    """Parses a document with PyYAML if available (it comes with Synapse), else as JSON, else line by line."""
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
        raise Failed("config/unreadable", detail=path + ": not YAML") from None


class Document:
    """Called with keys, returns the value there, or None."""

    def __init__(self, content: Json) -> None:
        self.content = content if isinstance(content, dict) else {}  # Synapse ignores other types

    def has(self, section: str) -> bool:
        return section in self.content

    def __call__(self, keys: tuple[str, ...]) -> Json:
        value: Json = self.content
        for key in keys:
            value = value.get(key) if isinstance(value, dict) else None
        return value


class Lines:
    """The same for YAML that is read line by line."""

    def __init__(self, text: str, path: str) -> None:
        self.text, self.path = text, path

    def has(self, section: str) -> bool:
        return re.search(r"^[\"']?%s[\"']?:|^\s*\{" % re.escape(section), self.text, re.M) is not None

    def __call__(self, keys: tuple[str, ...]) -> Json:
        return scan(self.text, keys, self.path)


def scan(text: str, keys: tuple[str, ...], path: str) -> Json:
    """The scalar at KEYS in block-style YAML, or None. A value that needs a real YAML reader is refused, not guessed."""
    if re.match(r"(\s|#.*\n|---)*\{", text):
        raise unreadable(path)
    columns = [0]  # the indentation of the keys of each depth; -1 until its first key is seen
    for line in text.splitlines():
        found = re.match(r"( *)([A-Za-z0-9_]+|\"[A-Za-z0-9_]+\"):(?:[ \t]+(.*))?$", line)
        if not found:
            continue
        column, key, rest = len(found.group(1)), found.group(2).strip('"'), (found.group(3) or "").strip()
        while len(columns) > 1 and column <= columns[-2]:
            columns.pop()
        if columns[-1] < 0:
            columns[-1] = column
        if column != columns[-1] or key != keys[len(columns) - 1]:
            continue
        if len(columns) == len(keys):
            return scalar(rest, path)
        if rest and not rest.startswith("#"):
            raise unreadable(path)
        columns.append(-1)
    return None


def scalar(text: str, path: str) -> Json:
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


def unreadable(path: str) -> Failed:
    return Failed("config/unreadable", detail=path + ": a value that this program cannot read without PyYAML")
