#!/usr/bin/python
# Rendered by matrix-registrar 0.1.0: change the host file instead.

DOCUMENTATION = r"""
---
module: matrix_operation
short_description: Do an operation on an account of a Matrix homeserver
description:
  - Registers a user, sets a password, makes an admin, and so on, next to the server that owns the account.
  - Who it is about and how the server is reached come from the variables of the role C(matrix_users), so no secret is an argument of a task.
  - It runs on the controller and uses Ansible's own connection; the host needs Python 3.9 or newer, and nothing else.
options:
  operation:
    description: What is to be done; it takes the variables that the table of the role's README names.
    type: str
    required: true
    choices:
      - register-user
      - show-user
      - list-users
      - set-password
      - promote-admin
      - demote-admin
      - lock-user
      - unlock-user
      - suspend-user
      - unsuspend-user
      - deactivate-user
      - reactivate-user
      - logout-user
      - add-email
      - set-display-name
      - set-kind
      - create-registration-token
      - list-registration-tokens
      - update-registration-token
      - revoke-registration-token
attributes:
  check_mode:
    support: full
    description: Tells what would be done, and does not change the server.
author:
  - matrix-registrar
"""

EXAMPLES = r"""
- name: Register a user
  matrix_operation:
    operation: register-user
  vars:
    matrix_users_username: john
    matrix_users_password: "{{ vault_john }}"
"""

RETURN = r"""
msg:
  description: What was done and what comes next, or what is wrong and what to do.
  type: raw
  returned: always
outcome:
  description: How it ended; C(refused) and C(failed) are failures.
  type: str
  returned: always
class:
  description: The kind of a failure.
  type: str
  returned: failure
hint:
  description: What to do about a failure.
  type: str
  returned: failure
user:
  description: The account.
  type: dict
  returned: for show-user
users:
  description: The accounts.
  type: list
  elements: dict
  returned: for list-users
tokens:
  description: The registration tokens.
  type: list
  elements: dict
  returned: for list-registration-tokens
"""
