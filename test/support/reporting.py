"""The tables of reports, as a request for a Synapse has them: see matrix_server/reports.py."""

import json
import os

FILE = os.path.join(os.path.dirname(__file__), "../../roles/matrix_users/files/definitions.json")
with open(FILE, encoding="utf-8") as file:
    DEFINITIONS = json.load(file)

TABLES = {
    **DEFINITIONS,
    "operations": {each["name"]: each for each in DEFINITIONS["operations"]},
    "answers": {**DEFINITIONS["answers"], **DEFINITIONS["authorities"]["synapse"]["answers"]},
    "facts": {
        "domain": "example.org",
        "host": "matrix.example.org",
        "homeserver": "Synapse",
        "service": "matrix-synapse.service",
        "element_url": "https://element.example.org",
        "register_url": "",
    },
}
