"""Imports modules from their source text, without files.

They are sent to a server: the first line on standard input is JSON, the text of this file and the arguments of run();
the request follows it. The host commands have them in one file.
"""

from __future__ import annotations

import sys
from importlib.machinery import ModuleSpec
from types import ModuleType


class Sent:
    """Finds and loads those of a package by name. Each is compiled under the name of its file, for tracebacks."""

    def __init__(self, package: str, sources: dict[str, str]) -> None:
        self.package = package
        self.sources = sources

    def find_spec(self, name: str, path: object = None, target: object = None) -> ModuleSpec | None:
        package, dummy, module = name.partition(".")
        if package == self.package and (not module or module in self.sources):
            return ModuleSpec(name, self, is_package=not module)  # type: ignore[arg-type]  # importlib.abc imports typing
        return None

    def create_module(self, spec: ModuleSpec) -> None:
        """None: Python creates the module."""

    def exec_module(self, module: ModuleType) -> None:
        name = module.__name__[len(self.package) + 1 :]
        if name:
            exec(compile(self.sources[name], name + ".py", "exec"), module.__dict__)


def run(sources: dict[str, str], names: list[str]) -> None:
    """`sources`: the modules' texts by name; `names`: the arguments of main()."""
    sys.meta_path.insert(0, Sent("matrix_server", sources))
    from matrix_server.main import main

    main(*names)
