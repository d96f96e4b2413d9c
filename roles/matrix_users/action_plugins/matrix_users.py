# Rendered by matrix-registrar 1.0.0: change the host file instead.
"""matrix_users: the code is in files/matrix_registrar/task_users.py."""

import importlib.util
import os
import sys


def load_package(role, name):
    """A package in files/: Ansible puts no role on the controller's import path."""
    directory = os.path.join(role, "files", name)
    spec = importlib.util.spec_from_file_location(
        name, os.path.join(directory, "__init__.py"), submodule_search_locations=[directory]
    )
    sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(sys.modules[name])


for package in ("matrix_server", "matrix_registrar"):
    if package not in sys.modules:
        load_package(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), package)
from matrix_registrar.task_users import ActionModule  # noqa: E402

__all__ = ["ActionModule"]
