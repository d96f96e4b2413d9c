# Rendered by matrix-registrar 1.0.0: change the host file instead.
"""matrix_users: the code is in files/matrix_registrar/task_users.py."""

import os
import sys

# Ansible puts no role on the controller's import path; files/ is on it only while its packages load.
FILES = os.path.join(os.path.dirname(os.path.dirname(os.path.realpath(__file__))), "files")
sys.path.insert(0, FILES)
from matrix_registrar.task_users import ActionModule  # noqa: E402

sys.path.remove(FILES)

__all__ = ["ActionModule"]
