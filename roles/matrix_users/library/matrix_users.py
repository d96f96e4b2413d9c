#!/usr/bin/python
# Rendered by matrix-registrar 0.1.0: change the host file instead.

DOCUMENTATION = r"""
---
module: matrix_users
short_description: Make the accounts of a Matrix homeserver those that are declared
description:
  - One look at the server tells what is to be done, and one call does it. What is not declared is left as it is.
  - The accounts are those of C(matrix_users_accounts), and how the server is reached comes from the other variables of the role
    C(matrix_users), so no secret is an argument of a task.
  - Passwords are looked up on the controller, and only those that are needed.
attributes:
  check_mode:
    support: full
    description: Tells what would be changed, and changes nothing.
author:
  - matrix-registrar
"""

EXAMPLES = r"""
- name: Make the accounts those that are declared
  matrix_users:
  vars:
    matrix_users_accounts:
      - username: alice
        admin: true
        password_env: ALICE_PASSWORD
      - username: ben
        state: locked
"""

RETURN = r"""
msg:
  description: A line for each change, and for each account that could not be had.
  type: list
  elements: str
  returned: always
"""
