// Made from schemas/ by "npm run schema"; do not edit.

export const booleanPaths: string[] = [
  "mas.email_required",
  "access.prefer_database",
  "connection.become.enabled",
  "registration.guests",
  "registration.password_policy.require_digit",
  "registration.password_policy.require_symbol",
  "registration.password_policy.require_lowercase",
  "registration.password_policy.require_uppercase",
  "users.admin",
  "web.element",
  "web.admin"
]

export const kindsOf: Record<string, string[]> = {
  "deployment": [
    "playbook",
    "native"
  ],
  "connection": [
    "ssh",
    "local"
  ]
}

export const patterns: Record<string, string> = {
  "domain": "Write a server name such as example.com: the part after the colon in @john:example.com.",
  "host": "Write a host name, such as matrix.example.com.",
  "mas.address": "Expected: its address as seen from the host, including the path. Default: the playbook's container; for a native install, http://127.0.0.1:8080.",
  "mas.service": "Expected: the systemd unit. Default: matrix-authentication-service.service.",
  "mas.public_url": "Expected: its public address, shown with a registration token. Default: https://matrix.DOMAIN/auth/ with the playbook, otherwise https://HOST/auth/.",
  "mas.state_directory": "Expected: the directory on the host that records unfinished registrations, so that a second run completes them. Default: /var/lib/matrix-registrar.",
  "access.token.env": "Expected: an environment variable on the machine where Ansible runs.",
  "access.token.file": "Expected: a file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.",
  "access.token.command": "Expected: a program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.",
  "access.token.ansible_var": "Expected: an Ansible variable, kept in a vault.",
  "access.login.password.env": "Expected: an environment variable on the machine where Ansible runs.",
  "access.login.password.file": "Expected: a file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.",
  "access.login.password.command": "Expected: a program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.",
  "access.login.password.ansible_var": "Expected: an Ansible variable, kept in a vault.",
  "access.client.id": "Expected: its client_id: a ULID.",
  "access.client.secret.env": "Expected: an environment variable on the machine where Ansible runs.",
  "access.client.secret.file": "Expected: a file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.",
  "access.client.secret.command": "Expected: a program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.",
  "access.client.secret.ansible_var": "Expected: an Ansible variable, kept in a vault.",
  "access.cli.command": "Expected: the command that runs it there. Default: mas-cli in the playbook's container; for a native install, mas-cli.",
  "deployment.checkout": "Expected: the playbook's checkout, relative to this file. Every variable name is checked against it, and the recipes install-all, setup-all and run use it.",
  "deployment.python": "Expected: synapse only: the Python that it is installed in. Default: /opt/venvs/matrix-synapse/bin/python, as in the Debian package.",
  "deployment.config": "Expected: the homeserver's configuration: a file, or a list of files and directories; later ones win. Default: /etc/matrix-synapse/homeserver.yaml and the conf.d beside it; /etc/dendrite/dendrite.yaml.",
  "deployment.address": "Expected: the client API as the host itself reaches it: http://..., or unix:/PATH for a socket. Default: http://127.0.0.1:8008.",
  "deployment.service": "Expected: the systemd unit. Default: matrix-synapse.service or dendrite.service.",
  "connection.address": "Expected: name or address to connect to. Default: the name of the host, or its address in ~/.ssh/config.",
  "connection.user": "Write the name of a user, such as root.",
  "connection.interpreter": "Expected: the Python that Ansible's modules run with on the host. Default: /usr/bin/python3.",
  "connection.become.user": "Expected: the user to become. Default: root.",
  "connection.become.password.env": "Expected: an environment variable on the machine where Ansible runs.",
  "connection.become.password.file": "Expected: a file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.",
  "connection.become.password.command": "Expected: a program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.",
  "connection.become.password.ansible_var": "Expected: an Ansible variable, kept in a vault.",
  "registration.mode": "Expected: closed, token, email, captcha or open; or a list of token, email and captcha, all of which are then required.",
  "registration.captcha.secret_key.env": "Expected: an environment variable on the machine where Ansible runs.",
  "registration.captcha.secret_key.file": "Expected: a file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.",
  "registration.captcha.secret_key.command": "Expected: a program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.",
  "registration.captcha.secret_key.ansible_var": "Expected: an Ansible variable, kept in a vault.",
  "registration.captcha.addresses.verify": "Expected: where Dendrite verifies an answer.",
  "registration.captcha.addresses.script": "Expected: the script that browsers load.",
  "registration.captcha.addresses.form_field": "Expected: the form field that contains the answer. Default: g-recaptcha-response.",
  "registration.captcha.addresses.class": "Expected: the class of the element that the script fills in. Default: g-recaptcha.",
  "registration.token_page.admin_secret.env": "Expected: an environment variable on the machine where Ansible runs.",
  "registration.token_page.admin_secret.file": "Expected: a file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.",
  "registration.token_page.admin_secret.command": "Expected: a program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.",
  "registration.token_page.admin_secret.ansible_var": "Expected: an Ansible variable, kept in a vault.",
  "registration.auto_join_rooms": "Expected: rooms that every new account joins, by their aliases.",
  "registration.email_domains": "Expected: with the mode email: the only domains that addresses may have. Synapse and Matrix Authentication Service.",
  "registration.banned_usernames": "Expected: matrix Authentication Service: names that nobody may register.",
  "email.sender": "Expected: the address that e-mail comes from.",
  "email.relay.host": "Expected: its host name.",
  "email.relay.password.env": "Expected: an environment variable on the machine where Ansible runs.",
  "email.relay.password.file": "Expected: a file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.",
  "email.relay.password.command": "Expected: a program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.",
  "email.relay.password.ansible_var": "Expected: an Ansible variable, kept in a vault.",
  "email.smtp.host": "Expected: its host name.",
  "email.smtp.password.env": "Expected: an environment variable on the machine where Ansible runs.",
  "email.smtp.password.file": "Expected: a file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.",
  "email.smtp.password.command": "Expected: a program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.",
  "email.smtp.password.ansible_var": "Expected: an Ansible variable, kept in a vault.",
  "discovery.address": "Expected: the name under which the homeserver is reached. Default: matrix.DOMAIN.",
  "discovery.support.page": "Expected: the address of a contact page.",
  "discovery.support.contacts.matrix_id": "Expected: their Matrix account.",
  "discovery.support.contacts.email_address": "Expected: their e-mail address.",
  "users.username": "Expected: the part of @john:DOMAIN before the colon, or the whole user ID.",
  "users.display_name": "Expected: the name that people see, at most 256 characters (Synapse and MAS).",
  "users.emails": "Expected: verified e-mail addresses of the account (Synapse and MAS). Its other addresses are left alone.",
  "users.until": "Expected: the last day of the account, in UTC. Afterwards plan, apply and ensure-users lock it, and do not create it; plan shows whose last day is within 30 days. Until then it is present, unless state says otherwise (Synapse and MAS).",
  "users.password.env": "Expected: an environment variable on the machine where Ansible runs.",
  "users.password.file": "Expected: a file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.",
  "users.password.command": "Expected: a program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.",
  "users.password.ansible_var": "Expected: an Ansible variable, kept in a vault.",
  "users.generate.command": "Expected: a program and its arguments, with no {{, {% or {# in them. It runs where registrar or Ansible runs, and gets the password as a line on standard input before the account is created.",
  "users_files": "Expected: more accounts: files beside this one, each with a list named users. Paths in them are relative to this file.",
  "users_files.file": "Expected: the file, relative to this one.",
  "users_files.group": "Expected: the group that its accounts form: plan, apply and import-users can be limited to it with --group. registrar records which usernames it has named, in .registrar/groups/HOST.json next to the host file; keep that file in git.",
  "web.element": "Expected: where people sign in: true for https://element.DOMAIN, which the playbook installs; false for none; or the address of an Element. For an address elsewhere, the playbook installs no Element, and Synapse's e-mails link to that address. The playbook's own addresses are element.DOMAIN and whatever matrix_server_fqn_element or matrix_client_element_hostname is set to. Default: true with the playbook, otherwise false.",
  "web.client": "Expected: the address of another client where people sign in, such as Cinny. Default: that of Element.",
  "web.admin.hostname": "Expected: the host name that serves it. Default: the homeserver's; admin.element.DOMAIN for Element Admin.",
  "web.admin.path": "Expected: the path that it is served at, such as /ketesa. Default: /synapse-admin."
}

export const examples: Record<string, string> = {
  "version": "version: 1",
  "domain": "domain: example.com",
  "host": "host: matrix.example.com",
  "homeserver": "homeserver: synapse",
  "authority": "authority: homeserver",
  "mas": "mas: { address: ... }",
  "address": "address: ...",
  "service": "service: ...",
  "public_url": "public_url: ...",
  "state_directory": "state_directory: ...",
  "email_required": "email_required: true",
  "access": "access: { token: { env: NAME } }",
  "token": "token: { env: NAME }",
  "env": "env: NAME",
  "file": "file: ...",
  "command": "command: [PROGRAM, ARGUMENT]",
  "ansible_var": "ansible_var: ...",
  "login": "login: { username: ..., password: { env: NAME } }",
  "username": "username: ...",
  "password": "password: { env: NAME }",
  "client": "client: { id: ..., secret: { env: NAME } }",
  "id": "id: ...",
  "secret": "secret: { env: NAME }",
  "cli": "cli: { command: [docker, exec, -i, mas, mas-cli] }",
  "passwords_on_command_line": "passwords_on_command_line: accepted",
  "prefer_database": "prefer_database: true",
  "deployment": "deployment: { kind: playbook }",
  "kind": "kind: playbook",
  "release": "release: 2024-10",
  "checkout": "checkout: ...",
  "python": "python: ...",
  "config": "config: [...]",
  "connection": "connection: { kind: ssh }",
  "port": "port: ...",
  "user": "user: ...",
  "interpreter": "interpreter: ...",
  "become": "become: { enabled: true }",
  "enabled": "enabled: true",
  "registration": "registration: { mode: token }",
  "mode": "mode: token",
  "acknowledge": "acknowledge: anyone on the internet may register here without any verification",
  "captcha": "captcha: { site_key: ..., secret_key: { env: NAME } }",
  "provider": "provider: recaptcha",
  "site_key": "site_key: ...",
  "secret_key": "secret_key: { env: NAME }",
  "addresses": "addresses: { verify: ..., script: ... }",
  "verify": "verify: ...",
  "script": "script: ...",
  "form_field": "form_field: ...",
  "class": "class: ...",
  "token_page": "token_page: { admin_secret: { env: NAME } }",
  "admin_secret": "admin_secret: { env: NAME }",
  "auto_join_rooms": "auto_join_rooms: [\"#general:example.com\"]",
  "guests": "guests: true",
  "email_domains": "email_domains: [example.com]",
  "banned_usernames": "banned_usernames: [admin]",
  "rate_limit": "rate_limit: { per_second: ..., burst: ... }",
  "per_second": "per_second: ...",
  "burst": "burst: ...",
  "password_policy": "password_policy: { minimum_length: ... }",
  "minimum_length": "minimum_length: ...",
  "require_digit": "require_digit: true",
  "require_symbol": "require_symbol: true",
  "require_lowercase": "require_lowercase: true",
  "require_uppercase": "require_uppercase: true",
  "password_complexity": "password_complexity: ...",
  "email": "email: { sender: matrix@example.com }",
  "sender": "sender: matrix@example.com",
  "relay": "relay: { host: ... }",
  "smtp": "smtp: { host: ... }",
  "security": "security: starttls",
  "discovery": "discovery: { served_by: playbook }",
  "served_by": "served_by: playbook",
  "federation_port": "federation_port: ...",
  "support": "support: { page: ... }",
  "page": "page: ...",
  "contacts": "contacts: [{ role: admin }]",
  "role": "role: admin",
  "matrix_id": "matrix_id: ...",
  "email_address": "email_address: ...",
  "users": "users: [{ username: john }]",
  "display_name": "display_name: John Doe",
  "admin": "admin: true",
  "emails": "emails: [john@example.com]",
  "state": "state: present",
  "until": "until: 2027-07-31",
  "notes": "notes: ...",
  "password_updates": "password_updates: on_create",
  "generate": "generate: { file: passwords/john }",
  "shown": "shown: true",
  "words": "words: 4",
  "language": "language: en",
  "users_files": "users_files: [people.yml]",
  "group": "group: pupils",
  "leavers": "leavers: report",
  "users_policy": "users_policy: managed",
  "extra_vars": "extra_vars: ...",
  "web": "web: { element: ... }",
  "element": "element: ...",
  "ui": "ui: ketesa",
  "hostname": "hostname: ...",
  "path": "path: ...",
  "allow_from": "allow_from: [...]"
}

export const keysAt: Record<string, string[]> = {
  "#": [
    "version",
    "domain",
    "host",
    "homeserver",
    "authority",
    "mas",
    "access",
    "deployment",
    "connection",
    "registration",
    "email",
    "discovery",
    "users",
    "users_files",
    "users_policy",
    "extra_vars",
    "web"
  ],
  "#/properties/mas": [
    "address",
    "service",
    "public_url",
    "state_directory",
    "email_required"
  ],
  "#/properties/access": [
    "token",
    "login",
    "client",
    "cli",
    "prefer_database"
  ],
  "#/properties/access/properties/token": [
    "env",
    "file",
    "command",
    "ansible_var"
  ],
  "#/properties/access/properties/login": [
    "username",
    "password"
  ],
  "#/properties/access/properties/login/properties/password": [
    "env",
    "file",
    "command",
    "ansible_var"
  ],
  "#/properties/access/properties/client": [
    "id",
    "secret"
  ],
  "#/properties/access/properties/client/properties/secret": [
    "env",
    "file",
    "command",
    "ansible_var"
  ],
  "#/properties/access/properties/cli": [
    "command",
    "passwords_on_command_line"
  ],
  "#/properties/deployment/oneOf/0": [
    "kind",
    "release",
    "checkout"
  ],
  "#/properties/deployment/oneOf/1": [
    "kind",
    "python",
    "config",
    "address",
    "service"
  ],
  "#/properties/connection/oneOf/0": [
    "kind",
    "address",
    "port",
    "user",
    "interpreter",
    "become"
  ],
  "#/properties/connection/oneOf/0/properties/become": [
    "enabled",
    "user",
    "password"
  ],
  "#/properties/connection/oneOf/0/properties/become/properties/password": [
    "env",
    "file",
    "command",
    "ansible_var"
  ],
  "#/properties/connection/oneOf/1": [
    "kind",
    "become"
  ],
  "#/properties/connection/oneOf/1/properties/become": [
    "enabled",
    "user",
    "password"
  ],
  "#/properties/connection/oneOf/1/properties/become/properties/password": [
    "env",
    "file",
    "command",
    "ansible_var"
  ],
  "#/properties/registration": [
    "mode",
    "acknowledge",
    "captcha",
    "token_page",
    "auto_join_rooms",
    "guests",
    "email_domains",
    "banned_usernames",
    "rate_limit",
    "password_policy",
    "password_complexity"
  ],
  "#/properties/registration/properties/captcha": [
    "provider",
    "site_key",
    "secret_key",
    "addresses"
  ],
  "#/properties/registration/properties/captcha/properties/secret_key": [
    "env",
    "file",
    "command",
    "ansible_var"
  ],
  "#/properties/registration/properties/captcha/properties/addresses": [
    "verify",
    "script",
    "form_field",
    "class"
  ],
  "#/properties/registration/properties/token_page": [
    "admin_secret"
  ],
  "#/properties/registration/properties/token_page/properties/admin_secret": [
    "env",
    "file",
    "command",
    "ansible_var"
  ],
  "#/properties/registration/properties/rate_limit": [
    "per_second",
    "burst"
  ],
  "#/properties/registration/properties/password_policy": [
    "minimum_length",
    "require_digit",
    "require_symbol",
    "require_lowercase",
    "require_uppercase"
  ],
  "#/properties/email": [
    "sender",
    "relay",
    "smtp"
  ],
  "#/properties/email/properties/relay": [
    "host",
    "port",
    "username",
    "password"
  ],
  "#/properties/email/properties/relay/properties/password": [
    "env",
    "file",
    "command",
    "ansible_var"
  ],
  "#/properties/email/properties/smtp": [
    "host",
    "port",
    "security",
    "username",
    "password"
  ],
  "#/properties/email/properties/smtp/properties/password": [
    "env",
    "file",
    "command",
    "ansible_var"
  ],
  "#/properties/discovery": [
    "served_by",
    "address",
    "federation_port",
    "support"
  ],
  "#/properties/discovery/properties/support": [
    "page",
    "contacts"
  ],
  "#/properties/discovery/properties/support/properties/contacts/items": [
    "role",
    "matrix_id",
    "email_address"
  ],
  "#/properties/users/items": [
    "username",
    "display_name",
    "admin",
    "kind",
    "emails",
    "state",
    "until",
    "id",
    "notes",
    "password",
    "password_updates",
    "generate"
  ],
  "#/properties/users/items/properties/password": [
    "env",
    "file",
    "command",
    "ansible_var"
  ],
  "#/properties/users/items/properties/generate": [
    "file",
    "command",
    "shown",
    "words",
    "language"
  ],
  "#/properties/users_files/items": [
    "file",
    "group",
    "leavers"
  ],
  "#/properties/web": [
    "element",
    "client",
    "admin"
  ],
  "#/properties/web/properties/admin": [
    "ui",
    "hostname",
    "path",
    "allow_from"
  ]
}
