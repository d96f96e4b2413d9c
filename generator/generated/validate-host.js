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
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "host.schema.json", "title": "HostConfig", "description": "One Matrix host: which server it is, how to reach it, and how it is installed.", "type": "object", "additionalProperties": false, "required": ["version", "domain", "host", "homeserver"], "properties": { "version": { "description": "The version of this file's format.", "const": 1 }, "domain": { "description": "The Matrix server name: accounts are @john:DOMAIN.", "type": "string", "pattern": "^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$", "maxLength": 230, "examples": ["example.com"] }, "host": { "description": "The name of the host in the inventory.", "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$", "maxLength": 200, "examples": ["matrix.example.com"] }, "homeserver": { "description": "The homeserver that runs there.", "enum": ["synapse", "dendrite"] }, "authority": { "enum": ["homeserver", "mas"], "default": "homeserver", "description": "Who owns the accounts: the homeserver itself, or Matrix Authentication Service (MAS) in front of Synapse" }, "mas": { "title": "Mas", "description": "Matrix Authentication Service, where it owns the accounts (authority: mas).", "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "address": { "description": "As the host itself reaches it, its path included. Default: the container of the playbook; for a native install http://127.0.0.1:8080.", "type": "string", "pattern": "^https?://[^\\s/]+(/[^\\s]*)?$" }, "service": { "description": "The systemd unit. Default: matrix-authentication-service.service.", "type": "string", "pattern": "^[A-Za-z0-9:_.@-]+$" }, "public_url": { "description": "Where people reach it, told with a registration token. Default: https://HOST/auth/.", "type": "string", "pattern": "^https?://[^\\s]+/$" }, "email_required": { "description": "It insists on an e-mail address: then registering without one says what will happen at the first login. Default: false.", "type": "boolean" } } }, "access": { "title": "Access", "description": "As whom operations beyond registering reach the server. Default: the homeserver's database, where that can do it.", "type": "object", "additionalProperties": false, "minProperties": 1, "properties": { "token": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } }, "login": { "description": "Instead of a token: a server admin who is logged in for each call, and out again.", "type": "object", "additionalProperties": false, "required": ["username", "password"], "properties": { "username": { "description": "The part of @admin:DOMAIN before the colon.", "type": "string", "minLength": 1 }, "password": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } }, "client": { "description": "MAS: the client that may use its Admin API. With the playbook, generate renders what sets it up.", "type": "object", "additionalProperties": false, "required": ["id", "secret"], "properties": { "id": { "description": "Its client_id: a ULID.", "type": "string", "pattern": "^[0-7][0-9A-HJKMNP-TV-Z]{25}$" }, "secret": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } }, "prefer_database": { "description": "Synapse: use the database where that is possible, even with an admin at hand. Default: false.", "type": "boolean" } } }, "deployment": { "title": "Deployment", "description": "How the homeserver is installed. Default: with the playbook.", "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "oneOf": [{ "title": "PlaybookDeployment", "description": "In containers, by the playbook matrix-docker-ansible-deploy.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "Installed by matrix-docker-ansible-deploy.", "const": "playbook" }, "release": { "description": "The playbook's release, whose names of variables count. Default: the newest known.", "enum": ["2024-10", "2025-06", "2026-08"] }, "checkout": { "description": "The playbook's checkout, relative to this file; used by the recipes install-all, setup-all and run.", "type": "string", "minLength": 1 } } }, { "title": "NativeDeployment", "description": "As a process on the host: a package, a virtual environment, a binary.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "Runs as a process on the host.", "const": "native" }, "python": { "description": "Synapse only: the Python in which it is installed. Default: /opt/venvs/matrix-synapse/bin/python, that of the Debian package.", "type": "string", "pattern": "^/" }, "config": { "description": "The homeserver's configuration: a file, or a list of files and directories, of which later ones win. Default: /etc/matrix-synapse/homeserver.yaml and conf.d beside it; /etc/dendrite/dendrite.yaml.", "type": ["string", "array"], "pattern": "^/", "minItems": 1, "items": { "type": "string", "pattern": "^/" } }, "address": { "description": "The client API as the host itself reaches it. Default: http://127.0.0.1:8008.", "type": "string", "pattern": "^https?://[^\\s/]+(/[^\\s]*)?$" }, "service": { "description": "The systemd unit. Default: matrix-synapse.service or dendrite.service.", "type": "string", "pattern": "^[A-Za-z0-9:_.@-]+$" } } }] }, "connection": { "title": "Connection", "description": "How Ansible reaches the host. Default: by SSH, to the name of the host.", "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "oneOf": [{ "title": "SshConnection", "description": "By SSH.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "By SSH.", "const": "ssh" }, "address": { "description": "Name or address to connect to. Default: the name of the host, and what ~/.ssh/config says of it.", "type": "string", "pattern": "^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$" }, "port": { "description": "The port of sshd. Default: 22.", "type": "integer", "minimum": 1, "maximum": 65535 }, "user": { "description": "The user to log in as. Default: what ~/.ssh/config says.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_.-]*$" }, "interpreter": { "description": "The Python that Ansible's modules run with on the host. Default: /usr/bin/python3.", "type": "string", "pattern": "^/[A-Za-z0-9._/-]+$" }, "become": { "title": "Become", "description": "Becoming root on the host, with sudo. Default: done unless the user is root.", "type": "object", "additionalProperties": false, "properties": { "enabled": { "description": "Whether it is done at all.", "type": "boolean" }, "user": { "description": "The user to become. Default: root.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_.-]*$" }, "password": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } } } }, { "title": "LocalConnection", "description": "Not at all: Ansible runs on the host itself.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "Ansible runs on the host itself.", "const": "local" }, "become": { "title": "Become", "description": "Becoming root on the host, with sudo. Default: done unless the user is root.", "type": "object", "additionalProperties": false, "properties": { "enabled": { "description": "Whether it is done at all.", "type": "boolean" }, "user": { "description": "The user to become. Default: root.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_.-]*$" }, "password": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } } } }] }, "registration": { "title": "Registration", "description": "Who may register through a client. Without it, registration stays as the playbook has it: closed.", "type": "object", "additionalProperties": false, "required": ["mode"], "properties": { "mode": { "description": "closed, token, email, captcha or open; or a list of token, email and captcha, all of which are then asked for.", "type": ["string", "array"], "pattern": "^(closed|token|email|captcha|open)$", "minItems": 1, "items": { "enum": ["closed", "token", "email", "captcha", "open"] }, "examples": ["token"] }, "acknowledge": { "description": "Needed by open, and by nothing else: that this is what you want.", "const": "anyone on the internet may register here without any verification" }, "captcha": { "description": "The CAPTCHA of the mode captcha.", "type": "object", "additionalProperties": false, "required": ["site_key", "secret_key"], "properties": { "provider": { "description": "Whose it is; hcaptcha on Dendrite only. Default: recaptcha.", "enum": ["recaptcha", "hcaptcha"] }, "site_key": { "description": "The public key, which browsers see.", "type": "string", "minLength": 1, "maxLength": 200 }, "secret_key": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } }, "auto_join_rooms": { "description": "Rooms that every new account joins, by their aliases.", "type": "array", "items": { "type": "string", "pattern": "^#[^\\s:]+:[^\\s]+$" } }, "guests": { "description": "Synapse: people without an account may read what is open to guests.", "type": "boolean" } } }, "email": { "title": "Email", "description": "How the playbook's exim-relay sends e-mail. Without a relay it delivers by itself, which many providers take for spam.", "type": "object", "additionalProperties": false, "properties": { "sender": { "description": "The address that e-mail comes from.", "type": "string", "pattern": "^[^\\s@]+@[^\\s@]+$" }, "relay": { "description": "The mail server that e-mail goes through, by STARTTLS.", "type": "object", "additionalProperties": false, "required": ["host"], "properties": { "host": { "description": "Its name.", "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9.-]*$" }, "port": { "description": "Its port; 465 is not supported. Default: 587.", "type": "integer", "minimum": 1, "maximum": 65535 }, "username": { "description": "The account there.", "type": "string", "minLength": 1 }, "password": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } } } }, "users": { "title": "Users", "description": "The accounts that registrar plan and apply manage. What is not said of an account is left as it is, and so is every account that is not named.", "type": "array", "items": { "title": "User", "description": "One account.", "type": "object", "additionalProperties": false, "required": ["username"], "properties": { "username": { "description": "The part of @john:DOMAIN before the colon, or all of it.", "type": "string", "pattern": "^([!-9;-?A-~][!-9;-~]*|@[!-9;-~]+:\\S+)$", "maxLength": 255, "examples": ["john"] }, "admin": { "description": "Whether it is a server admin.", "type": "boolean" }, "emails": { "description": "Addresses that it has, and that count as verified (Synapse and MAS). Others that it has are left alone.", "type": "array", "items": { "description": "An address.", "type": "string", "pattern": "^[^@\\s]+@[^@\\s]+$" } }, "state": { "description": "present: it can log in. locked: it cannot, for now. deactivated: it is closed, which takes its password, sessions and rooms. Default: a new account is present, any other is left as it is.", "enum": ["present", "locked", "deactivated"] }, "password": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } }, "password_updates": { "description": "on_create: password is for a new account alone. always: whenever the account has another one, which ends its sessions (Synapse and Dendrite). Default: on_create.", "enum": ["on_create", "always"] }, "generate": { "description": "Instead of password: it is made when the account is created, and goes where this says: exactly one of file and shown.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "file": { "description": "A file of its own, relative to this file, that only its owner can read. It is written first; one that is there already holds the password.", "type": "string", "minLength": 1, "examples": ["passwords/john"] }, "shown": { "description": "It is shown once, when the account exists, and kept nowhere.", "const": true } } } } } }, "extra_vars": { "description": "Anything else for the playbook: its variables, by their names in that release. Text is text: {{ }} is not evaluated.", "type": "object", "additionalProperties": true }, "web": { "description": "What people use in a browser.", "type": "object", "additionalProperties": false, "properties": { "element": { "description": "Where people log in: true for https://element.DOMAIN, false for nowhere, or the address of an Element. Default: true with the playbook, which installs one, else false.", "type": ["boolean", "string"], "pattern": "^https?://[^\\s]+$" } } } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern4 = new RegExp("^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$", "u");
var pattern5 = new RegExp("^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$", "u");
var pattern6 = new RegExp("^https?://[^\\s/]+(/[^\\s]*)?$", "u");
var pattern7 = new RegExp("^[A-Za-z0-9:_.@-]+$", "u");
var pattern8 = new RegExp("^https?://[^\\s]+/$", "u");
var pattern9 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
var pattern10 = new RegExp("^((?!\\{[{%#])[\\s\\S])+$", "u");
var pattern17 = new RegExp("^[0-7][0-9A-HJKMNP-TV-Z]{25}$", "u");
var pattern22 = new RegExp("^/", "u");
var pattern27 = new RegExp("^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$", "u");
var pattern28 = new RegExp("^[A-Za-z_][A-Za-z0-9_.-]*$", "u");
var pattern29 = new RegExp("^/[A-Za-z0-9._/-]+$", "u");
var pattern40 = new RegExp("^(closed|token|email|captcha|open)$", "u");
var pattern45 = new RegExp("^#[^\\s:]+:[^\\s]+$", "u");
var pattern46 = new RegExp("^[^\\s@]+@[^\\s@]+$", "u");
var pattern47 = new RegExp("^[A-Za-z0-9][A-Za-z0-9.-]*$", "u");
var pattern52 = new RegExp("^([!-9;-?A-~][!-9;-~]*|@[!-9;-~]+:\\S+)$", "u");
var pattern53 = new RegExp("^[^@\\s]+@[^@\\s]+$", "u");
var pattern58 = new RegExp("^https?://[^\\s]+$", "u");
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
          if (!(key1 === "address" || key1 === "service" || key1 === "public_url" || key1 === "email_required")) {
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
        if (data5.email_required !== void 0) {
          if (typeof data5.email_required !== "boolean") {
            const err22 = { instancePath: instancePath + "/mas/email_required", schemaPath: "#/properties/mas/properties/email_required/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err22];
            } else {
              vErrors.push(err22);
            }
            errors++;
          }
        }
      } else {
        const err23 = { instancePath: instancePath + "/mas", schemaPath: "#/properties/mas/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err23];
        } else {
          vErrors.push(err23);
        }
        errors++;
      }
    }
    if (data.access !== void 0) {
      let data10 = data.access;
      if (data10 && typeof data10 == "object" && !Array.isArray(data10)) {
        if (Object.keys(data10).length < 1) {
          const err24 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
          if (vErrors === null) {
            vErrors = [err24];
          } else {
            vErrors.push(err24);
          }
          errors++;
        }
        for (const key2 in data10) {
          if (!(key2 === "token" || key2 === "login" || key2 === "client" || key2 === "prefer_database")) {
            const err25 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err25];
            } else {
              vErrors.push(err25);
            }
            errors++;
          }
        }
        if (data10.token !== void 0) {
          let data11 = data10.token;
          if (data11 && typeof data11 == "object" && !Array.isArray(data11)) {
            if (Object.keys(data11).length > 1) {
              const err26 = { instancePath: instancePath + "/access/token", schemaPath: "#/properties/access/properties/token/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
              if (vErrors === null) {
                vErrors = [err26];
              } else {
                vErrors.push(err26);
              }
              errors++;
            }
            if (Object.keys(data11).length < 1) {
              const err27 = { instancePath: instancePath + "/access/token", schemaPath: "#/properties/access/properties/token/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
              if (vErrors === null) {
                vErrors = [err27];
              } else {
                vErrors.push(err27);
              }
              errors++;
            }
            for (const key3 in data11) {
              if (!(key3 === "env" || key3 === "file" || key3 === "command" || key3 === "ansible_var")) {
                const err28 = { instancePath: instancePath + "/access/token", schemaPath: "#/properties/access/properties/token/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err28];
                } else {
                  vErrors.push(err28);
                }
                errors++;
              }
            }
            if (data11.env !== void 0) {
              let data12 = data11.env;
              if (typeof data12 === "string") {
                if (!pattern9.test(data12)) {
                  const err29 = { instancePath: instancePath + "/access/token/env", schemaPath: "#/properties/access/properties/token/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                  if (vErrors === null) {
                    vErrors = [err29];
                  } else {
                    vErrors.push(err29);
                  }
                  errors++;
                }
              } else {
                const err30 = { instancePath: instancePath + "/access/token/env", schemaPath: "#/properties/access/properties/token/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err30];
                } else {
                  vErrors.push(err30);
                }
                errors++;
              }
            }
            if (data11.file !== void 0) {
              let data13 = data11.file;
              if (typeof data13 === "string") {
                if (!pattern10.test(data13)) {
                  const err31 = { instancePath: instancePath + "/access/token/file", schemaPath: "#/properties/access/properties/token/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                  if (vErrors === null) {
                    vErrors = [err31];
                  } else {
                    vErrors.push(err31);
                  }
                  errors++;
                }
              } else {
                const err32 = { instancePath: instancePath + "/access/token/file", schemaPath: "#/properties/access/properties/token/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err32];
                } else {
                  vErrors.push(err32);
                }
                errors++;
              }
            }
            if (data11.command !== void 0) {
              let data14 = data11.command;
              if (Array.isArray(data14)) {
                if (data14.length < 1) {
                  const err33 = { instancePath: instancePath + "/access/token/command", schemaPath: "#/properties/access/properties/token/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  if (vErrors === null) {
                    vErrors = [err33];
                  } else {
                    vErrors.push(err33);
                  }
                  errors++;
                }
                const len0 = data14.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data15 = data14[i0];
                  if (typeof data15 === "string") {
                    if (!pattern10.test(data15)) {
                      const err34 = { instancePath: instancePath + "/access/token/command/" + i0, schemaPath: "#/properties/access/properties/token/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                      if (vErrors === null) {
                        vErrors = [err34];
                      } else {
                        vErrors.push(err34);
                      }
                      errors++;
                    }
                  } else {
                    const err35 = { instancePath: instancePath + "/access/token/command/" + i0, schemaPath: "#/properties/access/properties/token/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err35];
                    } else {
                      vErrors.push(err35);
                    }
                    errors++;
                  }
                }
              } else {
                const err36 = { instancePath: instancePath + "/access/token/command", schemaPath: "#/properties/access/properties/token/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err36];
                } else {
                  vErrors.push(err36);
                }
                errors++;
              }
            }
            if (data11.ansible_var !== void 0) {
              let data16 = data11.ansible_var;
              if (typeof data16 === "string") {
                if (!pattern9.test(data16)) {
                  const err37 = { instancePath: instancePath + "/access/token/ansible_var", schemaPath: "#/properties/access/properties/token/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                  if (vErrors === null) {
                    vErrors = [err37];
                  } else {
                    vErrors.push(err37);
                  }
                  errors++;
                }
              } else {
                const err38 = { instancePath: instancePath + "/access/token/ansible_var", schemaPath: "#/properties/access/properties/token/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err38];
                } else {
                  vErrors.push(err38);
                }
                errors++;
              }
            }
          } else {
            const err39 = { instancePath: instancePath + "/access/token", schemaPath: "#/properties/access/properties/token/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err39];
            } else {
              vErrors.push(err39);
            }
            errors++;
          }
        }
        if (data10.login !== void 0) {
          let data17 = data10.login;
          if (data17 && typeof data17 == "object" && !Array.isArray(data17)) {
            if (data17.username === void 0) {
              const err40 = { instancePath: instancePath + "/access/login", schemaPath: "#/properties/access/properties/login/required", keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
              if (vErrors === null) {
                vErrors = [err40];
              } else {
                vErrors.push(err40);
              }
              errors++;
            }
            if (data17.password === void 0) {
              const err41 = { instancePath: instancePath + "/access/login", schemaPath: "#/properties/access/properties/login/required", keyword: "required", params: { missingProperty: "password" }, message: "must have required property 'password'" };
              if (vErrors === null) {
                vErrors = [err41];
              } else {
                vErrors.push(err41);
              }
              errors++;
            }
            for (const key4 in data17) {
              if (!(key4 === "username" || key4 === "password")) {
                const err42 = { instancePath: instancePath + "/access/login", schemaPath: "#/properties/access/properties/login/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err42];
                } else {
                  vErrors.push(err42);
                }
                errors++;
              }
            }
            if (data17.username !== void 0) {
              let data18 = data17.username;
              if (typeof data18 === "string") {
                if (func2(data18) < 1) {
                  const err43 = { instancePath: instancePath + "/access/login/username", schemaPath: "#/properties/access/properties/login/properties/username/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err43];
                  } else {
                    vErrors.push(err43);
                  }
                  errors++;
                }
              } else {
                const err44 = { instancePath: instancePath + "/access/login/username", schemaPath: "#/properties/access/properties/login/properties/username/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err44];
                } else {
                  vErrors.push(err44);
                }
                errors++;
              }
            }
            if (data17.password !== void 0) {
              let data19 = data17.password;
              if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
                if (Object.keys(data19).length > 1) {
                  const err45 = { instancePath: instancePath + "/access/login/password", schemaPath: "#/properties/access/properties/login/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err45];
                  } else {
                    vErrors.push(err45);
                  }
                  errors++;
                }
                if (Object.keys(data19).length < 1) {
                  const err46 = { instancePath: instancePath + "/access/login/password", schemaPath: "#/properties/access/properties/login/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err46];
                  } else {
                    vErrors.push(err46);
                  }
                  errors++;
                }
                for (const key5 in data19) {
                  if (!(key5 === "env" || key5 === "file" || key5 === "command" || key5 === "ansible_var")) {
                    const err47 = { instancePath: instancePath + "/access/login/password", schemaPath: "#/properties/access/properties/login/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err47];
                    } else {
                      vErrors.push(err47);
                    }
                    errors++;
                  }
                }
                if (data19.env !== void 0) {
                  let data20 = data19.env;
                  if (typeof data20 === "string") {
                    if (!pattern9.test(data20)) {
                      const err48 = { instancePath: instancePath + "/access/login/password/env", schemaPath: "#/properties/access/properties/login/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err48];
                      } else {
                        vErrors.push(err48);
                      }
                      errors++;
                    }
                  } else {
                    const err49 = { instancePath: instancePath + "/access/login/password/env", schemaPath: "#/properties/access/properties/login/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err49];
                    } else {
                      vErrors.push(err49);
                    }
                    errors++;
                  }
                }
                if (data19.file !== void 0) {
                  let data21 = data19.file;
                  if (typeof data21 === "string") {
                    if (!pattern10.test(data21)) {
                      const err50 = { instancePath: instancePath + "/access/login/password/file", schemaPath: "#/properties/access/properties/login/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                      if (vErrors === null) {
                        vErrors = [err50];
                      } else {
                        vErrors.push(err50);
                      }
                      errors++;
                    }
                  } else {
                    const err51 = { instancePath: instancePath + "/access/login/password/file", schemaPath: "#/properties/access/properties/login/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err51];
                    } else {
                      vErrors.push(err51);
                    }
                    errors++;
                  }
                }
                if (data19.command !== void 0) {
                  let data22 = data19.command;
                  if (Array.isArray(data22)) {
                    if (data22.length < 1) {
                      const err52 = { instancePath: instancePath + "/access/login/password/command", schemaPath: "#/properties/access/properties/login/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err52];
                      } else {
                        vErrors.push(err52);
                      }
                      errors++;
                    }
                    const len1 = data22.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      let data23 = data22[i1];
                      if (typeof data23 === "string") {
                        if (!pattern10.test(data23)) {
                          const err53 = { instancePath: instancePath + "/access/login/password/command/" + i1, schemaPath: "#/properties/access/properties/login/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                          if (vErrors === null) {
                            vErrors = [err53];
                          } else {
                            vErrors.push(err53);
                          }
                          errors++;
                        }
                      } else {
                        const err54 = { instancePath: instancePath + "/access/login/password/command/" + i1, schemaPath: "#/properties/access/properties/login/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err54];
                        } else {
                          vErrors.push(err54);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err55 = { instancePath: instancePath + "/access/login/password/command", schemaPath: "#/properties/access/properties/login/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err55];
                    } else {
                      vErrors.push(err55);
                    }
                    errors++;
                  }
                }
                if (data19.ansible_var !== void 0) {
                  let data24 = data19.ansible_var;
                  if (typeof data24 === "string") {
                    if (!pattern9.test(data24)) {
                      const err56 = { instancePath: instancePath + "/access/login/password/ansible_var", schemaPath: "#/properties/access/properties/login/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err56];
                      } else {
                        vErrors.push(err56);
                      }
                      errors++;
                    }
                  } else {
                    const err57 = { instancePath: instancePath + "/access/login/password/ansible_var", schemaPath: "#/properties/access/properties/login/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err57];
                    } else {
                      vErrors.push(err57);
                    }
                    errors++;
                  }
                }
              } else {
                const err58 = { instancePath: instancePath + "/access/login/password", schemaPath: "#/properties/access/properties/login/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err58];
                } else {
                  vErrors.push(err58);
                }
                errors++;
              }
            }
          } else {
            const err59 = { instancePath: instancePath + "/access/login", schemaPath: "#/properties/access/properties/login/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err59];
            } else {
              vErrors.push(err59);
            }
            errors++;
          }
        }
        if (data10.client !== void 0) {
          let data25 = data10.client;
          if (data25 && typeof data25 == "object" && !Array.isArray(data25)) {
            if (data25.id === void 0) {
              const err60 = { instancePath: instancePath + "/access/client", schemaPath: "#/properties/access/properties/client/required", keyword: "required", params: { missingProperty: "id" }, message: "must have required property 'id'" };
              if (vErrors === null) {
                vErrors = [err60];
              } else {
                vErrors.push(err60);
              }
              errors++;
            }
            if (data25.secret === void 0) {
              const err61 = { instancePath: instancePath + "/access/client", schemaPath: "#/properties/access/properties/client/required", keyword: "required", params: { missingProperty: "secret" }, message: "must have required property 'secret'" };
              if (vErrors === null) {
                vErrors = [err61];
              } else {
                vErrors.push(err61);
              }
              errors++;
            }
            for (const key6 in data25) {
              if (!(key6 === "id" || key6 === "secret")) {
                const err62 = { instancePath: instancePath + "/access/client", schemaPath: "#/properties/access/properties/client/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err62];
                } else {
                  vErrors.push(err62);
                }
                errors++;
              }
            }
            if (data25.id !== void 0) {
              let data26 = data25.id;
              if (typeof data26 === "string") {
                if (!pattern17.test(data26)) {
                  const err63 = { instancePath: instancePath + "/access/client/id", schemaPath: "#/properties/access/properties/client/properties/id/pattern", keyword: "pattern", params: { pattern: "^[0-7][0-9A-HJKMNP-TV-Z]{25}$" }, message: 'must match pattern "^[0-7][0-9A-HJKMNP-TV-Z]{25}$"' };
                  if (vErrors === null) {
                    vErrors = [err63];
                  } else {
                    vErrors.push(err63);
                  }
                  errors++;
                }
              } else {
                const err64 = { instancePath: instancePath + "/access/client/id", schemaPath: "#/properties/access/properties/client/properties/id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err64];
                } else {
                  vErrors.push(err64);
                }
                errors++;
              }
            }
            if (data25.secret !== void 0) {
              let data27 = data25.secret;
              if (data27 && typeof data27 == "object" && !Array.isArray(data27)) {
                if (Object.keys(data27).length > 1) {
                  const err65 = { instancePath: instancePath + "/access/client/secret", schemaPath: "#/properties/access/properties/client/properties/secret/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err65];
                  } else {
                    vErrors.push(err65);
                  }
                  errors++;
                }
                if (Object.keys(data27).length < 1) {
                  const err66 = { instancePath: instancePath + "/access/client/secret", schemaPath: "#/properties/access/properties/client/properties/secret/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err66];
                  } else {
                    vErrors.push(err66);
                  }
                  errors++;
                }
                for (const key7 in data27) {
                  if (!(key7 === "env" || key7 === "file" || key7 === "command" || key7 === "ansible_var")) {
                    const err67 = { instancePath: instancePath + "/access/client/secret", schemaPath: "#/properties/access/properties/client/properties/secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err67];
                    } else {
                      vErrors.push(err67);
                    }
                    errors++;
                  }
                }
                if (data27.env !== void 0) {
                  let data28 = data27.env;
                  if (typeof data28 === "string") {
                    if (!pattern9.test(data28)) {
                      const err68 = { instancePath: instancePath + "/access/client/secret/env", schemaPath: "#/properties/access/properties/client/properties/secret/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err68];
                      } else {
                        vErrors.push(err68);
                      }
                      errors++;
                    }
                  } else {
                    const err69 = { instancePath: instancePath + "/access/client/secret/env", schemaPath: "#/properties/access/properties/client/properties/secret/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err69];
                    } else {
                      vErrors.push(err69);
                    }
                    errors++;
                  }
                }
                if (data27.file !== void 0) {
                  let data29 = data27.file;
                  if (typeof data29 === "string") {
                    if (!pattern10.test(data29)) {
                      const err70 = { instancePath: instancePath + "/access/client/secret/file", schemaPath: "#/properties/access/properties/client/properties/secret/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                      if (vErrors === null) {
                        vErrors = [err70];
                      } else {
                        vErrors.push(err70);
                      }
                      errors++;
                    }
                  } else {
                    const err71 = { instancePath: instancePath + "/access/client/secret/file", schemaPath: "#/properties/access/properties/client/properties/secret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err71];
                    } else {
                      vErrors.push(err71);
                    }
                    errors++;
                  }
                }
                if (data27.command !== void 0) {
                  let data30 = data27.command;
                  if (Array.isArray(data30)) {
                    if (data30.length < 1) {
                      const err72 = { instancePath: instancePath + "/access/client/secret/command", schemaPath: "#/properties/access/properties/client/properties/secret/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err72];
                      } else {
                        vErrors.push(err72);
                      }
                      errors++;
                    }
                    const len2 = data30.length;
                    for (let i2 = 0; i2 < len2; i2++) {
                      let data31 = data30[i2];
                      if (typeof data31 === "string") {
                        if (!pattern10.test(data31)) {
                          const err73 = { instancePath: instancePath + "/access/client/secret/command/" + i2, schemaPath: "#/properties/access/properties/client/properties/secret/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                          if (vErrors === null) {
                            vErrors = [err73];
                          } else {
                            vErrors.push(err73);
                          }
                          errors++;
                        }
                      } else {
                        const err74 = { instancePath: instancePath + "/access/client/secret/command/" + i2, schemaPath: "#/properties/access/properties/client/properties/secret/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err74];
                        } else {
                          vErrors.push(err74);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err75 = { instancePath: instancePath + "/access/client/secret/command", schemaPath: "#/properties/access/properties/client/properties/secret/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err75];
                    } else {
                      vErrors.push(err75);
                    }
                    errors++;
                  }
                }
                if (data27.ansible_var !== void 0) {
                  let data32 = data27.ansible_var;
                  if (typeof data32 === "string") {
                    if (!pattern9.test(data32)) {
                      const err76 = { instancePath: instancePath + "/access/client/secret/ansible_var", schemaPath: "#/properties/access/properties/client/properties/secret/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err76];
                      } else {
                        vErrors.push(err76);
                      }
                      errors++;
                    }
                  } else {
                    const err77 = { instancePath: instancePath + "/access/client/secret/ansible_var", schemaPath: "#/properties/access/properties/client/properties/secret/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err77];
                    } else {
                      vErrors.push(err77);
                    }
                    errors++;
                  }
                }
              } else {
                const err78 = { instancePath: instancePath + "/access/client/secret", schemaPath: "#/properties/access/properties/client/properties/secret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err78];
                } else {
                  vErrors.push(err78);
                }
                errors++;
              }
            }
          } else {
            const err79 = { instancePath: instancePath + "/access/client", schemaPath: "#/properties/access/properties/client/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err79];
            } else {
              vErrors.push(err79);
            }
            errors++;
          }
        }
        if (data10.prefer_database !== void 0) {
          if (typeof data10.prefer_database !== "boolean") {
            const err80 = { instancePath: instancePath + "/access/prefer_database", schemaPath: "#/properties/access/properties/prefer_database/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err80];
            } else {
              vErrors.push(err80);
            }
            errors++;
          }
        }
      } else {
        const err81 = { instancePath: instancePath + "/access", schemaPath: "#/properties/access/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err81];
        } else {
          vErrors.push(err81);
        }
        errors++;
      }
    }
    if (data.deployment !== void 0) {
      let data34 = data.deployment;
      if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
        if (data34.kind === void 0) {
          const err82 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
          if (vErrors === null) {
            vErrors = [err82];
          } else {
            vErrors.push(err82);
          }
          errors++;
        }
        const tag0 = data34.kind;
        if (typeof tag0 == "string") {
          if (tag0 === "playbook") {
            if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
              if (data34.kind === void 0) {
                const err83 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err83];
                } else {
                  vErrors.push(err83);
                }
                errors++;
              }
              for (const key8 in data34) {
                if (!(key8 === "kind" || key8 === "release" || key8 === "checkout")) {
                  const err84 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err84];
                  } else {
                    vErrors.push(err84);
                  }
                  errors++;
                }
              }
              if (data34.kind !== void 0) {
                if ("playbook" !== data34.kind) {
                  const err85 = { instancePath: instancePath + "/deployment/kind", schemaPath: "#/properties/deployment/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "playbook" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err85];
                  } else {
                    vErrors.push(err85);
                  }
                  errors++;
                }
              }
              if (data34.release !== void 0) {
                let data36 = data34.release;
                if (!(data36 === "2024-10" || data36 === "2025-06" || data36 === "2026-08")) {
                  const err86 = { instancePath: instancePath + "/deployment/release", schemaPath: "#/properties/deployment/oneOf/0/properties/release/enum", keyword: "enum", params: { allowedValues: schema31.properties.deployment.oneOf[0].properties.release.enum }, message: "must be equal to one of the allowed values" };
                  if (vErrors === null) {
                    vErrors = [err86];
                  } else {
                    vErrors.push(err86);
                  }
                  errors++;
                }
              }
              if (data34.checkout !== void 0) {
                let data37 = data34.checkout;
                if (typeof data37 === "string") {
                  if (func2(data37) < 1) {
                    const err87 = { instancePath: instancePath + "/deployment/checkout", schemaPath: "#/properties/deployment/oneOf/0/properties/checkout/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                    if (vErrors === null) {
                      vErrors = [err87];
                    } else {
                      vErrors.push(err87);
                    }
                    errors++;
                  }
                } else {
                  const err88 = { instancePath: instancePath + "/deployment/checkout", schemaPath: "#/properties/deployment/oneOf/0/properties/checkout/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err88];
                  } else {
                    vErrors.push(err88);
                  }
                  errors++;
                }
              }
            } else {
              const err89 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err89];
              } else {
                vErrors.push(err89);
              }
              errors++;
            }
            var props0 = true;
          } else if (tag0 === "native") {
            if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
              if (data34.kind === void 0) {
                const err90 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err90];
                } else {
                  vErrors.push(err90);
                }
                errors++;
              }
              for (const key9 in data34) {
                if (!(key9 === "kind" || key9 === "python" || key9 === "config" || key9 === "address" || key9 === "service")) {
                  const err91 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err91];
                  } else {
                    vErrors.push(err91);
                  }
                  errors++;
                }
              }
              if (data34.kind !== void 0) {
                if ("native" !== data34.kind) {
                  const err92 = { instancePath: instancePath + "/deployment/kind", schemaPath: "#/properties/deployment/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "native" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err92];
                  } else {
                    vErrors.push(err92);
                  }
                  errors++;
                }
              }
              if (data34.python !== void 0) {
                let data39 = data34.python;
                if (typeof data39 === "string") {
                  if (!pattern22.test(data39)) {
                    const err93 = { instancePath: instancePath + "/deployment/python", schemaPath: "#/properties/deployment/oneOf/1/properties/python/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' };
                    if (vErrors === null) {
                      vErrors = [err93];
                    } else {
                      vErrors.push(err93);
                    }
                    errors++;
                  }
                } else {
                  const err94 = { instancePath: instancePath + "/deployment/python", schemaPath: "#/properties/deployment/oneOf/1/properties/python/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err94];
                  } else {
                    vErrors.push(err94);
                  }
                  errors++;
                }
              }
              if (data34.config !== void 0) {
                let data40 = data34.config;
                if (typeof data40 !== "string" && !Array.isArray(data40)) {
                  const err95 = { instancePath: instancePath + "/deployment/config", schemaPath: "#/properties/deployment/oneOf/1/properties/config/type", keyword: "type", params: { type: schema31.properties.deployment.oneOf[1].properties.config.type }, message: "must be string,array" };
                  if (vErrors === null) {
                    vErrors = [err95];
                  } else {
                    vErrors.push(err95);
                  }
                  errors++;
                }
                if (typeof data40 === "string") {
                  if (!pattern22.test(data40)) {
                    const err96 = { instancePath: instancePath + "/deployment/config", schemaPath: "#/properties/deployment/oneOf/1/properties/config/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' };
                    if (vErrors === null) {
                      vErrors = [err96];
                    } else {
                      vErrors.push(err96);
                    }
                    errors++;
                  }
                }
                if (Array.isArray(data40)) {
                  if (data40.length < 1) {
                    const err97 = { instancePath: instancePath + "/deployment/config", schemaPath: "#/properties/deployment/oneOf/1/properties/config/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                    if (vErrors === null) {
                      vErrors = [err97];
                    } else {
                      vErrors.push(err97);
                    }
                    errors++;
                  }
                  const len3 = data40.length;
                  for (let i3 = 0; i3 < len3; i3++) {
                    let data41 = data40[i3];
                    if (typeof data41 === "string") {
                      if (!pattern22.test(data41)) {
                        const err98 = { instancePath: instancePath + "/deployment/config/" + i3, schemaPath: "#/properties/deployment/oneOf/1/properties/config/items/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' };
                        if (vErrors === null) {
                          vErrors = [err98];
                        } else {
                          vErrors.push(err98);
                        }
                        errors++;
                      }
                    } else {
                      const err99 = { instancePath: instancePath + "/deployment/config/" + i3, schemaPath: "#/properties/deployment/oneOf/1/properties/config/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      if (vErrors === null) {
                        vErrors = [err99];
                      } else {
                        vErrors.push(err99);
                      }
                      errors++;
                    }
                  }
                }
              }
              if (data34.address !== void 0) {
                let data42 = data34.address;
                if (typeof data42 === "string") {
                  if (!pattern6.test(data42)) {
                    const err100 = { instancePath: instancePath + "/deployment/address", schemaPath: "#/properties/deployment/oneOf/1/properties/address/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/]+(/[^\\s]*)?$" }, message: 'must match pattern "^https?://[^\\s/]+(/[^\\s]*)?$"' };
                    if (vErrors === null) {
                      vErrors = [err100];
                    } else {
                      vErrors.push(err100);
                    }
                    errors++;
                  }
                } else {
                  const err101 = { instancePath: instancePath + "/deployment/address", schemaPath: "#/properties/deployment/oneOf/1/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err101];
                  } else {
                    vErrors.push(err101);
                  }
                  errors++;
                }
              }
              if (data34.service !== void 0) {
                let data43 = data34.service;
                if (typeof data43 === "string") {
                  if (!pattern7.test(data43)) {
                    const err102 = { instancePath: instancePath + "/deployment/service", schemaPath: "#/properties/deployment/oneOf/1/properties/service/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9:_.@-]+$" }, message: 'must match pattern "^[A-Za-z0-9:_.@-]+$"' };
                    if (vErrors === null) {
                      vErrors = [err102];
                    } else {
                      vErrors.push(err102);
                    }
                    errors++;
                  }
                } else {
                  const err103 = { instancePath: instancePath + "/deployment/service", schemaPath: "#/properties/deployment/oneOf/1/properties/service/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err103];
                  } else {
                    vErrors.push(err103);
                  }
                  errors++;
                }
              }
            } else {
              const err104 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err104];
              } else {
                vErrors.push(err104);
              }
              errors++;
            }
            if (props0 !== true) {
              props0 = true;
            }
          } else {
            const err105 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag0 }, message: 'value of tag "kind" must be in oneOf' };
            if (vErrors === null) {
              vErrors = [err105];
            } else {
              vErrors.push(err105);
            }
            errors++;
          }
        } else {
          const err106 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag0 }, message: 'tag "kind" must be string' };
          if (vErrors === null) {
            vErrors = [err106];
          } else {
            vErrors.push(err106);
          }
          errors++;
        }
      } else {
        const err107 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err107];
        } else {
          vErrors.push(err107);
        }
        errors++;
      }
    }
    if (data.connection !== void 0) {
      let data44 = data.connection;
      if (data44 && typeof data44 == "object" && !Array.isArray(data44)) {
        if (data44.kind === void 0) {
          const err108 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
          if (vErrors === null) {
            vErrors = [err108];
          } else {
            vErrors.push(err108);
          }
          errors++;
        }
        const tag1 = data44.kind;
        if (typeof tag1 == "string") {
          if (tag1 === "ssh") {
            if (data44 && typeof data44 == "object" && !Array.isArray(data44)) {
              if (data44.kind === void 0) {
                const err109 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err109];
                } else {
                  vErrors.push(err109);
                }
                errors++;
              }
              for (const key10 in data44) {
                if (!(key10 === "kind" || key10 === "address" || key10 === "port" || key10 === "user" || key10 === "interpreter" || key10 === "become")) {
                  const err110 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err110];
                  } else {
                    vErrors.push(err110);
                  }
                  errors++;
                }
              }
              if (data44.kind !== void 0) {
                if ("ssh" !== data44.kind) {
                  const err111 = { instancePath: instancePath + "/connection/kind", schemaPath: "#/properties/connection/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "ssh" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err111];
                  } else {
                    vErrors.push(err111);
                  }
                  errors++;
                }
              }
              if (data44.address !== void 0) {
                let data46 = data44.address;
                if (typeof data46 === "string") {
                  if (!pattern27.test(data46)) {
                    const err112 = { instancePath: instancePath + "/connection/address", schemaPath: "#/properties/connection/oneOf/0/properties/address/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$" }, message: 'must match pattern "^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$"' };
                    if (vErrors === null) {
                      vErrors = [err112];
                    } else {
                      vErrors.push(err112);
                    }
                    errors++;
                  }
                } else {
                  const err113 = { instancePath: instancePath + "/connection/address", schemaPath: "#/properties/connection/oneOf/0/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err113];
                  } else {
                    vErrors.push(err113);
                  }
                  errors++;
                }
              }
              if (data44.port !== void 0) {
                let data47 = data44.port;
                if (!(typeof data47 == "number" && (!(data47 % 1) && !isNaN(data47)) && isFinite(data47))) {
                  const err114 = { instancePath: instancePath + "/connection/port", schemaPath: "#/properties/connection/oneOf/0/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                  if (vErrors === null) {
                    vErrors = [err114];
                  } else {
                    vErrors.push(err114);
                  }
                  errors++;
                }
                if (typeof data47 == "number" && isFinite(data47)) {
                  if (data47 > 65535 || isNaN(data47)) {
                    const err115 = { instancePath: instancePath + "/connection/port", schemaPath: "#/properties/connection/oneOf/0/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
                    if (vErrors === null) {
                      vErrors = [err115];
                    } else {
                      vErrors.push(err115);
                    }
                    errors++;
                  }
                  if (data47 < 1 || isNaN(data47)) {
                    const err116 = { instancePath: instancePath + "/connection/port", schemaPath: "#/properties/connection/oneOf/0/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                    if (vErrors === null) {
                      vErrors = [err116];
                    } else {
                      vErrors.push(err116);
                    }
                    errors++;
                  }
                }
              }
              if (data44.user !== void 0) {
                let data48 = data44.user;
                if (typeof data48 === "string") {
                  if (!pattern28.test(data48)) {
                    const err117 = { instancePath: instancePath + "/connection/user", schemaPath: "#/properties/connection/oneOf/0/properties/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_.-]*$"' };
                    if (vErrors === null) {
                      vErrors = [err117];
                    } else {
                      vErrors.push(err117);
                    }
                    errors++;
                  }
                } else {
                  const err118 = { instancePath: instancePath + "/connection/user", schemaPath: "#/properties/connection/oneOf/0/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err118];
                  } else {
                    vErrors.push(err118);
                  }
                  errors++;
                }
              }
              if (data44.interpreter !== void 0) {
                let data49 = data44.interpreter;
                if (typeof data49 === "string") {
                  if (!pattern29.test(data49)) {
                    const err119 = { instancePath: instancePath + "/connection/interpreter", schemaPath: "#/properties/connection/oneOf/0/properties/interpreter/pattern", keyword: "pattern", params: { pattern: "^/[A-Za-z0-9._/-]+$" }, message: 'must match pattern "^/[A-Za-z0-9._/-]+$"' };
                    if (vErrors === null) {
                      vErrors = [err119];
                    } else {
                      vErrors.push(err119);
                    }
                    errors++;
                  }
                } else {
                  const err120 = { instancePath: instancePath + "/connection/interpreter", schemaPath: "#/properties/connection/oneOf/0/properties/interpreter/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err120];
                  } else {
                    vErrors.push(err120);
                  }
                  errors++;
                }
              }
              if (data44.become !== void 0) {
                let data50 = data44.become;
                if (data50 && typeof data50 == "object" && !Array.isArray(data50)) {
                  for (const key11 in data50) {
                    if (!(key11 === "enabled" || key11 === "user" || key11 === "password")) {
                      const err121 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/0/properties/become/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" };
                      if (vErrors === null) {
                        vErrors = [err121];
                      } else {
                        vErrors.push(err121);
                      }
                      errors++;
                    }
                  }
                  if (data50.enabled !== void 0) {
                    if (typeof data50.enabled !== "boolean") {
                      const err122 = { instancePath: instancePath + "/connection/become/enabled", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                      if (vErrors === null) {
                        vErrors = [err122];
                      } else {
                        vErrors.push(err122);
                      }
                      errors++;
                    }
                  }
                  if (data50.user !== void 0) {
                    let data52 = data50.user;
                    if (typeof data52 === "string") {
                      if (!pattern28.test(data52)) {
                        const err123 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_.-]*$"' };
                        if (vErrors === null) {
                          vErrors = [err123];
                        } else {
                          vErrors.push(err123);
                        }
                        errors++;
                      }
                    } else {
                      const err124 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      if (vErrors === null) {
                        vErrors = [err124];
                      } else {
                        vErrors.push(err124);
                      }
                      errors++;
                    }
                  }
                  if (data50.password !== void 0) {
                    let data53 = data50.password;
                    if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
                      if (Object.keys(data53).length > 1) {
                        const err125 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err125];
                        } else {
                          vErrors.push(err125);
                        }
                        errors++;
                      }
                      if (Object.keys(data53).length < 1) {
                        const err126 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err126];
                        } else {
                          vErrors.push(err126);
                        }
                        errors++;
                      }
                      for (const key12 in data53) {
                        if (!(key12 === "env" || key12 === "file" || key12 === "command" || key12 === "ansible_var")) {
                          const err127 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties" };
                          if (vErrors === null) {
                            vErrors = [err127];
                          } else {
                            vErrors.push(err127);
                          }
                          errors++;
                        }
                      }
                      if (data53.env !== void 0) {
                        let data54 = data53.env;
                        if (typeof data54 === "string") {
                          if (!pattern9.test(data54)) {
                            const err128 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err128];
                            } else {
                              vErrors.push(err128);
                            }
                            errors++;
                          }
                        } else {
                          const err129 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err129];
                          } else {
                            vErrors.push(err129);
                          }
                          errors++;
                        }
                      }
                      if (data53.file !== void 0) {
                        let data55 = data53.file;
                        if (typeof data55 === "string") {
                          if (!pattern10.test(data55)) {
                            const err130 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                            if (vErrors === null) {
                              vErrors = [err130];
                            } else {
                              vErrors.push(err130);
                            }
                            errors++;
                          }
                        } else {
                          const err131 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err131];
                          } else {
                            vErrors.push(err131);
                          }
                          errors++;
                        }
                      }
                      if (data53.command !== void 0) {
                        let data56 = data53.command;
                        if (Array.isArray(data56)) {
                          if (data56.length < 1) {
                            const err132 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                            if (vErrors === null) {
                              vErrors = [err132];
                            } else {
                              vErrors.push(err132);
                            }
                            errors++;
                          }
                          const len4 = data56.length;
                          for (let i4 = 0; i4 < len4; i4++) {
                            let data57 = data56[i4];
                            if (typeof data57 === "string") {
                              if (!pattern10.test(data57)) {
                                const err133 = { instancePath: instancePath + "/connection/become/password/command/" + i4, schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                                if (vErrors === null) {
                                  vErrors = [err133];
                                } else {
                                  vErrors.push(err133);
                                }
                                errors++;
                              }
                            } else {
                              const err134 = { instancePath: instancePath + "/connection/become/password/command/" + i4, schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                              if (vErrors === null) {
                                vErrors = [err134];
                              } else {
                                vErrors.push(err134);
                              }
                              errors++;
                            }
                          }
                        } else {
                          const err135 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                          if (vErrors === null) {
                            vErrors = [err135];
                          } else {
                            vErrors.push(err135);
                          }
                          errors++;
                        }
                      }
                      if (data53.ansible_var !== void 0) {
                        let data58 = data53.ansible_var;
                        if (typeof data58 === "string") {
                          if (!pattern9.test(data58)) {
                            const err136 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err136];
                            } else {
                              vErrors.push(err136);
                            }
                            errors++;
                          }
                        } else {
                          const err137 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err137];
                          } else {
                            vErrors.push(err137);
                          }
                          errors++;
                        }
                      }
                    } else {
                      const err138 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                      if (vErrors === null) {
                        vErrors = [err138];
                      } else {
                        vErrors.push(err138);
                      }
                      errors++;
                    }
                  }
                } else {
                  const err139 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/0/properties/become/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                  if (vErrors === null) {
                    vErrors = [err139];
                  } else {
                    vErrors.push(err139);
                  }
                  errors++;
                }
              }
            } else {
              const err140 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err140];
              } else {
                vErrors.push(err140);
              }
              errors++;
            }
            var props1 = true;
          } else if (tag1 === "local") {
            if (data44 && typeof data44 == "object" && !Array.isArray(data44)) {
              if (data44.kind === void 0) {
                const err141 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err141];
                } else {
                  vErrors.push(err141);
                }
                errors++;
              }
              for (const key13 in data44) {
                if (!(key13 === "kind" || key13 === "become")) {
                  const err142 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err142];
                  } else {
                    vErrors.push(err142);
                  }
                  errors++;
                }
              }
              if (data44.kind !== void 0) {
                if ("local" !== data44.kind) {
                  const err143 = { instancePath: instancePath + "/connection/kind", schemaPath: "#/properties/connection/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "local" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err143];
                  } else {
                    vErrors.push(err143);
                  }
                  errors++;
                }
              }
              if (data44.become !== void 0) {
                let data60 = data44.become;
                if (data60 && typeof data60 == "object" && !Array.isArray(data60)) {
                  for (const key14 in data60) {
                    if (!(key14 === "enabled" || key14 === "user" || key14 === "password")) {
                      const err144 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/1/properties/become/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 }, message: "must NOT have additional properties" };
                      if (vErrors === null) {
                        vErrors = [err144];
                      } else {
                        vErrors.push(err144);
                      }
                      errors++;
                    }
                  }
                  if (data60.enabled !== void 0) {
                    if (typeof data60.enabled !== "boolean") {
                      const err145 = { instancePath: instancePath + "/connection/become/enabled", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                      if (vErrors === null) {
                        vErrors = [err145];
                      } else {
                        vErrors.push(err145);
                      }
                      errors++;
                    }
                  }
                  if (data60.user !== void 0) {
                    let data62 = data60.user;
                    if (typeof data62 === "string") {
                      if (!pattern28.test(data62)) {
                        const err146 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_.-]*$"' };
                        if (vErrors === null) {
                          vErrors = [err146];
                        } else {
                          vErrors.push(err146);
                        }
                        errors++;
                      }
                    } else {
                      const err147 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      if (vErrors === null) {
                        vErrors = [err147];
                      } else {
                        vErrors.push(err147);
                      }
                      errors++;
                    }
                  }
                  if (data60.password !== void 0) {
                    let data63 = data60.password;
                    if (data63 && typeof data63 == "object" && !Array.isArray(data63)) {
                      if (Object.keys(data63).length > 1) {
                        const err148 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err148];
                        } else {
                          vErrors.push(err148);
                        }
                        errors++;
                      }
                      if (Object.keys(data63).length < 1) {
                        const err149 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err149];
                        } else {
                          vErrors.push(err149);
                        }
                        errors++;
                      }
                      for (const key15 in data63) {
                        if (!(key15 === "env" || key15 === "file" || key15 === "command" || key15 === "ansible_var")) {
                          const err150 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 }, message: "must NOT have additional properties" };
                          if (vErrors === null) {
                            vErrors = [err150];
                          } else {
                            vErrors.push(err150);
                          }
                          errors++;
                        }
                      }
                      if (data63.env !== void 0) {
                        let data64 = data63.env;
                        if (typeof data64 === "string") {
                          if (!pattern9.test(data64)) {
                            const err151 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err151];
                            } else {
                              vErrors.push(err151);
                            }
                            errors++;
                          }
                        } else {
                          const err152 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err152];
                          } else {
                            vErrors.push(err152);
                          }
                          errors++;
                        }
                      }
                      if (data63.file !== void 0) {
                        let data65 = data63.file;
                        if (typeof data65 === "string") {
                          if (!pattern10.test(data65)) {
                            const err153 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                            if (vErrors === null) {
                              vErrors = [err153];
                            } else {
                              vErrors.push(err153);
                            }
                            errors++;
                          }
                        } else {
                          const err154 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err154];
                          } else {
                            vErrors.push(err154);
                          }
                          errors++;
                        }
                      }
                      if (data63.command !== void 0) {
                        let data66 = data63.command;
                        if (Array.isArray(data66)) {
                          if (data66.length < 1) {
                            const err155 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                            if (vErrors === null) {
                              vErrors = [err155];
                            } else {
                              vErrors.push(err155);
                            }
                            errors++;
                          }
                          const len5 = data66.length;
                          for (let i5 = 0; i5 < len5; i5++) {
                            let data67 = data66[i5];
                            if (typeof data67 === "string") {
                              if (!pattern10.test(data67)) {
                                const err156 = { instancePath: instancePath + "/connection/become/password/command/" + i5, schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                                if (vErrors === null) {
                                  vErrors = [err156];
                                } else {
                                  vErrors.push(err156);
                                }
                                errors++;
                              }
                            } else {
                              const err157 = { instancePath: instancePath + "/connection/become/password/command/" + i5, schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                              if (vErrors === null) {
                                vErrors = [err157];
                              } else {
                                vErrors.push(err157);
                              }
                              errors++;
                            }
                          }
                        } else {
                          const err158 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                          if (vErrors === null) {
                            vErrors = [err158];
                          } else {
                            vErrors.push(err158);
                          }
                          errors++;
                        }
                      }
                      if (data63.ansible_var !== void 0) {
                        let data68 = data63.ansible_var;
                        if (typeof data68 === "string") {
                          if (!pattern9.test(data68)) {
                            const err159 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err159];
                            } else {
                              vErrors.push(err159);
                            }
                            errors++;
                          }
                        } else {
                          const err160 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err160];
                          } else {
                            vErrors.push(err160);
                          }
                          errors++;
                        }
                      }
                    } else {
                      const err161 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                      if (vErrors === null) {
                        vErrors = [err161];
                      } else {
                        vErrors.push(err161);
                      }
                      errors++;
                    }
                  }
                } else {
                  const err162 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/1/properties/become/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                  if (vErrors === null) {
                    vErrors = [err162];
                  } else {
                    vErrors.push(err162);
                  }
                  errors++;
                }
              }
            } else {
              const err163 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err163];
              } else {
                vErrors.push(err163);
              }
              errors++;
            }
            if (props1 !== true) {
              props1 = true;
            }
          } else {
            const err164 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag1 }, message: 'value of tag "kind" must be in oneOf' };
            if (vErrors === null) {
              vErrors = [err164];
            } else {
              vErrors.push(err164);
            }
            errors++;
          }
        } else {
          const err165 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag1 }, message: 'tag "kind" must be string' };
          if (vErrors === null) {
            vErrors = [err165];
          } else {
            vErrors.push(err165);
          }
          errors++;
        }
      } else {
        const err166 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err166];
        } else {
          vErrors.push(err166);
        }
        errors++;
      }
    }
    if (data.registration !== void 0) {
      let data69 = data.registration;
      if (data69 && typeof data69 == "object" && !Array.isArray(data69)) {
        if (data69.mode === void 0) {
          const err167 = { instancePath: instancePath + "/registration", schemaPath: "#/properties/registration/required", keyword: "required", params: { missingProperty: "mode" }, message: "must have required property 'mode'" };
          if (vErrors === null) {
            vErrors = [err167];
          } else {
            vErrors.push(err167);
          }
          errors++;
        }
        for (const key16 in data69) {
          if (!(key16 === "mode" || key16 === "acknowledge" || key16 === "captcha" || key16 === "auto_join_rooms" || key16 === "guests")) {
            const err168 = { instancePath: instancePath + "/registration", schemaPath: "#/properties/registration/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err168];
            } else {
              vErrors.push(err168);
            }
            errors++;
          }
        }
        if (data69.mode !== void 0) {
          let data70 = data69.mode;
          if (typeof data70 !== "string" && !Array.isArray(data70)) {
            const err169 = { instancePath: instancePath + "/registration/mode", schemaPath: "#/properties/registration/properties/mode/type", keyword: "type", params: { type: schema31.properties.registration.properties.mode.type }, message: "must be string,array" };
            if (vErrors === null) {
              vErrors = [err169];
            } else {
              vErrors.push(err169);
            }
            errors++;
          }
          if (typeof data70 === "string") {
            if (!pattern40.test(data70)) {
              const err170 = { instancePath: instancePath + "/registration/mode", schemaPath: "#/properties/registration/properties/mode/pattern", keyword: "pattern", params: { pattern: "^(closed|token|email|captcha|open)$" }, message: 'must match pattern "^(closed|token|email|captcha|open)$"' };
              if (vErrors === null) {
                vErrors = [err170];
              } else {
                vErrors.push(err170);
              }
              errors++;
            }
          }
          if (Array.isArray(data70)) {
            if (data70.length < 1) {
              const err171 = { instancePath: instancePath + "/registration/mode", schemaPath: "#/properties/registration/properties/mode/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err171];
              } else {
                vErrors.push(err171);
              }
              errors++;
            }
            const len6 = data70.length;
            for (let i6 = 0; i6 < len6; i6++) {
              let data71 = data70[i6];
              if (!(data71 === "closed" || data71 === "token" || data71 === "email" || data71 === "captcha" || data71 === "open")) {
                const err172 = { instancePath: instancePath + "/registration/mode/" + i6, schemaPath: "#/properties/registration/properties/mode/items/enum", keyword: "enum", params: { allowedValues: schema31.properties.registration.properties.mode.items.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err172];
                } else {
                  vErrors.push(err172);
                }
                errors++;
              }
            }
          }
        }
        if (data69.acknowledge !== void 0) {
          if ("anyone on the internet may register here without any verification" !== data69.acknowledge) {
            const err173 = { instancePath: instancePath + "/registration/acknowledge", schemaPath: "#/properties/registration/properties/acknowledge/const", keyword: "const", params: { allowedValue: "anyone on the internet may register here without any verification" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err173];
            } else {
              vErrors.push(err173);
            }
            errors++;
          }
        }
        if (data69.captcha !== void 0) {
          let data73 = data69.captcha;
          if (data73 && typeof data73 == "object" && !Array.isArray(data73)) {
            if (data73.site_key === void 0) {
              const err174 = { instancePath: instancePath + "/registration/captcha", schemaPath: "#/properties/registration/properties/captcha/required", keyword: "required", params: { missingProperty: "site_key" }, message: "must have required property 'site_key'" };
              if (vErrors === null) {
                vErrors = [err174];
              } else {
                vErrors.push(err174);
              }
              errors++;
            }
            if (data73.secret_key === void 0) {
              const err175 = { instancePath: instancePath + "/registration/captcha", schemaPath: "#/properties/registration/properties/captcha/required", keyword: "required", params: { missingProperty: "secret_key" }, message: "must have required property 'secret_key'" };
              if (vErrors === null) {
                vErrors = [err175];
              } else {
                vErrors.push(err175);
              }
              errors++;
            }
            for (const key17 in data73) {
              if (!(key17 === "provider" || key17 === "site_key" || key17 === "secret_key")) {
                const err176 = { instancePath: instancePath + "/registration/captcha", schemaPath: "#/properties/registration/properties/captcha/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key17 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err176];
                } else {
                  vErrors.push(err176);
                }
                errors++;
              }
            }
            if (data73.provider !== void 0) {
              let data74 = data73.provider;
              if (!(data74 === "recaptcha" || data74 === "hcaptcha")) {
                const err177 = { instancePath: instancePath + "/registration/captcha/provider", schemaPath: "#/properties/registration/properties/captcha/properties/provider/enum", keyword: "enum", params: { allowedValues: schema31.properties.registration.properties.captcha.properties.provider.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err177];
                } else {
                  vErrors.push(err177);
                }
                errors++;
              }
            }
            if (data73.site_key !== void 0) {
              let data75 = data73.site_key;
              if (typeof data75 === "string") {
                if (func2(data75) > 200) {
                  const err178 = { instancePath: instancePath + "/registration/captcha/site_key", schemaPath: "#/properties/registration/properties/captcha/properties/site_key/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
                  if (vErrors === null) {
                    vErrors = [err178];
                  } else {
                    vErrors.push(err178);
                  }
                  errors++;
                }
                if (func2(data75) < 1) {
                  const err179 = { instancePath: instancePath + "/registration/captcha/site_key", schemaPath: "#/properties/registration/properties/captcha/properties/site_key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err179];
                  } else {
                    vErrors.push(err179);
                  }
                  errors++;
                }
              } else {
                const err180 = { instancePath: instancePath + "/registration/captcha/site_key", schemaPath: "#/properties/registration/properties/captcha/properties/site_key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err180];
                } else {
                  vErrors.push(err180);
                }
                errors++;
              }
            }
            if (data73.secret_key !== void 0) {
              let data76 = data73.secret_key;
              if (data76 && typeof data76 == "object" && !Array.isArray(data76)) {
                if (Object.keys(data76).length > 1) {
                  const err181 = { instancePath: instancePath + "/registration/captcha/secret_key", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err181];
                  } else {
                    vErrors.push(err181);
                  }
                  errors++;
                }
                if (Object.keys(data76).length < 1) {
                  const err182 = { instancePath: instancePath + "/registration/captcha/secret_key", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err182];
                  } else {
                    vErrors.push(err182);
                  }
                  errors++;
                }
                for (const key18 in data76) {
                  if (!(key18 === "env" || key18 === "file" || key18 === "command" || key18 === "ansible_var")) {
                    const err183 = { instancePath: instancePath + "/registration/captcha/secret_key", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key18 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err183];
                    } else {
                      vErrors.push(err183);
                    }
                    errors++;
                  }
                }
                if (data76.env !== void 0) {
                  let data77 = data76.env;
                  if (typeof data77 === "string") {
                    if (!pattern9.test(data77)) {
                      const err184 = { instancePath: instancePath + "/registration/captcha/secret_key/env", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err184];
                      } else {
                        vErrors.push(err184);
                      }
                      errors++;
                    }
                  } else {
                    const err185 = { instancePath: instancePath + "/registration/captcha/secret_key/env", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err185];
                    } else {
                      vErrors.push(err185);
                    }
                    errors++;
                  }
                }
                if (data76.file !== void 0) {
                  let data78 = data76.file;
                  if (typeof data78 === "string") {
                    if (!pattern10.test(data78)) {
                      const err186 = { instancePath: instancePath + "/registration/captcha/secret_key/file", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                      if (vErrors === null) {
                        vErrors = [err186];
                      } else {
                        vErrors.push(err186);
                      }
                      errors++;
                    }
                  } else {
                    const err187 = { instancePath: instancePath + "/registration/captcha/secret_key/file", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err187];
                    } else {
                      vErrors.push(err187);
                    }
                    errors++;
                  }
                }
                if (data76.command !== void 0) {
                  let data79 = data76.command;
                  if (Array.isArray(data79)) {
                    if (data79.length < 1) {
                      const err188 = { instancePath: instancePath + "/registration/captcha/secret_key/command", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err188];
                      } else {
                        vErrors.push(err188);
                      }
                      errors++;
                    }
                    const len7 = data79.length;
                    for (let i7 = 0; i7 < len7; i7++) {
                      let data80 = data79[i7];
                      if (typeof data80 === "string") {
                        if (!pattern10.test(data80)) {
                          const err189 = { instancePath: instancePath + "/registration/captcha/secret_key/command/" + i7, schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                          if (vErrors === null) {
                            vErrors = [err189];
                          } else {
                            vErrors.push(err189);
                          }
                          errors++;
                        }
                      } else {
                        const err190 = { instancePath: instancePath + "/registration/captcha/secret_key/command/" + i7, schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err190];
                        } else {
                          vErrors.push(err190);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err191 = { instancePath: instancePath + "/registration/captcha/secret_key/command", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err191];
                    } else {
                      vErrors.push(err191);
                    }
                    errors++;
                  }
                }
                if (data76.ansible_var !== void 0) {
                  let data81 = data76.ansible_var;
                  if (typeof data81 === "string") {
                    if (!pattern9.test(data81)) {
                      const err192 = { instancePath: instancePath + "/registration/captcha/secret_key/ansible_var", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err192];
                      } else {
                        vErrors.push(err192);
                      }
                      errors++;
                    }
                  } else {
                    const err193 = { instancePath: instancePath + "/registration/captcha/secret_key/ansible_var", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err193];
                    } else {
                      vErrors.push(err193);
                    }
                    errors++;
                  }
                }
              } else {
                const err194 = { instancePath: instancePath + "/registration/captcha/secret_key", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err194];
                } else {
                  vErrors.push(err194);
                }
                errors++;
              }
            }
          } else {
            const err195 = { instancePath: instancePath + "/registration/captcha", schemaPath: "#/properties/registration/properties/captcha/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err195];
            } else {
              vErrors.push(err195);
            }
            errors++;
          }
        }
        if (data69.auto_join_rooms !== void 0) {
          let data82 = data69.auto_join_rooms;
          if (Array.isArray(data82)) {
            const len8 = data82.length;
            for (let i8 = 0; i8 < len8; i8++) {
              let data83 = data82[i8];
              if (typeof data83 === "string") {
                if (!pattern45.test(data83)) {
                  const err196 = { instancePath: instancePath + "/registration/auto_join_rooms/" + i8, schemaPath: "#/properties/registration/properties/auto_join_rooms/items/pattern", keyword: "pattern", params: { pattern: "^#[^\\s:]+:[^\\s]+$" }, message: 'must match pattern "^#[^\\s:]+:[^\\s]+$"' };
                  if (vErrors === null) {
                    vErrors = [err196];
                  } else {
                    vErrors.push(err196);
                  }
                  errors++;
                }
              } else {
                const err197 = { instancePath: instancePath + "/registration/auto_join_rooms/" + i8, schemaPath: "#/properties/registration/properties/auto_join_rooms/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err197];
                } else {
                  vErrors.push(err197);
                }
                errors++;
              }
            }
          } else {
            const err198 = { instancePath: instancePath + "/registration/auto_join_rooms", schemaPath: "#/properties/registration/properties/auto_join_rooms/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err198];
            } else {
              vErrors.push(err198);
            }
            errors++;
          }
        }
        if (data69.guests !== void 0) {
          if (typeof data69.guests !== "boolean") {
            const err199 = { instancePath: instancePath + "/registration/guests", schemaPath: "#/properties/registration/properties/guests/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err199];
            } else {
              vErrors.push(err199);
            }
            errors++;
          }
        }
      } else {
        const err200 = { instancePath: instancePath + "/registration", schemaPath: "#/properties/registration/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err200];
        } else {
          vErrors.push(err200);
        }
        errors++;
      }
    }
    if (data.email !== void 0) {
      let data85 = data.email;
      if (data85 && typeof data85 == "object" && !Array.isArray(data85)) {
        for (const key19 in data85) {
          if (!(key19 === "sender" || key19 === "relay")) {
            const err201 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key19 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err201];
            } else {
              vErrors.push(err201);
            }
            errors++;
          }
        }
        if (data85.sender !== void 0) {
          let data86 = data85.sender;
          if (typeof data86 === "string") {
            if (!pattern46.test(data86)) {
              const err202 = { instancePath: instancePath + "/email/sender", schemaPath: "#/properties/email/properties/sender/pattern", keyword: "pattern", params: { pattern: "^[^\\s@]+@[^\\s@]+$" }, message: 'must match pattern "^[^\\s@]+@[^\\s@]+$"' };
              if (vErrors === null) {
                vErrors = [err202];
              } else {
                vErrors.push(err202);
              }
              errors++;
            }
          } else {
            const err203 = { instancePath: instancePath + "/email/sender", schemaPath: "#/properties/email/properties/sender/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err203];
            } else {
              vErrors.push(err203);
            }
            errors++;
          }
        }
        if (data85.relay !== void 0) {
          let data87 = data85.relay;
          if (data87 && typeof data87 == "object" && !Array.isArray(data87)) {
            if (data87.host === void 0) {
              const err204 = { instancePath: instancePath + "/email/relay", schemaPath: "#/properties/email/properties/relay/required", keyword: "required", params: { missingProperty: "host" }, message: "must have required property 'host'" };
              if (vErrors === null) {
                vErrors = [err204];
              } else {
                vErrors.push(err204);
              }
              errors++;
            }
            for (const key20 in data87) {
              if (!(key20 === "host" || key20 === "port" || key20 === "username" || key20 === "password")) {
                const err205 = { instancePath: instancePath + "/email/relay", schemaPath: "#/properties/email/properties/relay/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key20 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err205];
                } else {
                  vErrors.push(err205);
                }
                errors++;
              }
            }
            if (data87.host !== void 0) {
              let data88 = data87.host;
              if (typeof data88 === "string") {
                if (!pattern47.test(data88)) {
                  const err206 = { instancePath: instancePath + "/email/relay/host", schemaPath: "#/properties/email/properties/relay/properties/host/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9.-]*$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9.-]*$"' };
                  if (vErrors === null) {
                    vErrors = [err206];
                  } else {
                    vErrors.push(err206);
                  }
                  errors++;
                }
              } else {
                const err207 = { instancePath: instancePath + "/email/relay/host", schemaPath: "#/properties/email/properties/relay/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err207];
                } else {
                  vErrors.push(err207);
                }
                errors++;
              }
            }
            if (data87.port !== void 0) {
              let data89 = data87.port;
              if (!(typeof data89 == "number" && (!(data89 % 1) && !isNaN(data89)) && isFinite(data89))) {
                const err208 = { instancePath: instancePath + "/email/relay/port", schemaPath: "#/properties/email/properties/relay/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err208];
                } else {
                  vErrors.push(err208);
                }
                errors++;
              }
              if (typeof data89 == "number" && isFinite(data89)) {
                if (data89 > 65535 || isNaN(data89)) {
                  const err209 = { instancePath: instancePath + "/email/relay/port", schemaPath: "#/properties/email/properties/relay/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
                  if (vErrors === null) {
                    vErrors = [err209];
                  } else {
                    vErrors.push(err209);
                  }
                  errors++;
                }
                if (data89 < 1 || isNaN(data89)) {
                  const err210 = { instancePath: instancePath + "/email/relay/port", schemaPath: "#/properties/email/properties/relay/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err210];
                  } else {
                    vErrors.push(err210);
                  }
                  errors++;
                }
              }
            }
            if (data87.username !== void 0) {
              let data90 = data87.username;
              if (typeof data90 === "string") {
                if (func2(data90) < 1) {
                  const err211 = { instancePath: instancePath + "/email/relay/username", schemaPath: "#/properties/email/properties/relay/properties/username/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err211];
                  } else {
                    vErrors.push(err211);
                  }
                  errors++;
                }
              } else {
                const err212 = { instancePath: instancePath + "/email/relay/username", schemaPath: "#/properties/email/properties/relay/properties/username/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err212];
                } else {
                  vErrors.push(err212);
                }
                errors++;
              }
            }
            if (data87.password !== void 0) {
              let data91 = data87.password;
              if (data91 && typeof data91 == "object" && !Array.isArray(data91)) {
                if (Object.keys(data91).length > 1) {
                  const err213 = { instancePath: instancePath + "/email/relay/password", schemaPath: "#/properties/email/properties/relay/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err213];
                  } else {
                    vErrors.push(err213);
                  }
                  errors++;
                }
                if (Object.keys(data91).length < 1) {
                  const err214 = { instancePath: instancePath + "/email/relay/password", schemaPath: "#/properties/email/properties/relay/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err214];
                  } else {
                    vErrors.push(err214);
                  }
                  errors++;
                }
                for (const key21 in data91) {
                  if (!(key21 === "env" || key21 === "file" || key21 === "command" || key21 === "ansible_var")) {
                    const err215 = { instancePath: instancePath + "/email/relay/password", schemaPath: "#/properties/email/properties/relay/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key21 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err215];
                    } else {
                      vErrors.push(err215);
                    }
                    errors++;
                  }
                }
                if (data91.env !== void 0) {
                  let data92 = data91.env;
                  if (typeof data92 === "string") {
                    if (!pattern9.test(data92)) {
                      const err216 = { instancePath: instancePath + "/email/relay/password/env", schemaPath: "#/properties/email/properties/relay/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err216];
                      } else {
                        vErrors.push(err216);
                      }
                      errors++;
                    }
                  } else {
                    const err217 = { instancePath: instancePath + "/email/relay/password/env", schemaPath: "#/properties/email/properties/relay/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err217];
                    } else {
                      vErrors.push(err217);
                    }
                    errors++;
                  }
                }
                if (data91.file !== void 0) {
                  let data93 = data91.file;
                  if (typeof data93 === "string") {
                    if (!pattern10.test(data93)) {
                      const err218 = { instancePath: instancePath + "/email/relay/password/file", schemaPath: "#/properties/email/properties/relay/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                      if (vErrors === null) {
                        vErrors = [err218];
                      } else {
                        vErrors.push(err218);
                      }
                      errors++;
                    }
                  } else {
                    const err219 = { instancePath: instancePath + "/email/relay/password/file", schemaPath: "#/properties/email/properties/relay/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err219];
                    } else {
                      vErrors.push(err219);
                    }
                    errors++;
                  }
                }
                if (data91.command !== void 0) {
                  let data94 = data91.command;
                  if (Array.isArray(data94)) {
                    if (data94.length < 1) {
                      const err220 = { instancePath: instancePath + "/email/relay/password/command", schemaPath: "#/properties/email/properties/relay/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err220];
                      } else {
                        vErrors.push(err220);
                      }
                      errors++;
                    }
                    const len9 = data94.length;
                    for (let i9 = 0; i9 < len9; i9++) {
                      let data95 = data94[i9];
                      if (typeof data95 === "string") {
                        if (!pattern10.test(data95)) {
                          const err221 = { instancePath: instancePath + "/email/relay/password/command/" + i9, schemaPath: "#/properties/email/properties/relay/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                          if (vErrors === null) {
                            vErrors = [err221];
                          } else {
                            vErrors.push(err221);
                          }
                          errors++;
                        }
                      } else {
                        const err222 = { instancePath: instancePath + "/email/relay/password/command/" + i9, schemaPath: "#/properties/email/properties/relay/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err222];
                        } else {
                          vErrors.push(err222);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err223 = { instancePath: instancePath + "/email/relay/password/command", schemaPath: "#/properties/email/properties/relay/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err223];
                    } else {
                      vErrors.push(err223);
                    }
                    errors++;
                  }
                }
                if (data91.ansible_var !== void 0) {
                  let data96 = data91.ansible_var;
                  if (typeof data96 === "string") {
                    if (!pattern9.test(data96)) {
                      const err224 = { instancePath: instancePath + "/email/relay/password/ansible_var", schemaPath: "#/properties/email/properties/relay/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err224];
                      } else {
                        vErrors.push(err224);
                      }
                      errors++;
                    }
                  } else {
                    const err225 = { instancePath: instancePath + "/email/relay/password/ansible_var", schemaPath: "#/properties/email/properties/relay/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err225];
                    } else {
                      vErrors.push(err225);
                    }
                    errors++;
                  }
                }
              } else {
                const err226 = { instancePath: instancePath + "/email/relay/password", schemaPath: "#/properties/email/properties/relay/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err226];
                } else {
                  vErrors.push(err226);
                }
                errors++;
              }
            }
          } else {
            const err227 = { instancePath: instancePath + "/email/relay", schemaPath: "#/properties/email/properties/relay/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err227];
            } else {
              vErrors.push(err227);
            }
            errors++;
          }
        }
      } else {
        const err228 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err228];
        } else {
          vErrors.push(err228);
        }
        errors++;
      }
    }
    if (data.users !== void 0) {
      let data97 = data.users;
      if (Array.isArray(data97)) {
        const len10 = data97.length;
        for (let i10 = 0; i10 < len10; i10++) {
          let data98 = data97[i10];
          if (data98 && typeof data98 == "object" && !Array.isArray(data98)) {
            if (data98.username === void 0) {
              const err229 = { instancePath: instancePath + "/users/" + i10, schemaPath: "#/properties/users/items/required", keyword: "required", params: { missingProperty: "username" }, message: "must have required property 'username'" };
              if (vErrors === null) {
                vErrors = [err229];
              } else {
                vErrors.push(err229);
              }
              errors++;
            }
            for (const key22 in data98) {
              if (!(key22 === "username" || key22 === "admin" || key22 === "emails" || key22 === "state" || key22 === "password" || key22 === "password_updates" || key22 === "generate")) {
                const err230 = { instancePath: instancePath + "/users/" + i10, schemaPath: "#/properties/users/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key22 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err230];
                } else {
                  vErrors.push(err230);
                }
                errors++;
              }
            }
            if (data98.username !== void 0) {
              let data99 = data98.username;
              if (typeof data99 === "string") {
                if (func2(data99) > 255) {
                  const err231 = { instancePath: instancePath + "/users/" + i10 + "/username", schemaPath: "#/properties/users/items/properties/username/maxLength", keyword: "maxLength", params: { limit: 255 }, message: "must NOT have more than 255 characters" };
                  if (vErrors === null) {
                    vErrors = [err231];
                  } else {
                    vErrors.push(err231);
                  }
                  errors++;
                }
                if (!pattern52.test(data99)) {
                  const err232 = { instancePath: instancePath + "/users/" + i10 + "/username", schemaPath: "#/properties/users/items/properties/username/pattern", keyword: "pattern", params: { pattern: "^([!-9;-?A-~][!-9;-~]*|@[!-9;-~]+:\\S+)$" }, message: 'must match pattern "^([!-9;-?A-~][!-9;-~]*|@[!-9;-~]+:\\S+)$"' };
                  if (vErrors === null) {
                    vErrors = [err232];
                  } else {
                    vErrors.push(err232);
                  }
                  errors++;
                }
              } else {
                const err233 = { instancePath: instancePath + "/users/" + i10 + "/username", schemaPath: "#/properties/users/items/properties/username/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err233];
                } else {
                  vErrors.push(err233);
                }
                errors++;
              }
            }
            if (data98.admin !== void 0) {
              if (typeof data98.admin !== "boolean") {
                const err234 = { instancePath: instancePath + "/users/" + i10 + "/admin", schemaPath: "#/properties/users/items/properties/admin/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err234];
                } else {
                  vErrors.push(err234);
                }
                errors++;
              }
            }
            if (data98.emails !== void 0) {
              let data101 = data98.emails;
              if (Array.isArray(data101)) {
                const len11 = data101.length;
                for (let i11 = 0; i11 < len11; i11++) {
                  let data102 = data101[i11];
                  if (typeof data102 === "string") {
                    if (!pattern53.test(data102)) {
                      const err235 = { instancePath: instancePath + "/users/" + i10 + "/emails/" + i11, schemaPath: "#/properties/users/items/properties/emails/items/pattern", keyword: "pattern", params: { pattern: "^[^@\\s]+@[^@\\s]+$" }, message: 'must match pattern "^[^@\\s]+@[^@\\s]+$"' };
                      if (vErrors === null) {
                        vErrors = [err235];
                      } else {
                        vErrors.push(err235);
                      }
                      errors++;
                    }
                  } else {
                    const err236 = { instancePath: instancePath + "/users/" + i10 + "/emails/" + i11, schemaPath: "#/properties/users/items/properties/emails/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err236];
                    } else {
                      vErrors.push(err236);
                    }
                    errors++;
                  }
                }
              } else {
                const err237 = { instancePath: instancePath + "/users/" + i10 + "/emails", schemaPath: "#/properties/users/items/properties/emails/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err237];
                } else {
                  vErrors.push(err237);
                }
                errors++;
              }
            }
            if (data98.state !== void 0) {
              let data103 = data98.state;
              if (!(data103 === "present" || data103 === "locked" || data103 === "deactivated")) {
                const err238 = { instancePath: instancePath + "/users/" + i10 + "/state", schemaPath: "#/properties/users/items/properties/state/enum", keyword: "enum", params: { allowedValues: schema31.properties.users.items.properties.state.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err238];
                } else {
                  vErrors.push(err238);
                }
                errors++;
              }
            }
            if (data98.password !== void 0) {
              let data104 = data98.password;
              if (data104 && typeof data104 == "object" && !Array.isArray(data104)) {
                if (Object.keys(data104).length > 1) {
                  const err239 = { instancePath: instancePath + "/users/" + i10 + "/password", schemaPath: "#/properties/users/items/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err239];
                  } else {
                    vErrors.push(err239);
                  }
                  errors++;
                }
                if (Object.keys(data104).length < 1) {
                  const err240 = { instancePath: instancePath + "/users/" + i10 + "/password", schemaPath: "#/properties/users/items/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err240];
                  } else {
                    vErrors.push(err240);
                  }
                  errors++;
                }
                for (const key23 in data104) {
                  if (!(key23 === "env" || key23 === "file" || key23 === "command" || key23 === "ansible_var")) {
                    const err241 = { instancePath: instancePath + "/users/" + i10 + "/password", schemaPath: "#/properties/users/items/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key23 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err241];
                    } else {
                      vErrors.push(err241);
                    }
                    errors++;
                  }
                }
                if (data104.env !== void 0) {
                  let data105 = data104.env;
                  if (typeof data105 === "string") {
                    if (!pattern9.test(data105)) {
                      const err242 = { instancePath: instancePath + "/users/" + i10 + "/password/env", schemaPath: "#/properties/users/items/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err242];
                      } else {
                        vErrors.push(err242);
                      }
                      errors++;
                    }
                  } else {
                    const err243 = { instancePath: instancePath + "/users/" + i10 + "/password/env", schemaPath: "#/properties/users/items/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err243];
                    } else {
                      vErrors.push(err243);
                    }
                    errors++;
                  }
                }
                if (data104.file !== void 0) {
                  let data106 = data104.file;
                  if (typeof data106 === "string") {
                    if (!pattern10.test(data106)) {
                      const err244 = { instancePath: instancePath + "/users/" + i10 + "/password/file", schemaPath: "#/properties/users/items/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                      if (vErrors === null) {
                        vErrors = [err244];
                      } else {
                        vErrors.push(err244);
                      }
                      errors++;
                    }
                  } else {
                    const err245 = { instancePath: instancePath + "/users/" + i10 + "/password/file", schemaPath: "#/properties/users/items/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err245];
                    } else {
                      vErrors.push(err245);
                    }
                    errors++;
                  }
                }
                if (data104.command !== void 0) {
                  let data107 = data104.command;
                  if (Array.isArray(data107)) {
                    if (data107.length < 1) {
                      const err246 = { instancePath: instancePath + "/users/" + i10 + "/password/command", schemaPath: "#/properties/users/items/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err246];
                      } else {
                        vErrors.push(err246);
                      }
                      errors++;
                    }
                    const len12 = data107.length;
                    for (let i12 = 0; i12 < len12; i12++) {
                      let data108 = data107[i12];
                      if (typeof data108 === "string") {
                        if (!pattern10.test(data108)) {
                          const err247 = { instancePath: instancePath + "/users/" + i10 + "/password/command/" + i12, schemaPath: "#/properties/users/items/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                          if (vErrors === null) {
                            vErrors = [err247];
                          } else {
                            vErrors.push(err247);
                          }
                          errors++;
                        }
                      } else {
                        const err248 = { instancePath: instancePath + "/users/" + i10 + "/password/command/" + i12, schemaPath: "#/properties/users/items/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err248];
                        } else {
                          vErrors.push(err248);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err249 = { instancePath: instancePath + "/users/" + i10 + "/password/command", schemaPath: "#/properties/users/items/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err249];
                    } else {
                      vErrors.push(err249);
                    }
                    errors++;
                  }
                }
                if (data104.ansible_var !== void 0) {
                  let data109 = data104.ansible_var;
                  if (typeof data109 === "string") {
                    if (!pattern9.test(data109)) {
                      const err250 = { instancePath: instancePath + "/users/" + i10 + "/password/ansible_var", schemaPath: "#/properties/users/items/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err250];
                      } else {
                        vErrors.push(err250);
                      }
                      errors++;
                    }
                  } else {
                    const err251 = { instancePath: instancePath + "/users/" + i10 + "/password/ansible_var", schemaPath: "#/properties/users/items/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err251];
                    } else {
                      vErrors.push(err251);
                    }
                    errors++;
                  }
                }
              } else {
                const err252 = { instancePath: instancePath + "/users/" + i10 + "/password", schemaPath: "#/properties/users/items/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err252];
                } else {
                  vErrors.push(err252);
                }
                errors++;
              }
            }
            if (data98.password_updates !== void 0) {
              let data110 = data98.password_updates;
              if (!(data110 === "on_create" || data110 === "always")) {
                const err253 = { instancePath: instancePath + "/users/" + i10 + "/password_updates", schemaPath: "#/properties/users/items/properties/password_updates/enum", keyword: "enum", params: { allowedValues: schema31.properties.users.items.properties.password_updates.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err253];
                } else {
                  vErrors.push(err253);
                }
                errors++;
              }
            }
            if (data98.generate !== void 0) {
              let data111 = data98.generate;
              if (data111 && typeof data111 == "object" && !Array.isArray(data111)) {
                if (Object.keys(data111).length > 1) {
                  const err254 = { instancePath: instancePath + "/users/" + i10 + "/generate", schemaPath: "#/properties/users/items/properties/generate/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err254];
                  } else {
                    vErrors.push(err254);
                  }
                  errors++;
                }
                if (Object.keys(data111).length < 1) {
                  const err255 = { instancePath: instancePath + "/users/" + i10 + "/generate", schemaPath: "#/properties/users/items/properties/generate/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err255];
                  } else {
                    vErrors.push(err255);
                  }
                  errors++;
                }
                for (const key24 in data111) {
                  if (!(key24 === "file" || key24 === "shown")) {
                    const err256 = { instancePath: instancePath + "/users/" + i10 + "/generate", schemaPath: "#/properties/users/items/properties/generate/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key24 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err256];
                    } else {
                      vErrors.push(err256);
                    }
                    errors++;
                  }
                }
                if (data111.file !== void 0) {
                  let data112 = data111.file;
                  if (typeof data112 === "string") {
                    if (func2(data112) < 1) {
                      const err257 = { instancePath: instancePath + "/users/" + i10 + "/generate/file", schemaPath: "#/properties/users/items/properties/generate/properties/file/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                      if (vErrors === null) {
                        vErrors = [err257];
                      } else {
                        vErrors.push(err257);
                      }
                      errors++;
                    }
                  } else {
                    const err258 = { instancePath: instancePath + "/users/" + i10 + "/generate/file", schemaPath: "#/properties/users/items/properties/generate/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err258];
                    } else {
                      vErrors.push(err258);
                    }
                    errors++;
                  }
                }
                if (data111.shown !== void 0) {
                  if (true !== data111.shown) {
                    const err259 = { instancePath: instancePath + "/users/" + i10 + "/generate/shown", schemaPath: "#/properties/users/items/properties/generate/properties/shown/const", keyword: "const", params: { allowedValue: true }, message: "must be equal to constant" };
                    if (vErrors === null) {
                      vErrors = [err259];
                    } else {
                      vErrors.push(err259);
                    }
                    errors++;
                  }
                }
              } else {
                const err260 = { instancePath: instancePath + "/users/" + i10 + "/generate", schemaPath: "#/properties/users/items/properties/generate/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err260];
                } else {
                  vErrors.push(err260);
                }
                errors++;
              }
            }
          } else {
            const err261 = { instancePath: instancePath + "/users/" + i10, schemaPath: "#/properties/users/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err261];
            } else {
              vErrors.push(err261);
            }
            errors++;
          }
        }
      } else {
        const err262 = { instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "array" }, message: "must be array" };
        if (vErrors === null) {
          vErrors = [err262];
        } else {
          vErrors.push(err262);
        }
        errors++;
      }
    }
    if (data.extra_vars !== void 0) {
      let data114 = data.extra_vars;
      if (data114 && typeof data114 == "object" && !Array.isArray(data114)) {
      } else {
        const err263 = { instancePath: instancePath + "/extra_vars", schemaPath: "#/properties/extra_vars/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err263];
        } else {
          vErrors.push(err263);
        }
        errors++;
      }
    }
    if (data.web !== void 0) {
      let data115 = data.web;
      if (data115 && typeof data115 == "object" && !Array.isArray(data115)) {
        for (const key25 in data115) {
          if (!(key25 === "element")) {
            const err264 = { instancePath: instancePath + "/web", schemaPath: "#/properties/web/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key25 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err264];
            } else {
              vErrors.push(err264);
            }
            errors++;
          }
        }
        if (data115.element !== void 0) {
          let data116 = data115.element;
          if (typeof data116 !== "boolean" && typeof data116 !== "string") {
            const err265 = { instancePath: instancePath + "/web/element", schemaPath: "#/properties/web/properties/element/type", keyword: "type", params: { type: schema31.properties.web.properties.element.type }, message: "must be boolean,string" };
            if (vErrors === null) {
              vErrors = [err265];
            } else {
              vErrors.push(err265);
            }
            errors++;
          }
          if (typeof data116 === "string") {
            if (!pattern58.test(data116)) {
              const err266 = { instancePath: instancePath + "/web/element", schemaPath: "#/properties/web/properties/element/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s]+$" }, message: 'must match pattern "^https?://[^\\s]+$"' };
              if (vErrors === null) {
                vErrors = [err266];
              } else {
                vErrors.push(err266);
              }
              errors++;
            }
          }
        }
      } else {
        const err267 = { instancePath: instancePath + "/web", schemaPath: "#/properties/web/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err267];
        } else {
          vErrors.push(err267);
        }
        errors++;
      }
    }
  } else {
    const err268 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err268];
    } else {
      vErrors.push(err268);
    }
    errors++;
  }
  validate20.errors = vErrors;
  return errors === 0;
}
validate20.evaluated = { "props": true, "dynamicProps": false, "dynamicItems": false };
export {
  validateHost
};
