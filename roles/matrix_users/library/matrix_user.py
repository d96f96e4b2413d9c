#!/usr/bin/python
# Rendered by matrix-registrar 1.0.0: change the host file instead.

DOCUMENTATION = r"""
---
module: matrix_user
short_description: Manage an account of a Matrix homeserver
version_added: "1.0.0"
description:
  - Creates, changes, locks, suspends or deactivates an account on Synapse, Dendrite or Matrix Authentication Service.
  - What is left out is left alone.
  - It runs on the controller and uses Ansible's own connection. The host needs Python 3.9 or newer, and nothing else.
options:
  username:
    description: >-
      The part of C(@john:example.com) before the colon; the whole user ID
      works, too.
    type: str
    required: true
  password:
    description: The password; needed to create the account.
    type: str
  update_password:
    description: >-
      Whether an existing account gets O(password), too: V(always) sets it if
      the account has a different one, V(on_create) never does.
    type: str
    choices:
      - on_create
      - always
    default: on_create
  admin:
    description: Whether the account is a server admin.
    type: bool
  display_name:
    description: What people see instead of the username.
    type: str
  emails:
    description: E-mail addresses to add; other addresses of the account stay.
    type: list
    elements: str
  kind:
    description: "V(user) for a person; Dendrite has no other kinds."
    type: str
    choices:
      - user
      - bot
      - support
  state:
    description: >-
      V(present) also unlocks, unsuspends and reactivates it. V(locked) keeps
      its owner out until it is unlocked. V(suspended) lets its owner read but
      not send. V(deactivated) removes its password and sessions, and it leaves
      all rooms. If left out, the account is created if necessary, and its state
      is left alone.
    type: str
    choices:
      - present
      - locked
      - suspended
      - deactivated
  erase:
    description: >-
      With O(state=deactivated), also ask other servers to forget what the
      account wrote. That cannot be undone.
    type: bool
    default: false
  homeserver:
    description: "The homeserver: synapse or dendrite. Default: synapse."
    type: str
  authority:
    description: >-
      Who owns the accounts: the homeserver, or mas in front of Synapse.
      Default: the homeserver.
    type: str
  domain:
    description: >-
      The Matrix server name: accounts are @john:DOMAIN. Default: matrix_domain,
      else the inventory name.
    type: str
  element_url:
    description: Where people sign in; shown after registering.
    type: str
  register_url:
    description: >-
      Where people register themselves; shown with a registration token.
    type: str
  ready_timeout:
    description: >-
      How many seconds a homeserver may take to answer after its service was
      started. Default: 120.
    type: int
  synapse_python:
    description: >-
      Synapse: The command that runs the Python in which Synapse is installed.
      Default: docker exec -i matrix-synapse python3.
    type: list
    elements: str
  synapse_config:
    description: >-
      Synapse: Its configuration as that Python sees it: files, directories of
      *.yaml files. Default: /data/homeserver.yaml.
    type: list
    elements: str
  synapse_url:
    description: >-
      Synapse: Base URL of the client API, as that Python reaches it, or
      unix:/PATH. Default: http://127.0.0.1:8008.
    type: str
  synapse_service:
    description: "Synapse: The systemd unit. Default: matrix-synapse.service."
    type: str
  synapse_admin_token:
    description: >-
      Synapse: A server admin's access token, for operations that need one.
    type: str
  synapse_admin_username:
    description: >-
      Synapse: Instead of a token: a server admin to log in as during a run.
    type: str
  synapse_admin_password:
    description: "Synapse: The password of that admin."
    type: str
  synapse_prefer_database:
    description: >-
      Synapse: Use the database where possible, even if there is an admin.
      Default: false.
    type: bool
  synapse_token_page:
    description: >-
      Synapse: Base URL of matrix-registration, if it manages the registration
      tokens.
    type: str
  synapse_token_page_secret:
    description: "Synapse: The admin secret of matrix-registration."
    type: str
  mas_python:
    description: >-
      Matrix Authentication Service: The command that runs Python on the host.
      Default: python3.
    type: list
    elements: str
  mas_url:
    description: >-
      Matrix Authentication Service: Base URL of MAS on the host; empty: the
      container's.
    type: str
  mas_container:
    description: >-
      Matrix Authentication Service: The container. Default:
      matrix-authentication-service.
    type: str
  mas_network:
    description: >-
      Matrix Authentication Service: The container's network on which the host
      reaches it. Default: matrix-homeserver.
    type: str
  mas_port:
    description: >-
      Matrix Authentication Service: The port of its web listener in the
      container. Default: 8080.
    type: int
  mas_path:
    description: >-
      Matrix Authentication Service: The path prefix of that listener. Default:
      /auth.
    type: str
  mas_homeserver_url:
    description: >-
      Matrix Authentication Service: Base URL of the homeserver's client API on
      the host; empty: the container's.
    type: str
  mas_homeserver_container:
    description: >-
      Matrix Authentication Service: The homeserver's container, on the same
      network. Default: matrix-synapse.
    type: str
  mas_homeserver_port:
    description: >-
      Matrix Authentication Service: The port of its client API in the
      container. Default: 8008.
    type: int
  mas_homeserver_token:
    description: >-
      Matrix Authentication Service: For operations that the homeserver does: a
      token with urn:synapse:admin:*.
    type: str
  mas_service:
    description: >-
      Matrix Authentication Service: The systemd unit. Default:
      matrix-authentication-service.service.
    type: str
  mas_client_id:
    description: >-
      Matrix Authentication Service: The client that may use the Admin API: a
      ULID.
    type: str
  mas_client_secret:
    description: "Matrix Authentication Service: The secret of that client."
    type: str
  mas_cli:
    description: >-
      Matrix Authentication Service: Instead of a client: the command that runs
      mas-cli on the host.
    type: list
    elements: str
  mas_cli_passwords:
    description: >-
      Matrix Authentication Service: Whether passwords may be passed on its
      command line. Default: false.
    type: bool
  mas_email_required:
    description: >-
      Matrix Authentication Service: Whether MAS requires an e-mail address.
      Default: false.
    type: bool
  mas_state:
    description: >-
      Matrix Authentication Service: The directory on the host that records
      unfinished registrations. Default: /var/lib/matrix-registrar.
    type: str
  dendrite_python:
    description: >-
      Dendrite: The command that runs Python on the host. Default: python3.
    type: list
    elements: str
  dendrite_config:
    description: >-
      Dendrite: Dendrite's configuration file on the host. Default:
      /matrix/dendrite/config/dendrite.yaml.
    type: list
    elements: str
  dendrite_url:
    description: >-
      Dendrite: Base URL of the client API on the host, or unix:/PATH; empty:
      the container's.
    type: str
  dendrite_container:
    description: "Dendrite: The container. Default: matrix-dendrite."
    type: str
  dendrite_network:
    description: >-
      Dendrite: The container's network on which the host reaches it. Default:
      matrix-homeserver.
    type: str
  dendrite_port:
    description: >-
      Dendrite: The client API's port in the container. Default: 8008.
    type: int
  dendrite_psql:
    description: >-
      Dendrite: The command that runs psql; empty: psql, by the address in
      config. Default: /matrix/postgres/bin/cli-non-interactive.
    type: list
    elements: str
  dendrite_service:
    description: "Dendrite: The systemd unit. Default: matrix-dendrite.service."
    type: str
  dendrite_admin_token:
    description: "Dendrite: A server admin's access token, for set-password."
    type: str
  dendrite_admin_username:
    description: >-
      Dendrite: Instead of a token: a server admin to log in as during a run.
    type: str
  dendrite_admin_password:
    description: "Dendrite: The password of that admin."
    type: str
attributes:
  check_mode:
    support: full
    description: Reports what would be changed, and changes nothing.
  diff_mode:
    support: full
    description: Shows the account before and after, without its password.
  async:
    support: none
    description: A task of this module cannot run in the background.
seealso:
  - module: matrix_users
  - module: matrix_user_info
  - module: matrix_operation
    description: For actions such as ending all sessions.
author:
  - matrix-registrar contributors (@matrix-registrar)
"""

EXAMPLES = r"""
- name: Create an account
  matrix_user:
    username: john
    password: "{{ john_password }}"
    domain: example.com

- name: Make it a server admin with a display name
  matrix_user:
    username: john
    admin: true
    display_name: John Doe
    domain: example.com
    synapse_admin_token: "{{ admin_token }}"

- name: Lock it
  matrix_user:
    username: john
    state: locked
    domain: example.com
    synapse_admin_token: "{{ admin_token }}"
"""

RETURN = r"""
user_id:
  description: The user ID.
  type: str
  returned: unless it was refused beforehand
  sample: "@john:example.com"
changes:
  description: The operations that were done, or in check mode would be; those of M(matrix_operation).
  type: list
  elements: str
  returned: unless it was refused beforehand
  sample: [register-user]
diff:
  description: The account before and after, for C(--diff); of a password only that it was set.
  type: dict
  returned: unless it was refused beforehand
  contains:
    before:
      description: Empty if there was no account.
      type: dict
    after:
      description: Like RV(diff.before), with the changes.
      type: dict
msg:
  description: A list of what was changed; on failure, one text.
  type: raw
  returned: always
outcome:
  description: "V(refused) if it was refused beforehand, else V(failed)."
  type: str
  returned: failure
class:
  description: >-
    The kind of failure, for conditions; none if Ansible refuses an option.
  type: str
  returned: failure
hint:
  description: "What to do about it; RV(msg) ends with it, too."
  type: str
  returned: failure
"""
