"""The variables that a checkout of the playbook defines, as Ansible's own loader reads its files; JSON on standard output."""

import json
import sys
from pathlib import Path

from ansible.parsing.dataloader import DataLoader


def main(checkout: Path) -> None:
    """Print the names of roles' defaults and variables, and of group_vars."""
    files = [
        path
        for pattern in ("roles/*/*/defaults/**/*", "roles/*/*/vars/**/*", "group_vars/**/*")
        for path in checkout.glob(pattern)
        if path.is_file() and path.suffix in ("", ".yml", ".yaml", ".json")
    ]
    loader = DataLoader()
    names: set[str] = set()
    for path in files:
        names.update(loader.load_from_file(str(path)) or {})
    print(json.dumps(sorted(names)))


main(Path(sys.argv[1]))
