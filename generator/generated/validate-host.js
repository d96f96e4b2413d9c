// Made from schemas/ by "npm run schema"; do not edit.
var __getOwnPropNames = Object.getOwnPropertyNames;
var __commonJS = (cb, mod) => function __require() {
  try {
    return mod || (0, cb[__getOwnPropNames(cb)[0]])((mod = { exports: {} }).exports, mod), mod.exports;
  } catch (e) {
    throw mod = 0, e;
  }
};

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = __commonJS({
  "node_modules/ajv/dist/runtime/ucs2length.js"(exports) {
    "use strict";
    Object.defineProperty(exports, "__esModule", { value: true });
    function ucs2length(str) {
      const len = str.length;
      let length = 0;
      let pos = 0;
      let value;
      while (pos < len) {
        length++;
        value = str.charCodeAt(pos++);
        if (value >= 55296 && value <= 56319 && pos < len) {
          value = str.charCodeAt(pos);
          if ((value & 64512) === 56320)
            pos++;
        }
      }
      return length;
    }
    exports.default = ucs2length;
    ucs2length.code = 'require("ajv/dist/runtime/ucs2length").default';
  }
});

// <stdin>
var validateHost = validate20;
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "host.schema.json", "title": "HostConfig", "description": "One Matrix host: which server it is, how to reach it, and how it is installed.", "type": "object", "additionalProperties": false, "required": ["version", "domain", "host", "homeserver"], "properties": { "version": { "description": "The version of this file's format.", "const": 1 }, "domain": { "description": "The Matrix server name: accounts are @john:DOMAIN.", "$comment": "Write a server name such as example.com: the part after the colon in @john:example.com.", "type": "string", "pattern": "^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$", "maxLength": 230, "examples": ["example.com"] }, "host": { "$comment": "Write a host name, such as matrix.example.com.", "description": "The name of the host in the inventory.", "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$", "maxLength": 200, "examples": ["matrix.example.com"] }, "homeserver": { "description": "The homeserver that runs there.", "enum": ["synapse", "dendrite"] }, "authority": { "enum": ["homeserver", "mas"], "default": "homeserver", "description": "Who owns the accounts: the homeserver itself, or Matrix Authentication Service (MAS) in front of Synapse." }, "mas": { "title": "Mas", "description": "Matrix Authentication Service, if it owns the accounts (authority: mas).", "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "address": { "description": "Its address as seen from the host, including the path. Default: the playbook's container; for a native install, http://127.0.0.1:8080.", "type": "string", "pattern": "^https?://[^\\s/]+(/[^\\s]*)?$" }, "service": { "description": "The systemd unit. Default: matrix-authentication-service.service.", "type": "string", "pattern": "^[A-Za-z0-9:_.@-]+$" }, "public_url": { "description": "Its public address, shown with a registration token. Default: https://matrix.DOMAIN/auth/ with the playbook, otherwise https://HOST/auth/.", "type": "string", "pattern": "^https?://[^\\s]+/$" }, "state_directory": { "description": "The directory on the host that records unfinished registrations, so that a second run completes them. Default: /var/lib/matrix-registrar.", "type": "string", "pattern": "^/[^\\u0000\\n]*$" }, "email_required": { "description": "Whether it requires an e-mail address. If so, registering without one says what happens at the first sign-in. Default: true if registration.mode includes email, otherwise false.", "type": "boolean" } } }, "access": { "title": "Access", "description": "The admin access for operations other than registering. Default: the homeserver's database, for what it can do.", "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "token": { "title": "SecretReference", "description": "Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable on the machine where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "examples": ["NAME"] }, "file": { "description": "A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.", "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "command": { "description": "A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "examples": [["PROGRAM", "ARGUMENT"]] }, "ansible_var": { "description": "An Ansible variable, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } }, "login": { "description": "Instead of a token: a server admin to log in as during each run.", "type": "object", "additionalProperties": false, "required": ["username", "password"], "properties": { "username": { "description": "The part of @admin:DOMAIN before the colon.", "type": "string", "minLength": 1 }, "password": { "title": "SecretReference", "description": "Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable on the machine where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "examples": ["NAME"] }, "file": { "description": "A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.", "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "command": { "description": "A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "examples": [["PROGRAM", "ARGUMENT"]] }, "ansible_var": { "description": "An Ansible variable, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } }, "client": { "description": "MAS: the client that may use its Admin API. With the playbook, generate renders the variables that set it up.", "type": "object", "additionalProperties": false, "required": ["id", "secret"], "properties": { "id": { "description": "Its client_id: a ULID.", "type": "string", "pattern": "^[0-7][0-9A-HJKMNP-TV-Z]{25}$" }, "secret": { "title": "SecretReference", "description": "Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable on the machine where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "examples": ["NAME"] }, "file": { "description": "A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.", "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "command": { "description": "A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "examples": [["PROGRAM", "ARGUMENT"]] }, "ansible_var": { "description": "An Ansible variable, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } }, "cli": { "description": "MAS, instead of a client: mas-cli on the host, if the Admin API is not set up. It can list only server admins.", "type": "object", "additionalProperties": false, "properties": { "command": { "description": "The command that runs it there. Default: mas-cli in the playbook's container; for a native install, mas-cli.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "examples": [["docker", "exec", "-i", "mas", "mas-cli"]] }, "passwords_on_command_line": { "description": "accepted: operations with a password may pass it to mas-cli as an argument, which everyone on the host can read for a moment. Default: such operations are refused.", "const": "accepted" } } }, "prefer_database": { "description": "Synapse: use the database where possible, even if an admin access is configured. Default: false.", "type": "boolean" } } }, "deployment": { "title": "Deployment", "description": "How the homeserver is installed. Default: by the playbook.", "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "oneOf": [{ "title": "PlaybookDeployment", "description": "In containers, by the playbook matrix-docker-ansible-deploy.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "Installed by matrix-docker-ansible-deploy.", "const": "playbook" }, "release": { "description": "The playbook's release, whose variable names are used if there is no checkout. Default: the newest known.", "enum": ["2024-10", "2025-06", "2026-08"] }, "checkout": { "description": "The playbook's checkout, relative to this file. Every variable name is checked against it, and the recipes install-all, setup-all and run use it.", "type": "string", "pattern": "^[^\\u0000]+$" } } }, { "title": "NativeDeployment", "description": "As a process on the host: a package, a virtual environment, a binary.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "Runs as a process on the host.", "const": "native" }, "python": { "description": "Synapse only: the Python that it is installed in. Default: /opt/venvs/matrix-synapse/bin/python, as in the Debian package.", "type": "string", "pattern": "^/[^\\u0000]*$" }, "config": { "description": "The homeserver's configuration: a file, or a list of files and directories; later ones win. Default: /etc/matrix-synapse/homeserver.yaml and the conf.d beside it; /etc/dendrite/dendrite.yaml.", "type": ["string", "array"], "pattern": "^/[^\\u0000]*$", "minItems": 1, "items": { "type": "string", "pattern": "^/[^\\u0000]*$" } }, "address": { "description": "The client API as the host itself reaches it: http://..., or unix:/PATH for a socket. Default: http://127.0.0.1:8008.", "type": "string", "pattern": "^(https?://[^\\s/]+(/[^\\s]*)?|unix:/[^\\s]+)$" }, "service": { "description": "The systemd unit. Default: matrix-synapse.service or dendrite.service.", "type": "string", "pattern": "^[A-Za-z0-9:_.@-]+$" } } }] }, "connection": { "title": "Connection", "description": "How Ansible reaches the host. Default: by SSH, to the name of the host.", "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "oneOf": [{ "title": "SshConnection", "description": "By SSH.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "By SSH.", "const": "ssh" }, "address": { "description": "Name or address to connect to. Default: the name of the host, or its address in ~/.ssh/config.", "type": "string", "pattern": "^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$" }, "port": { "description": "The port of sshd. Default: 22.", "type": "integer", "minimum": 1, "maximum": 65535 }, "user": { "description": "The user to log in as. Default: from ~/.ssh/config.", "$comment": "Write the name of a user, such as root.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_.-]*$" }, "interpreter": { "description": "The Python that Ansible's modules run with on the host. Default: /usr/bin/python3.", "type": "string", "pattern": "^/[A-Za-z0-9._/-]+$" }, "become": { "title": "Become", "description": "Becoming root on the host, with sudo. Default: enabled unless the user is root.", "type": "object", "additionalProperties": false, "properties": { "enabled": { "description": "Whether to use sudo at all.", "type": "boolean" }, "user": { "description": "The user to become. Default: root.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_.-]*$" }, "password": { "title": "SecretReference", "description": "Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable on the machine where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "examples": ["NAME"] }, "file": { "description": "A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.", "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "command": { "description": "A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "examples": [["PROGRAM", "ARGUMENT"]] }, "ansible_var": { "description": "An Ansible variable, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } } } }, { "title": "LocalConnection", "description": "No connection: Ansible runs on the host itself.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "Ansible runs on the host itself.", "const": "local" }, "become": { "title": "Become", "description": "Becoming root on the host, with sudo. Default: enabled unless the user is root.", "type": "object", "additionalProperties": false, "properties": { "enabled": { "description": "Whether to use sudo at all.", "type": "boolean" }, "user": { "description": "The user to become. Default: root.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_.-]*$" }, "password": { "title": "SecretReference", "description": "Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable on the machine where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "examples": ["NAME"] }, "file": { "description": "A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.", "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "command": { "description": "A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "examples": [["PROGRAM", "ARGUMENT"]] }, "ansible_var": { "description": "An Ansible variable, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } } } }] }, "registration": { "title": "Registration", "description": "Who may register through a client. Without it, registration stays as the playbook sets it: closed.", "type": "object", "additionalProperties": false, "required": ["mode"], "properties": { "mode": { "description": "closed, token, email, captcha or open; or a list of token, email and captcha, all of which are then required.", "type": ["string", "array"], "pattern": "^(closed|token|email|captcha|open)$", "minItems": 1, "items": { "enum": ["closed", "token", "email", "captcha", "open"] }, "examples": ["token"] }, "acknowledge": { "description": "Required by open, and only by open: your confirmation that this is what you want.", "const": "anyone on the internet may register here without any verification" }, "captcha": { "description": "The CAPTCHA for the mode captcha.", "type": "object", "additionalProperties": false, "required": ["site_key", "secret_key"], "properties": { "provider": { "description": "The provider: Synapse supports recaptcha, Dendrite also hcaptcha, Matrix Authentication Service all three. Default: recaptcha.", "enum": ["recaptcha", "hcaptcha", "turnstile"] }, "site_key": { "description": "The public key, which browsers see.", "type": "string", "minLength": 1, "maxLength": 200 }, "secret_key": { "title": "SecretReference", "description": "Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable on the machine where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "examples": ["NAME"] }, "file": { "description": "A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.", "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "command": { "description": "A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "examples": [["PROGRAM", "ARGUMENT"]] }, "ansible_var": { "description": "An Ansible variable, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } }, "addresses": { "description": "Dendrite: the addresses of another provider that works like reCAPTCHA.", "type": "object", "additionalProperties": false, "required": ["verify", "script"], "properties": { "verify": { "description": "Where Dendrite verifies an answer.", "type": "string", "pattern": "^https?://[^\\s]+$" }, "script": { "description": "The script that browsers load.", "type": "string", "pattern": "^https?://[^\\s]+$" }, "form_field": { "description": "The form field that contains the answer. Default: g-recaptcha-response.", "type": "string", "pattern": "^[A-Za-z0-9_-]+$" }, "class": { "description": "The class of the element that the script fills in. Default: g-recaptcha.", "type": "string", "pattern": "^[A-Za-z0-9_-]+$" } } } } }, "token_page": { "description": "With the mode token: use matrix-registration's page and tokens, in releases of the playbook that have it; later ones use Synapse's own tokens.", "type": "object", "additionalProperties": false, "required": ["admin_secret"], "properties": { "admin_secret": { "title": "SecretReference", "description": "Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable on the machine where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "examples": ["NAME"] }, "file": { "description": "A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.", "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "command": { "description": "A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "examples": [["PROGRAM", "ARGUMENT"]] }, "ansible_var": { "description": "An Ansible variable, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } }, "auto_join_rooms": { "description": "Rooms that every new account joins, by their aliases.", "type": "array", "items": { "type": "string", "pattern": "^#[^\\s:]+:[^\\s]+$", "examples": ["#general:example.com"] } }, "guests": { "description": "Synapse: let people without an account read what is open to guests.", "type": "boolean" }, "email_domains": { "description": "With the mode email: the only domains that addresses may have. Synapse and Matrix Authentication Service.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$", "examples": ["example.com"] } }, "banned_usernames": { "description": "Matrix Authentication Service: names that nobody may register.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^[a-z0-9._=/+-]+$", "examples": ["admin"] } }, "rate_limit": { "description": "How often one IP address may register. Synapse and Matrix Authentication Service.", "type": "object", "additionalProperties": false, "required": ["per_second", "burst"], "properties": { "per_second": { "description": "Average per second, such as 0.05 for three a minute.", "type": "number", "exclusiveMinimum": 0 }, "burst": { "description": "How many at once.", "type": "integer", "minimum": 1 } } }, "password_policy": { "description": "Synapse: what a new password must contain.", "type": "object", "additionalProperties": false, "properties": { "minimum_length": { "description": "The minimum number of characters.", "type": "integer", "minimum": 1, "maximum": 72 }, "require_digit": { "description": "A digit.", "type": "boolean" }, "require_symbol": { "description": "A character that is neither a letter nor a digit.", "type": "boolean" }, "require_lowercase": { "description": "A lower-case letter.", "type": "boolean" }, "require_uppercase": { "description": "An upper-case letter.", "type": "boolean" } } }, "password_complexity": { "description": "Matrix Authentication Service: how hard to guess a new password must be, from 0 (anything goes) to 4. Default: 3.", "type": "integer", "minimum": 0, "maximum": 4 } } }, "email": { "title": "Email", "description": "How the playbook's exim-relay sends e-mail. Without a relay it delivers directly, which many providers treat as spam.", "type": "object", "additionalProperties": false, "properties": { "sender": { "description": "The address that e-mail comes from.", "type": "string", "pattern": "^[^\\s@]+@[^\\s@]+$", "examples": ["matrix@example.com"] }, "relay": { "description": "The mail server that e-mail is sent through, with STARTTLS.", "type": "object", "additionalProperties": false, "required": ["host"], "properties": { "host": { "description": "Its host name.", "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9.-]*$" }, "port": { "description": "Its port; 465 is not supported. Default: 587.", "type": "integer", "minimum": 1, "maximum": 65535 }, "username": { "description": "The user name there.", "type": "string", "minLength": 1 }, "password": { "title": "SecretReference", "description": "Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable on the machine where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "examples": ["NAME"] }, "file": { "description": "A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.", "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "command": { "description": "A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "examples": [["PROGRAM", "ARGUMENT"]] }, "ansible_var": { "description": "An Ansible variable, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } }, "smtp": { "description": "Matrix Authentication Service: the mail server that it uses instead of the playbook's relay.", "type": "object", "additionalProperties": false, "required": ["host"], "properties": { "host": { "description": "Its host name.", "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9.-]*$" }, "port": { "description": "Its port. Default: 587, or 465 with tls.", "type": "integer", "minimum": 1, "maximum": 65535 }, "security": { "description": "How the connection is encrypted. Default: starttls.", "enum": ["starttls", "tls", "plain"] }, "username": { "description": "The user name there.", "type": "string", "minLength": 1 }, "password": { "title": "SecretReference", "description": "Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable on the machine where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "examples": ["NAME"] }, "file": { "description": "A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.", "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "command": { "description": "A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "examples": [["PROGRAM", "ARGUMENT"]] }, "ansible_var": { "description": "An Ansible variable, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } } } }, "discovery": { "title": "Discovery", "description": "How clients and other servers find the domain's homeserver. Without it, nothing is set up.", "type": "object", "additionalProperties": false, "required": ["served_by"], "properties": { "served_by": { "description": "Who serves https://DOMAIN/.well-known/matrix: playbook, if DOMAIN itself points to the host; or web_server, your own, for which files and configuration snippets are written to well-known/.", "enum": ["playbook", "web_server"] }, "address": { "description": "The name under which the homeserver is reached. Default: matrix.DOMAIN.", "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$", "maxLength": 230 }, "federation_port": { "description": "The port that other servers connect to. Default: 8448.", "type": "integer", "minimum": 1, "maximum": 65535 }, "support": { "description": "How people and the operators of other servers can contact you.", "type": "object", "additionalProperties": false, "properties": { "page": { "description": "The address of a contact page.", "type": "string", "pattern": "^https?://[^\\s]+$" }, "contacts": { "description": "People or teams, each with a role and a matrix_id, an email_address, or both.", "type": "array", "minItems": 1, "items": { "type": "object", "additionalProperties": false, "required": ["role"], "properties": { "role": { "description": "What they are responsible for.", "enum": ["admin", "security"] }, "matrix_id": { "description": "Their Matrix account.", "type": "string", "pattern": "^@[^\\s:]+:[^\\s]+$" }, "email_address": { "description": "Their e-mail address.", "type": "string", "pattern": "^[^\\s@]+@[^\\s@]+$" } } } } } } } }, "users": { "title": "Users", "description": "The accounts that registrar plan and apply manage. Settings that are left out stay as they are, and so do accounts that are not listed.", "type": "array", "items": { "title": "User", "description": "One account.", "type": "object", "additionalProperties": false, "required": ["username"], "properties": { "username": { "description": "The part of @john:DOMAIN before the colon, or the whole user ID.", "type": "string", "pattern": "^([!-9;-?A-~][!-9;-~]*|@[!-9;-~]+:\\S+)$", "maxLength": 255, "examples": ["john"] }, "display_name": { "description": "The name that people see, at most 256 characters (Synapse and MAS).", "type": "string", "minLength": 1, "maxLength": 256, "pattern": "^(?=[\\s\\S]*\\S)[^\\u0000-\\u001f\\u007f-\\u009f]*$", "examples": ["John Doe"] }, "admin": { "description": "Whether it is a server admin.", "type": "boolean" }, "kind": { "description": "The kind of account: a person (user), a bot, or support (Synapse and MAS).", "enum": ["user", "bot", "support"] }, "emails": { "description": "Verified e-mail addresses of the account (Synapse and MAS). Its other addresses are left alone.", "type": "array", "items": { "description": "An e-mail address.", "type": "string", "pattern": "^[^@\\s]+@[^@\\s]+$", "examples": ["john@example.com"] } }, "state": { "description": "present: it can sign in. locked: it cannot, for now. deactivated: it is closed, and loses its password, sessions and rooms. Default: a new account is present; an existing one stays as it is.", "enum": ["present", "locked", "deactivated"] }, "until": { "description": "The last day of the account, in UTC. Afterwards plan, apply and ensure-users lock it, and do not create it; plan shows whose last day is within 30 days. Until then it is present, unless state says otherwise (Synapse and MAS).", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "examples": ["2027-07-31"] }, "id": { "description": "A permanent identifier from your list of people, such as a pupil's number, by which import-users --group recognizes the person. It stays in your files; no server gets it.", "type": ["string", "integer"], "minLength": 1, "maxLength": 128, "examples": ["4711"] }, "notes": { "description": "Anything else about the person, such as { class: 7b }: import-users --group writes the other columns of a list here, and apply --sheet shows them. They stay in your files; no server gets them.", "type": "object", "additionalProperties": { "description": "A note.", "type": ["string", "number"] } }, "password": { "title": "SecretReference", "description": "Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable on the machine where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "examples": ["NAME"] }, "file": { "description": "A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.", "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "command": { "description": "A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "examples": [["PROGRAM", "ARGUMENT"]] }, "ansible_var": { "description": "An Ansible variable, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } }, "password_updates": { "description": "on_create: only a new account gets the password. always: the account also gets it whenever it has another one, which ends its sessions (Synapse and Dendrite). Default: on_create.", "enum": ["on_create", "always"] }, "generate": { "description": "Instead of password: generate one when the account is created, and store it in one of three ways: file, command or shown (the default).", "type": "object", "additionalProperties": false, "properties": { "file": { "description": "Its own file, relative to this file, readable only by its owner. It is written first; if it already exists, its content is the password.", "type": "string", "minLength": 1, "examples": ["passwords/john"] }, "command": { "description": "A program and its arguments, with no {{, {% or {# in them. It runs where registrar or Ansible runs, and gets the password as a line on standard input before the account is created.", "type": "array", "items": { "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "minItems": 1, "examples": [["pass", "insert", "--multiline", "matrix/john"]] }, "shown": { "description": "For you to hand out: registrar shows it once, after the account exists, and stores it nowhere. Ansible, whose output may be logged, writes it to passwords/DOMAIN/USERNAME.txt, which only you can read.", "const": true }, "words": { "description": "Make it of this many words joined by -, which a person can remember and type. Each adds 11 bits, as it is drawn from 2048: 4 words have 44 bits, 6 have 66. Default: 24 letters and digits, 142 bits.", "type": "integer", "minimum": 4, "maximum": 12, "examples": [4] }, "language": { "description": "The language of the words, without accents. Default: en.", "enum": ["en", "fr", "es", "it", "pt", "cs"] } } } } } }, "users_files": { "description": "More accounts: files beside this one, each with a list named users. Paths in them are relative to this file.", "type": "array", "items": { "description": "A file, relative to this one; or a mapping that also makes its accounts a group.", "type": ["string", "object"], "pattern": "^[^\\u0000]+$", "additionalProperties": false, "required": ["file"], "properties": { "file": { "description": "The file, relative to this one.", "type": "string", "pattern": "^[^\\u0000]+$", "examples": ["pupils.yml"] }, "group": { "description": "The group that its accounts form: plan, apply and import-users can be limited to it with --group. registrar records which usernames it has named, in .registrar/groups/HOST.json next to the host file; keep that file in git.", "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$", "maxLength": 64, "examples": ["pupils"] }, "leavers": { "description": "What happens to accounts that were in the group and are no longer declared anywhere. report: they are shown. lock: they are locked. deactivate: they are closed, and lose their password, sessions and rooms. An account that was locked or closed this way is reopened when it is declared again. Default: report.", "enum": ["report", "lock", "deactivate"] } } }, "examples": [["people.yml"], [{ "file": "pupils.yml", "group": "pupils", "leavers": "lock" }]] }, "users_policy": { "description": "managed: accounts that are not listed are left alone. exhaustive: they are reported, and locked with --lock-unnamed, except those of bridges, of the server itself, and of the admin whose access is used. Default: managed.", "enum": ["managed", "exhaustive"] }, "extra_vars": { "description": "Any other variables of the playbook, by their names in that release. Text is literal: {{ }} is not evaluated. Secrets are references here too, at any depth: a mapping whose only key is env, file, command or ansible_var, such as { env: NAME }, is replaced by the secret. To set a variable to such a mapping itself, write it into your own file beside vars.yml.", "type": "object", "additionalProperties": true }, "web": { "description": "Pages for people and administrators, in a browser.", "type": "object", "additionalProperties": false, "properties": { "element": { "description": "Where people sign in: true for https://element.DOMAIN, which the playbook installs; false for none; or the address of an Element. For an address elsewhere, the playbook installs no Element, and Synapse's e-mails link to that address. The playbook's own addresses are element.DOMAIN and whatever matrix_server_fqn_element or matrix_client_element_hostname is set to. Default: true with the playbook, otherwise false.", "type": ["boolean", "string"], "pattern": "^https?://[^\\s]+$" }, "client": { "description": "The address of another client where people sign in, such as Cinny. Default: that of Element.", "type": "string", "pattern": "^https?://[^\\s]+$" }, "admin": { "description": "Whether the playbook installs a page for administrators, and which one. Default: not managed here.", "type": ["boolean", "object"], "additionalProperties": false, "properties": { "ui": { "description": "ketesa (Synapse Admin in older releases), or element_admin, which needs authority: mas. Default: ketesa.", "enum": ["ketesa", "element_admin"] }, "hostname": { "description": "The host name that serves it. Default: the homeserver's; admin.element.DOMAIN for Element Admin.", "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$" }, "path": { "description": "The path that it is served at, such as /ketesa. Default: /synapse-admin.", "type": "string", "pattern": "^/([A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*)?$" }, "allow_from": { "description": "The only addresses and networks that may open Ketesa's page, such as 192.0.2.7 or 10.8.0.0/24. The admin API itself is not affected: it needs an admin's token. Default: all.", "type": "array", "minItems": 1, "uniqueItems": true, "items": { "type": "string" } } } } } } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern4 = new RegExp("^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$", "u");
var pattern5 = new RegExp("^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$", "u");
var pattern6 = new RegExp("^https?://[^\\s/]+(/[^\\s]*)?$", "u");
var pattern7 = new RegExp("^[A-Za-z0-9:_.@-]+$", "u");
var pattern8 = new RegExp("^https?://[^\\s]+/$", "u");
var pattern9 = new RegExp("^/[^\\u0000\\n]*$", "u");
var pattern10 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
var pattern11 = new RegExp("^((?!\\{[{%#])[^\\u0000])+$", "u");
var pattern18 = new RegExp("^[0-7][0-9A-HJKMNP-TV-Z]{25}$", "u");
var pattern24 = new RegExp("^[^\\u0000]+$", "u");
var pattern25 = new RegExp("^/[^\\u0000]*$", "u");
var pattern28 = new RegExp("^(https?://[^\\s/]+(/[^\\s]*)?|unix:/[^\\s]+)$", "u");
var pattern30 = new RegExp("^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$", "u");
var pattern31 = new RegExp("^[A-Za-z_][A-Za-z0-9_.-]*$", "u");
var pattern32 = new RegExp("^/[A-Za-z0-9._/-]+$", "u");
var pattern43 = new RegExp("^(closed|token|email|captcha|open)$", "u");
var pattern48 = new RegExp("^https?://[^\\s]+$", "u");
var pattern50 = new RegExp("^[A-Za-z0-9_-]+$", "u");
var pattern56 = new RegExp("^#[^\\s:]+:[^\\s]+$", "u");
var pattern57 = new RegExp("^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$", "u");
var pattern58 = new RegExp("^[a-z0-9._=/+-]+$", "u");
var pattern59 = new RegExp("^[^\\s@]+@[^\\s@]+$", "u");
var pattern60 = new RegExp("^[A-Za-z0-9][A-Za-z0-9.-]*$", "u");
var pattern70 = new RegExp("^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$", "u");
var pattern72 = new RegExp("^@[^\\s:]+:[^\\s]+$", "u");
var pattern74 = new RegExp("^([!-9;-?A-~][!-9;-~]*|@[!-9;-~]+:\\S+)$", "u");
var pattern75 = new RegExp("^(?=[\\s\\S]*\\S)[^\\u0000-\\u001f\\u007f-\\u009f]*$", "u");
var pattern76 = new RegExp("^[^@\\s]+@[^@\\s]+$", "u");
var pattern77 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
var pattern89 = new RegExp("^/([A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*)?$", "u");
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate20.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.version === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "version" }, message: "must have required property 'version'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (data.domain === void 0) {
      const err1 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "domain" }, message: "must have required property 'domain'" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    if (data.host === void 0) {
      const err2 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "host" }, message: "must have required property 'host'" };
      if (vErrors === null) {
        vErrors = [err2];
      } else {
        vErrors.push(err2);
      }
      errors++;
    }
    if (data.homeserver === void 0) {
      const err3 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "homeserver" }, message: "must have required property 'homeserver'" };
      if (vErrors === null) {
        vErrors = [err3];
      } else {
        vErrors.push(err3);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!func1.call(schema31.properties, key0)) {
        const err4 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.version !== void 0) {
      if (1 !== data.version) {
        const err5 = { instancePath: instancePath + "/version", schemaPath: "#/properties/version/const", keyword: "const", params: { allowedValue: 1 }, message: "must be equal to constant" };
        if (vErrors === null) {
          vErrors = [err5];
        } else {
          vErrors.push(err5);
        }
        errors++;
      }
    }
    if (data.domain !== void 0) {
      let data1 = data.domain;
      if (typeof data1 === "string") {
        if (func2(data1) > 230) {
          const err6 = { instancePath: instancePath + "/domain", schemaPath: "#/properties/domain/maxLength", keyword: "maxLength", params: { limit: 230 }, message: "must NOT have more than 230 characters" };
          if (vErrors === null) {
            vErrors = [err6];
          } else {
            vErrors.push(err6);
          }
          errors++;
        }
        if (!pattern4.test(data1)) {
          const err7 = { instancePath: instancePath + "/domain", schemaPath: "#/properties/domain/pattern", keyword: "pattern", params: { pattern: "^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$" }, message: 'must match pattern "^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$"' };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
      } else {
        const err8 = { instancePath: instancePath + "/domain", schemaPath: "#/properties/domain/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err8];
        } else {
          vErrors.push(err8);
        }
        errors++;
      }
    }
    if (data.host !== void 0) {
      let data2 = data.host;
      if (typeof data2 === "string") {
        if (func2(data2) > 200) {
          const err9 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
          if (vErrors === null) {
            vErrors = [err9];
          } else {
            vErrors.push(err9);
          }
          errors++;
        }
        if (!pattern5.test(data2)) {
          const err10 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$" }, message: 'must match pattern "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$"' };
          if (vErrors === null) {
            vErrors = [err10];
          } else {
            vErrors.push(err10);
          }
          errors++;
        }
      } else {
        const err11 = { instancePath: instancePath + "/host", schemaPath: "#/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err11];
        } else {
          vErrors.push(err11);
        }
        errors++;
      }
    }
    if (data.homeserver !== void 0) {
      let data3 = data.homeserver;
      if (!(data3 === "synapse" || data3 === "dendrite")) {
        const err12 = { instancePath: instancePath + "/homeserver", schemaPath: "#/properties/homeserver/enum", keyword: "enum", params: { allowedValues: schema31.properties.homeserver.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
    if (data.authority !== void 0) {
      let data4 = data.authority;
      if (!(data4 === "homeserver" || data4 === "mas")) {
        const err13 = { instancePath: instancePath + "/authority", schemaPath: "#/properties/authority/enum", keyword: "enum", params: { allowedValues: schema31.properties.authority.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err13];
        } else {
          vErrors.push(err13);
        }
        errors++;
      }
    }
    if (data.mas !== void 0) {
      let data5 = data.mas;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (Object.keys(data5).length < 1) {
          const err14 = { instancePath: instancePath + "/mas", schemaPath: "#/properties/mas/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        for (const key1 in data5) {
          if (!(key1 === "address" || key1 === "service" || key1 === "public_url" || key1 === "state_directory" || key1 === "email_required")) {
            const err15 = { instancePath: instancePath + "/mas", schemaPath: "#/properties/mas/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err15];
            } else {
              vErrors.push(err15);
            }
            errors++;
          }
        }
        if (data5.address !== void 0) {
          let data6 = data5.address;
          if (typeof data6 === "string") {
            if (!pattern6.test(data6)) {
              const err16 = { instancePath: instancePath + "/mas/address", schemaPath: "#/properties/mas/properties/address/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/]+(/[^\\s]*)?$" }, message: 'must match pattern "^https?://[^\\s/]+(/[^\\s]*)?$"' };
              if (vErrors === null) {
                vErrors = [err16];
              } else {
                vErrors.push(err16);
              }
              errors++;
            }
          } else {
            const err17 = { instancePath: instancePath + "/mas/address", schemaPath: "#/properties/mas/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err17];
            } else {
              vErrors.push(err17);
            }
            errors++;
          }
        }
        if (data5.service !== void 0) {
          let data7 = data5.service;
          if (typeof data7 === "string") {
            if (!pattern7.test(data7)) {
              const err18 = { instancePath: instancePath + "/mas/service", schemaPath: "#/properties/mas/properties/service/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9:_.@-]+$" }, message: 'must match pattern "^[A-Za-z0-9:_.@-]+$"' };
              if (vErrors === null) {
                vErrors = [err18];
              } else {
                vErrors.push(err18);
              }
              errors++;
            }
          } else {
            const err19 = { instancePath: instancePath + "/mas/service", schemaPath: "#/properties/mas/properties/service/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err19];
            } else {
              vErrors.push(err19);
            }
            errors++;
          }
        }
        if (data5.public_url !== void 0) {
          let data8 = data5.public_url;
          if (typeof data8 === "string") {
            if (!pattern8.test(data8)) {
              const err20 = { instancePath: instancePath + "/mas/public_url", schemaPath: "#/properties/mas/properties/public_url/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s]+/$" }, message: 'must match pattern "^https?://[^\\s]+/$"' };
              if (vErrors === null) {
                vErrors = [err20];
              } else {
                vErrors.push(err20);
              }
              errors++;
            }
          } else {
            const err21 = { instancePath: instancePath + "/mas/public_url", schemaPath: "#/properties/mas/properties/public_url/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err21];
            } else {
              vErrors.push(err21);
            }
            errors++;
          }
        }
        if (data5.state_directory !== void 0) {
          let data9 = data5.state_directory;
          if (typeof data9 === "string") {
            if (!pattern9.test(data9)) {
              const err22 = { instancePath: instancePath + "/mas/state_directory", schemaPath: "#/properties/mas/properties/state_directory/pattern", keyword: "pattern", params: { pattern: "^/[^\\u0000\\n]*$" }, message: 'must match pattern "^/[^\\u0000\\n]*$"' };
              if (vErrors === null) {
                vErrors = [err22];
              } else {
                vErrors.push(err22);
              }
              errors++;
            }
          } else {
            const err23 = { instancePath: instancePath + "/mas/state_directory", schemaPath: "#/properties/mas/properties/state_directory/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err23];
            } else {
              vErrors.push(err23);
            }
            errors++;
          }
        }
        if (data5.email_required !== void 0) {
          if (typeof data5.email_required !== "boolean") {
            const err24 = { instancePath: instancePath + "/mas/email_required", schemaPath: "#/properties/mas/properties/email_required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err24];
            } else {
              vErrors.push(err24);
            }
            errors++;
          }
        }
      } else {
        const err25 = { instancePath: instancePath + "/mas", schemaPath: "#/properties/mas/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err25];
        } else {
          vErrors.push(err25);
        }
        errors++;
      }
    }
    if (data.access !== void 0) {
      let data11 = data.access;
      if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
        if (Object.keys(data11).length < 1) {
          const err26 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err26];
          } else {
            vErrors.push(err26);
          }
          errors++;
        }
        for (const key2 in data11) {
          if (!(key2 === "token" || key2 === "login" || key2 === "client" || key2 === "cli" || key2 === "prefer_database")) {
            const err27 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err27];
            } else {
              vErrors.push(err27);
            }
            errors++;
          }
        }
        if (data11.token !== void 0) {
          let data12 = data11.token;
          if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
            if (Object.keys(data12).length > 1) {
              const err28 = { instancePath: instancePath + "/access/token", schemaPath: "#/properties/access/properties/token/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
              if (vErrors === null) {
                vErrors = [err28];
              } else {
                vErrors.push(err28);
              }
              errors++;
            }
            if (Object.keys(data12).length < 1) {
              const err29 = { instancePath: instancePath + "/access/token", schemaPath: "#/properties/access/properties/token/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
              if (vErrors === null) {
                vErrors = [err29];
              } else {
                vErrors.push(err29);
              }
              errors++;
            }
            for (const key3 in data12) {
              if (!(key3 === "env" || key3 === "file" || key3 === "command" || key3 === "ansible_var")) {
                const err30 = { instancePath: instancePath + "/access/token", schemaPath: "#/properties/access/properties/token/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
            if (data12.env !== void 0) {
              let data13 = data12.env;
              if (typeof data13 === "string") {
                if (!pattern10.test(data13)) {
                  const err31 = { instancePath: instancePath + "/access/token/env", schemaPath: "#/properties/access/properties/token/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                  if (vErrors === null) {
                    vErrors = [err31];
                  } else {
                    vErrors.push(err31);
                  }
                  errors++;
                }
              } else {
                const err32 = { instancePath: instancePath + "/access/token/env", schemaPath: "#/properties/access/properties/token/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
            }
            if (data12.file !== void 0) {
              let data14 = data12.file;
              if (typeof data14 === "string") {
                if (!pattern11.test(data14)) {
                  const err33 = { instancePath: instancePath + "/access/token/file", schemaPath: "#/properties/access/properties/token/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                  if (vErrors === null) {
                    vErrors = [err33];
                  } else {
                    vErrors.push(err33);
                  }
                  errors++;
                }
              } else {
                const err34 = { instancePath: instancePath + "/access/token/file", schemaPath: "#/properties/access/properties/token/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err34];
                } else {
                  vErrors.push(err34);
                }
                errors++;
              }
            }
            if (data12.command !== void 0) {
              let data15 = data12.command;
              if (Array.isArray(data15)) {
                if (data15.length < 1) {
                  const err35 = { instancePath: instancePath + "/access/token/command", schemaPath: "#/properties/access/properties/token/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
                const len0 = data15.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data16 = data15[i0];
                  if (typeof data16 === "string") {
                    if (!pattern11.test(data16)) {
                      const err36 = { instancePath: instancePath + "/access/token/command/" + i0, schemaPath: "#/properties/access/properties/token/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                      if (vErrors === null) {
                        vErrors = [err36];
                      } else {
                        vErrors.push(err36);
                      }
                      errors++;
                    }
                  } else {
                    const err37 = { instancePath: instancePath + "/access/token/command/" + i0, schemaPath: "#/properties/access/properties/token/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err37];
                    } else {
                      vErrors.push(err37);
                    }
                    errors++;
                  }
                }
              } else {
                const err38 = { instancePath: instancePath + "/access/token/command", schemaPath: "#/properties/access/properties/token/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
            if (data12.ansible_var !== void 0) {
              let data17 = data12.ansible_var;
              if (typeof data17 === "string") {
                if (!pattern10.test(data17)) {
                  const err39 = { instancePath: instancePath + "/access/token/ansible_var", schemaPath: "#/properties/access/properties/token/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                  if (vErrors === null) {
                    vErrors = [err39];
                  } else {
                    vErrors.push(err39);
                  }
                  errors++;
                }
              } else {
                const err40 = { instancePath: instancePath + "/access/token/ansible_var", schemaPath: "#/properties/access/properties/token/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err40];
                } else {
                  vErrors.push(err40);
                }
                errors++;
              }
            }
          } else {
            const err41 = { instancePath: instancePath + "/access/token", schemaPath: "#/properties/access/properties/token/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err41];
            } else {
              vErrors.push(err41);
            }
            errors++;
          }
        }
        if (data11.login !== void 0) {
          let data18 = data11.login;
          if (data18 && typeof data18 == "object" && !Array.isArray(data18)) {
            if (data18.username === void 0) {
              const err42 = { instancePath: instancePath + "/access/login", schemaPath: "#/properties/access/properties/login/required", keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
              if (vErrors === null) {
                vErrors = [err42];
              } else {
                vErrors.push(err42);
              }
              errors++;
            }
            if (data18.password === void 0) {
              const err43 = { instancePath: instancePath + "/access/login", schemaPath: "#/properties/access/properties/login/required", keyword: "required", params: { missingProperty: "password" }, message: "must have required property 'password'" };
              if (vErrors === null) {
                vErrors = [err43];
              } else {
                vErrors.push(err43);
              }
              errors++;
            }
            for (const key4 in data18) {
              if (!(key4 === "username" || key4 === "password")) {
                const err44 = { instancePath: instancePath + "/access/login", schemaPath: "#/properties/access/properties/login/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err44];
                } else {
                  vErrors.push(err44);
                }
                errors++;
              }
            }
            if (data18.username !== void 0) {
              let data19 = data18.username;
              if (typeof data19 === "string") {
                if (func2(data19) < 1) {
                  const err45 = { instancePath: instancePath + "/access/login/username", schemaPath: "#/properties/access/properties/login/properties/username/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err45];
                  } else {
                    vErrors.push(err45);
                  }
                  errors++;
                }
              } else {
                const err46 = { instancePath: instancePath + "/access/login/username", schemaPath: "#/properties/access/properties/login/properties/username/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err46];
                } else {
                  vErrors.push(err46);
                }
                errors++;
              }
            }
            if (data18.password !== void 0) {
              let data20 = data18.password;
              if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
                if (Object.keys(data20).length > 1) {
                  const err47 = { instancePath: instancePath + "/access/login/password", schemaPath: "#/properties/access/properties/login/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err47];
                  } else {
                    vErrors.push(err47);
                  }
                  errors++;
                }
                if (Object.keys(data20).length < 1) {
                  const err48 = { instancePath: instancePath + "/access/login/password", schemaPath: "#/properties/access/properties/login/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err48];
                  } else {
                    vErrors.push(err48);
                  }
                  errors++;
                }
                for (const key5 in data20) {
                  if (!(key5 === "env" || key5 === "file" || key5 === "command" || key5 === "ansible_var")) {
                    const err49 = { instancePath: instancePath + "/access/login/password", schemaPath: "#/properties/access/properties/login/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err49];
                    } else {
                      vErrors.push(err49);
                    }
                    errors++;
                  }
                }
                if (data20.env !== void 0) {
                  let data21 = data20.env;
                  if (typeof data21 === "string") {
                    if (!pattern10.test(data21)) {
                      const err50 = { instancePath: instancePath + "/access/login/password/env", schemaPath: "#/properties/access/properties/login/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err50];
                      } else {
                        vErrors.push(err50);
                      }
                      errors++;
                    }
                  } else {
                    const err51 = { instancePath: instancePath + "/access/login/password/env", schemaPath: "#/properties/access/properties/login/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err51];
                    } else {
                      vErrors.push(err51);
                    }
                    errors++;
                  }
                }
                if (data20.file !== void 0) {
                  let data22 = data20.file;
                  if (typeof data22 === "string") {
                    if (!pattern11.test(data22)) {
                      const err52 = { instancePath: instancePath + "/access/login/password/file", schemaPath: "#/properties/access/properties/login/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                      if (vErrors === null) {
                        vErrors = [err52];
                      } else {
                        vErrors.push(err52);
                      }
                      errors++;
                    }
                  } else {
                    const err53 = { instancePath: instancePath + "/access/login/password/file", schemaPath: "#/properties/access/properties/login/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err53];
                    } else {
                      vErrors.push(err53);
                    }
                    errors++;
                  }
                }
                if (data20.command !== void 0) {
                  let data23 = data20.command;
                  if (Array.isArray(data23)) {
                    if (data23.length < 1) {
                      const err54 = { instancePath: instancePath + "/access/login/password/command", schemaPath: "#/properties/access/properties/login/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err54];
                      } else {
                        vErrors.push(err54);
                      }
                      errors++;
                    }
                    const len1 = data23.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      let data24 = data23[i1];
                      if (typeof data24 === "string") {
                        if (!pattern11.test(data24)) {
                          const err55 = { instancePath: instancePath + "/access/login/password/command/" + i1, schemaPath: "#/properties/access/properties/login/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                          if (vErrors === null) {
                            vErrors = [err55];
                          } else {
                            vErrors.push(err55);
                          }
                          errors++;
                        }
                      } else {
                        const err56 = { instancePath: instancePath + "/access/login/password/command/" + i1, schemaPath: "#/properties/access/properties/login/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err56];
                        } else {
                          vErrors.push(err56);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err57 = { instancePath: instancePath + "/access/login/password/command", schemaPath: "#/properties/access/properties/login/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err57];
                    } else {
                      vErrors.push(err57);
                    }
                    errors++;
                  }
                }
                if (data20.ansible_var !== void 0) {
                  let data25 = data20.ansible_var;
                  if (typeof data25 === "string") {
                    if (!pattern10.test(data25)) {
                      const err58 = { instancePath: instancePath + "/access/login/password/ansible_var", schemaPath: "#/properties/access/properties/login/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err58];
                      } else {
                        vErrors.push(err58);
                      }
                      errors++;
                    }
                  } else {
                    const err59 = { instancePath: instancePath + "/access/login/password/ansible_var", schemaPath: "#/properties/access/properties/login/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err59];
                    } else {
                      vErrors.push(err59);
                    }
                    errors++;
                  }
                }
              } else {
                const err60 = { instancePath: instancePath + "/access/login/password", schemaPath: "#/properties/access/properties/login/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err60];
                } else {
                  vErrors.push(err60);
                }
                errors++;
              }
            }
          } else {
            const err61 = { instancePath: instancePath + "/access/login", schemaPath: "#/properties/access/properties/login/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err61];
            } else {
              vErrors.push(err61);
            }
            errors++;
          }
        }
        if (data11.client !== void 0) {
          let data26 = data11.client;
          if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
            if (data26.id === void 0) {
              const err62 = { instancePath: instancePath + "/access/client", schemaPath: "#/properties/access/properties/client/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
              if (vErrors === null) {
                vErrors = [err62];
              } else {
                vErrors.push(err62);
              }
              errors++;
            }
            if (data26.secret === void 0) {
              const err63 = { instancePath: instancePath + "/access/client", schemaPath: "#/properties/access/properties/client/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
              if (vErrors === null) {
                vErrors = [err63];
              } else {
                vErrors.push(err63);
              }
              errors++;
            }
            for (const key6 in data26) {
              if (!(key6 === "id" || key6 === "secret")) {
                const err64 = { instancePath: instancePath + "/access/client", schemaPath: "#/properties/access/properties/client/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err64];
                } else {
                  vErrors.push(err64);
                }
                errors++;
              }
            }
            if (data26.id !== void 0) {
              let data27 = data26.id;
              if (typeof data27 === "string") {
                if (!pattern18.test(data27)) {
                  const err65 = { instancePath: instancePath + "/access/client/id", schemaPath: "#/properties/access/properties/client/properties/id/pattern", keyword: "pattern", params: { pattern: "^[0-7][0-9A-HJKMNP-TV-Z]{25}$" }, message: 'must match pattern "^[0-7][0-9A-HJKMNP-TV-Z]{25}$"' };
                  if (vErrors === null) {
                    vErrors = [err65];
                  } else {
                    vErrors.push(err65);
                  }
                  errors++;
                }
              } else {
                const err66 = { instancePath: instancePath + "/access/client/id", schemaPath: "#/properties/access/properties/client/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err66];
                } else {
                  vErrors.push(err66);
                }
                errors++;
              }
            }
            if (data26.secret !== void 0) {
              let data28 = data26.secret;
              if (data28 && typeof data28 == "object" && !Array.isArray(data28)) {
                if (Object.keys(data28).length > 1) {
                  const err67 = { instancePath: instancePath + "/access/client/secret", schemaPath: "#/properties/access/properties/client/properties/secret/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err67];
                  } else {
                    vErrors.push(err67);
                  }
                  errors++;
                }
                if (Object.keys(data28).length < 1) {
                  const err68 = { instancePath: instancePath + "/access/client/secret", schemaPath: "#/properties/access/properties/client/properties/secret/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err68];
                  } else {
                    vErrors.push(err68);
                  }
                  errors++;
                }
                for (const key7 in data28) {
                  if (!(key7 === "env" || key7 === "file" || key7 === "command" || key7 === "ansible_var")) {
                    const err69 = { instancePath: instancePath + "/access/client/secret", schemaPath: "#/properties/access/properties/client/properties/secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err69];
                    } else {
                      vErrors.push(err69);
                    }
                    errors++;
                  }
                }
                if (data28.env !== void 0) {
                  let data29 = data28.env;
                  if (typeof data29 === "string") {
                    if (!pattern10.test(data29)) {
                      const err70 = { instancePath: instancePath + "/access/client/secret/env", schemaPath: "#/properties/access/properties/client/properties/secret/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err70];
                      } else {
                        vErrors.push(err70);
                      }
                      errors++;
                    }
                  } else {
                    const err71 = { instancePath: instancePath + "/access/client/secret/env", schemaPath: "#/properties/access/properties/client/properties/secret/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err71];
                    } else {
                      vErrors.push(err71);
                    }
                    errors++;
                  }
                }
                if (data28.file !== void 0) {
                  let data30 = data28.file;
                  if (typeof data30 === "string") {
                    if (!pattern11.test(data30)) {
                      const err72 = { instancePath: instancePath + "/access/client/secret/file", schemaPath: "#/properties/access/properties/client/properties/secret/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                      if (vErrors === null) {
                        vErrors = [err72];
                      } else {
                        vErrors.push(err72);
                      }
                      errors++;
                    }
                  } else {
                    const err73 = { instancePath: instancePath + "/access/client/secret/file", schemaPath: "#/properties/access/properties/client/properties/secret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err73];
                    } else {
                      vErrors.push(err73);
                    }
                    errors++;
                  }
                }
                if (data28.command !== void 0) {
                  let data31 = data28.command;
                  if (Array.isArray(data31)) {
                    if (data31.length < 1) {
                      const err74 = { instancePath: instancePath + "/access/client/secret/command", schemaPath: "#/properties/access/properties/client/properties/secret/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err74];
                      } else {
                        vErrors.push(err74);
                      }
                      errors++;
                    }
                    const len2 = data31.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                      let data32 = data31[i2];
                      if (typeof data32 === "string") {
                        if (!pattern11.test(data32)) {
                          const err75 = { instancePath: instancePath + "/access/client/secret/command/" + i2, schemaPath: "#/properties/access/properties/client/properties/secret/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                          if (vErrors === null) {
                            vErrors = [err75];
                          } else {
                            vErrors.push(err75);
                          }
                          errors++;
                        }
                      } else {
                        const err76 = { instancePath: instancePath + "/access/client/secret/command/" + i2, schemaPath: "#/properties/access/properties/client/properties/secret/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err76];
                        } else {
                          vErrors.push(err76);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err77 = { instancePath: instancePath + "/access/client/secret/command", schemaPath: "#/properties/access/properties/client/properties/secret/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err77];
                    } else {
                      vErrors.push(err77);
                    }
                    errors++;
                  }
                }
                if (data28.ansible_var !== void 0) {
                  let data33 = data28.ansible_var;
                  if (typeof data33 === "string") {
                    if (!pattern10.test(data33)) {
                      const err78 = { instancePath: instancePath + "/access/client/secret/ansible_var", schemaPath: "#/properties/access/properties/client/properties/secret/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err78];
                      } else {
                        vErrors.push(err78);
                      }
                      errors++;
                    }
                  } else {
                    const err79 = { instancePath: instancePath + "/access/client/secret/ansible_var", schemaPath: "#/properties/access/properties/client/properties/secret/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err79];
                    } else {
                      vErrors.push(err79);
                    }
                    errors++;
                  }
                }
              } else {
                const err80 = { instancePath: instancePath + "/access/client/secret", schemaPath: "#/properties/access/properties/client/properties/secret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err80];
                } else {
                  vErrors.push(err80);
                }
                errors++;
              }
            }
          } else {
            const err81 = { instancePath: instancePath + "/access/client", schemaPath: "#/properties/access/properties/client/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err81];
            } else {
              vErrors.push(err81);
            }
            errors++;
          }
        }
        if (data11.cli !== void 0) {
          let data34 = data11.cli;
          if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
            for (const key8 in data34) {
              if (!(key8 === "command" || key8 === "passwords_on_command_line")) {
                const err82 = { instancePath: instancePath + "/access/cli", schemaPath: "#/properties/access/properties/cli/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err82];
                } else {
                  vErrors.push(err82);
                }
                errors++;
              }
            }
            if (data34.command !== void 0) {
              let data35 = data34.command;
              if (Array.isArray(data35)) {
                if (data35.length < 1) {
                  const err83 = { instancePath: instancePath + "/access/cli/command", schemaPath: "#/properties/access/properties/cli/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  if (vErrors === null) {
                    vErrors = [err83];
                  } else {
                    vErrors.push(err83);
                  }
                  errors++;
                }
                const len3 = data35.length;
                for (let i3 = 0; i3 < len3; i3++) {
                  let data36 = data35[i3];
                  if (typeof data36 === "string") {
                    if (!pattern11.test(data36)) {
                      const err84 = { instancePath: instancePath + "/access/cli/command/" + i3, schemaPath: "#/properties/access/properties/cli/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                      if (vErrors === null) {
                        vErrors = [err84];
                      } else {
                        vErrors.push(err84);
                      }
                      errors++;
                    }
                  } else {
                    const err85 = { instancePath: instancePath + "/access/cli/command/" + i3, schemaPath: "#/properties/access/properties/cli/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err85];
                    } else {
                      vErrors.push(err85);
                    }
                    errors++;
                  }
                }
              } else {
                const err86 = { instancePath: instancePath + "/access/cli/command", schemaPath: "#/properties/access/properties/cli/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err86];
                } else {
                  vErrors.push(err86);
                }
                errors++;
              }
            }
            if (data34.passwords_on_command_line !== void 0) {
              if ("accepted" !== data34.passwords_on_command_line) {
                const err87 = { instancePath: instancePath + "/access/cli/passwords_on_command_line", schemaPath: "#/properties/access/properties/cli/properties/passwords_on_command_line/const", keyword: "const", params: { allowedValue: "accepted" }, message: "must be equal to constant" };
                if (vErrors === null) {
                  vErrors = [err87];
                } else {
                  vErrors.push(err87);
                }
                errors++;
              }
            }
          } else {
            const err88 = { instancePath: instancePath + "/access/cli", schemaPath: "#/properties/access/properties/cli/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err88];
            } else {
              vErrors.push(err88);
            }
            errors++;
          }
        }
        if (data11.prefer_database !== void 0) {
          if (typeof data11.prefer_database !== "boolean") {
            const err89 = { instancePath: instancePath + "/access/prefer_database", schemaPath: "#/properties/access/properties/prefer_database/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err89];
            } else {
              vErrors.push(err89);
            }
            errors++;
          }
        }
      } else {
        const err90 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err90];
        } else {
          vErrors.push(err90);
        }
        errors++;
      }
    }
    if (data.deployment !== void 0) {
      let data39 = data.deployment;
      if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
        if (data39.kind === void 0) {
          const err91 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
          if (vErrors === null) {
            vErrors = [err91];
          } else {
            vErrors.push(err91);
          }
          errors++;
        }
        const tag0 = data39.kind;
        if (typeof tag0 == "string") {
          if (tag0 === "playbook") {
            if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
              if (data39.kind === void 0) {
                const err92 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err92];
                } else {
                  vErrors.push(err92);
                }
                errors++;
              }
              for (const key9 in data39) {
                if (!(key9 === "kind" || key9 === "release" || key9 === "checkout")) {
                  const err93 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err93];
                  } else {
                    vErrors.push(err93);
                  }
                  errors++;
                }
              }
              if (data39.kind !== void 0) {
                if ("playbook" !== data39.kind) {
                  const err94 = { instancePath: instancePath + "/deployment/kind", schemaPath: "#/properties/deployment/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "playbook" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err94];
                  } else {
                    vErrors.push(err94);
                  }
                  errors++;
                }
              }
              if (data39.release !== void 0) {
                let data41 = data39.release;
                if (!(data41 === "2024-10" || data41 === "2025-06" || data41 === "2026-08")) {
                  const err95 = { instancePath: instancePath + "/deployment/release", schemaPath: "#/properties/deployment/oneOf/0/properties/release/enum", keyword: "enum", params: { allowedValues: schema31.properties.deployment.oneOf[0].properties.release.enum }, message: "must be equal to one of the allowed values" };
                  if (vErrors === null) {
                    vErrors = [err95];
                  } else {
                    vErrors.push(err95);
                  }
                  errors++;
                }
              }
              if (data39.checkout !== void 0) {
                let data42 = data39.checkout;
                if (typeof data42 === "string") {
                  if (!pattern24.test(data42)) {
                    const err96 = { instancePath: instancePath + "/deployment/checkout", schemaPath: "#/properties/deployment/oneOf/0/properties/checkout/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]+$" }, message: 'must match pattern "^[^\\u0000]+$"' };
                    if (vErrors === null) {
                      vErrors = [err96];
                    } else {
                      vErrors.push(err96);
                    }
                    errors++;
                  }
                } else {
                  const err97 = { instancePath: instancePath + "/deployment/checkout", schemaPath: "#/properties/deployment/oneOf/0/properties/checkout/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err97];
                  } else {
                    vErrors.push(err97);
                  }
                  errors++;
                }
              }
            } else {
              const err98 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err98];
              } else {
                vErrors.push(err98);
              }
              errors++;
            }
            var props0 = true;
          } else if (tag0 === "native") {
            if (data39 && typeof data39 == "object" && !Array.isArray(data39)) {
              if (data39.kind === void 0) {
                const err99 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err99];
                } else {
                  vErrors.push(err99);
                }
                errors++;
              }
              for (const key10 in data39) {
                if (!(key10 === "kind" || key10 === "python" || key10 === "config" || key10 === "address" || key10 === "service")) {
                  const err100 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err100];
                  } else {
                    vErrors.push(err100);
                  }
                  errors++;
                }
              }
              if (data39.kind !== void 0) {
                if ("native" !== data39.kind) {
                  const err101 = { instancePath: instancePath + "/deployment/kind", schemaPath: "#/properties/deployment/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "native" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err101];
                  } else {
                    vErrors.push(err101);
                  }
                  errors++;
                }
              }
              if (data39.python !== void 0) {
                let data44 = data39.python;
                if (typeof data44 === "string") {
                  if (!pattern25.test(data44)) {
                    const err102 = { instancePath: instancePath + "/deployment/python", schemaPath: "#/properties/deployment/oneOf/1/properties/python/pattern", keyword: "pattern", params: { pattern: "^/[^\\u0000]*$" }, message: 'must match pattern "^/[^\\u0000]*$"' };
                    if (vErrors === null) {
                      vErrors = [err102];
                    } else {
                      vErrors.push(err102);
                    }
                    errors++;
                  }
                } else {
                  const err103 = { instancePath: instancePath + "/deployment/python", schemaPath: "#/properties/deployment/oneOf/1/properties/python/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err103];
                  } else {
                    vErrors.push(err103);
                  }
                  errors++;
                }
              }
              if (data39.config !== void 0) {
                let data45 = data39.config;
                if (typeof data45 !== "string" && !Array.isArray(data45)) {
                  const err104 = { instancePath: instancePath + "/deployment/config", schemaPath: "#/properties/deployment/oneOf/1/properties/config/type", keyword: "type", params: { type: schema31.properties.deployment.oneOf[1].properties.config.type }, message: "must be string,array" };
                  if (vErrors === null) {
                    vErrors = [err104];
                  } else {
                    vErrors.push(err104);
                  }
                  errors++;
                }
                if (typeof data45 === "string") {
                  if (!pattern25.test(data45)) {
                    const err105 = { instancePath: instancePath + "/deployment/config", schemaPath: "#/properties/deployment/oneOf/1/properties/config/pattern", keyword: "pattern", params: { pattern: "^/[^\\u0000]*$" }, message: 'must match pattern "^/[^\\u0000]*$"' };
                    if (vErrors === null) {
                      vErrors = [err105];
                    } else {
                      vErrors.push(err105);
                    }
                    errors++;
                  }
                }
                if (Array.isArray(data45)) {
                  if (data45.length < 1) {
                    const err106 = { instancePath: instancePath + "/deployment/config", schemaPath: "#/properties/deployment/oneOf/1/properties/config/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                    if (vErrors === null) {
                      vErrors = [err106];
                    } else {
                      vErrors.push(err106);
                    }
                    errors++;
                  }
                  const len4 = data45.length;
                  for (let i4 = 0; i4 < len4; i4++) {
                    let data46 = data45[i4];
                    if (typeof data46 === "string") {
                      if (!pattern25.test(data46)) {
                        const err107 = { instancePath: instancePath + "/deployment/config/" + i4, schemaPath: "#/properties/deployment/oneOf/1/properties/config/items/pattern", keyword: "pattern", params: { pattern: "^/[^\\u0000]*$" }, message: 'must match pattern "^/[^\\u0000]*$"' };
                        if (vErrors === null) {
                          vErrors = [err107];
                        } else {
                          vErrors.push(err107);
                        }
                        errors++;
                      }
                    } else {
                      const err108 = { instancePath: instancePath + "/deployment/config/" + i4, schemaPath: "#/properties/deployment/oneOf/1/properties/config/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      if (vErrors === null) {
                        vErrors = [err108];
                      } else {
                        vErrors.push(err108);
                      }
                      errors++;
                    }
                  }
                }
              }
              if (data39.address !== void 0) {
                let data47 = data39.address;
                if (typeof data47 === "string") {
                  if (!pattern28.test(data47)) {
                    const err109 = { instancePath: instancePath + "/deployment/address", schemaPath: "#/properties/deployment/oneOf/1/properties/address/pattern", keyword: "pattern", params: { pattern: "^(https?://[^\\s/]+(/[^\\s]*)?|unix:/[^\\s]+)$" }, message: 'must match pattern "^(https?://[^\\s/]+(/[^\\s]*)?|unix:/[^\\s]+)$"' };
                    if (vErrors === null) {
                      vErrors = [err109];
                    } else {
                      vErrors.push(err109);
                    }
                    errors++;
                  }
                } else {
                  const err110 = { instancePath: instancePath + "/deployment/address", schemaPath: "#/properties/deployment/oneOf/1/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err110];
                  } else {
                    vErrors.push(err110);
                  }
                  errors++;
                }
              }
              if (data39.service !== void 0) {
                let data48 = data39.service;
                if (typeof data48 === "string") {
                  if (!pattern7.test(data48)) {
                    const err111 = { instancePath: instancePath + "/deployment/service", schemaPath: "#/properties/deployment/oneOf/1/properties/service/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9:_.@-]+$" }, message: 'must match pattern "^[A-Za-z0-9:_.@-]+$"' };
                    if (vErrors === null) {
                      vErrors = [err111];
                    } else {
                      vErrors.push(err111);
                    }
                    errors++;
                  }
                } else {
                  const err112 = { instancePath: instancePath + "/deployment/service", schemaPath: "#/properties/deployment/oneOf/1/properties/service/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err112];
                  } else {
                    vErrors.push(err112);
                  }
                  errors++;
                }
              }
            } else {
              const err113 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err113];
              } else {
                vErrors.push(err113);
              }
              errors++;
            }
            if (props0 !== true) {
              props0 = true;
            }
          } else {
            const err114 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag0 }, message: 'value of tag "kind" must be in oneOf' };
            if (vErrors === null) {
              vErrors = [err114];
            } else {
              vErrors.push(err114);
            }
            errors++;
          }
        } else {
          const err115 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag0 }, message: 'tag "kind" must be string' };
          if (vErrors === null) {
            vErrors = [err115];
          } else {
            vErrors.push(err115);
          }
          errors++;
        }
      } else {
        const err116 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err116];
        } else {
          vErrors.push(err116);
        }
        errors++;
      }
    }
    if (data.connection !== void 0) {
      let data49 = data.connection;
      if (data49 && typeof data49 == "object" && !Array.isArray(data49)) {
        if (data49.kind === void 0) {
          const err117 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
          if (vErrors === null) {
            vErrors = [err117];
          } else {
            vErrors.push(err117);
          }
          errors++;
        }
        const tag1 = data49.kind;
        if (typeof tag1 == "string") {
          if (tag1 === "ssh") {
            if (data49 && typeof data49 == "object" && !Array.isArray(data49)) {
              if (data49.kind === void 0) {
                const err118 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err118];
                } else {
                  vErrors.push(err118);
                }
                errors++;
              }
              for (const key11 in data49) {
                if (!(key11 === "kind" || key11 === "address" || key11 === "port" || key11 === "user" || key11 === "interpreter" || key11 === "become")) {
                  const err119 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err119];
                  } else {
                    vErrors.push(err119);
                  }
                  errors++;
                }
              }
              if (data49.kind !== void 0) {
                if ("ssh" !== data49.kind) {
                  const err120 = { instancePath: instancePath + "/connection/kind", schemaPath: "#/properties/connection/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "ssh" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err120];
                  } else {
                    vErrors.push(err120);
                  }
                  errors++;
                }
              }
              if (data49.address !== void 0) {
                let data51 = data49.address;
                if (typeof data51 === "string") {
                  if (!pattern30.test(data51)) {
                    const err121 = { instancePath: instancePath + "/connection/address", schemaPath: "#/properties/connection/oneOf/0/properties/address/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$" }, message: 'must match pattern "^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$"' };
                    if (vErrors === null) {
                      vErrors = [err121];
                    } else {
                      vErrors.push(err121);
                    }
                    errors++;
                  }
                } else {
                  const err122 = { instancePath: instancePath + "/connection/address", schemaPath: "#/properties/connection/oneOf/0/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err122];
                  } else {
                    vErrors.push(err122);
                  }
                  errors++;
                }
              }
              if (data49.port !== void 0) {
                let data52 = data49.port;
                if (!(typeof data52 == "number" && (!(data52 % 1) && !isNaN(data52)) && isFinite(data52))) {
                  const err123 = { instancePath: instancePath + "/connection/port", schemaPath: "#/properties/connection/oneOf/0/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                  if (vErrors === null) {
                    vErrors = [err123];
                  } else {
                    vErrors.push(err123);
                  }
                  errors++;
                }
                if (typeof data52 == "number" && isFinite(data52)) {
                  if (data52 > 65535 || isNaN(data52)) {
                    const err124 = { instancePath: instancePath + "/connection/port", schemaPath: "#/properties/connection/oneOf/0/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
                    if (vErrors === null) {
                      vErrors = [err124];
                    } else {
                      vErrors.push(err124);
                    }
                    errors++;
                  }
                  if (data52 < 1 || isNaN(data52)) {
                    const err125 = { instancePath: instancePath + "/connection/port", schemaPath: "#/properties/connection/oneOf/0/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                    if (vErrors === null) {
                      vErrors = [err125];
                    } else {
                      vErrors.push(err125);
                    }
                    errors++;
                  }
                }
              }
              if (data49.user !== void 0) {
                let data53 = data49.user;
                if (typeof data53 === "string") {
                  if (!pattern31.test(data53)) {
                    const err126 = { instancePath: instancePath + "/connection/user", schemaPath: "#/properties/connection/oneOf/0/properties/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_.-]*$"' };
                    if (vErrors === null) {
                      vErrors = [err126];
                    } else {
                      vErrors.push(err126);
                    }
                    errors++;
                  }
                } else {
                  const err127 = { instancePath: instancePath + "/connection/user", schemaPath: "#/properties/connection/oneOf/0/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err127];
                  } else {
                    vErrors.push(err127);
                  }
                  errors++;
                }
              }
              if (data49.interpreter !== void 0) {
                let data54 = data49.interpreter;
                if (typeof data54 === "string") {
                  if (!pattern32.test(data54)) {
                    const err128 = { instancePath: instancePath + "/connection/interpreter", schemaPath: "#/properties/connection/oneOf/0/properties/interpreter/pattern", keyword: "pattern", params: { pattern: "^/[A-Za-z0-9._/-]+$" }, message: 'must match pattern "^/[A-Za-z0-9._/-]+$"' };
                    if (vErrors === null) {
                      vErrors = [err128];
                    } else {
                      vErrors.push(err128);
                    }
                    errors++;
                  }
                } else {
                  const err129 = { instancePath: instancePath + "/connection/interpreter", schemaPath: "#/properties/connection/oneOf/0/properties/interpreter/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err129];
                  } else {
                    vErrors.push(err129);
                  }
                  errors++;
                }
              }
              if (data49.become !== void 0) {
                let data55 = data49.become;
                if (data55 && typeof data55 == "object" && !Array.isArray(data55)) {
                  for (const key12 in data55) {
                    if (!(key12 === "enabled" || key12 === "user" || key12 === "password")) {
                      const err130 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/0/properties/become/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties" };
                      if (vErrors === null) {
                        vErrors = [err130];
                      } else {
                        vErrors.push(err130);
                      }
                      errors++;
                    }
                  }
                  if (data55.enabled !== void 0) {
                    if (typeof data55.enabled !== "boolean") {
                      const err131 = { instancePath: instancePath + "/connection/become/enabled", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                      if (vErrors === null) {
                        vErrors = [err131];
                      } else {
                        vErrors.push(err131);
                      }
                      errors++;
                    }
                  }
                  if (data55.user !== void 0) {
                    let data57 = data55.user;
                    if (typeof data57 === "string") {
                      if (!pattern31.test(data57)) {
                        const err132 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_.-]*$"' };
                        if (vErrors === null) {
                          vErrors = [err132];
                        } else {
                          vErrors.push(err132);
                        }
                        errors++;
                      }
                    } else {
                      const err133 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      if (vErrors === null) {
                        vErrors = [err133];
                      } else {
                        vErrors.push(err133);
                      }
                      errors++;
                    }
                  }
                  if (data55.password !== void 0) {
                    let data58 = data55.password;
                    if (data58 && typeof data58 == "object" && !Array.isArray(data58)) {
                      if (Object.keys(data58).length > 1) {
                        const err134 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err134];
                        } else {
                          vErrors.push(err134);
                        }
                        errors++;
                      }
                      if (Object.keys(data58).length < 1) {
                        const err135 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err135];
                        } else {
                          vErrors.push(err135);
                        }
                        errors++;
                      }
                      for (const key13 in data58) {
                        if (!(key13 === "env" || key13 === "file" || key13 === "command" || key13 === "ansible_var")) {
                          const err136 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 }, message: "must NOT have additional properties" };
                          if (vErrors === null) {
                            vErrors = [err136];
                          } else {
                            vErrors.push(err136);
                          }
                          errors++;
                        }
                      }
                      if (data58.env !== void 0) {
                        let data59 = data58.env;
                        if (typeof data59 === "string") {
                          if (!pattern10.test(data59)) {
                            const err137 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err137];
                            } else {
                              vErrors.push(err137);
                            }
                            errors++;
                          }
                        } else {
                          const err138 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err138];
                          } else {
                            vErrors.push(err138);
                          }
                          errors++;
                        }
                      }
                      if (data58.file !== void 0) {
                        let data60 = data58.file;
                        if (typeof data60 === "string") {
                          if (!pattern11.test(data60)) {
                            const err139 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                            if (vErrors === null) {
                              vErrors = [err139];
                            } else {
                              vErrors.push(err139);
                            }
                            errors++;
                          }
                        } else {
                          const err140 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err140];
                          } else {
                            vErrors.push(err140);
                          }
                          errors++;
                        }
                      }
                      if (data58.command !== void 0) {
                        let data61 = data58.command;
                        if (Array.isArray(data61)) {
                          if (data61.length < 1) {
                            const err141 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                            if (vErrors === null) {
                              vErrors = [err141];
                            } else {
                              vErrors.push(err141);
                            }
                            errors++;
                          }
                          const len5 = data61.length;
                          for (let i5 = 0; i5 < len5; i5++) {
                            let data62 = data61[i5];
                            if (typeof data62 === "string") {
                              if (!pattern11.test(data62)) {
                                const err142 = { instancePath: instancePath + "/connection/become/password/command/" + i5, schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                                if (vErrors === null) {
                                  vErrors = [err142];
                                } else {
                                  vErrors.push(err142);
                                }
                                errors++;
                              }
                            } else {
                              const err143 = { instancePath: instancePath + "/connection/become/password/command/" + i5, schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                              if (vErrors === null) {
                                vErrors = [err143];
                              } else {
                                vErrors.push(err143);
                              }
                              errors++;
                            }
                          }
                        } else {
                          const err144 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                          if (vErrors === null) {
                            vErrors = [err144];
                          } else {
                            vErrors.push(err144);
                          }
                          errors++;
                        }
                      }
                      if (data58.ansible_var !== void 0) {
                        let data63 = data58.ansible_var;
                        if (typeof data63 === "string") {
                          if (!pattern10.test(data63)) {
                            const err145 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err145];
                            } else {
                              vErrors.push(err145);
                            }
                            errors++;
                          }
                        } else {
                          const err146 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err146];
                          } else {
                            vErrors.push(err146);
                          }
                          errors++;
                        }
                      }
                    } else {
                      const err147 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                      if (vErrors === null) {
                        vErrors = [err147];
                      } else {
                        vErrors.push(err147);
                      }
                      errors++;
                    }
                  }
                } else {
                  const err148 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/0/properties/become/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                  if (vErrors === null) {
                    vErrors = [err148];
                  } else {
                    vErrors.push(err148);
                  }
                  errors++;
                }
              }
            } else {
              const err149 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err149];
              } else {
                vErrors.push(err149);
              }
              errors++;
            }
            var props1 = true;
          } else if (tag1 === "local") {
            if (data49 && typeof data49 == "object" && !Array.isArray(data49)) {
              if (data49.kind === void 0) {
                const err150 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err150];
                } else {
                  vErrors.push(err150);
                }
                errors++;
              }
              for (const key14 in data49) {
                if (!(key14 === "kind" || key14 === "become")) {
                  const err151 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err151];
                  } else {
                    vErrors.push(err151);
                  }
                  errors++;
                }
              }
              if (data49.kind !== void 0) {
                if ("local" !== data49.kind) {
                  const err152 = { instancePath: instancePath + "/connection/kind", schemaPath: "#/properties/connection/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "local" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err152];
                  } else {
                    vErrors.push(err152);
                  }
                  errors++;
                }
              }
              if (data49.become !== void 0) {
                let data65 = data49.become;
                if (data65 && typeof data65 == "object" && !Array.isArray(data65)) {
                  for (const key15 in data65) {
                    if (!(key15 === "enabled" || key15 === "user" || key15 === "password")) {
                      const err153 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/1/properties/become/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 }, message: "must NOT have additional properties" };
                      if (vErrors === null) {
                        vErrors = [err153];
                      } else {
                        vErrors.push(err153);
                      }
                      errors++;
                    }
                  }
                  if (data65.enabled !== void 0) {
                    if (typeof data65.enabled !== "boolean") {
                      const err154 = { instancePath: instancePath + "/connection/become/enabled", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                      if (vErrors === null) {
                        vErrors = [err154];
                      } else {
                        vErrors.push(err154);
                      }
                      errors++;
                    }
                  }
                  if (data65.user !== void 0) {
                    let data67 = data65.user;
                    if (typeof data67 === "string") {
                      if (!pattern31.test(data67)) {
                        const err155 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_.-]*$"' };
                        if (vErrors === null) {
                          vErrors = [err155];
                        } else {
                          vErrors.push(err155);
                        }
                        errors++;
                      }
                    } else {
                      const err156 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      if (vErrors === null) {
                        vErrors = [err156];
                      } else {
                        vErrors.push(err156);
                      }
                      errors++;
                    }
                  }
                  if (data65.password !== void 0) {
                    let data68 = data65.password;
                    if (data68 && typeof data68 == "object" && !Array.isArray(data68)) {
                      if (Object.keys(data68).length > 1) {
                        const err157 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err157];
                        } else {
                          vErrors.push(err157);
                        }
                        errors++;
                      }
                      if (Object.keys(data68).length < 1) {
                        const err158 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err158];
                        } else {
                          vErrors.push(err158);
                        }
                        errors++;
                      }
                      for (const key16 in data68) {
                        if (!(key16 === "env" || key16 === "file" || key16 === "command" || key16 === "ansible_var")) {
                          const err159 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 }, message: "must NOT have additional properties" };
                          if (vErrors === null) {
                            vErrors = [err159];
                          } else {
                            vErrors.push(err159);
                          }
                          errors++;
                        }
                      }
                      if (data68.env !== void 0) {
                        let data69 = data68.env;
                        if (typeof data69 === "string") {
                          if (!pattern10.test(data69)) {
                            const err160 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err160];
                            } else {
                              vErrors.push(err160);
                            }
                            errors++;
                          }
                        } else {
                          const err161 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err161];
                          } else {
                            vErrors.push(err161);
                          }
                          errors++;
                        }
                      }
                      if (data68.file !== void 0) {
                        let data70 = data68.file;
                        if (typeof data70 === "string") {
                          if (!pattern11.test(data70)) {
                            const err162 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                            if (vErrors === null) {
                              vErrors = [err162];
                            } else {
                              vErrors.push(err162);
                            }
                            errors++;
                          }
                        } else {
                          const err163 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err163];
                          } else {
                            vErrors.push(err163);
                          }
                          errors++;
                        }
                      }
                      if (data68.command !== void 0) {
                        let data71 = data68.command;
                        if (Array.isArray(data71)) {
                          if (data71.length < 1) {
                            const err164 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                            if (vErrors === null) {
                              vErrors = [err164];
                            } else {
                              vErrors.push(err164);
                            }
                            errors++;
                          }
                          const len6 = data71.length;
                          for (let i6 = 0; i6 < len6; i6++) {
                            let data72 = data71[i6];
                            if (typeof data72 === "string") {
                              if (!pattern11.test(data72)) {
                                const err165 = { instancePath: instancePath + "/connection/become/password/command/" + i6, schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                                if (vErrors === null) {
                                  vErrors = [err165];
                                } else {
                                  vErrors.push(err165);
                                }
                                errors++;
                              }
                            } else {
                              const err166 = { instancePath: instancePath + "/connection/become/password/command/" + i6, schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                              if (vErrors === null) {
                                vErrors = [err166];
                              } else {
                                vErrors.push(err166);
                              }
                              errors++;
                            }
                          }
                        } else {
                          const err167 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                          if (vErrors === null) {
                            vErrors = [err167];
                          } else {
                            vErrors.push(err167);
                          }
                          errors++;
                        }
                      }
                      if (data68.ansible_var !== void 0) {
                        let data73 = data68.ansible_var;
                        if (typeof data73 === "string") {
                          if (!pattern10.test(data73)) {
                            const err168 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err168];
                            } else {
                              vErrors.push(err168);
                            }
                            errors++;
                          }
                        } else {
                          const err169 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err169];
                          } else {
                            vErrors.push(err169);
                          }
                          errors++;
                        }
                      }
                    } else {
                      const err170 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                      if (vErrors === null) {
                        vErrors = [err170];
                      } else {
                        vErrors.push(err170);
                      }
                      errors++;
                    }
                  }
                } else {
                  const err171 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/1/properties/become/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                  if (vErrors === null) {
                    vErrors = [err171];
                  } else {
                    vErrors.push(err171);
                  }
                  errors++;
                }
              }
            } else {
              const err172 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err172];
              } else {
                vErrors.push(err172);
              }
              errors++;
            }
            if (props1 !== true) {
              props1 = true;
            }
          } else {
            const err173 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag1 }, message: 'value of tag "kind" must be in oneOf' };
            if (vErrors === null) {
              vErrors = [err173];
            } else {
              vErrors.push(err173);
            }
            errors++;
          }
        } else {
          const err174 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag1 }, message: 'tag "kind" must be string' };
          if (vErrors === null) {
            vErrors = [err174];
          } else {
            vErrors.push(err174);
          }
          errors++;
        }
      } else {
        const err175 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err175];
        } else {
          vErrors.push(err175);
        }
        errors++;
      }
    }
    if (data.registration !== void 0) {
      let data74 = data.registration;
      if (data74 && typeof data74 == "object" && !Array.isArray(data74)) {
        if (data74.mode === void 0) {
          const err176 = { instancePath: instancePath + "/registration", schemaPath: "#/properties/registration/required", keyword: "required", params: { missingProperty: "mode" }, message: "must have required property 'mode'" };
          if (vErrors === null) {
            vErrors = [err176];
          } else {
            vErrors.push(err176);
          }
          errors++;
        }
        for (const key17 in data74) {
          if (!func1.call(schema31.properties.registration.properties, key17)) {
            const err177 = { instancePath: instancePath + "/registration", schemaPath: "#/properties/registration/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key17 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err177];
            } else {
              vErrors.push(err177);
            }
            errors++;
          }
        }
        if (data74.mode !== void 0) {
          let data75 = data74.mode;
          if (typeof data75 !== "string" && !Array.isArray(data75)) {
            const err178 = { instancePath: instancePath + "/registration/mode", schemaPath: "#/properties/registration/properties/mode/type", keyword: "type", params: { type: schema31.properties.registration.properties.mode.type }, message: "must be string,array" };
            if (vErrors === null) {
              vErrors = [err178];
            } else {
              vErrors.push(err178);
            }
            errors++;
          }
          if (typeof data75 === "string") {
            if (!pattern43.test(data75)) {
              const err179 = { instancePath: instancePath + "/registration/mode", schemaPath: "#/properties/registration/properties/mode/pattern", keyword: "pattern", params: { pattern: "^(closed|token|email|captcha|open)$" }, message: 'must match pattern "^(closed|token|email|captcha|open)$"' };
              if (vErrors === null) {
                vErrors = [err179];
              } else {
                vErrors.push(err179);
              }
              errors++;
            }
          }
          if (Array.isArray(data75)) {
            if (data75.length < 1) {
              const err180 = { instancePath: instancePath + "/registration/mode", schemaPath: "#/properties/registration/properties/mode/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err180];
              } else {
                vErrors.push(err180);
              }
              errors++;
            }
            const len7 = data75.length;
            for (let i7 = 0; i7 < len7; i7++) {
              let data76 = data75[i7];
              if (!(data76 === "closed" || data76 === "token" || data76 === "email" || data76 === "captcha" || data76 === "open")) {
                const err181 = { instancePath: instancePath + "/registration/mode/" + i7, schemaPath: "#/properties/registration/properties/mode/items/enum", keyword: "enum", params: { allowedValues: schema31.properties.registration.properties.mode.items.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err181];
                } else {
                  vErrors.push(err181);
                }
                errors++;
              }
            }
          }
        }
        if (data74.acknowledge !== void 0) {
          if ("anyone on the internet may register here without any verification" !== data74.acknowledge) {
            const err182 = { instancePath: instancePath + "/registration/acknowledge", schemaPath: "#/properties/registration/properties/acknowledge/const", keyword: "const", params: { allowedValue: "anyone on the internet may register here without any verification" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err182];
            } else {
              vErrors.push(err182);
            }
            errors++;
          }
        }
        if (data74.captcha !== void 0) {
          let data78 = data74.captcha;
          if (data78 && typeof data78 == "object" && !Array.isArray(data78)) {
            if (data78.site_key === void 0) {
              const err183 = { instancePath: instancePath + "/registration/captcha", schemaPath: "#/properties/registration/properties/captcha/required", keyword: "required", params: { missingProperty: "site_key" }, message: "must have required property 'site_key'" };
              if (vErrors === null) {
                vErrors = [err183];
              } else {
                vErrors.push(err183);
              }
              errors++;
            }
            if (data78.secret_key === void 0) {
              const err184 = { instancePath: instancePath + "/registration/captcha", schemaPath: "#/properties/registration/properties/captcha/required", keyword: "required", params: { missingProperty: "secret_key" }, message: "must have required property 'secret_key'" };
              if (vErrors === null) {
                vErrors = [err184];
              } else {
                vErrors.push(err184);
              }
              errors++;
            }
            for (const key18 in data78) {
              if (!(key18 === "provider" || key18 === "site_key" || key18 === "secret_key" || key18 === "addresses")) {
                const err185 = { instancePath: instancePath + "/registration/captcha", schemaPath: "#/properties/registration/properties/captcha/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key18 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err185];
                } else {
                  vErrors.push(err185);
                }
                errors++;
              }
            }
            if (data78.provider !== void 0) {
              let data79 = data78.provider;
              if (!(data79 === "recaptcha" || data79 === "hcaptcha" || data79 === "turnstile")) {
                const err186 = { instancePath: instancePath + "/registration/captcha/provider", schemaPath: "#/properties/registration/properties/captcha/properties/provider/enum", keyword: "enum", params: { allowedValues: schema31.properties.registration.properties.captcha.properties.provider.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err186];
                } else {
                  vErrors.push(err186);
                }
                errors++;
              }
            }
            if (data78.site_key !== void 0) {
              let data80 = data78.site_key;
              if (typeof data80 === "string") {
                if (func2(data80) > 200) {
                  const err187 = { instancePath: instancePath + "/registration/captcha/site_key", schemaPath: "#/properties/registration/properties/captcha/properties/site_key/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
                  if (vErrors === null) {
                    vErrors = [err187];
                  } else {
                    vErrors.push(err187);
                  }
                  errors++;
                }
                if (func2(data80) < 1) {
                  const err188 = { instancePath: instancePath + "/registration/captcha/site_key", schemaPath: "#/properties/registration/properties/captcha/properties/site_key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err188];
                  } else {
                    vErrors.push(err188);
                  }
                  errors++;
                }
              } else {
                const err189 = { instancePath: instancePath + "/registration/captcha/site_key", schemaPath: "#/properties/registration/properties/captcha/properties/site_key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err189];
                } else {
                  vErrors.push(err189);
                }
                errors++;
              }
            }
            if (data78.secret_key !== void 0) {
              let data81 = data78.secret_key;
              if (data81 && typeof data81 == "object" && !Array.isArray(data81)) {
                if (Object.keys(data81).length > 1) {
                  const err190 = { instancePath: instancePath + "/registration/captcha/secret_key", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err190];
                  } else {
                    vErrors.push(err190);
                  }
                  errors++;
                }
                if (Object.keys(data81).length < 1) {
                  const err191 = { instancePath: instancePath + "/registration/captcha/secret_key", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err191];
                  } else {
                    vErrors.push(err191);
                  }
                  errors++;
                }
                for (const key19 in data81) {
                  if (!(key19 === "env" || key19 === "file" || key19 === "command" || key19 === "ansible_var")) {
                    const err192 = { instancePath: instancePath + "/registration/captcha/secret_key", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key19 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err192];
                    } else {
                      vErrors.push(err192);
                    }
                    errors++;
                  }
                }
                if (data81.env !== void 0) {
                  let data82 = data81.env;
                  if (typeof data82 === "string") {
                    if (!pattern10.test(data82)) {
                      const err193 = { instancePath: instancePath + "/registration/captcha/secret_key/env", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err193];
                      } else {
                        vErrors.push(err193);
                      }
                      errors++;
                    }
                  } else {
                    const err194 = { instancePath: instancePath + "/registration/captcha/secret_key/env", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err194];
                    } else {
                      vErrors.push(err194);
                    }
                    errors++;
                  }
                }
                if (data81.file !== void 0) {
                  let data83 = data81.file;
                  if (typeof data83 === "string") {
                    if (!pattern11.test(data83)) {
                      const err195 = { instancePath: instancePath + "/registration/captcha/secret_key/file", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                      if (vErrors === null) {
                        vErrors = [err195];
                      } else {
                        vErrors.push(err195);
                      }
                      errors++;
                    }
                  } else {
                    const err196 = { instancePath: instancePath + "/registration/captcha/secret_key/file", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err196];
                    } else {
                      vErrors.push(err196);
                    }
                    errors++;
                  }
                }
                if (data81.command !== void 0) {
                  let data84 = data81.command;
                  if (Array.isArray(data84)) {
                    if (data84.length < 1) {
                      const err197 = { instancePath: instancePath + "/registration/captcha/secret_key/command", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err197];
                      } else {
                        vErrors.push(err197);
                      }
                      errors++;
                    }
                    const len8 = data84.length;
                    for (let i8 = 0; i8 < len8; i8++) {
                      let data85 = data84[i8];
                      if (typeof data85 === "string") {
                        if (!pattern11.test(data85)) {
                          const err198 = { instancePath: instancePath + "/registration/captcha/secret_key/command/" + i8, schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                          if (vErrors === null) {
                            vErrors = [err198];
                          } else {
                            vErrors.push(err198);
                          }
                          errors++;
                        }
                      } else {
                        const err199 = { instancePath: instancePath + "/registration/captcha/secret_key/command/" + i8, schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err199];
                        } else {
                          vErrors.push(err199);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err200 = { instancePath: instancePath + "/registration/captcha/secret_key/command", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err200];
                    } else {
                      vErrors.push(err200);
                    }
                    errors++;
                  }
                }
                if (data81.ansible_var !== void 0) {
                  let data86 = data81.ansible_var;
                  if (typeof data86 === "string") {
                    if (!pattern10.test(data86)) {
                      const err201 = { instancePath: instancePath + "/registration/captcha/secret_key/ansible_var", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err201];
                      } else {
                        vErrors.push(err201);
                      }
                      errors++;
                    }
                  } else {
                    const err202 = { instancePath: instancePath + "/registration/captcha/secret_key/ansible_var", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err202];
                    } else {
                      vErrors.push(err202);
                    }
                    errors++;
                  }
                }
              } else {
                const err203 = { instancePath: instancePath + "/registration/captcha/secret_key", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err203];
                } else {
                  vErrors.push(err203);
                }
                errors++;
              }
            }
            if (data78.addresses !== void 0) {
              let data87 = data78.addresses;
              if (data87 && typeof data87 == "object" && !Array.isArray(data87)) {
                if (data87.verify === void 0) {
                  const err204 = { instancePath: instancePath + "/registration/captcha/addresses", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/required", keyword: "required", params: { missingProperty: "verify" }, message: "must have required property 'verify'" };
                  if (vErrors === null) {
                    vErrors = [err204];
                  } else {
                    vErrors.push(err204);
                  }
                  errors++;
                }
                if (data87.script === void 0) {
                  const err205 = { instancePath: instancePath + "/registration/captcha/addresses", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/required", keyword: "required", params: { missingProperty: "script" }, message: "must have required property 'script'" };
                  if (vErrors === null) {
                    vErrors = [err205];
                  } else {
                    vErrors.push(err205);
                  }
                  errors++;
                }
                for (const key20 in data87) {
                  if (!(key20 === "verify" || key20 === "script" || key20 === "form_field" || key20 === "class")) {
                    const err206 = { instancePath: instancePath + "/registration/captcha/addresses", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key20 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err206];
                    } else {
                      vErrors.push(err206);
                    }
                    errors++;
                  }
                }
                if (data87.verify !== void 0) {
                  let data88 = data87.verify;
                  if (typeof data88 === "string") {
                    if (!pattern48.test(data88)) {
                      const err207 = { instancePath: instancePath + "/registration/captcha/addresses/verify", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/verify/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s]+$" }, message: 'must match pattern "^https?://[^\\s]+$"' };
                      if (vErrors === null) {
                        vErrors = [err207];
                      } else {
                        vErrors.push(err207);
                      }
                      errors++;
                    }
                  } else {
                    const err208 = { instancePath: instancePath + "/registration/captcha/addresses/verify", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/verify/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err208];
                    } else {
                      vErrors.push(err208);
                    }
                    errors++;
                  }
                }
                if (data87.script !== void 0) {
                  let data89 = data87.script;
                  if (typeof data89 === "string") {
                    if (!pattern48.test(data89)) {
                      const err209 = { instancePath: instancePath + "/registration/captcha/addresses/script", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/script/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s]+$" }, message: 'must match pattern "^https?://[^\\s]+$"' };
                      if (vErrors === null) {
                        vErrors = [err209];
                      } else {
                        vErrors.push(err209);
                      }
                      errors++;
                    }
                  } else {
                    const err210 = { instancePath: instancePath + "/registration/captcha/addresses/script", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/script/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err210];
                    } else {
                      vErrors.push(err210);
                    }
                    errors++;
                  }
                }
                if (data87.form_field !== void 0) {
                  let data90 = data87.form_field;
                  if (typeof data90 === "string") {
                    if (!pattern50.test(data90)) {
                      const err211 = { instancePath: instancePath + "/registration/captcha/addresses/form_field", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/form_field/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
                      if (vErrors === null) {
                        vErrors = [err211];
                      } else {
                        vErrors.push(err211);
                      }
                      errors++;
                    }
                  } else {
                    const err212 = { instancePath: instancePath + "/registration/captcha/addresses/form_field", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/form_field/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err212];
                    } else {
                      vErrors.push(err212);
                    }
                    errors++;
                  }
                }
                if (data87.class !== void 0) {
                  let data91 = data87.class;
                  if (typeof data91 === "string") {
                    if (!pattern50.test(data91)) {
                      const err213 = { instancePath: instancePath + "/registration/captcha/addresses/class", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/class/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
                      if (vErrors === null) {
                        vErrors = [err213];
                      } else {
                        vErrors.push(err213);
                      }
                      errors++;
                    }
                  } else {
                    const err214 = { instancePath: instancePath + "/registration/captcha/addresses/class", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/class/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err214];
                    } else {
                      vErrors.push(err214);
                    }
                    errors++;
                  }
                }
              } else {
                const err215 = { instancePath: instancePath + "/registration/captcha/addresses", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err215];
                } else {
                  vErrors.push(err215);
                }
                errors++;
              }
            }
          } else {
            const err216 = { instancePath: instancePath + "/registration/captcha", schemaPath: "#/properties/registration/properties/captcha/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err216];
            } else {
              vErrors.push(err216);
            }
            errors++;
          }
        }
        if (data74.token_page !== void 0) {
          let data92 = data74.token_page;
          if (data92 && typeof data92 == "object" && !Array.isArray(data92)) {
            if (data92.admin_secret === void 0) {
              const err217 = { instancePath: instancePath + "/registration/token_page", schemaPath: "#/properties/registration/properties/token_page/required", keyword: "required", params: { missingProperty: "admin_secret" }, message: "must have required property 'admin_secret'" };
              if (vErrors === null) {
                vErrors = [err217];
              } else {
                vErrors.push(err217);
              }
              errors++;
            }
            for (const key21 in data92) {
              if (!(key21 === "admin_secret")) {
                const err218 = { instancePath: instancePath + "/registration/token_page", schemaPath: "#/properties/registration/properties/token_page/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key21 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err218];
                } else {
                  vErrors.push(err218);
                }
                errors++;
              }
            }
            if (data92.admin_secret !== void 0) {
              let data93 = data92.admin_secret;
              if (data93 && typeof data93 == "object" && !Array.isArray(data93)) {
                if (Object.keys(data93).length > 1) {
                  const err219 = { instancePath: instancePath + "/registration/token_page/admin_secret", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err219];
                  } else {
                    vErrors.push(err219);
                  }
                  errors++;
                }
                if (Object.keys(data93).length < 1) {
                  const err220 = { instancePath: instancePath + "/registration/token_page/admin_secret", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err220];
                  } else {
                    vErrors.push(err220);
                  }
                  errors++;
                }
                for (const key22 in data93) {
                  if (!(key22 === "env" || key22 === "file" || key22 === "command" || key22 === "ansible_var")) {
                    const err221 = { instancePath: instancePath + "/registration/token_page/admin_secret", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key22 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err221];
                    } else {
                      vErrors.push(err221);
                    }
                    errors++;
                  }
                }
                if (data93.env !== void 0) {
                  let data94 = data93.env;
                  if (typeof data94 === "string") {
                    if (!pattern10.test(data94)) {
                      const err222 = { instancePath: instancePath + "/registration/token_page/admin_secret/env", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err222];
                      } else {
                        vErrors.push(err222);
                      }
                      errors++;
                    }
                  } else {
                    const err223 = { instancePath: instancePath + "/registration/token_page/admin_secret/env", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err223];
                    } else {
                      vErrors.push(err223);
                    }
                    errors++;
                  }
                }
                if (data93.file !== void 0) {
                  let data95 = data93.file;
                  if (typeof data95 === "string") {
                    if (!pattern11.test(data95)) {
                      const err224 = { instancePath: instancePath + "/registration/token_page/admin_secret/file", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                      if (vErrors === null) {
                        vErrors = [err224];
                      } else {
                        vErrors.push(err224);
                      }
                      errors++;
                    }
                  } else {
                    const err225 = { instancePath: instancePath + "/registration/token_page/admin_secret/file", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err225];
                    } else {
                      vErrors.push(err225);
                    }
                    errors++;
                  }
                }
                if (data93.command !== void 0) {
                  let data96 = data93.command;
                  if (Array.isArray(data96)) {
                    if (data96.length < 1) {
                      const err226 = { instancePath: instancePath + "/registration/token_page/admin_secret/command", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err226];
                      } else {
                        vErrors.push(err226);
                      }
                      errors++;
                    }
                    const len9 = data96.length;
                    for (let i9 = 0; i9 < len9; i9++) {
                      let data97 = data96[i9];
                      if (typeof data97 === "string") {
                        if (!pattern11.test(data97)) {
                          const err227 = { instancePath: instancePath + "/registration/token_page/admin_secret/command/" + i9, schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                          if (vErrors === null) {
                            vErrors = [err227];
                          } else {
                            vErrors.push(err227);
                          }
                          errors++;
                        }
                      } else {
                        const err228 = { instancePath: instancePath + "/registration/token_page/admin_secret/command/" + i9, schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err228];
                        } else {
                          vErrors.push(err228);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err229 = { instancePath: instancePath + "/registration/token_page/admin_secret/command", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err229];
                    } else {
                      vErrors.push(err229);
                    }
                    errors++;
                  }
                }
                if (data93.ansible_var !== void 0) {
                  let data98 = data93.ansible_var;
                  if (typeof data98 === "string") {
                    if (!pattern10.test(data98)) {
                      const err230 = { instancePath: instancePath + "/registration/token_page/admin_secret/ansible_var", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err230];
                      } else {
                        vErrors.push(err230);
                      }
                      errors++;
                    }
                  } else {
                    const err231 = { instancePath: instancePath + "/registration/token_page/admin_secret/ansible_var", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err231];
                    } else {
                      vErrors.push(err231);
                    }
                    errors++;
                  }
                }
              } else {
                const err232 = { instancePath: instancePath + "/registration/token_page/admin_secret", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err232];
                } else {
                  vErrors.push(err232);
                }
                errors++;
              }
            }
          } else {
            const err233 = { instancePath: instancePath + "/registration/token_page", schemaPath: "#/properties/registration/properties/token_page/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err233];
            } else {
              vErrors.push(err233);
            }
            errors++;
          }
        }
        if (data74.auto_join_rooms !== void 0) {
          let data99 = data74.auto_join_rooms;
          if (Array.isArray(data99)) {
            const len10 = data99.length;
            for (let i10 = 0; i10 < len10; i10++) {
              let data100 = data99[i10];
              if (typeof data100 === "string") {
                if (!pattern56.test(data100)) {
                  const err234 = { instancePath: instancePath + "/registration/auto_join_rooms/" + i10, schemaPath: "#/properties/registration/properties/auto_join_rooms/items/pattern", keyword: "pattern", params: { pattern: "^#[^\\s:]+:[^\\s]+$" }, message: 'must match pattern "^#[^\\s:]+:[^\\s]+$"' };
                  if (vErrors === null) {
                    vErrors = [err234];
                  } else {
                    vErrors.push(err234);
                  }
                  errors++;
                }
              } else {
                const err235 = { instancePath: instancePath + "/registration/auto_join_rooms/" + i10, schemaPath: "#/properties/registration/properties/auto_join_rooms/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err235];
                } else {
                  vErrors.push(err235);
                }
                errors++;
              }
            }
          } else {
            const err236 = { instancePath: instancePath + "/registration/auto_join_rooms", schemaPath: "#/properties/registration/properties/auto_join_rooms/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err236];
            } else {
              vErrors.push(err236);
            }
            errors++;
          }
        }
        if (data74.guests !== void 0) {
          if (typeof data74.guests !== "boolean") {
            const err237 = { instancePath: instancePath + "/registration/guests", schemaPath: "#/properties/registration/properties/guests/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err237];
            } else {
              vErrors.push(err237);
            }
            errors++;
          }
        }
        if (data74.email_domains !== void 0) {
          let data102 = data74.email_domains;
          if (Array.isArray(data102)) {
            if (data102.length < 1) {
              const err238 = { instancePath: instancePath + "/registration/email_domains", schemaPath: "#/properties/registration/properties/email_domains/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err238];
              } else {
                vErrors.push(err238);
              }
              errors++;
            }
            const len11 = data102.length;
            for (let i11 = 0; i11 < len11; i11++) {
              let data103 = data102[i11];
              if (typeof data103 === "string") {
                if (!pattern57.test(data103)) {
                  const err239 = { instancePath: instancePath + "/registration/email_domains/" + i11, schemaPath: "#/properties/registration/properties/email_domains/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$" }, message: 'must match pattern "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$"' };
                  if (vErrors === null) {
                    vErrors = [err239];
                  } else {
                    vErrors.push(err239);
                  }
                  errors++;
                }
              } else {
                const err240 = { instancePath: instancePath + "/registration/email_domains/" + i11, schemaPath: "#/properties/registration/properties/email_domains/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err240];
                } else {
                  vErrors.push(err240);
                }
                errors++;
              }
            }
          } else {
            const err241 = { instancePath: instancePath + "/registration/email_domains", schemaPath: "#/properties/registration/properties/email_domains/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err241];
            } else {
              vErrors.push(err241);
            }
            errors++;
          }
        }
        if (data74.banned_usernames !== void 0) {
          let data104 = data74.banned_usernames;
          if (Array.isArray(data104)) {
            if (data104.length < 1) {
              const err242 = { instancePath: instancePath + "/registration/banned_usernames", schemaPath: "#/properties/registration/properties/banned_usernames/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err242];
              } else {
                vErrors.push(err242);
              }
              errors++;
            }
            const len12 = data104.length;
            for (let i12 = 0; i12 < len12; i12++) {
              let data105 = data104[i12];
              if (typeof data105 === "string") {
                if (!pattern58.test(data105)) {
                  const err243 = { instancePath: instancePath + "/registration/banned_usernames/" + i12, schemaPath: "#/properties/registration/properties/banned_usernames/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9._=/+-]+$" }, message: 'must match pattern "^[a-z0-9._=/+-]+$"' };
                  if (vErrors === null) {
                    vErrors = [err243];
                  } else {
                    vErrors.push(err243);
                  }
                  errors++;
                }
              } else {
                const err244 = { instancePath: instancePath + "/registration/banned_usernames/" + i12, schemaPath: "#/properties/registration/properties/banned_usernames/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err244];
                } else {
                  vErrors.push(err244);
                }
                errors++;
              }
            }
          } else {
            const err245 = { instancePath: instancePath + "/registration/banned_usernames", schemaPath: "#/properties/registration/properties/banned_usernames/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err245];
            } else {
              vErrors.push(err245);
            }
            errors++;
          }
        }
        if (data74.rate_limit !== void 0) {
          let data106 = data74.rate_limit;
          if (data106 && typeof data106 == "object" && !Array.isArray(data106)) {
            if (data106.per_second === void 0) {
              const err246 = { instancePath: instancePath + "/registration/rate_limit", schemaPath: "#/properties/registration/properties/rate_limit/required", keyword: "required", params: { missingProperty: "per_second" }, message: "must have required property 'per_second'" };
              if (vErrors === null) {
                vErrors = [err246];
              } else {
                vErrors.push(err246);
              }
              errors++;
            }
            if (data106.burst === void 0) {
              const err247 = { instancePath: instancePath + "/registration/rate_limit", schemaPath: "#/properties/registration/properties/rate_limit/required", keyword: "required", params: { missingProperty: "burst" }, message: "must have required property 'burst'" };
              if (vErrors === null) {
                vErrors = [err247];
              } else {
                vErrors.push(err247);
              }
              errors++;
            }
            for (const key23 in data106) {
              if (!(key23 === "per_second" || key23 === "burst")) {
                const err248 = { instancePath: instancePath + "/registration/rate_limit", schemaPath: "#/properties/registration/properties/rate_limit/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key23 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err248];
                } else {
                  vErrors.push(err248);
                }
                errors++;
              }
            }
            if (data106.per_second !== void 0) {
              let data107 = data106.per_second;
              if (typeof data107 == "number" && isFinite(data107)) {
                if (data107 <= 0 || isNaN(data107)) {
                  const err249 = { instancePath: instancePath + "/registration/rate_limit/per_second", schemaPath: "#/properties/registration/properties/rate_limit/properties/per_second/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
                  if (vErrors === null) {
                    vErrors = [err249];
                  } else {
                    vErrors.push(err249);
                  }
                  errors++;
                }
              } else {
                const err250 = { instancePath: instancePath + "/registration/rate_limit/per_second", schemaPath: "#/properties/registration/properties/rate_limit/properties/per_second/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                if (vErrors === null) {
                  vErrors = [err250];
                } else {
                  vErrors.push(err250);
                }
                errors++;
              }
            }
            if (data106.burst !== void 0) {
              let data108 = data106.burst;
              if (!(typeof data108 == "number" && (!(data108 % 1) && !isNaN(data108)) && isFinite(data108))) {
                const err251 = { instancePath: instancePath + "/registration/rate_limit/burst", schemaPath: "#/properties/registration/properties/rate_limit/properties/burst/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err251];
                } else {
                  vErrors.push(err251);
                }
                errors++;
              }
              if (typeof data108 == "number" && isFinite(data108)) {
                if (data108 < 1 || isNaN(data108)) {
                  const err252 = { instancePath: instancePath + "/registration/rate_limit/burst", schemaPath: "#/properties/registration/properties/rate_limit/properties/burst/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err252];
                  } else {
                    vErrors.push(err252);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err253 = { instancePath: instancePath + "/registration/rate_limit", schemaPath: "#/properties/registration/properties/rate_limit/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err253];
            } else {
              vErrors.push(err253);
            }
            errors++;
          }
        }
        if (data74.password_policy !== void 0) {
          let data109 = data74.password_policy;
          if (data109 && typeof data109 == "object" && !Array.isArray(data109)) {
            for (const key24 in data109) {
              if (!(key24 === "minimum_length" || key24 === "require_digit" || key24 === "require_symbol" || key24 === "require_lowercase" || key24 === "require_uppercase")) {
                const err254 = { instancePath: instancePath + "/registration/password_policy", schemaPath: "#/properties/registration/properties/password_policy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key24 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err254];
                } else {
                  vErrors.push(err254);
                }
                errors++;
              }
            }
            if (data109.minimum_length !== void 0) {
              let data110 = data109.minimum_length;
              if (!(typeof data110 == "number" && (!(data110 % 1) && !isNaN(data110)) && isFinite(data110))) {
                const err255 = { instancePath: instancePath + "/registration/password_policy/minimum_length", schemaPath: "#/properties/registration/properties/password_policy/properties/minimum_length/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err255];
                } else {
                  vErrors.push(err255);
                }
                errors++;
              }
              if (typeof data110 == "number" && isFinite(data110)) {
                if (data110 > 72 || isNaN(data110)) {
                  const err256 = { instancePath: instancePath + "/registration/password_policy/minimum_length", schemaPath: "#/properties/registration/properties/password_policy/properties/minimum_length/maximum", keyword: "maximum", params: { comparison: "<=", limit: 72 }, message: "must be <= 72" };
                  if (vErrors === null) {
                    vErrors = [err256];
                  } else {
                    vErrors.push(err256);
                  }
                  errors++;
                }
                if (data110 < 1 || isNaN(data110)) {
                  const err257 = { instancePath: instancePath + "/registration/password_policy/minimum_length", schemaPath: "#/properties/registration/properties/password_policy/properties/minimum_length/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err257];
                  } else {
                    vErrors.push(err257);
                  }
                  errors++;
                }
              }
            }
            if (data109.require_digit !== void 0) {
              if (typeof data109.require_digit !== "boolean") {
                const err258 = { instancePath: instancePath + "/registration/password_policy/require_digit", schemaPath: "#/properties/registration/properties/password_policy/properties/require_digit/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err258];
                } else {
                  vErrors.push(err258);
                }
                errors++;
              }
            }
            if (data109.require_symbol !== void 0) {
              if (typeof data109.require_symbol !== "boolean") {
                const err259 = { instancePath: instancePath + "/registration/password_policy/require_symbol", schemaPath: "#/properties/registration/properties/password_policy/properties/require_symbol/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err259];
                } else {
                  vErrors.push(err259);
                }
                errors++;
              }
            }
            if (data109.require_lowercase !== void 0) {
              if (typeof data109.require_lowercase !== "boolean") {
                const err260 = { instancePath: instancePath + "/registration/password_policy/require_lowercase", schemaPath: "#/properties/registration/properties/password_policy/properties/require_lowercase/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err260];
                } else {
                  vErrors.push(err260);
                }
                errors++;
              }
            }
            if (data109.require_uppercase !== void 0) {
              if (typeof data109.require_uppercase !== "boolean") {
                const err261 = { instancePath: instancePath + "/registration/password_policy/require_uppercase", schemaPath: "#/properties/registration/properties/password_policy/properties/require_uppercase/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err261];
                } else {
                  vErrors.push(err261);
                }
                errors++;
              }
            }
          } else {
            const err262 = { instancePath: instancePath + "/registration/password_policy", schemaPath: "#/properties/registration/properties/password_policy/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err262];
            } else {
              vErrors.push(err262);
            }
            errors++;
          }
        }
        if (data74.password_complexity !== void 0) {
          let data115 = data74.password_complexity;
          if (!(typeof data115 == "number" && (!(data115 % 1) && !isNaN(data115)) && isFinite(data115))) {
            const err263 = { instancePath: instancePath + "/registration/password_complexity", schemaPath: "#/properties/registration/properties/password_complexity/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err263];
            } else {
              vErrors.push(err263);
            }
            errors++;
          }
          if (typeof data115 == "number" && isFinite(data115)) {
            if (data115 > 4 || isNaN(data115)) {
              const err264 = { instancePath: instancePath + "/registration/password_complexity", schemaPath: "#/properties/registration/properties/password_complexity/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4 }, message: "must be <= 4" };
              if (vErrors === null) {
                vErrors = [err264];
              } else {
                vErrors.push(err264);
              }
              errors++;
            }
            if (data115 < 0 || isNaN(data115)) {
              const err265 = { instancePath: instancePath + "/registration/password_complexity", schemaPath: "#/properties/registration/properties/password_complexity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err265];
              } else {
                vErrors.push(err265);
              }
              errors++;
            }
          }
        }
      } else {
        const err266 = { instancePath: instancePath + "/registration", schemaPath: "#/properties/registration/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err266];
        } else {
          vErrors.push(err266);
        }
        errors++;
      }
    }
    if (data.email !== void 0) {
      let data116 = data.email;
      if (data116 && typeof data116 == "object" && !Array.isArray(data116)) {
        for (const key25 in data116) {
          if (!(key25 === "sender" || key25 === "relay" || key25 === "smtp")) {
            const err267 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key25 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err267];
            } else {
              vErrors.push(err267);
            }
            errors++;
          }
        }
        if (data116.sender !== void 0) {
          let data117 = data116.sender;
          if (typeof data117 === "string") {
            if (!pattern59.test(data117)) {
              const err268 = { instancePath: instancePath + "/email/sender", schemaPath: "#/properties/email/properties/sender/pattern", keyword: "pattern", params: { pattern: "^[^\\s@]+@[^\\s@]+$" }, message: 'must match pattern "^[^\\s@]+@[^\\s@]+$"' };
              if (vErrors === null) {
                vErrors = [err268];
              } else {
                vErrors.push(err268);
              }
              errors++;
            }
          } else {
            const err269 = { instancePath: instancePath + "/email/sender", schemaPath: "#/properties/email/properties/sender/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err269];
            } else {
              vErrors.push(err269);
            }
            errors++;
          }
        }
        if (data116.relay !== void 0) {
          let data118 = data116.relay;
          if (data118 && typeof data118 == "object" && !Array.isArray(data118)) {
            if (data118.host === void 0) {
              const err270 = { instancePath: instancePath + "/email/relay", schemaPath: "#/properties/email/properties/relay/required", keyword: "required", params: { missingProperty: "host" }, message: "must have required property 'host'" };
              if (vErrors === null) {
                vErrors = [err270];
              } else {
                vErrors.push(err270);
              }
              errors++;
            }
            for (const key26 in data118) {
              if (!(key26 === "host" || key26 === "port" || key26 === "username" || key26 === "password")) {
                const err271 = { instancePath: instancePath + "/email/relay", schemaPath: "#/properties/email/properties/relay/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key26 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err271];
                } else {
                  vErrors.push(err271);
                }
                errors++;
              }
            }
            if (data118.host !== void 0) {
              let data119 = data118.host;
              if (typeof data119 === "string") {
                if (!pattern60.test(data119)) {
                  const err272 = { instancePath: instancePath + "/email/relay/host", schemaPath: "#/properties/email/properties/relay/properties/host/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9.-]*$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9.-]*$"' };
                  if (vErrors === null) {
                    vErrors = [err272];
                  } else {
                    vErrors.push(err272);
                  }
                  errors++;
                }
              } else {
                const err273 = { instancePath: instancePath + "/email/relay/host", schemaPath: "#/properties/email/properties/relay/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err273];
                } else {
                  vErrors.push(err273);
                }
                errors++;
              }
            }
            if (data118.port !== void 0) {
              let data120 = data118.port;
              if (!(typeof data120 == "number" && (!(data120 % 1) && !isNaN(data120)) && isFinite(data120))) {
                const err274 = { instancePath: instancePath + "/email/relay/port", schemaPath: "#/properties/email/properties/relay/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err274];
                } else {
                  vErrors.push(err274);
                }
                errors++;
              }
              if (typeof data120 == "number" && isFinite(data120)) {
                if (data120 > 65535 || isNaN(data120)) {
                  const err275 = { instancePath: instancePath + "/email/relay/port", schemaPath: "#/properties/email/properties/relay/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
                  if (vErrors === null) {
                    vErrors = [err275];
                  } else {
                    vErrors.push(err275);
                  }
                  errors++;
                }
                if (data120 < 1 || isNaN(data120)) {
                  const err276 = { instancePath: instancePath + "/email/relay/port", schemaPath: "#/properties/email/properties/relay/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err276];
                  } else {
                    vErrors.push(err276);
                  }
                  errors++;
                }
              }
            }
            if (data118.username !== void 0) {
              let data121 = data118.username;
              if (typeof data121 === "string") {
                if (func2(data121) < 1) {
                  const err277 = { instancePath: instancePath + "/email/relay/username", schemaPath: "#/properties/email/properties/relay/properties/username/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err277];
                  } else {
                    vErrors.push(err277);
                  }
                  errors++;
                }
              } else {
                const err278 = { instancePath: instancePath + "/email/relay/username", schemaPath: "#/properties/email/properties/relay/properties/username/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err278];
                } else {
                  vErrors.push(err278);
                }
                errors++;
              }
            }
            if (data118.password !== void 0) {
              let data122 = data118.password;
              if (data122 && typeof data122 == "object" && !Array.isArray(data122)) {
                if (Object.keys(data122).length > 1) {
                  const err279 = { instancePath: instancePath + "/email/relay/password", schemaPath: "#/properties/email/properties/relay/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err279];
                  } else {
                    vErrors.push(err279);
                  }
                  errors++;
                }
                if (Object.keys(data122).length < 1) {
                  const err280 = { instancePath: instancePath + "/email/relay/password", schemaPath: "#/properties/email/properties/relay/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err280];
                  } else {
                    vErrors.push(err280);
                  }
                  errors++;
                }
                for (const key27 in data122) {
                  if (!(key27 === "env" || key27 === "file" || key27 === "command" || key27 === "ansible_var")) {
                    const err281 = { instancePath: instancePath + "/email/relay/password", schemaPath: "#/properties/email/properties/relay/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key27 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err281];
                    } else {
                      vErrors.push(err281);
                    }
                    errors++;
                  }
                }
                if (data122.env !== void 0) {
                  let data123 = data122.env;
                  if (typeof data123 === "string") {
                    if (!pattern10.test(data123)) {
                      const err282 = { instancePath: instancePath + "/email/relay/password/env", schemaPath: "#/properties/email/properties/relay/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err282];
                      } else {
                        vErrors.push(err282);
                      }
                      errors++;
                    }
                  } else {
                    const err283 = { instancePath: instancePath + "/email/relay/password/env", schemaPath: "#/properties/email/properties/relay/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err283];
                    } else {
                      vErrors.push(err283);
                    }
                    errors++;
                  }
                }
                if (data122.file !== void 0) {
                  let data124 = data122.file;
                  if (typeof data124 === "string") {
                    if (!pattern11.test(data124)) {
                      const err284 = { instancePath: instancePath + "/email/relay/password/file", schemaPath: "#/properties/email/properties/relay/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                      if (vErrors === null) {
                        vErrors = [err284];
                      } else {
                        vErrors.push(err284);
                      }
                      errors++;
                    }
                  } else {
                    const err285 = { instancePath: instancePath + "/email/relay/password/file", schemaPath: "#/properties/email/properties/relay/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err285];
                    } else {
                      vErrors.push(err285);
                    }
                    errors++;
                  }
                }
                if (data122.command !== void 0) {
                  let data125 = data122.command;
                  if (Array.isArray(data125)) {
                    if (data125.length < 1) {
                      const err286 = { instancePath: instancePath + "/email/relay/password/command", schemaPath: "#/properties/email/properties/relay/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err286];
                      } else {
                        vErrors.push(err286);
                      }
                      errors++;
                    }
                    const len13 = data125.length;
                    for (let i13 = 0; i13 < len13; i13++) {
                      let data126 = data125[i13];
                      if (typeof data126 === "string") {
                        if (!pattern11.test(data126)) {
                          const err287 = { instancePath: instancePath + "/email/relay/password/command/" + i13, schemaPath: "#/properties/email/properties/relay/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                          if (vErrors === null) {
                            vErrors = [err287];
                          } else {
                            vErrors.push(err287);
                          }
                          errors++;
                        }
                      } else {
                        const err288 = { instancePath: instancePath + "/email/relay/password/command/" + i13, schemaPath: "#/properties/email/properties/relay/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err288];
                        } else {
                          vErrors.push(err288);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err289 = { instancePath: instancePath + "/email/relay/password/command", schemaPath: "#/properties/email/properties/relay/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err289];
                    } else {
                      vErrors.push(err289);
                    }
                    errors++;
                  }
                }
                if (data122.ansible_var !== void 0) {
                  let data127 = data122.ansible_var;
                  if (typeof data127 === "string") {
                    if (!pattern10.test(data127)) {
                      const err290 = { instancePath: instancePath + "/email/relay/password/ansible_var", schemaPath: "#/properties/email/properties/relay/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err290];
                      } else {
                        vErrors.push(err290);
                      }
                      errors++;
                    }
                  } else {
                    const err291 = { instancePath: instancePath + "/email/relay/password/ansible_var", schemaPath: "#/properties/email/properties/relay/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err291];
                    } else {
                      vErrors.push(err291);
                    }
                    errors++;
                  }
                }
              } else {
                const err292 = { instancePath: instancePath + "/email/relay/password", schemaPath: "#/properties/email/properties/relay/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err292];
                } else {
                  vErrors.push(err292);
                }
                errors++;
              }
            }
          } else {
            const err293 = { instancePath: instancePath + "/email/relay", schemaPath: "#/properties/email/properties/relay/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err293];
            } else {
              vErrors.push(err293);
            }
            errors++;
          }
        }
        if (data116.smtp !== void 0) {
          let data128 = data116.smtp;
          if (data128 && typeof data128 == "object" && !Array.isArray(data128)) {
            if (data128.host === void 0) {
              const err294 = { instancePath: instancePath + "/email/smtp", schemaPath: "#/properties/email/properties/smtp/required", keyword: "required", params: { missingProperty: "host" }, message: "must have required property 'host'" };
              if (vErrors === null) {
                vErrors = [err294];
              } else {
                vErrors.push(err294);
              }
              errors++;
            }
            for (const key28 in data128) {
              if (!(key28 === "host" || key28 === "port" || key28 === "security" || key28 === "username" || key28 === "password")) {
                const err295 = { instancePath: instancePath + "/email/smtp", schemaPath: "#/properties/email/properties/smtp/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key28 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err295];
                } else {
                  vErrors.push(err295);
                }
                errors++;
              }
            }
            if (data128.host !== void 0) {
              let data129 = data128.host;
              if (typeof data129 === "string") {
                if (!pattern60.test(data129)) {
                  const err296 = { instancePath: instancePath + "/email/smtp/host", schemaPath: "#/properties/email/properties/smtp/properties/host/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9.-]*$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9.-]*$"' };
                  if (vErrors === null) {
                    vErrors = [err296];
                  } else {
                    vErrors.push(err296);
                  }
                  errors++;
                }
              } else {
                const err297 = { instancePath: instancePath + "/email/smtp/host", schemaPath: "#/properties/email/properties/smtp/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err297];
                } else {
                  vErrors.push(err297);
                }
                errors++;
              }
            }
            if (data128.port !== void 0) {
              let data130 = data128.port;
              if (!(typeof data130 == "number" && (!(data130 % 1) && !isNaN(data130)) && isFinite(data130))) {
                const err298 = { instancePath: instancePath + "/email/smtp/port", schemaPath: "#/properties/email/properties/smtp/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err298];
                } else {
                  vErrors.push(err298);
                }
                errors++;
              }
              if (typeof data130 == "number" && isFinite(data130)) {
                if (data130 > 65535 || isNaN(data130)) {
                  const err299 = { instancePath: instancePath + "/email/smtp/port", schemaPath: "#/properties/email/properties/smtp/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
                  if (vErrors === null) {
                    vErrors = [err299];
                  } else {
                    vErrors.push(err299);
                  }
                  errors++;
                }
                if (data130 < 1 || isNaN(data130)) {
                  const err300 = { instancePath: instancePath + "/email/smtp/port", schemaPath: "#/properties/email/properties/smtp/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err300];
                  } else {
                    vErrors.push(err300);
                  }
                  errors++;
                }
              }
            }
            if (data128.security !== void 0) {
              let data131 = data128.security;
              if (!(data131 === "starttls" || data131 === "tls" || data131 === "plain")) {
                const err301 = { instancePath: instancePath + "/email/smtp/security", schemaPath: "#/properties/email/properties/smtp/properties/security/enum", keyword: "enum", params: { allowedValues: schema31.properties.email.properties.smtp.properties.security.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err301];
                } else {
                  vErrors.push(err301);
                }
                errors++;
              }
            }
            if (data128.username !== void 0) {
              let data132 = data128.username;
              if (typeof data132 === "string") {
                if (func2(data132) < 1) {
                  const err302 = { instancePath: instancePath + "/email/smtp/username", schemaPath: "#/properties/email/properties/smtp/properties/username/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err302];
                  } else {
                    vErrors.push(err302);
                  }
                  errors++;
                }
              } else {
                const err303 = { instancePath: instancePath + "/email/smtp/username", schemaPath: "#/properties/email/properties/smtp/properties/username/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err303];
                } else {
                  vErrors.push(err303);
                }
                errors++;
              }
            }
            if (data128.password !== void 0) {
              let data133 = data128.password;
              if (data133 && typeof data133 == "object" && !Array.isArray(data133)) {
                if (Object.keys(data133).length > 1) {
                  const err304 = { instancePath: instancePath + "/email/smtp/password", schemaPath: "#/properties/email/properties/smtp/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err304];
                  } else {
                    vErrors.push(err304);
                  }
                  errors++;
                }
                if (Object.keys(data133).length < 1) {
                  const err305 = { instancePath: instancePath + "/email/smtp/password", schemaPath: "#/properties/email/properties/smtp/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err305];
                  } else {
                    vErrors.push(err305);
                  }
                  errors++;
                }
                for (const key29 in data133) {
                  if (!(key29 === "env" || key29 === "file" || key29 === "command" || key29 === "ansible_var")) {
                    const err306 = { instancePath: instancePath + "/email/smtp/password", schemaPath: "#/properties/email/properties/smtp/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key29 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err306];
                    } else {
                      vErrors.push(err306);
                    }
                    errors++;
                  }
                }
                if (data133.env !== void 0) {
                  let data134 = data133.env;
                  if (typeof data134 === "string") {
                    if (!pattern10.test(data134)) {
                      const err307 = { instancePath: instancePath + "/email/smtp/password/env", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err307];
                      } else {
                        vErrors.push(err307);
                      }
                      errors++;
                    }
                  } else {
                    const err308 = { instancePath: instancePath + "/email/smtp/password/env", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err308];
                    } else {
                      vErrors.push(err308);
                    }
                    errors++;
                  }
                }
                if (data133.file !== void 0) {
                  let data135 = data133.file;
                  if (typeof data135 === "string") {
                    if (!pattern11.test(data135)) {
                      const err309 = { instancePath: instancePath + "/email/smtp/password/file", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                      if (vErrors === null) {
                        vErrors = [err309];
                      } else {
                        vErrors.push(err309);
                      }
                      errors++;
                    }
                  } else {
                    const err310 = { instancePath: instancePath + "/email/smtp/password/file", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err310];
                    } else {
                      vErrors.push(err310);
                    }
                    errors++;
                  }
                }
                if (data133.command !== void 0) {
                  let data136 = data133.command;
                  if (Array.isArray(data136)) {
                    if (data136.length < 1) {
                      const err311 = { instancePath: instancePath + "/email/smtp/password/command", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err311];
                      } else {
                        vErrors.push(err311);
                      }
                      errors++;
                    }
                    const len14 = data136.length;
                    for (let i14 = 0; i14 < len14; i14++) {
                      let data137 = data136[i14];
                      if (typeof data137 === "string") {
                        if (!pattern11.test(data137)) {
                          const err312 = { instancePath: instancePath + "/email/smtp/password/command/" + i14, schemaPath: "#/properties/email/properties/smtp/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                          if (vErrors === null) {
                            vErrors = [err312];
                          } else {
                            vErrors.push(err312);
                          }
                          errors++;
                        }
                      } else {
                        const err313 = { instancePath: instancePath + "/email/smtp/password/command/" + i14, schemaPath: "#/properties/email/properties/smtp/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err313];
                        } else {
                          vErrors.push(err313);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err314 = { instancePath: instancePath + "/email/smtp/password/command", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err314];
                    } else {
                      vErrors.push(err314);
                    }
                    errors++;
                  }
                }
                if (data133.ansible_var !== void 0) {
                  let data138 = data133.ansible_var;
                  if (typeof data138 === "string") {
                    if (!pattern10.test(data138)) {
                      const err315 = { instancePath: instancePath + "/email/smtp/password/ansible_var", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err315];
                      } else {
                        vErrors.push(err315);
                      }
                      errors++;
                    }
                  } else {
                    const err316 = { instancePath: instancePath + "/email/smtp/password/ansible_var", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err316];
                    } else {
                      vErrors.push(err316);
                    }
                    errors++;
                  }
                }
              } else {
                const err317 = { instancePath: instancePath + "/email/smtp/password", schemaPath: "#/properties/email/properties/smtp/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err317];
                } else {
                  vErrors.push(err317);
                }
                errors++;
              }
            }
          } else {
            const err318 = { instancePath: instancePath + "/email/smtp", schemaPath: "#/properties/email/properties/smtp/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err318];
            } else {
              vErrors.push(err318);
            }
            errors++;
          }
        }
      } else {
        const err319 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err319];
        } else {
          vErrors.push(err319);
        }
        errors++;
      }
    }
    if (data.discovery !== void 0) {
      let data139 = data.discovery;
      if (data139 && typeof data139 == "object" && !Array.isArray(data139)) {
        if (data139.served_by === void 0) {
          const err320 = { instancePath: instancePath + "/discovery", schemaPath: "#/properties/discovery/required", keyword: "required", params: { missingProperty: "served_by" }, message: "must have required property 'served_by'" };
          if (vErrors === null) {
            vErrors = [err320];
          } else {
            vErrors.push(err320);
          }
          errors++;
        }
        for (const key30 in data139) {
          if (!(key30 === "served_by" || key30 === "address" || key30 === "federation_port" || key30 === "support")) {
            const err321 = { instancePath: instancePath + "/discovery", schemaPath: "#/properties/discovery/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key30 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err321];
            } else {
              vErrors.push(err321);
            }
            errors++;
          }
        }
        if (data139.served_by !== void 0) {
          let data140 = data139.served_by;
          if (!(data140 === "playbook" || data140 === "web_server")) {
            const err322 = { instancePath: instancePath + "/discovery/served_by", schemaPath: "#/properties/discovery/properties/served_by/enum", keyword: "enum", params: { allowedValues: schema31.properties.discovery.properties.served_by.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err322];
            } else {
              vErrors.push(err322);
            }
            errors++;
          }
        }
        if (data139.address !== void 0) {
          let data141 = data139.address;
          if (typeof data141 === "string") {
            if (func2(data141) > 230) {
              const err323 = { instancePath: instancePath + "/discovery/address", schemaPath: "#/properties/discovery/properties/address/maxLength", keyword: "maxLength", params: { limit: 230 }, message: "must NOT have more than 230 characters" };
              if (vErrors === null) {
                vErrors = [err323];
              } else {
                vErrors.push(err323);
              }
              errors++;
            }
            if (!pattern70.test(data141)) {
              const err324 = { instancePath: instancePath + "/discovery/address", schemaPath: "#/properties/discovery/properties/address/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$" }, message: 'must match pattern "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$"' };
              if (vErrors === null) {
                vErrors = [err324];
              } else {
                vErrors.push(err324);
              }
              errors++;
            }
          } else {
            const err325 = { instancePath: instancePath + "/discovery/address", schemaPath: "#/properties/discovery/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err325];
            } else {
              vErrors.push(err325);
            }
            errors++;
          }
        }
        if (data139.federation_port !== void 0) {
          let data142 = data139.federation_port;
          if (!(typeof data142 == "number" && (!(data142 % 1) && !isNaN(data142)) && isFinite(data142))) {
            const err326 = { instancePath: instancePath + "/discovery/federation_port", schemaPath: "#/properties/discovery/properties/federation_port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err326];
            } else {
              vErrors.push(err326);
            }
            errors++;
          }
          if (typeof data142 == "number" && isFinite(data142)) {
            if (data142 > 65535 || isNaN(data142)) {
              const err327 = { instancePath: instancePath + "/discovery/federation_port", schemaPath: "#/properties/discovery/properties/federation_port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
              if (vErrors === null) {
                vErrors = [err327];
              } else {
                vErrors.push(err327);
              }
              errors++;
            }
            if (data142 < 1 || isNaN(data142)) {
              const err328 = { instancePath: instancePath + "/discovery/federation_port", schemaPath: "#/properties/discovery/properties/federation_port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err328];
              } else {
                vErrors.push(err328);
              }
              errors++;
            }
          }
        }
        if (data139.support !== void 0) {
          let data143 = data139.support;
          if (data143 && typeof data143 == "object" && !Array.isArray(data143)) {
            for (const key31 in data143) {
              if (!(key31 === "page" || key31 === "contacts")) {
                const err329 = { instancePath: instancePath + "/discovery/support", schemaPath: "#/properties/discovery/properties/support/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key31 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err329];
                } else {
                  vErrors.push(err329);
                }
                errors++;
              }
            }
            if (data143.page !== void 0) {
              let data144 = data143.page;
              if (typeof data144 === "string") {
                if (!pattern48.test(data144)) {
                  const err330 = { instancePath: instancePath + "/discovery/support/page", schemaPath: "#/properties/discovery/properties/support/properties/page/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s]+$" }, message: 'must match pattern "^https?://[^\\s]+$"' };
                  if (vErrors === null) {
                    vErrors = [err330];
                  } else {
                    vErrors.push(err330);
                  }
                  errors++;
                }
              } else {
                const err331 = { instancePath: instancePath + "/discovery/support/page", schemaPath: "#/properties/discovery/properties/support/properties/page/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err331];
                } else {
                  vErrors.push(err331);
                }
                errors++;
              }
            }
            if (data143.contacts !== void 0) {
              let data145 = data143.contacts;
              if (Array.isArray(data145)) {
                if (data145.length < 1) {
                  const err332 = { instancePath: instancePath + "/discovery/support/contacts", schemaPath: "#/properties/discovery/properties/support/properties/contacts/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  if (vErrors === null) {
                    vErrors = [err332];
                  } else {
                    vErrors.push(err332);
                  }
                  errors++;
                }
                const len15 = data145.length;
                for (let i15 = 0; i15 < len15; i15++) {
                  let data146 = data145[i15];
                  if (data146 && typeof data146 == "object" && !Array.isArray(data146)) {
                    if (data146.role === void 0) {
                      const err333 = { instancePath: instancePath + "/discovery/support/contacts/" + i15, schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/required", keyword: "required", params: { missingProperty: "role" }, message: "must have required property 'role'" };
                      if (vErrors === null) {
                        vErrors = [err333];
                      } else {
                        vErrors.push(err333);
                      }
                      errors++;
                    }
                    for (const key32 in data146) {
                      if (!(key32 === "role" || key32 === "matrix_id" || key32 === "email_address")) {
                        const err334 = { instancePath: instancePath + "/discovery/support/contacts/" + i15, schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key32 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                          vErrors = [err334];
                        } else {
                          vErrors.push(err334);
                        }
                        errors++;
                      }
                    }
                    if (data146.role !== void 0) {
                      let data147 = data146.role;
                      if (!(data147 === "admin" || data147 === "security")) {
                        const err335 = { instancePath: instancePath + "/discovery/support/contacts/" + i15 + "/role", schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/properties/role/enum", keyword: "enum", params: { allowedValues: schema31.properties.discovery.properties.support.properties.contacts.items.properties.role.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                          vErrors = [err335];
                        } else {
                          vErrors.push(err335);
                        }
                        errors++;
                      }
                    }
                    if (data146.matrix_id !== void 0) {
                      let data148 = data146.matrix_id;
                      if (typeof data148 === "string") {
                        if (!pattern72.test(data148)) {
                          const err336 = { instancePath: instancePath + "/discovery/support/contacts/" + i15 + "/matrix_id", schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/properties/matrix_id/pattern", keyword: "pattern", params: { pattern: "^@[^\\s:]+:[^\\s]+$" }, message: 'must match pattern "^@[^\\s:]+:[^\\s]+$"' };
                          if (vErrors === null) {
                            vErrors = [err336];
                          } else {
                            vErrors.push(err336);
                          }
                          errors++;
                        }
                      } else {
                        const err337 = { instancePath: instancePath + "/discovery/support/contacts/" + i15 + "/matrix_id", schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/properties/matrix_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err337];
                        } else {
                          vErrors.push(err337);
                        }
                        errors++;
                      }
                    }
                    if (data146.email_address !== void 0) {
                      let data149 = data146.email_address;
                      if (typeof data149 === "string") {
                        if (!pattern59.test(data149)) {
                          const err338 = { instancePath: instancePath + "/discovery/support/contacts/" + i15 + "/email_address", schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/properties/email_address/pattern", keyword: "pattern", params: { pattern: "^[^\\s@]+@[^\\s@]+$" }, message: 'must match pattern "^[^\\s@]+@[^\\s@]+$"' };
                          if (vErrors === null) {
                            vErrors = [err338];
                          } else {
                            vErrors.push(err338);
                          }
                          errors++;
                        }
                      } else {
                        const err339 = { instancePath: instancePath + "/discovery/support/contacts/" + i15 + "/email_address", schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/properties/email_address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err339];
                        } else {
                          vErrors.push(err339);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err340 = { instancePath: instancePath + "/discovery/support/contacts/" + i15, schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                    if (vErrors === null) {
                      vErrors = [err340];
                    } else {
                      vErrors.push(err340);
                    }
                    errors++;
                  }
                }
              } else {
                const err341 = { instancePath: instancePath + "/discovery/support/contacts", schemaPath: "#/properties/discovery/properties/support/properties/contacts/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err341];
                } else {
                  vErrors.push(err341);
                }
                errors++;
              }
            }
          } else {
            const err342 = { instancePath: instancePath + "/discovery/support", schemaPath: "#/properties/discovery/properties/support/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err342];
            } else {
              vErrors.push(err342);
            }
            errors++;
          }
        }
      } else {
        const err343 = { instancePath: instancePath + "/discovery", schemaPath: "#/properties/discovery/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err343];
        } else {
          vErrors.push(err343);
        }
        errors++;
      }
    }
    if (data.users !== void 0) {
      let data150 = data.users;
      if (Array.isArray(data150)) {
        const len16 = data150.length;
        for (let i16 = 0; i16 < len16; i16++) {
          let data151 = data150[i16];
          if (data151 && typeof data151 == "object" && !Array.isArray(data151)) {
            if (data151.username === void 0) {
              const err344 = { instancePath: instancePath + "/users/" + i16, schemaPath: "#/properties/users/items/required", keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
              if (vErrors === null) {
                vErrors = [err344];
              } else {
                vErrors.push(err344);
              }
              errors++;
            }
            for (const key33 in data151) {
              if (!func1.call(schema31.properties.users.items.properties, key33)) {
                const err345 = { instancePath: instancePath + "/users/" + i16, schemaPath: "#/properties/users/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key33 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err345];
                } else {
                  vErrors.push(err345);
                }
                errors++;
              }
            }
            if (data151.username !== void 0) {
              let data152 = data151.username;
              if (typeof data152 === "string") {
                if (func2(data152) > 255) {
                  const err346 = { instancePath: instancePath + "/users/" + i16 + "/username", schemaPath: "#/properties/users/items/properties/username/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
                  if (vErrors === null) {
                    vErrors = [err346];
                  } else {
                    vErrors.push(err346);
                  }
                  errors++;
                }
                if (!pattern74.test(data152)) {
                  const err347 = { instancePath: instancePath + "/users/" + i16 + "/username", schemaPath: "#/properties/users/items/properties/username/pattern", keyword: "pattern", params: { pattern: "^([!-9;-?A-~][!-9;-~]*|@[!-9;-~]+:\\S+)$" }, message: 'must match pattern "^([!-9;-?A-~][!-9;-~]*|@[!-9;-~]+:\\S+)$"' };
                  if (vErrors === null) {
                    vErrors = [err347];
                  } else {
                    vErrors.push(err347);
                  }
                  errors++;
                }
              } else {
                const err348 = { instancePath: instancePath + "/users/" + i16 + "/username", schemaPath: "#/properties/users/items/properties/username/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err348];
                } else {
                  vErrors.push(err348);
                }
                errors++;
              }
            }
            if (data151.display_name !== void 0) {
              let data153 = data151.display_name;
              if (typeof data153 === "string") {
                if (func2(data153) > 256) {
                  const err349 = { instancePath: instancePath + "/users/" + i16 + "/display_name", schemaPath: "#/properties/users/items/properties/display_name/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
                  if (vErrors === null) {
                    vErrors = [err349];
                  } else {
                    vErrors.push(err349);
                  }
                  errors++;
                }
                if (func2(data153) < 1) {
                  const err350 = { instancePath: instancePath + "/users/" + i16 + "/display_name", schemaPath: "#/properties/users/items/properties/display_name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err350];
                  } else {
                    vErrors.push(err350);
                  }
                  errors++;
                }
                if (!pattern75.test(data153)) {
                  const err351 = { instancePath: instancePath + "/users/" + i16 + "/display_name", schemaPath: "#/properties/users/items/properties/display_name/pattern", keyword: "pattern", params: { pattern: "^(?=[\\s\\S]*\\S)[^\\u0000-\\u001f\\u007f-\\u009f]*$" }, message: 'must match pattern "^(?=[\\s\\S]*\\S)[^\\u0000-\\u001f\\u007f-\\u009f]*$"' };
                  if (vErrors === null) {
                    vErrors = [err351];
                  } else {
                    vErrors.push(err351);
                  }
                  errors++;
                }
              } else {
                const err352 = { instancePath: instancePath + "/users/" + i16 + "/display_name", schemaPath: "#/properties/users/items/properties/display_name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err352];
                } else {
                  vErrors.push(err352);
                }
                errors++;
              }
            }
            if (data151.admin !== void 0) {
              if (typeof data151.admin !== "boolean") {
                const err353 = { instancePath: instancePath + "/users/" + i16 + "/admin", schemaPath: "#/properties/users/items/properties/admin/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err353];
                } else {
                  vErrors.push(err353);
                }
                errors++;
              }
            }
            if (data151.kind !== void 0) {
              let data155 = data151.kind;
              if (!(data155 === "user" || data155 === "bot" || data155 === "support")) {
                const err354 = { instancePath: instancePath + "/users/" + i16 + "/kind", schemaPath: "#/properties/users/items/properties/kind/enum", keyword: "enum", params: { allowedValues: schema31.properties.users.items.properties.kind.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err354];
                } else {
                  vErrors.push(err354);
                }
                errors++;
              }
            }
            if (data151.emails !== void 0) {
              let data156 = data151.emails;
              if (Array.isArray(data156)) {
                const len17 = data156.length;
                for (let i17 = 0; i17 < len17; i17++) {
                  let data157 = data156[i17];
                  if (typeof data157 === "string") {
                    if (!pattern76.test(data157)) {
                      const err355 = { instancePath: instancePath + "/users/" + i16 + "/emails/" + i17, schemaPath: "#/properties/users/items/properties/emails/items/pattern", keyword: "pattern", params: { pattern: "^[^@\\s]+@[^@\\s]+$" }, message: 'must match pattern "^[^@\\s]+@[^@\\s]+$"' };
                      if (vErrors === null) {
                        vErrors = [err355];
                      } else {
                        vErrors.push(err355);
                      }
                      errors++;
                    }
                  } else {
                    const err356 = { instancePath: instancePath + "/users/" + i16 + "/emails/" + i17, schemaPath: "#/properties/users/items/properties/emails/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err356];
                    } else {
                      vErrors.push(err356);
                    }
                    errors++;
                  }
                }
              } else {
                const err357 = { instancePath: instancePath + "/users/" + i16 + "/emails", schemaPath: "#/properties/users/items/properties/emails/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err357];
                } else {
                  vErrors.push(err357);
                }
                errors++;
              }
            }
            if (data151.state !== void 0) {
              let data158 = data151.state;
              if (!(data158 === "present" || data158 === "locked" || data158 === "deactivated")) {
                const err358 = { instancePath: instancePath + "/users/" + i16 + "/state", schemaPath: "#/properties/users/items/properties/state/enum", keyword: "enum", params: { allowedValues: schema31.properties.users.items.properties.state.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err358];
                } else {
                  vErrors.push(err358);
                }
                errors++;
              }
            }
            if (data151.until !== void 0) {
              let data159 = data151.until;
              if (typeof data159 === "string") {
                if (!pattern77.test(data159)) {
                  const err359 = { instancePath: instancePath + "/users/" + i16 + "/until", schemaPath: "#/properties/users/items/properties/until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"' };
                  if (vErrors === null) {
                    vErrors = [err359];
                  } else {
                    vErrors.push(err359);
                  }
                  errors++;
                }
              } else {
                const err360 = { instancePath: instancePath + "/users/" + i16 + "/until", schemaPath: "#/properties/users/items/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err360];
                } else {
                  vErrors.push(err360);
                }
                errors++;
              }
            }
            if (data151.id !== void 0) {
              let data160 = data151.id;
              if (typeof data160 !== "string" && !(typeof data160 == "number" && (!(data160 % 1) && !isNaN(data160)) && isFinite(data160))) {
                const err361 = { instancePath: instancePath + "/users/" + i16 + "/id", schemaPath: "#/properties/users/items/properties/id/type", keyword: "type", params: { type: schema31.properties.users.items.properties.id.type }, message: "must be string,integer" };
                if (vErrors === null) {
                  vErrors = [err361];
                } else {
                  vErrors.push(err361);
                }
                errors++;
              }
              if (typeof data160 === "string") {
                if (func2(data160) > 128) {
                  const err362 = { instancePath: instancePath + "/users/" + i16 + "/id", schemaPath: "#/properties/users/items/properties/id/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
                  if (vErrors === null) {
                    vErrors = [err362];
                  } else {
                    vErrors.push(err362);
                  }
                  errors++;
                }
                if (func2(data160) < 1) {
                  const err363 = { instancePath: instancePath + "/users/" + i16 + "/id", schemaPath: "#/properties/users/items/properties/id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err363];
                  } else {
                    vErrors.push(err363);
                  }
                  errors++;
                }
              }
            }
            if (data151.notes !== void 0) {
              let data161 = data151.notes;
              if (data161 && typeof data161 == "object" && !Array.isArray(data161)) {
                for (const key34 in data161) {
                  let data162 = data161[key34];
                  if (typeof data162 !== "string" && !(typeof data162 == "number" && isFinite(data162))) {
                    const err364 = { instancePath: instancePath + "/users/" + i16 + "/notes/" + key34.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/users/items/properties/notes/additionalProperties/type", keyword: "type", params: { type: schema31.properties.users.items.properties.notes.additionalProperties.type }, message: "must be string,number" };
                    if (vErrors === null) {
                      vErrors = [err364];
                    } else {
                      vErrors.push(err364);
                    }
                    errors++;
                  }
                }
              } else {
                const err365 = { instancePath: instancePath + "/users/" + i16 + "/notes", schemaPath: "#/properties/users/items/properties/notes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err365];
                } else {
                  vErrors.push(err365);
                }
                errors++;
              }
            }
            if (data151.password !== void 0) {
              let data163 = data151.password;
              if (data163 && typeof data163 == "object" && !Array.isArray(data163)) {
                if (Object.keys(data163).length > 1) {
                  const err366 = { instancePath: instancePath + "/users/" + i16 + "/password", schemaPath: "#/properties/users/items/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err366];
                  } else {
                    vErrors.push(err366);
                  }
                  errors++;
                }
                if (Object.keys(data163).length < 1) {
                  const err367 = { instancePath: instancePath + "/users/" + i16 + "/password", schemaPath: "#/properties/users/items/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err367];
                  } else {
                    vErrors.push(err367);
                  }
                  errors++;
                }
                for (const key35 in data163) {
                  if (!(key35 === "env" || key35 === "file" || key35 === "command" || key35 === "ansible_var")) {
                    const err368 = { instancePath: instancePath + "/users/" + i16 + "/password", schemaPath: "#/properties/users/items/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key35 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err368];
                    } else {
                      vErrors.push(err368);
                    }
                    errors++;
                  }
                }
                if (data163.env !== void 0) {
                  let data164 = data163.env;
                  if (typeof data164 === "string") {
                    if (!pattern10.test(data164)) {
                      const err369 = { instancePath: instancePath + "/users/" + i16 + "/password/env", schemaPath: "#/properties/users/items/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err369];
                      } else {
                        vErrors.push(err369);
                      }
                      errors++;
                    }
                  } else {
                    const err370 = { instancePath: instancePath + "/users/" + i16 + "/password/env", schemaPath: "#/properties/users/items/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err370];
                    } else {
                      vErrors.push(err370);
                    }
                    errors++;
                  }
                }
                if (data163.file !== void 0) {
                  let data165 = data163.file;
                  if (typeof data165 === "string") {
                    if (!pattern11.test(data165)) {
                      const err371 = { instancePath: instancePath + "/users/" + i16 + "/password/file", schemaPath: "#/properties/users/items/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                      if (vErrors === null) {
                        vErrors = [err371];
                      } else {
                        vErrors.push(err371);
                      }
                      errors++;
                    }
                  } else {
                    const err372 = { instancePath: instancePath + "/users/" + i16 + "/password/file", schemaPath: "#/properties/users/items/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err372];
                    } else {
                      vErrors.push(err372);
                    }
                    errors++;
                  }
                }
                if (data163.command !== void 0) {
                  let data166 = data163.command;
                  if (Array.isArray(data166)) {
                    if (data166.length < 1) {
                      const err373 = { instancePath: instancePath + "/users/" + i16 + "/password/command", schemaPath: "#/properties/users/items/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err373];
                      } else {
                        vErrors.push(err373);
                      }
                      errors++;
                    }
                    const len18 = data166.length;
                    for (let i18 = 0; i18 < len18; i18++) {
                      let data167 = data166[i18];
                      if (typeof data167 === "string") {
                        if (!pattern11.test(data167)) {
                          const err374 = { instancePath: instancePath + "/users/" + i16 + "/password/command/" + i18, schemaPath: "#/properties/users/items/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                          if (vErrors === null) {
                            vErrors = [err374];
                          } else {
                            vErrors.push(err374);
                          }
                          errors++;
                        }
                      } else {
                        const err375 = { instancePath: instancePath + "/users/" + i16 + "/password/command/" + i18, schemaPath: "#/properties/users/items/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err375];
                        } else {
                          vErrors.push(err375);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err376 = { instancePath: instancePath + "/users/" + i16 + "/password/command", schemaPath: "#/properties/users/items/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err376];
                    } else {
                      vErrors.push(err376);
                    }
                    errors++;
                  }
                }
                if (data163.ansible_var !== void 0) {
                  let data168 = data163.ansible_var;
                  if (typeof data168 === "string") {
                    if (!pattern10.test(data168)) {
                      const err377 = { instancePath: instancePath + "/users/" + i16 + "/password/ansible_var", schemaPath: "#/properties/users/items/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err377];
                      } else {
                        vErrors.push(err377);
                      }
                      errors++;
                    }
                  } else {
                    const err378 = { instancePath: instancePath + "/users/" + i16 + "/password/ansible_var", schemaPath: "#/properties/users/items/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err378];
                    } else {
                      vErrors.push(err378);
                    }
                    errors++;
                  }
                }
              } else {
                const err379 = { instancePath: instancePath + "/users/" + i16 + "/password", schemaPath: "#/properties/users/items/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err379];
                } else {
                  vErrors.push(err379);
                }
                errors++;
              }
            }
            if (data151.password_updates !== void 0) {
              let data169 = data151.password_updates;
              if (!(data169 === "on_create" || data169 === "always")) {
                const err380 = { instancePath: instancePath + "/users/" + i16 + "/password_updates", schemaPath: "#/properties/users/items/properties/password_updates/enum", keyword: "enum", params: { allowedValues: schema31.properties.users.items.properties.password_updates.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err380];
                } else {
                  vErrors.push(err380);
                }
                errors++;
              }
            }
            if (data151.generate !== void 0) {
              let data170 = data151.generate;
              if (data170 && typeof data170 == "object" && !Array.isArray(data170)) {
                for (const key36 in data170) {
                  if (!(key36 === "file" || key36 === "command" || key36 === "shown" || key36 === "words" || key36 === "language")) {
                    const err381 = { instancePath: instancePath + "/users/" + i16 + "/generate", schemaPath: "#/properties/users/items/properties/generate/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key36 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err381];
                    } else {
                      vErrors.push(err381);
                    }
                    errors++;
                  }
                }
                if (data170.file !== void 0) {
                  let data171 = data170.file;
                  if (typeof data171 === "string") {
                    if (func2(data171) < 1) {
                      const err382 = { instancePath: instancePath + "/users/" + i16 + "/generate/file", schemaPath: "#/properties/users/items/properties/generate/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err382];
                      } else {
                        vErrors.push(err382);
                      }
                      errors++;
                    }
                  } else {
                    const err383 = { instancePath: instancePath + "/users/" + i16 + "/generate/file", schemaPath: "#/properties/users/items/properties/generate/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err383];
                    } else {
                      vErrors.push(err383);
                    }
                    errors++;
                  }
                }
                if (data170.command !== void 0) {
                  let data172 = data170.command;
                  if (Array.isArray(data172)) {
                    if (data172.length < 1) {
                      const err384 = { instancePath: instancePath + "/users/" + i16 + "/generate/command", schemaPath: "#/properties/users/items/properties/generate/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err384];
                      } else {
                        vErrors.push(err384);
                      }
                      errors++;
                    }
                    const len19 = data172.length;
                    for (let i19 = 0; i19 < len19; i19++) {
                      let data173 = data172[i19];
                      if (typeof data173 === "string") {
                        if (!pattern11.test(data173)) {
                          const err385 = { instancePath: instancePath + "/users/" + i16 + "/generate/command/" + i19, schemaPath: "#/properties/users/items/properties/generate/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                          if (vErrors === null) {
                            vErrors = [err385];
                          } else {
                            vErrors.push(err385);
                          }
                          errors++;
                        }
                      } else {
                        const err386 = { instancePath: instancePath + "/users/" + i16 + "/generate/command/" + i19, schemaPath: "#/properties/users/items/properties/generate/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err386];
                        } else {
                          vErrors.push(err386);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err387 = { instancePath: instancePath + "/users/" + i16 + "/generate/command", schemaPath: "#/properties/users/items/properties/generate/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err387];
                    } else {
                      vErrors.push(err387);
                    }
                    errors++;
                  }
                }
                if (data170.shown !== void 0) {
                  if (true !== data170.shown) {
                    const err388 = { instancePath: instancePath + "/users/" + i16 + "/generate/shown", schemaPath: "#/properties/users/items/properties/generate/properties/shown/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant" };
                    if (vErrors === null) {
                      vErrors = [err388];
                    } else {
                      vErrors.push(err388);
                    }
                    errors++;
                  }
                }
                if (data170.words !== void 0) {
                  let data175 = data170.words;
                  if (!(typeof data175 == "number" && (!(data175 % 1) && !isNaN(data175)) && isFinite(data175))) {
                    const err389 = { instancePath: instancePath + "/users/" + i16 + "/generate/words", schemaPath: "#/properties/users/items/properties/generate/properties/words/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err389];
                    } else {
                      vErrors.push(err389);
                    }
                    errors++;
                  }
                  if (typeof data175 == "number" && isFinite(data175)) {
                    if (data175 > 12 || isNaN(data175)) {
                      const err390 = { instancePath: instancePath + "/users/" + i16 + "/generate/words", schemaPath: "#/properties/users/items/properties/generate/properties/words/maximum", keyword: "maximum", params: { comparison: "<=", limit: 12 }, message: "must be <= 12" };
                      if (vErrors === null) {
                        vErrors = [err390];
                      } else {
                        vErrors.push(err390);
                      }
                      errors++;
                    }
                    if (data175 < 4 || isNaN(data175)) {
                      const err391 = { instancePath: instancePath + "/users/" + i16 + "/generate/words", schemaPath: "#/properties/users/items/properties/generate/properties/words/minimum", keyword: "minimum", params: { comparison: ">=", limit: 4 }, message: "must be >= 4" };
                      if (vErrors === null) {
                        vErrors = [err391];
                      } else {
                        vErrors.push(err391);
                      }
                      errors++;
                    }
                  }
                }
                if (data170.language !== void 0) {
                  let data176 = data170.language;
                  if (!(data176 === "en" || data176 === "fr" || data176 === "es" || data176 === "it" || data176 === "pt" || data176 === "cs")) {
                    const err392 = { instancePath: instancePath + "/users/" + i16 + "/generate/language", schemaPath: "#/properties/users/items/properties/generate/properties/language/enum", keyword: "enum", params: { allowedValues: schema31.properties.users.items.properties.generate.properties.language.enum }, message: "must be equal to one of the allowed values" };
                    if (vErrors === null) {
                      vErrors = [err392];
                    } else {
                      vErrors.push(err392);
                    }
                    errors++;
                  }
                }
              } else {
                const err393 = { instancePath: instancePath + "/users/" + i16 + "/generate", schemaPath: "#/properties/users/items/properties/generate/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err393];
                } else {
                  vErrors.push(err393);
                }
                errors++;
              }
            }
          } else {
            const err394 = { instancePath: instancePath + "/users/" + i16, schemaPath: "#/properties/users/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err394];
            } else {
              vErrors.push(err394);
            }
            errors++;
          }
        }
      } else {
        const err395 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err395];
        } else {
          vErrors.push(err395);
        }
        errors++;
      }
    }
    if (data.users_files !== void 0) {
      let data177 = data.users_files;
      if (Array.isArray(data177)) {
        const len20 = data177.length;
        for (let i20 = 0; i20 < len20; i20++) {
          let data178 = data177[i20];
          if (typeof data178 !== "string" && !(data178 && typeof data178 == "object" && !Array.isArray(data178))) {
            const err396 = { instancePath: instancePath + "/users_files/" + i20, schemaPath: "#/properties/users_files/items/type", keyword: "type", params: { type: schema31.properties.users_files.items.type }, message: "must be string,object" };
            if (vErrors === null) {
              vErrors = [err396];
            } else {
              vErrors.push(err396);
            }
            errors++;
          }
          if (typeof data178 === "string") {
            if (!pattern24.test(data178)) {
              const err397 = { instancePath: instancePath + "/users_files/" + i20, schemaPath: "#/properties/users_files/items/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]+$" }, message: 'must match pattern "^[^\\u0000]+$"' };
              if (vErrors === null) {
                vErrors = [err397];
              } else {
                vErrors.push(err397);
              }
              errors++;
            }
          }
          if (data178 && typeof data178 == "object" && !Array.isArray(data178)) {
            if (data178.file === void 0) {
              const err398 = { instancePath: instancePath + "/users_files/" + i20, schemaPath: "#/properties/users_files/items/required", keyword: "required", params: { missingProperty: "file" }, message: "must have required property 'file'" };
              if (vErrors === null) {
                vErrors = [err398];
              } else {
                vErrors.push(err398);
              }
              errors++;
            }
            for (const key37 in data178) {
              if (!(key37 === "file" || key37 === "group" || key37 === "leavers")) {
                const err399 = { instancePath: instancePath + "/users_files/" + i20, schemaPath: "#/properties/users_files/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key37 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err399];
                } else {
                  vErrors.push(err399);
                }
                errors++;
              }
            }
            if (data178.file !== void 0) {
              let data179 = data178.file;
              if (typeof data179 === "string") {
                if (!pattern24.test(data179)) {
                  const err400 = { instancePath: instancePath + "/users_files/" + i20 + "/file", schemaPath: "#/properties/users_files/items/properties/file/pattern", keyword: "pattern", params: { pattern: "^[^\\u0000]+$" }, message: 'must match pattern "^[^\\u0000]+$"' };
                  if (vErrors === null) {
                    vErrors = [err400];
                  } else {
                    vErrors.push(err400);
                  }
                  errors++;
                }
              } else {
                const err401 = { instancePath: instancePath + "/users_files/" + i20 + "/file", schemaPath: "#/properties/users_files/items/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err401];
                } else {
                  vErrors.push(err401);
                }
                errors++;
              }
            }
            if (data178.group !== void 0) {
              let data180 = data178.group;
              if (typeof data180 === "string") {
                if (func2(data180) > 64) {
                  const err402 = { instancePath: instancePath + "/users_files/" + i20 + "/group", schemaPath: "#/properties/users_files/items/properties/group/maxLength", keyword: "maxLength", params: { limit: 64 }, message: "must NOT have more than 64 characters" };
                  if (vErrors === null) {
                    vErrors = [err402];
                  } else {
                    vErrors.push(err402);
                  }
                  errors++;
                }
                if (!pattern5.test(data180)) {
                  const err403 = { instancePath: instancePath + "/users_files/" + i20 + "/group", schemaPath: "#/properties/users_files/items/properties/group/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$" }, message: 'must match pattern "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$"' };
                  if (vErrors === null) {
                    vErrors = [err403];
                  } else {
                    vErrors.push(err403);
                  }
                  errors++;
                }
              } else {
                const err404 = { instancePath: instancePath + "/users_files/" + i20 + "/group", schemaPath: "#/properties/users_files/items/properties/group/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err404];
                } else {
                  vErrors.push(err404);
                }
                errors++;
              }
            }
            if (data178.leavers !== void 0) {
              let data181 = data178.leavers;
              if (!(data181 === "report" || data181 === "lock" || data181 === "deactivate")) {
                const err405 = { instancePath: instancePath + "/users_files/" + i20 + "/leavers", schemaPath: "#/properties/users_files/items/properties/leavers/enum", keyword: "enum", params: { allowedValues: schema31.properties.users_files.items.properties.leavers.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err405];
                } else {
                  vErrors.push(err405);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err406 = { instancePath: instancePath + "/users_files", schemaPath: "#/properties/users_files/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err406];
        } else {
          vErrors.push(err406);
        }
        errors++;
      }
    }
    if (data.users_policy !== void 0) {
      let data182 = data.users_policy;
      if (!(data182 === "managed" || data182 === "exhaustive")) {
        const err407 = { instancePath: instancePath + "/users_policy", schemaPath: "#/properties/users_policy/enum", keyword: "enum", params: { allowedValues: schema31.properties.users_policy.enum }, message: "must be equal to one of the allowed values" };
        if (vErrors === null) {
          vErrors = [err407];
        } else {
          vErrors.push(err407);
        }
        errors++;
      }
    }
    if (data.extra_vars !== void 0) {
      let data183 = data.extra_vars;
      if (data183 && typeof data183 == "object" && !Array.isArray(data183)) {
      } else {
        const err408 = { instancePath: instancePath + "/extra_vars", schemaPath: "#/properties/extra_vars/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err408];
        } else {
          vErrors.push(err408);
        }
        errors++;
      }
    }
    if (data.web !== void 0) {
      let data184 = data.web;
      if (data184 && typeof data184 == "object" && !Array.isArray(data184)) {
        for (const key38 in data184) {
          if (!(key38 === "element" || key38 === "client" || key38 === "admin")) {
            const err409 = { instancePath: instancePath + "/web", schemaPath: "#/properties/web/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key38 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err409];
            } else {
              vErrors.push(err409);
            }
            errors++;
          }
        }
        if (data184.element !== void 0) {
          let data185 = data184.element;
          if (typeof data185 !== "boolean" && typeof data185 !== "string") {
            const err410 = { instancePath: instancePath + "/web/element", schemaPath: "#/properties/web/properties/element/type", keyword: "type", params: { type: schema31.properties.web.properties.element.type }, message: "must be boolean,string" };
            if (vErrors === null) {
              vErrors = [err410];
            } else {
              vErrors.push(err410);
            }
            errors++;
          }
          if (typeof data185 === "string") {
            if (!pattern48.test(data185)) {
              const err411 = { instancePath: instancePath + "/web/element", schemaPath: "#/properties/web/properties/element/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s]+$" }, message: 'must match pattern "^https?://[^\\s]+$"' };
              if (vErrors === null) {
                vErrors = [err411];
              } else {
                vErrors.push(err411);
              }
              errors++;
            }
          }
        }
        if (data184.client !== void 0) {
          let data186 = data184.client;
          if (typeof data186 === "string") {
            if (!pattern48.test(data186)) {
              const err412 = { instancePath: instancePath + "/web/client", schemaPath: "#/properties/web/properties/client/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s]+$" }, message: 'must match pattern "^https?://[^\\s]+$"' };
              if (vErrors === null) {
                vErrors = [err412];
              } else {
                vErrors.push(err412);
              }
              errors++;
            }
          } else {
            const err413 = { instancePath: instancePath + "/web/client", schemaPath: "#/properties/web/properties/client/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err413];
            } else {
              vErrors.push(err413);
            }
            errors++;
          }
        }
        if (data184.admin !== void 0) {
          let data187 = data184.admin;
          if (typeof data187 !== "boolean" && !(data187 && typeof data187 == "object" && !Array.isArray(data187))) {
            const err414 = { instancePath: instancePath + "/web/admin", schemaPath: "#/properties/web/properties/admin/type", keyword: "type", params: { type: schema31.properties.web.properties.admin.type }, message: "must be boolean,object" };
            if (vErrors === null) {
              vErrors = [err414];
            } else {
              vErrors.push(err414);
            }
            errors++;
          }
          if (data187 && typeof data187 == "object" && !Array.isArray(data187)) {
            for (const key39 in data187) {
              if (!(key39 === "ui" || key39 === "hostname" || key39 === "path" || key39 === "allow_from")) {
                const err415 = { instancePath: instancePath + "/web/admin", schemaPath: "#/properties/web/properties/admin/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key39 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err415];
                } else {
                  vErrors.push(err415);
                }
                errors++;
              }
            }
            if (data187.ui !== void 0) {
              let data188 = data187.ui;
              if (!(data188 === "ketesa" || data188 === "element_admin")) {
                const err416 = { instancePath: instancePath + "/web/admin/ui", schemaPath: "#/properties/web/properties/admin/properties/ui/enum", keyword: "enum", params: { allowedValues: schema31.properties.web.properties.admin.properties.ui.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err416];
                } else {
                  vErrors.push(err416);
                }
                errors++;
              }
            }
            if (data187.hostname !== void 0) {
              let data189 = data187.hostname;
              if (typeof data189 === "string") {
                if (!pattern70.test(data189)) {
                  const err417 = { instancePath: instancePath + "/web/admin/hostname", schemaPath: "#/properties/web/properties/admin/properties/hostname/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$" }, message: 'must match pattern "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$"' };
                  if (vErrors === null) {
                    vErrors = [err417];
                  } else {
                    vErrors.push(err417);
                  }
                  errors++;
                }
              } else {
                const err418 = { instancePath: instancePath + "/web/admin/hostname", schemaPath: "#/properties/web/properties/admin/properties/hostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err418];
                } else {
                  vErrors.push(err418);
                }
                errors++;
              }
            }
            if (data187.path !== void 0) {
              let data190 = data187.path;
              if (typeof data190 === "string") {
                if (!pattern89.test(data190)) {
                  const err419 = { instancePath: instancePath + "/web/admin/path", schemaPath: "#/properties/web/properties/admin/properties/path/pattern", keyword: "pattern", params: { pattern: "^/([A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*)?$" }, message: 'must match pattern "^/([A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*)?$"' };
                  if (vErrors === null) {
                    vErrors = [err419];
                  } else {
                    vErrors.push(err419);
                  }
                  errors++;
                }
              } else {
                const err420 = { instancePath: instancePath + "/web/admin/path", schemaPath: "#/properties/web/properties/admin/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err420];
                } else {
                  vErrors.push(err420);
                }
                errors++;
              }
            }
            if (data187.allow_from !== void 0) {
              let data191 = data187.allow_from;
              if (Array.isArray(data191)) {
                if (data191.length < 1) {
                  const err421 = { instancePath: instancePath + "/web/admin/allow_from", schemaPath: "#/properties/web/properties/admin/properties/allow_from/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  if (vErrors === null) {
                    vErrors = [err421];
                  } else {
                    vErrors.push(err421);
                  }
                  errors++;
                }
                const len21 = data191.length;
                for (let i21 = 0; i21 < len21; i21++) {
                  if (typeof data191[i21] !== "string") {
                    const err422 = { instancePath: instancePath + "/web/admin/allow_from/" + i21, schemaPath: "#/properties/web/properties/admin/properties/allow_from/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err422];
                    } else {
                      vErrors.push(err422);
                    }
                    errors++;
                  }
                }
                let i22 = data191.length;
                let j0;
                if (i22 > 1) {
                  const indices0 = {};
                  for (; i22--; ) {
                    let item0 = data191[i22];
                    if (typeof item0 !== "string") {
                      continue;
                    }
                    if (typeof indices0[item0] == "number") {
                      j0 = indices0[item0];
                      const err423 = { instancePath: instancePath + "/web/admin/allow_from", schemaPath: "#/properties/web/properties/admin/properties/allow_from/uniqueItems", keyword: "uniqueItems", params: { i: i22, j: j0 }, message: "must NOT have duplicate items (items ## " + j0 + " and " + i22 + " are identical)" };
                      if (vErrors === null) {
                        vErrors = [err423];
                      } else {
                        vErrors.push(err423);
                      }
                      errors++;
                      break;
                    }
                    indices0[item0] = i22;
                  }
                }
              } else {
                const err424 = { instancePath: instancePath + "/web/admin/allow_from", schemaPath: "#/properties/web/properties/admin/properties/allow_from/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err424];
                } else {
                  vErrors.push(err424);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err425 = { instancePath: instancePath + "/web", schemaPath: "#/properties/web/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err425];
        } else {
          vErrors.push(err425);
        }
        errors++;
      }
    }
  } else {
    const err426 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err426];
    } else {
      vErrors.push(err426);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateUsersFile = validate21;
var schema32 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "users-file.schema.json", "title": "UsersFile", "description": "Accounts of a host, in a separate file that users_files in the host file names.", "type": "object", "additionalProperties": false, "required": ["users"], "properties": { "users": { "title": "Users", "description": "The accounts that registrar plan and apply manage. Settings that are left out stay as they are, and so do accounts that are not listed.", "type": "array", "items": { "title": "User", "description": "One account.", "type": "object", "additionalProperties": false, "required": ["username"], "properties": { "username": { "description": "The part of @john:DOMAIN before the colon, or the whole user ID.", "type": "string", "pattern": "^([!-9;-?A-~][!-9;-~]*|@[!-9;-~]+:\\S+)$", "maxLength": 255, "examples": ["john"] }, "display_name": { "description": "The name that people see, at most 256 characters (Synapse and MAS).", "type": "string", "minLength": 1, "maxLength": 256, "pattern": "^(?=[\\s\\S]*\\S)[^\\u0000-\\u001f\\u007f-\\u009f]*$", "examples": ["John Doe"] }, "admin": { "description": "Whether it is a server admin.", "type": "boolean" }, "kind": { "description": "The kind of account: a person (user), a bot, or support (Synapse and MAS).", "enum": ["user", "bot", "support"] }, "emails": { "description": "Verified e-mail addresses of the account (Synapse and MAS). Its other addresses are left alone.", "type": "array", "items": { "description": "An e-mail address.", "type": "string", "pattern": "^[^@\\s]+@[^@\\s]+$", "examples": ["john@example.com"] } }, "state": { "description": "present: it can sign in. locked: it cannot, for now. deactivated: it is closed, and loses its password, sessions and rooms. Default: a new account is present; an existing one stays as it is.", "enum": ["present", "locked", "deactivated"] }, "until": { "description": "The last day of the account, in UTC. Afterwards plan, apply and ensure-users lock it, and do not create it; plan shows whose last day is within 30 days. Until then it is present, unless state says otherwise (Synapse and MAS).", "type": "string", "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "examples": ["2027-07-31"] }, "id": { "description": "A permanent identifier from your list of people, such as a pupil's number, by which import-users --group recognizes the person. It stays in your files; no server gets it.", "type": ["string", "integer"], "minLength": 1, "maxLength": 128, "examples": ["4711"] }, "notes": { "description": "Anything else about the person, such as { class: 7b }: import-users --group writes the other columns of a list here, and apply --sheet shows them. They stay in your files; no server gets them.", "type": "object", "additionalProperties": { "description": "A note.", "type": ["string", "number"] } }, "password": { "title": "SecretReference", "description": "Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable on the machine where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$", "examples": ["NAME"] }, "file": { "description": "A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.", "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "command": { "description": "A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "examples": [["PROGRAM", "ARGUMENT"]] }, "ansible_var": { "description": "An Ansible variable, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } }, "password_updates": { "description": "on_create: only a new account gets the password. always: the account also gets it whenever it has another one, which ends its sessions (Synapse and Dendrite). Default: on_create.", "enum": ["on_create", "always"] }, "generate": { "description": "Instead of password: generate one when the account is created, and store it in one of three ways: file, command or shown (the default).", "type": "object", "additionalProperties": false, "properties": { "file": { "description": "Its own file, relative to this file, readable only by its owner. It is written first; if it already exists, its content is the password.", "type": "string", "minLength": 1, "examples": ["passwords/john"] }, "command": { "description": "A program and its arguments, with no {{, {% or {# in them. It runs where registrar or Ansible runs, and gets the password as a line on standard input before the account is created.", "type": "array", "items": { "type": "string", "pattern": "^((?!\\{[{%#])[^\\u0000])+$" }, "minItems": 1, "examples": [["pass", "insert", "--multiline", "matrix/john"]] }, "shown": { "description": "For you to hand out: registrar shows it once, after the account exists, and stores it nowhere. Ansible, whose output may be logged, writes it to passwords/DOMAIN/USERNAME.txt, which only you can read.", "const": true }, "words": { "description": "Make it of this many words joined by -, which a person can remember and type. Each adds 11 bits, as it is drawn from 2048: 4 words have 44 bits, 6 have 66. Default: 24 letters and digits, 142 bits.", "type": "integer", "minimum": 4, "maximum": 12, "examples": [4] }, "language": { "description": "The language of the words, without accents. Default: en.", "enum": ["en", "fr", "es", "it", "pt", "cs"] } } } } } } } };
function validate21(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate21.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (data.users === void 0) {
      const err0 = { instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: "users" }, message: "must have required property 'users'" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "users")) {
        const err1 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err1];
        } else {
          vErrors.push(err1);
        }
        errors++;
      }
    }
    if (data.users !== void 0) {
      let data0 = data.users;
      if (Array.isArray(data0)) {
        const len0 = data0.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data1 = data0[i0];
          if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
            if (data1.username === void 0) {
              const err2 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/required", keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
              if (vErrors === null) {
                vErrors = [err2];
              } else {
                vErrors.push(err2);
              }
              errors++;
            }
            for (const key1 in data1) {
              if (!func1.call(schema32.properties.users.items.properties, key1)) {
                const err3 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err3];
                } else {
                  vErrors.push(err3);
                }
                errors++;
              }
            }
            if (data1.username !== void 0) {
              let data2 = data1.username;
              if (typeof data2 === "string") {
                if (func2(data2) > 255) {
                  const err4 = { instancePath: instancePath + "/users/" + i0 + "/username", schemaPath: "#/properties/users/items/properties/username/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
                  if (vErrors === null) {
                    vErrors = [err4];
                  } else {
                    vErrors.push(err4);
                  }
                  errors++;
                }
                if (!pattern74.test(data2)) {
                  const err5 = { instancePath: instancePath + "/users/" + i0 + "/username", schemaPath: "#/properties/users/items/properties/username/pattern", keyword: "pattern", params: { pattern: "^([!-9;-?A-~][!-9;-~]*|@[!-9;-~]+:\\S+)$" }, message: 'must match pattern "^([!-9;-?A-~][!-9;-~]*|@[!-9;-~]+:\\S+)$"' };
                  if (vErrors === null) {
                    vErrors = [err5];
                  } else {
                    vErrors.push(err5);
                  }
                  errors++;
                }
              } else {
                const err6 = { instancePath: instancePath + "/users/" + i0 + "/username", schemaPath: "#/properties/users/items/properties/username/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err6];
                } else {
                  vErrors.push(err6);
                }
                errors++;
              }
            }
            if (data1.display_name !== void 0) {
              let data3 = data1.display_name;
              if (typeof data3 === "string") {
                if (func2(data3) > 256) {
                  const err7 = { instancePath: instancePath + "/users/" + i0 + "/display_name", schemaPath: "#/properties/users/items/properties/display_name/maxLength", keyword: "maxLength", params: { limit: 256 }, message: "must NOT have more than 256 characters" };
                  if (vErrors === null) {
                    vErrors = [err7];
                  } else {
                    vErrors.push(err7);
                  }
                  errors++;
                }
                if (func2(data3) < 1) {
                  const err8 = { instancePath: instancePath + "/users/" + i0 + "/display_name", schemaPath: "#/properties/users/items/properties/display_name/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err8];
                  } else {
                    vErrors.push(err8);
                  }
                  errors++;
                }
                if (!pattern75.test(data3)) {
                  const err9 = { instancePath: instancePath + "/users/" + i0 + "/display_name", schemaPath: "#/properties/users/items/properties/display_name/pattern", keyword: "pattern", params: { pattern: "^(?=[\\s\\S]*\\S)[^\\u0000-\\u001f\\u007f-\\u009f]*$" }, message: 'must match pattern "^(?=[\\s\\S]*\\S)[^\\u0000-\\u001f\\u007f-\\u009f]*$"' };
                  if (vErrors === null) {
                    vErrors = [err9];
                  } else {
                    vErrors.push(err9);
                  }
                  errors++;
                }
              } else {
                const err10 = { instancePath: instancePath + "/users/" + i0 + "/display_name", schemaPath: "#/properties/users/items/properties/display_name/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err10];
                } else {
                  vErrors.push(err10);
                }
                errors++;
              }
            }
            if (data1.admin !== void 0) {
              if (typeof data1.admin !== "boolean") {
                const err11 = { instancePath: instancePath + "/users/" + i0 + "/admin", schemaPath: "#/properties/users/items/properties/admin/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err11];
                } else {
                  vErrors.push(err11);
                }
                errors++;
              }
            }
            if (data1.kind !== void 0) {
              let data5 = data1.kind;
              if (!(data5 === "user" || data5 === "bot" || data5 === "support")) {
                const err12 = { instancePath: instancePath + "/users/" + i0 + "/kind", schemaPath: "#/properties/users/items/properties/kind/enum", keyword: "enum", params: { allowedValues: schema32.properties.users.items.properties.kind.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err12];
                } else {
                  vErrors.push(err12);
                }
                errors++;
              }
            }
            if (data1.emails !== void 0) {
              let data6 = data1.emails;
              if (Array.isArray(data6)) {
                const len1 = data6.length;
                for (let i1 = 0; i1 < len1; i1++) {
                  let data7 = data6[i1];
                  if (typeof data7 === "string") {
                    if (!pattern76.test(data7)) {
                      const err13 = { instancePath: instancePath + "/users/" + i0 + "/emails/" + i1, schemaPath: "#/properties/users/items/properties/emails/items/pattern", keyword: "pattern", params: { pattern: "^[^@\\s]+@[^@\\s]+$" }, message: 'must match pattern "^[^@\\s]+@[^@\\s]+$"' };
                      if (vErrors === null) {
                        vErrors = [err13];
                      } else {
                        vErrors.push(err13);
                      }
                      errors++;
                    }
                  } else {
                    const err14 = { instancePath: instancePath + "/users/" + i0 + "/emails/" + i1, schemaPath: "#/properties/users/items/properties/emails/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err14];
                    } else {
                      vErrors.push(err14);
                    }
                    errors++;
                  }
                }
              } else {
                const err15 = { instancePath: instancePath + "/users/" + i0 + "/emails", schemaPath: "#/properties/users/items/properties/emails/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
            }
            if (data1.state !== void 0) {
              let data8 = data1.state;
              if (!(data8 === "present" || data8 === "locked" || data8 === "deactivated")) {
                const err16 = { instancePath: instancePath + "/users/" + i0 + "/state", schemaPath: "#/properties/users/items/properties/state/enum", keyword: "enum", params: { allowedValues: schema32.properties.users.items.properties.state.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err16];
                } else {
                  vErrors.push(err16);
                }
                errors++;
              }
            }
            if (data1.until !== void 0) {
              let data9 = data1.until;
              if (typeof data9 === "string") {
                if (!pattern77.test(data9)) {
                  const err17 = { instancePath: instancePath + "/users/" + i0 + "/until", schemaPath: "#/properties/users/items/properties/until/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" }, message: 'must match pattern "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"' };
                  if (vErrors === null) {
                    vErrors = [err17];
                  } else {
                    vErrors.push(err17);
                  }
                  errors++;
                }
              } else {
                const err18 = { instancePath: instancePath + "/users/" + i0 + "/until", schemaPath: "#/properties/users/items/properties/until/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err18];
                } else {
                  vErrors.push(err18);
                }
                errors++;
              }
            }
            if (data1.id !== void 0) {
              let data10 = data1.id;
              if (typeof data10 !== "string" && !(typeof data10 == "number" && (!(data10 % 1) && !isNaN(data10)) && isFinite(data10))) {
                const err19 = { instancePath: instancePath + "/users/" + i0 + "/id", schemaPath: "#/properties/users/items/properties/id/type", keyword: "type", params: { type: schema32.properties.users.items.properties.id.type }, message: "must be string,integer" };
                if (vErrors === null) {
                  vErrors = [err19];
                } else {
                  vErrors.push(err19);
                }
                errors++;
              }
              if (typeof data10 === "string") {
                if (func2(data10) > 128) {
                  const err20 = { instancePath: instancePath + "/users/" + i0 + "/id", schemaPath: "#/properties/users/items/properties/id/maxLength", keyword: "maxLength", params: { limit: 128 }, message: "must NOT have more than 128 characters" };
                  if (vErrors === null) {
                    vErrors = [err20];
                  } else {
                    vErrors.push(err20);
                  }
                  errors++;
                }
                if (func2(data10) < 1) {
                  const err21 = { instancePath: instancePath + "/users/" + i0 + "/id", schemaPath: "#/properties/users/items/properties/id/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
              }
            }
            if (data1.notes !== void 0) {
              let data11 = data1.notes;
              if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
                for (const key2 in data11) {
                  let data12 = data11[key2];
                  if (typeof data12 !== "string" && !(typeof data12 == "number" && isFinite(data12))) {
                    const err22 = { instancePath: instancePath + "/users/" + i0 + "/notes/" + key2.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/users/items/properties/notes/additionalProperties/type", keyword: "type", params: { type: schema32.properties.users.items.properties.notes.additionalProperties.type }, message: "must be string,number" };
                    if (vErrors === null) {
                      vErrors = [err22];
                    } else {
                      vErrors.push(err22);
                    }
                    errors++;
                  }
                }
              } else {
                const err23 = { instancePath: instancePath + "/users/" + i0 + "/notes", schemaPath: "#/properties/users/items/properties/notes/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err23];
                } else {
                  vErrors.push(err23);
                }
                errors++;
              }
            }
            if (data1.password !== void 0) {
              let data13 = data1.password;
              if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
                if (Object.keys(data13).length > 1) {
                  const err24 = { instancePath: instancePath + "/users/" + i0 + "/password", schemaPath: "#/properties/users/items/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
                if (Object.keys(data13).length < 1) {
                  const err25 = { instancePath: instancePath + "/users/" + i0 + "/password", schemaPath: "#/properties/users/items/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
                for (const key3 in data13) {
                  if (!(key3 === "env" || key3 === "file" || key3 === "command" || key3 === "ansible_var")) {
                    const err26 = { instancePath: instancePath + "/users/" + i0 + "/password", schemaPath: "#/properties/users/items/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err26];
                    } else {
                      vErrors.push(err26);
                    }
                    errors++;
                  }
                }
                if (data13.env !== void 0) {
                  let data14 = data13.env;
                  if (typeof data14 === "string") {
                    if (!pattern10.test(data14)) {
                      const err27 = { instancePath: instancePath + "/users/" + i0 + "/password/env", schemaPath: "#/properties/users/items/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err27];
                      } else {
                        vErrors.push(err27);
                      }
                      errors++;
                    }
                  } else {
                    const err28 = { instancePath: instancePath + "/users/" + i0 + "/password/env", schemaPath: "#/properties/users/items/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err28];
                    } else {
                      vErrors.push(err28);
                    }
                    errors++;
                  }
                }
                if (data13.file !== void 0) {
                  let data15 = data13.file;
                  if (typeof data15 === "string") {
                    if (!pattern11.test(data15)) {
                      const err29 = { instancePath: instancePath + "/users/" + i0 + "/password/file", schemaPath: "#/properties/users/items/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                      if (vErrors === null) {
                        vErrors = [err29];
                      } else {
                        vErrors.push(err29);
                      }
                      errors++;
                    }
                  } else {
                    const err30 = { instancePath: instancePath + "/users/" + i0 + "/password/file", schemaPath: "#/properties/users/items/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err30];
                    } else {
                      vErrors.push(err30);
                    }
                    errors++;
                  }
                }
                if (data13.command !== void 0) {
                  let data16 = data13.command;
                  if (Array.isArray(data16)) {
                    if (data16.length < 1) {
                      const err31 = { instancePath: instancePath + "/users/" + i0 + "/password/command", schemaPath: "#/properties/users/items/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err31];
                      } else {
                        vErrors.push(err31);
                      }
                      errors++;
                    }
                    const len2 = data16.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                      let data17 = data16[i2];
                      if (typeof data17 === "string") {
                        if (!pattern11.test(data17)) {
                          const err32 = { instancePath: instancePath + "/users/" + i0 + "/password/command/" + i2, schemaPath: "#/properties/users/items/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                          if (vErrors === null) {
                            vErrors = [err32];
                          } else {
                            vErrors.push(err32);
                          }
                          errors++;
                        }
                      } else {
                        const err33 = { instancePath: instancePath + "/users/" + i0 + "/password/command/" + i2, schemaPath: "#/properties/users/items/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err33];
                        } else {
                          vErrors.push(err33);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err34 = { instancePath: instancePath + "/users/" + i0 + "/password/command", schemaPath: "#/properties/users/items/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err34];
                    } else {
                      vErrors.push(err34);
                    }
                    errors++;
                  }
                }
                if (data13.ansible_var !== void 0) {
                  let data18 = data13.ansible_var;
                  if (typeof data18 === "string") {
                    if (!pattern10.test(data18)) {
                      const err35 = { instancePath: instancePath + "/users/" + i0 + "/password/ansible_var", schemaPath: "#/properties/users/items/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err35];
                      } else {
                        vErrors.push(err35);
                      }
                      errors++;
                    }
                  } else {
                    const err36 = { instancePath: instancePath + "/users/" + i0 + "/password/ansible_var", schemaPath: "#/properties/users/items/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err36];
                    } else {
                      vErrors.push(err36);
                    }
                    errors++;
                  }
                }
              } else {
                const err37 = { instancePath: instancePath + "/users/" + i0 + "/password", schemaPath: "#/properties/users/items/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err37];
                } else {
                  vErrors.push(err37);
                }
                errors++;
              }
            }
            if (data1.password_updates !== void 0) {
              let data19 = data1.password_updates;
              if (!(data19 === "on_create" || data19 === "always")) {
                const err38 = { instancePath: instancePath + "/users/" + i0 + "/password_updates", schemaPath: "#/properties/users/items/properties/password_updates/enum", keyword: "enum", params: { allowedValues: schema32.properties.users.items.properties.password_updates.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
            if (data1.generate !== void 0) {
              let data20 = data1.generate;
              if (data20 && typeof data20 == "object" && !Array.isArray(data20)) {
                for (const key4 in data20) {
                  if (!(key4 === "file" || key4 === "command" || key4 === "shown" || key4 === "words" || key4 === "language")) {
                    const err39 = { instancePath: instancePath + "/users/" + i0 + "/generate", schemaPath: "#/properties/users/items/properties/generate/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err39];
                    } else {
                      vErrors.push(err39);
                    }
                    errors++;
                  }
                }
                if (data20.file !== void 0) {
                  let data21 = data20.file;
                  if (typeof data21 === "string") {
                    if (func2(data21) < 1) {
                      const err40 = { instancePath: instancePath + "/users/" + i0 + "/generate/file", schemaPath: "#/properties/users/items/properties/generate/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err40];
                      } else {
                        vErrors.push(err40);
                      }
                      errors++;
                    }
                  } else {
                    const err41 = { instancePath: instancePath + "/users/" + i0 + "/generate/file", schemaPath: "#/properties/users/items/properties/generate/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err41];
                    } else {
                      vErrors.push(err41);
                    }
                    errors++;
                  }
                }
                if (data20.command !== void 0) {
                  let data22 = data20.command;
                  if (Array.isArray(data22)) {
                    if (data22.length < 1) {
                      const err42 = { instancePath: instancePath + "/users/" + i0 + "/generate/command", schemaPath: "#/properties/users/items/properties/generate/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err42];
                      } else {
                        vErrors.push(err42);
                      }
                      errors++;
                    }
                    const len3 = data22.length;
                    for (let i3 = 0; i3 < len3; i3++) {
                      let data23 = data22[i3];
                      if (typeof data23 === "string") {
                        if (!pattern11.test(data23)) {
                          const err43 = { instancePath: instancePath + "/users/" + i0 + "/generate/command/" + i3, schemaPath: "#/properties/users/items/properties/generate/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
                          if (vErrors === null) {
                            vErrors = [err43];
                          } else {
                            vErrors.push(err43);
                          }
                          errors++;
                        }
                      } else {
                        const err44 = { instancePath: instancePath + "/users/" + i0 + "/generate/command/" + i3, schemaPath: "#/properties/users/items/properties/generate/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err44];
                        } else {
                          vErrors.push(err44);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err45 = { instancePath: instancePath + "/users/" + i0 + "/generate/command", schemaPath: "#/properties/users/items/properties/generate/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err45];
                    } else {
                      vErrors.push(err45);
                    }
                    errors++;
                  }
                }
                if (data20.shown !== void 0) {
                  if (true !== data20.shown) {
                    const err46 = { instancePath: instancePath + "/users/" + i0 + "/generate/shown", schemaPath: "#/properties/users/items/properties/generate/properties/shown/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant" };
                    if (vErrors === null) {
                      vErrors = [err46];
                    } else {
                      vErrors.push(err46);
                    }
                    errors++;
                  }
                }
                if (data20.words !== void 0) {
                  let data25 = data20.words;
                  if (!(typeof data25 == "number" && (!(data25 % 1) && !isNaN(data25)) && isFinite(data25))) {
                    const err47 = { instancePath: instancePath + "/users/" + i0 + "/generate/words", schemaPath: "#/properties/users/items/properties/generate/properties/words/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                    if (vErrors === null) {
                      vErrors = [err47];
                    } else {
                      vErrors.push(err47);
                    }
                    errors++;
                  }
                  if (typeof data25 == "number" && isFinite(data25)) {
                    if (data25 > 12 || isNaN(data25)) {
                      const err48 = { instancePath: instancePath + "/users/" + i0 + "/generate/words", schemaPath: "#/properties/users/items/properties/generate/properties/words/maximum", keyword: "maximum", params: { comparison: "<=", limit: 12 }, message: "must be <= 12" };
                      if (vErrors === null) {
                        vErrors = [err48];
                      } else {
                        vErrors.push(err48);
                      }
                      errors++;
                    }
                    if (data25 < 4 || isNaN(data25)) {
                      const err49 = { instancePath: instancePath + "/users/" + i0 + "/generate/words", schemaPath: "#/properties/users/items/properties/generate/properties/words/minimum", keyword: "minimum", params: { comparison: ">=", limit: 4 }, message: "must be >= 4" };
                      if (vErrors === null) {
                        vErrors = [err49];
                      } else {
                        vErrors.push(err49);
                      }
                      errors++;
                    }
                  }
                }
                if (data20.language !== void 0) {
                  let data26 = data20.language;
                  if (!(data26 === "en" || data26 === "fr" || data26 === "es" || data26 === "it" || data26 === "pt" || data26 === "cs")) {
                    const err50 = { instancePath: instancePath + "/users/" + i0 + "/generate/language", schemaPath: "#/properties/users/items/properties/generate/properties/language/enum", keyword: "enum", params: { allowedValues: schema32.properties.users.items.properties.generate.properties.language.enum }, message: "must be equal to one of the allowed values" };
                    if (vErrors === null) {
                      vErrors = [err50];
                    } else {
                      vErrors.push(err50);
                    }
                    errors++;
                  }
                }
              } else {
                const err51 = { instancePath: instancePath + "/users/" + i0 + "/generate", schemaPath: "#/properties/users/items/properties/generate/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err51];
                } else {
                  vErrors.push(err51);
                }
                errors++;
              }
            }
          } else {
            const err52 = { instancePath: instancePath + "/users/" + i0, schemaPath: "#/properties/users/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err52];
            } else {
              vErrors.push(err52);
            }
            errors++;
          }
        }
      } else {
        const err53 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err53];
        } else {
          vErrors.push(err53);
        }
        errors++;
      }
    }
  } else {
    const err54 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err54];
    } else {
      vErrors.push(err54);
    }
    errors++;
  }
  validate21.errors = vErrors;
  return errors === 0;
}
validate21.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
var validateSecretReference = validate22;
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data, dynamicAnchors = {} } = {}) {
  ;
  let vErrors = null;
  let errors = 0;
  const evaluated0 = validate22.evaluated;
  if (evaluated0.dynamicProps) {
    evaluated0.props = void 0;
  }
  if (evaluated0.dynamicItems) {
    evaluated0.items = void 0;
  }
  if (data && typeof data == "object" && !Array.isArray(data)) {
    if (Object.keys(data).length > 1) {
      const err0 = { instancePath, schemaPath: "#/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
      if (vErrors === null) {
        vErrors = [err0];
      } else {
        vErrors.push(err0);
      }
      errors++;
    }
    if (Object.keys(data).length < 1) {
      const err1 = { instancePath, schemaPath: "#/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
      if (vErrors === null) {
        vErrors = [err1];
      } else {
        vErrors.push(err1);
      }
      errors++;
    }
    for (const key0 in data) {
      if (!(key0 === "env" || key0 === "file" || key0 === "command" || key0 === "ansible_var")) {
        const err2 = { instancePath, schemaPath: "#/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key0 }, message: "must NOT have additional properties" };
        if (vErrors === null) {
          vErrors = [err2];
        } else {
          vErrors.push(err2);
        }
        errors++;
      }
    }
    if (data.env !== void 0) {
      let data0 = data.env;
      if (typeof data0 === "string") {
        if (!pattern10.test(data0)) {
          const err3 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
          if (vErrors === null) {
            vErrors = [err3];
          } else {
            vErrors.push(err3);
          }
          errors++;
        }
      } else {
        const err4 = { instancePath: instancePath + "/env", schemaPath: "#/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err4];
        } else {
          vErrors.push(err4);
        }
        errors++;
      }
    }
    if (data.file !== void 0) {
      let data1 = data.file;
      if (typeof data1 === "string") {
        if (!pattern11.test(data1)) {
          const err5 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
          if (vErrors === null) {
            vErrors = [err5];
          } else {
            vErrors.push(err5);
          }
          errors++;
        }
      } else {
        const err6 = { instancePath: instancePath + "/file", schemaPath: "#/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err6];
        } else {
          vErrors.push(err6);
        }
        errors++;
      }
    }
    if (data.command !== void 0) {
      let data2 = data.command;
      if (Array.isArray(data2)) {
        if (data2.length < 1) {
          const err7 = { instancePath: instancePath + "/command", schemaPath: "#/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
          if (vErrors === null) {
            vErrors = [err7];
          } else {
            vErrors.push(err7);
          }
          errors++;
        }
        const len0 = data2.length;
        for (let i0 = 0; i0 < len0; i0++) {
          let data3 = data2[i0];
          if (typeof data3 === "string") {
            if (!pattern11.test(data3)) {
              const err8 = { instancePath: instancePath + "/command/" + i0, schemaPath: "#/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[^\\u0000])+$" }, message: 'must match pattern "^((?!\\{[{%#])[^\\u0000])+$"' };
              if (vErrors === null) {
                vErrors = [err8];
              } else {
                vErrors.push(err8);
              }
              errors++;
            }
          } else {
            const err9 = { instancePath: instancePath + "/command/" + i0, schemaPath: "#/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err9];
            } else {
              vErrors.push(err9);
            }
            errors++;
          }
        }
      } else {
        const err10 = { instancePath: instancePath + "/command", schemaPath: "#/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err10];
        } else {
          vErrors.push(err10);
        }
        errors++;
      }
    }
    if (data.ansible_var !== void 0) {
      let data4 = data.ansible_var;
      if (typeof data4 === "string") {
        if (!pattern10.test(data4)) {
          const err11 = { instancePath: instancePath + "/ansible_var", schemaPath: "#/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
          if (vErrors === null) {
            vErrors = [err11];
          } else {
            vErrors.push(err11);
          }
          errors++;
        }
      } else {
        const err12 = { instancePath: instancePath + "/ansible_var", schemaPath: "#/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
        if (vErrors === null) {
          vErrors = [err12];
        } else {
          vErrors.push(err12);
        }
        errors++;
      }
    }
  } else {
    const err13 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err13];
    } else {
      vErrors.push(err13);
    }
    errors++;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
validate22.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  validateHost,
  validateSecretReference,
  validateUsersFile
};
