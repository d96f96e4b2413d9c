#!/usr/bin/python
# Rendered by matrix-registrar 1.0.0: change the host file instead.

DOCUMENTATION = r"""
---
module: matrix_operation
short_description: Do an operation on an account of a Matrix homeserver
version_added: "1.0.0"
description:
  - Registers a user, sets a password, makes an admin, and so on.
  - An option that is left out is taken from the variable C(matrix_users_OPTION), if the play has it.
  - A generated password and a new access token are kept in a file on the controller, which RV(msg) names.
  - To describe how an account should be, use M(matrix_user) instead.
  - It runs on the controller and uses Ansible's own connection. The host needs Python 3.9 or newer, and nothing else.
options:
  operation:
    description: What to do.
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
      - list-sessions
      - logout-user
      - create-access-token
      - add-email
      - set-display-name
      - set-kind
      - create-registration-token
      - invite
      - list-registration-tokens
      - update-registration-token
      - revoke-registration-token
  username:
    description: "The part of @john:example.com before the colon."
    type: str
  password:
    description: >-
      The password. For V(register-user), V(set-password),
      V(create-access-token).
    type: str
  admin:
    description: "Make the account a server admin. For V(register-user)."
    type: bool
  email:
    description: >-
      The e-mail address, such as john@example.com. For V(register-user),
      V(add-email), V(invite).
    type: str
  display_name:
    description: >-
      The name that others see, such as "John Smith". For V(register-user),
      V(set-display-name).
    type: str
  kind:
    description: "User, bot or support. For V(register-user), V(set-kind)."
    type: str
  accept_weak_password:
    description: >-
      Accept a password that MAS finds too weak. For V(register-user),
      V(set-password).
    type: bool
  admins:
    description: "Only server admins. For V(list-users)."
    type: bool
  locked:
    description: "Only locked accounts. For V(list-users)."
    type: bool
  deactivated:
    description: "Only deactivated accounts. For V(list-users)."
    type: bool
  people:
    description: >-
      Hide accounts of bridges and of the server itself. For V(list-users).
    type: bool
  name:
    description: >-
      Filter by a part of the username or display name, such as john. For
      V(list-users).
    type: str
  inactive:
    description: >-
      Only accounts not seen for so long, such as 180d, 26w or 12h (if that is
      unknown, created so long ago); without deactivated ones, unless
      O(deactivated) is given. For V(list-users).
    type: str
  keep_sessions:
    description: >-
      Do not log out existing sessions. For V(set-password), V(demote-admin).
    type: bool
  if_different:
    description: >-
      Do nothing if the account already has this password (Synapse and
      Dendrite). For V(set-password).
    type: bool
  erase:
    description: >-
      Ask other servers to forget what the account wrote (GDPR). For
      V(deactivate-user).
    type: bool
  "yes":
    description: "Skip the confirmation. For V(deactivate-user)."
    type: bool
  confirm_erase:
    description: >-
      With O(erase), skip the confirmation: repeat the account, such as
      @john:example.com. For V(deactivate-user).
    type: list
    elements: str
  session:
    description: >-
      End only this session, by its ID in list-sessions, such as QWERTYUIOP. For
      V(logout-user).
    type: str
  device_name:
    description: >-
      The name of its session, such as "Weather bot" (MAS and Dendrite). For
      V(create-access-token).
    type: str
  expires:
    description: >-
      After a time such as 30m, 12h, 7d or 2w, on a date such as 2027-01-31, or
      never. For V(create-access-token), V(create-registration-token),
      V(invite), V(update-registration-token).
    type: str
  uses:
    description: >-
      Maximum number of registrations in all, such as 5, or unlimited. For
      V(create-registration-token), V(invite), V(update-registration-token).
    type: str
  token:
    description: >-
      The registration token, such as welcome-2026. For
      V(create-registration-token), V(invite), V(update-registration-token),
      V(revoke-registration-token).
    type: str
  person:
    description: >-
      Whom to invite, as the text addresses them, such as "Anna Berg". For
      V(invite).
    type: str
  template:
    description: >-
      A file with the text to send, in place of the usual one. For V(invite).
    type: str
  generate_password:
    description: >-
      Generate a password, in a file of matrix_users_passwords_directory that
      only you can read.
    type: bool
  password_words:
    description: >-
      With a generated password: of how many words, 4 to 12, joined by -; each
      adds 11 bits.
    type: str
  password_language:
    description: >-
      With matrix_users_password_words: their language, en, fr, es, it, pt, cs.
    type: str
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
    description: Reports what would be done, and does not change the server.
  diff_mode:
    support: none
    description: The message says what was done.
  async:
    support: none
    description: A task of this module cannot run in the background.
seealso:
  - module: matrix_user
  - module: matrix_user_info
  - module: matrix_registration_token
author:
  - matrix-registrar contributors (@matrix-registrar)
"""

EXAMPLES = r"""
- name: End all sessions of an account
  matrix_operation:
    operation: logout-user
    username: john
    domain: example.com
    synapse_admin_token: "{{ admin_token }}"
"""

RETURN = r"""
msg:
  description: A list of what was done and what comes next; on failure, one text.
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
token:
  description: The new registration token.
  type: str
  returned: for V(create-registration-token) and V(invite), outside of check mode, if the task is registered
user:
  description: The account.
  type: dict
  returned: for V(show-user)
  contains:
    user_id:
      description: The user ID.
      type: str
      sample: "@john:example.com"
    username:
      description: Its part before the colon.
      type: str
      sample: john
    display_name:
      description: What people see instead of the username; may be empty.
      type: str
    admin:
      description: Whether it is a server admin.
      type: bool
    locked:
      description: Whether it is locked.
      type: bool
    suspended:
      description: >-
        Whether it is suspended; null if the server does not report it in a
        list.
      type: bool
    deactivated:
      description: Whether it is deactivated.
      type: bool
    erased:
      description: Whether other servers were asked to forget what it wrote.
      type: bool
    kind:
      description: >-
        Empty for a person; else V(bot), V(support), V(guest), V(bridge), or
        V(server) for an account of the server itself.
      type: str
    emails:
      description: >-
        Its e-mail addresses; null if the server does not report them, as in
        some lists.
      type: list
      elements: str
    created:
      description: When it was created; null if unknown.
      type: str
      sample: "2026-11-27T09:30:00Z"
    last_seen:
      description: >-
        In a list, when it was last seen; null if unknown, missing if the server
        does not report it.
      type: str
      sample: "2026-11-28T18:00:00Z"
users:
  description: The accounts.
  type: list
  elements: dict
  returned: for V(list-users)
  contains:
    user_id:
      description: The user ID.
      type: str
      sample: "@john:example.com"
    username:
      description: Its part before the colon.
      type: str
      sample: john
    display_name:
      description: What people see instead of the username; may be empty.
      type: str
    admin:
      description: Whether it is a server admin.
      type: bool
    locked:
      description: Whether it is locked.
      type: bool
    suspended:
      description: >-
        Whether it is suspended; null if the server does not report it in a
        list.
      type: bool
    deactivated:
      description: Whether it is deactivated.
      type: bool
    erased:
      description: Whether other servers were asked to forget what it wrote.
      type: bool
    kind:
      description: >-
        Empty for a person; else V(bot), V(support), V(guest), V(bridge), or
        V(server) for an account of the server itself.
      type: str
    emails:
      description: >-
        Its e-mail addresses; null if the server does not report them, as in
        some lists.
      type: list
      elements: str
    created:
      description: When it was created; null if unknown.
      type: str
      sample: "2026-11-27T09:30:00Z"
    last_seen:
      description: >-
        In a list, when it was last seen; null if unknown, missing if the server
        does not report it.
      type: str
      sample: "2026-11-28T18:00:00Z"
sessions:
  description: The sessions.
  type: list
  elements: dict
  returned: for V(list-sessions)
  contains:
    session:
      description: Its ID.
      type: str
    name:
      description: The name of its device or program; may be empty.
      type: str
    kind:
      description: "V(client), or at MAS also V(browser) or V(token)."
      type: str
    last_ip:
      description: The IP address that it was last used from; null if unknown.
      type: str
    last_seen:
      description: When it was last used; null if unknown.
      type: str
      sample: "2026-11-28T18:00:00Z"
tokens:
  description: The registration tokens.
  type: list
  elements: dict
  returned: for V(list-registration-tokens)
  contains:
    token:
      description: The token.
      type: str
      sample: welcome
    uses:
      description: How many accounts were registered with it.
      type: int
    uses_allowed:
      description: How many may be; null if unlimited.
      type: int
    pending:
      description: How many registrations with it have begun and not ended.
      type: int
    expires:
      description: When it expires; null if never.
      type: str
      sample: "2027-01-31T00:00:00Z"
    valid:
      description: Whether somebody can still register with it.
      type: bool
"""
