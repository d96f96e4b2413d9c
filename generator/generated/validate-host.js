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
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "host.schema.json", "title": "HostConfig", "description": "One Matrix host: which server it is, how to reach it, and how it is installed.", "type": "object", "additionalProperties": false, "required": ["version", "domain", "host", "homeserver"], "properties": { "version": { "description": "The version of this file's format.", "const": 1 }, "domain": { "description": "The Matrix server name: accounts are @john:DOMAIN.", "type": "string", "pattern": "^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$", "maxLength": 230, "examples": ["example.com"] }, "host": { "description": "The name of the host in the inventory.", "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$", "maxLength": 200, "examples": ["matrix.example.com"] }, "homeserver": { "description": "The homeserver that runs there.", "enum": ["synapse", "dendrite"] }, "authority": { "enum": ["homeserver", "mas"], "default": "homeserver", "description": "Who owns the accounts: the homeserver itself, or Matrix Authentication Service (MAS) in front of Synapse" }, "deployment": { "title": "Deployment", "description": "How the homeserver is installed. Default: with the playbook.", "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "oneOf": [{ "title": "PlaybookDeployment", "description": "In containers, by the playbook matrix-docker-ansible-deploy.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "Installed by matrix-docker-ansible-deploy.", "const": "playbook" }, "release": { "description": "The playbook's release, whose names of variables count where there is no checkout. Default: the newest known.", "enum": ["2024-10", "2025-06", "2026-08"] }, "checkout": { "description": "The playbook's checkout, relative to this file: its variables are what every name is checked against, and the recipes install-all, setup-all and run use it.", "type": "string", "minLength": 1 } } }, { "title": "NativeDeployment", "description": "As a process on the host: a package, a virtual environment, a binary.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "Runs as a process on the host.", "const": "native" }, "python": { "description": "Synapse only: the Python in which it is installed. Default: /opt/venvs/matrix-synapse/bin/python, that of the Debian package.", "type": "string", "pattern": "^/" }, "config": { "description": "The homeserver's configuration: a file, or a list of files and directories, of which later ones win. Default: /etc/matrix-synapse/homeserver.yaml and conf.d beside it; /etc/dendrite/dendrite.yaml.", "type": ["string", "array"], "pattern": "^/", "minItems": 1, "items": { "type": "string", "pattern": "^/" } }, "address": { "description": "The client API as the host itself reaches it. Default: http://127.0.0.1:8008.", "type": "string", "pattern": "^https?://[^\\s/]+(/[^\\s]*)?$" }, "service": { "description": "The systemd unit. Default: matrix-synapse.service or dendrite.service.", "type": "string", "pattern": "^[A-Za-z0-9:_.@-]+$" } } }] }, "connection": { "title": "Connection", "description": "How Ansible reaches the host. Default: by SSH, to the name of the host.", "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "oneOf": [{ "title": "SshConnection", "description": "By SSH.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "By SSH.", "const": "ssh" }, "address": { "description": "Name or address to connect to. Default: the name of the host, and what ~/.ssh/config says of it.", "type": "string", "pattern": "^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$" }, "port": { "description": "The port of sshd. Default: 22.", "type": "integer", "minimum": 1, "maximum": 65535 }, "user": { "description": "The user to log in as. Default: what ~/.ssh/config says.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_.-]*$" }, "interpreter": { "description": "The Python that Ansible's modules run with on the host. Default: /usr/bin/python3.", "type": "string", "pattern": "^/[A-Za-z0-9._/-]+$" }, "become": { "title": "Become", "description": "Becoming root on the host, with sudo. Default: done unless the user is root.", "type": "object", "additionalProperties": false, "properties": { "enabled": { "description": "Whether it is done at all.", "type": "boolean" }, "user": { "description": "The user to become. Default: root.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_.-]*$" }, "password": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } } } }, { "title": "LocalConnection", "description": "Not at all: Ansible runs on the host itself.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "Ansible runs on the host itself.", "const": "local" }, "become": { "title": "Become", "description": "Becoming root on the host, with sudo. Default: done unless the user is root.", "type": "object", "additionalProperties": false, "properties": { "enabled": { "description": "Whether it is done at all.", "type": "boolean" }, "user": { "description": "The user to become. Default: root.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_.-]*$" }, "password": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } } } }] }, "registration": { "title": "Registration", "description": "Who may register through a client. Without it, registration stays as the playbook has it: closed.", "type": "object", "additionalProperties": false, "required": ["mode"], "properties": { "mode": { "description": "closed, token, email, captcha or open; or a list of token, email and captcha, all of which are then asked for.", "type": ["string", "array"], "pattern": "^(closed|token|email|captcha|open)$", "minItems": 1, "items": { "enum": ["closed", "token", "email", "captcha", "open"] }, "examples": ["token"] }, "acknowledge": { "description": "Needed by open, and by nothing else: that this is what you want.", "const": "anyone on the internet may register here without any verification" }, "captcha": { "description": "The CAPTCHA of the mode captcha.", "type": "object", "additionalProperties": false, "required": ["site_key", "secret_key"], "properties": { "provider": { "description": "Whose it is: Synapse knows recaptcha, Dendrite also hcaptcha, Matrix Authentication Service all three. Default: recaptcha.", "enum": ["recaptcha", "hcaptcha", "turnstile"] }, "site_key": { "description": "The public key, which browsers see.", "type": "string", "minLength": 1, "maxLength": 200 }, "secret_key": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } }, "addresses": { "description": "Dendrite: those of another provider that works as reCAPTCHA does.", "type": "object", "additionalProperties": false, "required": ["verify", "script"], "properties": { "verify": { "description": "Where Dendrite asks whether an answer is right.", "type": "string", "pattern": "^https?://[^\\s]+$" }, "script": { "description": "What browsers load.", "type": "string", "pattern": "^https?://[^\\s]+$" }, "form_field": { "description": "The field of the form that the answer comes in. Default: g-recaptcha-response.", "type": "string", "pattern": "^[A-Za-z0-9_-]+$" }, "class": { "description": "The class of the element that the script fills. Default: g-recaptcha.", "type": "string", "pattern": "^[A-Za-z0-9_-]+$" } } } } }, "token_page": { "description": "With the mode token: the page of matrix-registration, where its tokens are made and used, in releases of the playbook that have it; later ones ask for Synapse's own tokens instead.", "type": "object", "additionalProperties": false, "required": ["admin_secret"], "properties": { "admin_secret": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } }, "auto_join_rooms": { "description": "Rooms that every new account joins, by their aliases.", "type": "array", "items": { "type": "string", "pattern": "^#[^\\s:]+:[^\\s]+$" } }, "guests": { "description": "Synapse: people without an account may read what is open to guests.", "type": "boolean" }, "email_domains": { "description": "With the mode email: the domains that addresses must be of. Synapse and Matrix Authentication Service.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$" } }, "banned_usernames": { "description": "Matrix Authentication Service: names that nobody may register.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^[a-z0-9._=/+-]+$" } }, "rate_limit": { "description": "How often one address may register. Synapse and Matrix Authentication Service.", "type": "object", "additionalProperties": false, "required": ["per_second", "burst"], "properties": { "per_second": { "description": "Times a second on average, such as 0.05 for three a minute.", "type": "number", "exclusiveMinimum": 0 }, "burst": { "description": "Times at once.", "type": "integer", "minimum": 1 } } }, "password_policy": { "description": "Synapse: what a new password must have.", "type": "object", "additionalProperties": false, "properties": { "minimum_length": { "description": "How many characters at least.", "type": "integer", "minimum": 1, "maximum": 72 }, "require_digit": { "description": "A digit.", "type": "boolean" }, "require_symbol": { "description": "Something that is neither a letter nor a digit.", "type": "boolean" }, "require_lowercase": { "description": "A small letter.", "type": "boolean" }, "require_uppercase": { "description": "A capital letter.", "type": "boolean" } } }, "password_complexity": { "description": "Matrix Authentication Service: how hard to guess a new password must be, from 0 (anything) to 4. Default: 3.", "type": "integer", "minimum": 0, "maximum": 4 } } }, "email": { "title": "Email", "description": "How the playbook's exim-relay sends e-mail. Without a relay it delivers by itself, which many providers take for spam.", "type": "object", "additionalProperties": false, "properties": { "sender": { "description": "The address that e-mail comes from.", "type": "string", "pattern": "^[^\\s@]+@[^\\s@]+$" }, "relay": { "description": "The mail server that e-mail goes through, by STARTTLS.", "type": "object", "additionalProperties": false, "required": ["host"], "properties": { "host": { "description": "Its name.", "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9.-]*$" }, "port": { "description": "Its port; 465 is not supported. Default: 587.", "type": "integer", "minimum": 1, "maximum": 65535 }, "username": { "description": "The account there.", "type": "string", "minLength": 1 }, "password": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } }, "smtp": { "description": "Matrix Authentication Service: the mail server that it sends through by itself, instead of the playbook's relay.", "type": "object", "additionalProperties": false, "required": ["host"], "properties": { "host": { "description": "Its name.", "type": "string", "pattern": "^[A-Za-z0-9][A-Za-z0-9.-]*$" }, "port": { "description": "Its port. Default: 587, or 465 with tls.", "type": "integer", "minimum": 1, "maximum": 65535 }, "security": { "description": "How the connection is encrypted. Default: starttls.", "enum": ["starttls", "tls", "plain"] }, "username": { "description": "The account there.", "type": "string", "minLength": 1 }, "password": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } } } }, "discovery": { "title": "Discovery", "description": "How clients and other servers find the homeserver of the domain. Without it, nothing is set up for that.", "type": "object", "additionalProperties": false, "required": ["served_by"], "properties": { "served_by": { "description": "Who serves https://DOMAIN/.well-known/matrix: playbook, where DOMAIN itself leads to the host; or web_server, your own, for which files and snippets are written to well-known/.", "enum": ["playbook", "web_server"] }, "address": { "description": "The name under which the homeserver is reached. Default: matrix.DOMAIN.", "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$", "maxLength": 230 }, "federation_port": { "description": "The port there that other servers connect to. Default: 8448.", "type": "integer", "minimum": 1, "maximum": 65535 }, "support": { "description": "Whom people and other servers' operators can write to.", "type": "object", "additionalProperties": false, "properties": { "page": { "description": "A page that says so.", "type": "string", "pattern": "^https?://[^\\s]+$" }, "contacts": { "description": "Persons or teams, each with a role and a matrix_id, an email_address or both.", "type": "array", "minItems": 1, "items": { "type": "object", "additionalProperties": false, "required": ["role"], "properties": { "role": { "description": "What they see to.", "enum": ["admin", "security"] }, "matrix_id": { "description": "Their account.", "type": "string", "pattern": "^@[^\\s:]+:[^\\s]+$" }, "email_address": { "description": "Their e-mail address.", "type": "string", "pattern": "^[^\\s@]+@[^\\s@]+$" } } } } } } } }, "extra_vars": { "description": "Anything else for the playbook: its variables, by their names in that release. Text is text: {{ }} is not evaluated.", "type": "object", "additionalProperties": true }, "web": { "description": "What people use in a browser.", "type": "object", "additionalProperties": false, "properties": { "element": { "description": "Where people log in: true for https://element.DOMAIN, false for nowhere, or the address of an Element. Default: true with the playbook, which installs one, else false.", "type": ["boolean", "string"], "pattern": "^https?://[^\\s]+$" }, "admin": { "description": "Whether the playbook installs a page for administrators, and which. Default: it is not managed here.", "type": ["boolean", "object"], "additionalProperties": false, "properties": { "ui": { "description": "ketesa (in older releases Synapse Admin), or element_admin, which needs authority: mas. Default: ketesa.", "enum": ["ketesa", "element_admin"] }, "hostname": { "description": "The host name that it is served on. Default: that of the homeserver; admin.element.DOMAIN for Element Admin.", "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$" }, "path": { "description": "The path that it is served under, such as /ketesa. Default: /synapse-admin.", "type": "string", "pattern": "^/([A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*)?$" } } } } } } };
var func1 = Object.prototype.hasOwnProperty;
var func2 = require_ucs2length().default;
var pattern4 = new RegExp("^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$", "u");
var pattern5 = new RegExp("^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$", "u");
var pattern6 = new RegExp("^/", "u");
var pattern9 = new RegExp("^https?://[^\\s/]+(/[^\\s]*)?$", "u");
var pattern10 = new RegExp("^[A-Za-z0-9:_.@-]+$", "u");
var pattern11 = new RegExp("^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$", "u");
var pattern12 = new RegExp("^[A-Za-z_][A-Za-z0-9_.-]*$", "u");
var pattern13 = new RegExp("^/[A-Za-z0-9._/-]+$", "u");
var pattern15 = new RegExp("^[A-Za-z_][A-Za-z0-9_]*$", "u");
var pattern16 = new RegExp("^((?!\\{[{%#])[\\s\\S])+$", "u");
var pattern24 = new RegExp("^(closed|token|email|captcha|open)$", "u");
var pattern29 = new RegExp("^https?://[^\\s]+$", "u");
var pattern31 = new RegExp("^[A-Za-z0-9_-]+$", "u");
var pattern37 = new RegExp("^#[^\\s:]+:[^\\s]+$", "u");
var pattern38 = new RegExp("^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$", "u");
var pattern39 = new RegExp("^[a-z0-9._=/+-]+$", "u");
var pattern40 = new RegExp("^[^\\s@]+@[^\\s@]+$", "u");
var pattern41 = new RegExp("^[A-Za-z0-9][A-Za-z0-9.-]*$", "u");
var pattern51 = new RegExp("^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$", "u");
var pattern53 = new RegExp("^@[^\\s:]+:[^\\s]+$", "u");
var pattern57 = new RegExp("^/([A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*)?$", "u");
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
    if (data.deployment !== void 0) {
      let data5 = data.deployment;
      if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
        if (data5.kind === void 0) {
          const err14 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
          if (vErrors === null) {
            vErrors = [err14];
          } else {
            vErrors.push(err14);
          }
          errors++;
        }
        const tag0 = data5.kind;
        if (typeof tag0 == "string") {
          if (tag0 === "playbook") {
            if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
              if (data5.kind === void 0) {
                const err15 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err15];
                } else {
                  vErrors.push(err15);
                }
                errors++;
              }
              for (const key1 in data5) {
                if (!(key1 === "kind" || key1 === "release" || key1 === "checkout")) {
                  const err16 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err16];
                  } else {
                    vErrors.push(err16);
                  }
                  errors++;
                }
              }
              if (data5.kind !== void 0) {
                if ("playbook" !== data5.kind) {
                  const err17 = { instancePath: instancePath + "/deployment/kind", schemaPath: "#/properties/deployment/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "playbook" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err17];
                  } else {
                    vErrors.push(err17);
                  }
                  errors++;
                }
              }
              if (data5.release !== void 0) {
                let data7 = data5.release;
                if (!(data7 === "2024-10" || data7 === "2025-06" || data7 === "2026-08")) {
                  const err18 = { instancePath: instancePath + "/deployment/release", schemaPath: "#/properties/deployment/oneOf/0/properties/release/enum", keyword: "enum", params: { allowedValues: schema31.properties.deployment.oneOf[0].properties.release.enum }, message: "must be equal to one of the allowed values" };
                  if (vErrors === null) {
                    vErrors = [err18];
                  } else {
                    vErrors.push(err18);
                  }
                  errors++;
                }
              }
              if (data5.checkout !== void 0) {
                let data8 = data5.checkout;
                if (typeof data8 === "string") {
                  if (func2(data8) < 1) {
                    const err19 = { instancePath: instancePath + "/deployment/checkout", schemaPath: "#/properties/deployment/oneOf/0/properties/checkout/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                    if (vErrors === null) {
                      vErrors = [err19];
                    } else {
                      vErrors.push(err19);
                    }
                    errors++;
                  }
                } else {
                  const err20 = { instancePath: instancePath + "/deployment/checkout", schemaPath: "#/properties/deployment/oneOf/0/properties/checkout/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err20];
                  } else {
                    vErrors.push(err20);
                  }
                  errors++;
                }
              }
            } else {
              const err21 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err21];
              } else {
                vErrors.push(err21);
              }
              errors++;
            }
            var props0 = true;
          } else if (tag0 === "native") {
            if (data5 && typeof data5 == "object" && !Array.isArray(data5)) {
              if (data5.kind === void 0) {
                const err22 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err22];
                } else {
                  vErrors.push(err22);
                }
                errors++;
              }
              for (const key2 in data5) {
                if (!(key2 === "kind" || key2 === "python" || key2 === "config" || key2 === "address" || key2 === "service")) {
                  const err23 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err23];
                  } else {
                    vErrors.push(err23);
                  }
                  errors++;
                }
              }
              if (data5.kind !== void 0) {
                if ("native" !== data5.kind) {
                  const err24 = { instancePath: instancePath + "/deployment/kind", schemaPath: "#/properties/deployment/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "native" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
              }
              if (data5.python !== void 0) {
                let data10 = data5.python;
                if (typeof data10 === "string") {
                  if (!pattern6.test(data10)) {
                    const err25 = { instancePath: instancePath + "/deployment/python", schemaPath: "#/properties/deployment/oneOf/1/properties/python/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' };
                    if (vErrors === null) {
                      vErrors = [err25];
                    } else {
                      vErrors.push(err25);
                    }
                    errors++;
                  }
                } else {
                  const err26 = { instancePath: instancePath + "/deployment/python", schemaPath: "#/properties/deployment/oneOf/1/properties/python/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err26];
                  } else {
                    vErrors.push(err26);
                  }
                  errors++;
                }
              }
              if (data5.config !== void 0) {
                let data11 = data5.config;
                if (typeof data11 !== "string" && !Array.isArray(data11)) {
                  const err27 = { instancePath: instancePath + "/deployment/config", schemaPath: "#/properties/deployment/oneOf/1/properties/config/type", keyword: "type", params: { type: schema31.properties.deployment.oneOf[1].properties.config.type }, message: "must be string,array" };
                  if (vErrors === null) {
                    vErrors = [err27];
                  } else {
                    vErrors.push(err27);
                  }
                  errors++;
                }
                if (typeof data11 === "string") {
                  if (!pattern6.test(data11)) {
                    const err28 = { instancePath: instancePath + "/deployment/config", schemaPath: "#/properties/deployment/oneOf/1/properties/config/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' };
                    if (vErrors === null) {
                      vErrors = [err28];
                    } else {
                      vErrors.push(err28);
                    }
                    errors++;
                  }
                }
                if (Array.isArray(data11)) {
                  if (data11.length < 1) {
                    const err29 = { instancePath: instancePath + "/deployment/config", schemaPath: "#/properties/deployment/oneOf/1/properties/config/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                    if (vErrors === null) {
                      vErrors = [err29];
                    } else {
                      vErrors.push(err29);
                    }
                    errors++;
                  }
                  const len0 = data11.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data12 = data11[i0];
                    if (typeof data12 === "string") {
                      if (!pattern6.test(data12)) {
                        const err30 = { instancePath: instancePath + "/deployment/config/" + i0, schemaPath: "#/properties/deployment/oneOf/1/properties/config/items/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' };
                        if (vErrors === null) {
                          vErrors = [err30];
                        } else {
                          vErrors.push(err30);
                        }
                        errors++;
                      }
                    } else {
                      const err31 = { instancePath: instancePath + "/deployment/config/" + i0, schemaPath: "#/properties/deployment/oneOf/1/properties/config/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      if (vErrors === null) {
                        vErrors = [err31];
                      } else {
                        vErrors.push(err31);
                      }
                      errors++;
                    }
                  }
                }
              }
              if (data5.address !== void 0) {
                let data13 = data5.address;
                if (typeof data13 === "string") {
                  if (!pattern9.test(data13)) {
                    const err32 = { instancePath: instancePath + "/deployment/address", schemaPath: "#/properties/deployment/oneOf/1/properties/address/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/]+(/[^\\s]*)?$" }, message: 'must match pattern "^https?://[^\\s/]+(/[^\\s]*)?$"' };
                    if (vErrors === null) {
                      vErrors = [err32];
                    } else {
                      vErrors.push(err32);
                    }
                    errors++;
                  }
                } else {
                  const err33 = { instancePath: instancePath + "/deployment/address", schemaPath: "#/properties/deployment/oneOf/1/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err33];
                  } else {
                    vErrors.push(err33);
                  }
                  errors++;
                }
              }
              if (data5.service !== void 0) {
                let data14 = data5.service;
                if (typeof data14 === "string") {
                  if (!pattern10.test(data14)) {
                    const err34 = { instancePath: instancePath + "/deployment/service", schemaPath: "#/properties/deployment/oneOf/1/properties/service/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9:_.@-]+$" }, message: 'must match pattern "^[A-Za-z0-9:_.@-]+$"' };
                    if (vErrors === null) {
                      vErrors = [err34];
                    } else {
                      vErrors.push(err34);
                    }
                    errors++;
                  }
                } else {
                  const err35 = { instancePath: instancePath + "/deployment/service", schemaPath: "#/properties/deployment/oneOf/1/properties/service/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err35];
                  } else {
                    vErrors.push(err35);
                  }
                  errors++;
                }
              }
            } else {
              const err36 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err36];
              } else {
                vErrors.push(err36);
              }
              errors++;
            }
            if (props0 !== true) {
              props0 = true;
            }
          } else {
            const err37 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag0 }, message: 'value of tag "kind" must be in oneOf' };
            if (vErrors === null) {
              vErrors = [err37];
            } else {
              vErrors.push(err37);
            }
            errors++;
          }
        } else {
          const err38 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag0 }, message: 'tag "kind" must be string' };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
      } else {
        const err39 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err39];
        } else {
          vErrors.push(err39);
        }
        errors++;
      }
    }
    if (data.connection !== void 0) {
      let data15 = data.connection;
      if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
        if (data15.kind === void 0) {
          const err40 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
          if (vErrors === null) {
            vErrors = [err40];
          } else {
            vErrors.push(err40);
          }
          errors++;
        }
        const tag1 = data15.kind;
        if (typeof tag1 == "string") {
          if (tag1 === "ssh") {
            if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
              if (data15.kind === void 0) {
                const err41 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err41];
                } else {
                  vErrors.push(err41);
                }
                errors++;
              }
              for (const key3 in data15) {
                if (!(key3 === "kind" || key3 === "address" || key3 === "port" || key3 === "user" || key3 === "interpreter" || key3 === "become")) {
                  const err42 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err42];
                  } else {
                    vErrors.push(err42);
                  }
                  errors++;
                }
              }
              if (data15.kind !== void 0) {
                if ("ssh" !== data15.kind) {
                  const err43 = { instancePath: instancePath + "/connection/kind", schemaPath: "#/properties/connection/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "ssh" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err43];
                  } else {
                    vErrors.push(err43);
                  }
                  errors++;
                }
              }
              if (data15.address !== void 0) {
                let data17 = data15.address;
                if (typeof data17 === "string") {
                  if (!pattern11.test(data17)) {
                    const err44 = { instancePath: instancePath + "/connection/address", schemaPath: "#/properties/connection/oneOf/0/properties/address/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$" }, message: 'must match pattern "^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$"' };
                    if (vErrors === null) {
                      vErrors = [err44];
                    } else {
                      vErrors.push(err44);
                    }
                    errors++;
                  }
                } else {
                  const err45 = { instancePath: instancePath + "/connection/address", schemaPath: "#/properties/connection/oneOf/0/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err45];
                  } else {
                    vErrors.push(err45);
                  }
                  errors++;
                }
              }
              if (data15.port !== void 0) {
                let data18 = data15.port;
                if (!(typeof data18 == "number" && (!(data18 % 1) && !isNaN(data18)) && isFinite(data18))) {
                  const err46 = { instancePath: instancePath + "/connection/port", schemaPath: "#/properties/connection/oneOf/0/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                  if (vErrors === null) {
                    vErrors = [err46];
                  } else {
                    vErrors.push(err46);
                  }
                  errors++;
                }
                if (typeof data18 == "number" && isFinite(data18)) {
                  if (data18 > 65535 || isNaN(data18)) {
                    const err47 = { instancePath: instancePath + "/connection/port", schemaPath: "#/properties/connection/oneOf/0/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
                    if (vErrors === null) {
                      vErrors = [err47];
                    } else {
                      vErrors.push(err47);
                    }
                    errors++;
                  }
                  if (data18 < 1 || isNaN(data18)) {
                    const err48 = { instancePath: instancePath + "/connection/port", schemaPath: "#/properties/connection/oneOf/0/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                    if (vErrors === null) {
                      vErrors = [err48];
                    } else {
                      vErrors.push(err48);
                    }
                    errors++;
                  }
                }
              }
              if (data15.user !== void 0) {
                let data19 = data15.user;
                if (typeof data19 === "string") {
                  if (!pattern12.test(data19)) {
                    const err49 = { instancePath: instancePath + "/connection/user", schemaPath: "#/properties/connection/oneOf/0/properties/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_.-]*$"' };
                    if (vErrors === null) {
                      vErrors = [err49];
                    } else {
                      vErrors.push(err49);
                    }
                    errors++;
                  }
                } else {
                  const err50 = { instancePath: instancePath + "/connection/user", schemaPath: "#/properties/connection/oneOf/0/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err50];
                  } else {
                    vErrors.push(err50);
                  }
                  errors++;
                }
              }
              if (data15.interpreter !== void 0) {
                let data20 = data15.interpreter;
                if (typeof data20 === "string") {
                  if (!pattern13.test(data20)) {
                    const err51 = { instancePath: instancePath + "/connection/interpreter", schemaPath: "#/properties/connection/oneOf/0/properties/interpreter/pattern", keyword: "pattern", params: { pattern: "^/[A-Za-z0-9._/-]+$" }, message: 'must match pattern "^/[A-Za-z0-9._/-]+$"' };
                    if (vErrors === null) {
                      vErrors = [err51];
                    } else {
                      vErrors.push(err51);
                    }
                    errors++;
                  }
                } else {
                  const err52 = { instancePath: instancePath + "/connection/interpreter", schemaPath: "#/properties/connection/oneOf/0/properties/interpreter/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err52];
                  } else {
                    vErrors.push(err52);
                  }
                  errors++;
                }
              }
              if (data15.become !== void 0) {
                let data21 = data15.become;
                if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
                  for (const key4 in data21) {
                    if (!(key4 === "enabled" || key4 === "user" || key4 === "password")) {
                      const err53 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/0/properties/become/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                      if (vErrors === null) {
                        vErrors = [err53];
                      } else {
                        vErrors.push(err53);
                      }
                      errors++;
                    }
                  }
                  if (data21.enabled !== void 0) {
                    if (typeof data21.enabled !== "boolean") {
                      const err54 = { instancePath: instancePath + "/connection/become/enabled", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                      if (vErrors === null) {
                        vErrors = [err54];
                      } else {
                        vErrors.push(err54);
                      }
                      errors++;
                    }
                  }
                  if (data21.user !== void 0) {
                    let data23 = data21.user;
                    if (typeof data23 === "string") {
                      if (!pattern12.test(data23)) {
                        const err55 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_.-]*$"' };
                        if (vErrors === null) {
                          vErrors = [err55];
                        } else {
                          vErrors.push(err55);
                        }
                        errors++;
                      }
                    } else {
                      const err56 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      if (vErrors === null) {
                        vErrors = [err56];
                      } else {
                        vErrors.push(err56);
                      }
                      errors++;
                    }
                  }
                  if (data21.password !== void 0) {
                    let data24 = data21.password;
                    if (data24 && typeof data24 == "object" && !Array.isArray(data24)) {
                      if (Object.keys(data24).length > 1) {
                        const err57 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err57];
                        } else {
                          vErrors.push(err57);
                        }
                        errors++;
                      }
                      if (Object.keys(data24).length < 1) {
                        const err58 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err58];
                        } else {
                          vErrors.push(err58);
                        }
                        errors++;
                      }
                      for (const key5 in data24) {
                        if (!(key5 === "env" || key5 === "file" || key5 === "command" || key5 === "ansible_var")) {
                          const err59 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
                          if (vErrors === null) {
                            vErrors = [err59];
                          } else {
                            vErrors.push(err59);
                          }
                          errors++;
                        }
                      }
                      if (data24.env !== void 0) {
                        let data25 = data24.env;
                        if (typeof data25 === "string") {
                          if (!pattern15.test(data25)) {
                            const err60 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err60];
                            } else {
                              vErrors.push(err60);
                            }
                            errors++;
                          }
                        } else {
                          const err61 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err61];
                          } else {
                            vErrors.push(err61);
                          }
                          errors++;
                        }
                      }
                      if (data24.file !== void 0) {
                        let data26 = data24.file;
                        if (typeof data26 === "string") {
                          if (!pattern16.test(data26)) {
                            const err62 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                            if (vErrors === null) {
                              vErrors = [err62];
                            } else {
                              vErrors.push(err62);
                            }
                            errors++;
                          }
                        } else {
                          const err63 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err63];
                          } else {
                            vErrors.push(err63);
                          }
                          errors++;
                        }
                      }
                      if (data24.command !== void 0) {
                        let data27 = data24.command;
                        if (Array.isArray(data27)) {
                          if (data27.length < 1) {
                            const err64 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                            if (vErrors === null) {
                              vErrors = [err64];
                            } else {
                              vErrors.push(err64);
                            }
                            errors++;
                          }
                          const len1 = data27.length;
                          for (let i1 = 0; i1 < len1; i1++) {
                            let data28 = data27[i1];
                            if (typeof data28 === "string") {
                              if (!pattern16.test(data28)) {
                                const err65 = { instancePath: instancePath + "/connection/become/password/command/" + i1, schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                                if (vErrors === null) {
                                  vErrors = [err65];
                                } else {
                                  vErrors.push(err65);
                                }
                                errors++;
                              }
                            } else {
                              const err66 = { instancePath: instancePath + "/connection/become/password/command/" + i1, schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                              if (vErrors === null) {
                                vErrors = [err66];
                              } else {
                                vErrors.push(err66);
                              }
                              errors++;
                            }
                          }
                        } else {
                          const err67 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                          if (vErrors === null) {
                            vErrors = [err67];
                          } else {
                            vErrors.push(err67);
                          }
                          errors++;
                        }
                      }
                      if (data24.ansible_var !== void 0) {
                        let data29 = data24.ansible_var;
                        if (typeof data29 === "string") {
                          if (!pattern15.test(data29)) {
                            const err68 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err68];
                            } else {
                              vErrors.push(err68);
                            }
                            errors++;
                          }
                        } else {
                          const err69 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err69];
                          } else {
                            vErrors.push(err69);
                          }
                          errors++;
                        }
                      }
                    } else {
                      const err70 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                      if (vErrors === null) {
                        vErrors = [err70];
                      } else {
                        vErrors.push(err70);
                      }
                      errors++;
                    }
                  }
                } else {
                  const err71 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/0/properties/become/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                  if (vErrors === null) {
                    vErrors = [err71];
                  } else {
                    vErrors.push(err71);
                  }
                  errors++;
                }
              }
            } else {
              const err72 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err72];
              } else {
                vErrors.push(err72);
              }
              errors++;
            }
            var props1 = true;
          } else if (tag1 === "local") {
            if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
              if (data15.kind === void 0) {
                const err73 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err73];
                } else {
                  vErrors.push(err73);
                }
                errors++;
              }
              for (const key6 in data15) {
                if (!(key6 === "kind" || key6 === "become")) {
                  const err74 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err74];
                  } else {
                    vErrors.push(err74);
                  }
                  errors++;
                }
              }
              if (data15.kind !== void 0) {
                if ("local" !== data15.kind) {
                  const err75 = { instancePath: instancePath + "/connection/kind", schemaPath: "#/properties/connection/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "local" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err75];
                  } else {
                    vErrors.push(err75);
                  }
                  errors++;
                }
              }
              if (data15.become !== void 0) {
                let data31 = data15.become;
                if (data31 && typeof data31 == "object" && !Array.isArray(data31)) {
                  for (const key7 in data31) {
                    if (!(key7 === "enabled" || key7 === "user" || key7 === "password")) {
                      const err76 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/1/properties/become/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
                      if (vErrors === null) {
                        vErrors = [err76];
                      } else {
                        vErrors.push(err76);
                      }
                      errors++;
                    }
                  }
                  if (data31.enabled !== void 0) {
                    if (typeof data31.enabled !== "boolean") {
                      const err77 = { instancePath: instancePath + "/connection/become/enabled", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                      if (vErrors === null) {
                        vErrors = [err77];
                      } else {
                        vErrors.push(err77);
                      }
                      errors++;
                    }
                  }
                  if (data31.user !== void 0) {
                    let data33 = data31.user;
                    if (typeof data33 === "string") {
                      if (!pattern12.test(data33)) {
                        const err78 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_.-]*$"' };
                        if (vErrors === null) {
                          vErrors = [err78];
                        } else {
                          vErrors.push(err78);
                        }
                        errors++;
                      }
                    } else {
                      const err79 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      if (vErrors === null) {
                        vErrors = [err79];
                      } else {
                        vErrors.push(err79);
                      }
                      errors++;
                    }
                  }
                  if (data31.password !== void 0) {
                    let data34 = data31.password;
                    if (data34 && typeof data34 == "object" && !Array.isArray(data34)) {
                      if (Object.keys(data34).length > 1) {
                        const err80 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err80];
                        } else {
                          vErrors.push(err80);
                        }
                        errors++;
                      }
                      if (Object.keys(data34).length < 1) {
                        const err81 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err81];
                        } else {
                          vErrors.push(err81);
                        }
                        errors++;
                      }
                      for (const key8 in data34) {
                        if (!(key8 === "env" || key8 === "file" || key8 === "command" || key8 === "ansible_var")) {
                          const err82 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
                          if (vErrors === null) {
                            vErrors = [err82];
                          } else {
                            vErrors.push(err82);
                          }
                          errors++;
                        }
                      }
                      if (data34.env !== void 0) {
                        let data35 = data34.env;
                        if (typeof data35 === "string") {
                          if (!pattern15.test(data35)) {
                            const err83 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err83];
                            } else {
                              vErrors.push(err83);
                            }
                            errors++;
                          }
                        } else {
                          const err84 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err84];
                          } else {
                            vErrors.push(err84);
                          }
                          errors++;
                        }
                      }
                      if (data34.file !== void 0) {
                        let data36 = data34.file;
                        if (typeof data36 === "string") {
                          if (!pattern16.test(data36)) {
                            const err85 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                            if (vErrors === null) {
                              vErrors = [err85];
                            } else {
                              vErrors.push(err85);
                            }
                            errors++;
                          }
                        } else {
                          const err86 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err86];
                          } else {
                            vErrors.push(err86);
                          }
                          errors++;
                        }
                      }
                      if (data34.command !== void 0) {
                        let data37 = data34.command;
                        if (Array.isArray(data37)) {
                          if (data37.length < 1) {
                            const err87 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                            if (vErrors === null) {
                              vErrors = [err87];
                            } else {
                              vErrors.push(err87);
                            }
                            errors++;
                          }
                          const len2 = data37.length;
                          for (let i2 = 0; i2 < len2; i2++) {
                            let data38 = data37[i2];
                            if (typeof data38 === "string") {
                              if (!pattern16.test(data38)) {
                                const err88 = { instancePath: instancePath + "/connection/become/password/command/" + i2, schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                                if (vErrors === null) {
                                  vErrors = [err88];
                                } else {
                                  vErrors.push(err88);
                                }
                                errors++;
                              }
                            } else {
                              const err89 = { instancePath: instancePath + "/connection/become/password/command/" + i2, schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                              if (vErrors === null) {
                                vErrors = [err89];
                              } else {
                                vErrors.push(err89);
                              }
                              errors++;
                            }
                          }
                        } else {
                          const err90 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                          if (vErrors === null) {
                            vErrors = [err90];
                          } else {
                            vErrors.push(err90);
                          }
                          errors++;
                        }
                      }
                      if (data34.ansible_var !== void 0) {
                        let data39 = data34.ansible_var;
                        if (typeof data39 === "string") {
                          if (!pattern15.test(data39)) {
                            const err91 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err91];
                            } else {
                              vErrors.push(err91);
                            }
                            errors++;
                          }
                        } else {
                          const err92 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err92];
                          } else {
                            vErrors.push(err92);
                          }
                          errors++;
                        }
                      }
                    } else {
                      const err93 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                      if (vErrors === null) {
                        vErrors = [err93];
                      } else {
                        vErrors.push(err93);
                      }
                      errors++;
                    }
                  }
                } else {
                  const err94 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/1/properties/become/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                  if (vErrors === null) {
                    vErrors = [err94];
                  } else {
                    vErrors.push(err94);
                  }
                  errors++;
                }
              }
            } else {
              const err95 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err95];
              } else {
                vErrors.push(err95);
              }
              errors++;
            }
            if (props1 !== true) {
              props1 = true;
            }
          } else {
            const err96 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag1 }, message: 'value of tag "kind" must be in oneOf' };
            if (vErrors === null) {
              vErrors = [err96];
            } else {
              vErrors.push(err96);
            }
            errors++;
          }
        } else {
          const err97 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag1 }, message: 'tag "kind" must be string' };
          if (vErrors === null) {
            vErrors = [err97];
          } else {
            vErrors.push(err97);
          }
          errors++;
        }
      } else {
        const err98 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err98];
        } else {
          vErrors.push(err98);
        }
        errors++;
      }
    }
    if (data.registration !== void 0) {
      let data40 = data.registration;
      if (data40 && typeof data40 == "object" && !Array.isArray(data40)) {
        if (data40.mode === void 0) {
          const err99 = { instancePath: instancePath + "/registration", schemaPath: "#/properties/registration/required", keyword: "required", params: { missingProperty: "mode" }, message: "must have required property 'mode'" };
          if (vErrors === null) {
            vErrors = [err99];
          } else {
            vErrors.push(err99);
          }
          errors++;
        }
        for (const key9 in data40) {
          if (!func1.call(schema31.properties.registration.properties, key9)) {
            const err100 = { instancePath: instancePath + "/registration", schemaPath: "#/properties/registration/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err100];
            } else {
              vErrors.push(err100);
            }
            errors++;
          }
        }
        if (data40.mode !== void 0) {
          let data41 = data40.mode;
          if (typeof data41 !== "string" && !Array.isArray(data41)) {
            const err101 = { instancePath: instancePath + "/registration/mode", schemaPath: "#/properties/registration/properties/mode/type", keyword: "type", params: { type: schema31.properties.registration.properties.mode.type }, message: "must be string,array" };
            if (vErrors === null) {
              vErrors = [err101];
            } else {
              vErrors.push(err101);
            }
            errors++;
          }
          if (typeof data41 === "string") {
            if (!pattern24.test(data41)) {
              const err102 = { instancePath: instancePath + "/registration/mode", schemaPath: "#/properties/registration/properties/mode/pattern", keyword: "pattern", params: { pattern: "^(closed|token|email|captcha|open)$" }, message: 'must match pattern "^(closed|token|email|captcha|open)$"' };
              if (vErrors === null) {
                vErrors = [err102];
              } else {
                vErrors.push(err102);
              }
              errors++;
            }
          }
          if (Array.isArray(data41)) {
            if (data41.length < 1) {
              const err103 = { instancePath: instancePath + "/registration/mode", schemaPath: "#/properties/registration/properties/mode/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err103];
              } else {
                vErrors.push(err103);
              }
              errors++;
            }
            const len3 = data41.length;
            for (let i3 = 0; i3 < len3; i3++) {
              let data42 = data41[i3];
              if (!(data42 === "closed" || data42 === "token" || data42 === "email" || data42 === "captcha" || data42 === "open")) {
                const err104 = { instancePath: instancePath + "/registration/mode/" + i3, schemaPath: "#/properties/registration/properties/mode/items/enum", keyword: "enum", params: { allowedValues: schema31.properties.registration.properties.mode.items.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err104];
                } else {
                  vErrors.push(err104);
                }
                errors++;
              }
            }
          }
        }
        if (data40.acknowledge !== void 0) {
          if ("anyone on the internet may register here without any verification" !== data40.acknowledge) {
            const err105 = { instancePath: instancePath + "/registration/acknowledge", schemaPath: "#/properties/registration/properties/acknowledge/const", keyword: "const", params: { allowedValue: "anyone on the internet may register here without any verification" }, message: "must be equal to constant" };
            if (vErrors === null) {
              vErrors = [err105];
            } else {
              vErrors.push(err105);
            }
            errors++;
          }
        }
        if (data40.captcha !== void 0) {
          let data44 = data40.captcha;
          if (data44 && typeof data44 == "object" && !Array.isArray(data44)) {
            if (data44.site_key === void 0) {
              const err106 = { instancePath: instancePath + "/registration/captcha", schemaPath: "#/properties/registration/properties/captcha/required", keyword: "required", params: { missingProperty: "site_key" }, message: "must have required property 'site_key'" };
              if (vErrors === null) {
                vErrors = [err106];
              } else {
                vErrors.push(err106);
              }
              errors++;
            }
            if (data44.secret_key === void 0) {
              const err107 = { instancePath: instancePath + "/registration/captcha", schemaPath: "#/properties/registration/properties/captcha/required", keyword: "required", params: { missingProperty: "secret_key" }, message: "must have required property 'secret_key'" };
              if (vErrors === null) {
                vErrors = [err107];
              } else {
                vErrors.push(err107);
              }
              errors++;
            }
            for (const key10 in data44) {
              if (!(key10 === "provider" || key10 === "site_key" || key10 === "secret_key" || key10 === "addresses")) {
                const err108 = { instancePath: instancePath + "/registration/captcha", schemaPath: "#/properties/registration/properties/captcha/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key10 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err108];
                } else {
                  vErrors.push(err108);
                }
                errors++;
              }
            }
            if (data44.provider !== void 0) {
              let data45 = data44.provider;
              if (!(data45 === "recaptcha" || data45 === "hcaptcha" || data45 === "turnstile")) {
                const err109 = { instancePath: instancePath + "/registration/captcha/provider", schemaPath: "#/properties/registration/properties/captcha/properties/provider/enum", keyword: "enum", params: { allowedValues: schema31.properties.registration.properties.captcha.properties.provider.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err109];
                } else {
                  vErrors.push(err109);
                }
                errors++;
              }
            }
            if (data44.site_key !== void 0) {
              let data46 = data44.site_key;
              if (typeof data46 === "string") {
                if (func2(data46) > 200) {
                  const err110 = { instancePath: instancePath + "/registration/captcha/site_key", schemaPath: "#/properties/registration/properties/captcha/properties/site_key/maxLength", keyword: "maxLength", params: { limit: 200 }, message: "must NOT have more than 200 characters" };
                  if (vErrors === null) {
                    vErrors = [err110];
                  } else {
                    vErrors.push(err110);
                  }
                  errors++;
                }
                if (func2(data46) < 1) {
                  const err111 = { instancePath: instancePath + "/registration/captcha/site_key", schemaPath: "#/properties/registration/properties/captcha/properties/site_key/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err111];
                  } else {
                    vErrors.push(err111);
                  }
                  errors++;
                }
              } else {
                const err112 = { instancePath: instancePath + "/registration/captcha/site_key", schemaPath: "#/properties/registration/properties/captcha/properties/site_key/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err112];
                } else {
                  vErrors.push(err112);
                }
                errors++;
              }
            }
            if (data44.secret_key !== void 0) {
              let data47 = data44.secret_key;
              if (data47 && typeof data47 == "object" && !Array.isArray(data47)) {
                if (Object.keys(data47).length > 1) {
                  const err113 = { instancePath: instancePath + "/registration/captcha/secret_key", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err113];
                  } else {
                    vErrors.push(err113);
                  }
                  errors++;
                }
                if (Object.keys(data47).length < 1) {
                  const err114 = { instancePath: instancePath + "/registration/captcha/secret_key", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err114];
                  } else {
                    vErrors.push(err114);
                  }
                  errors++;
                }
                for (const key11 in data47) {
                  if (!(key11 === "env" || key11 === "file" || key11 === "command" || key11 === "ansible_var")) {
                    const err115 = { instancePath: instancePath + "/registration/captcha/secret_key", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key11 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err115];
                    } else {
                      vErrors.push(err115);
                    }
                    errors++;
                  }
                }
                if (data47.env !== void 0) {
                  let data48 = data47.env;
                  if (typeof data48 === "string") {
                    if (!pattern15.test(data48)) {
                      const err116 = { instancePath: instancePath + "/registration/captcha/secret_key/env", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err116];
                      } else {
                        vErrors.push(err116);
                      }
                      errors++;
                    }
                  } else {
                    const err117 = { instancePath: instancePath + "/registration/captcha/secret_key/env", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err117];
                    } else {
                      vErrors.push(err117);
                    }
                    errors++;
                  }
                }
                if (data47.file !== void 0) {
                  let data49 = data47.file;
                  if (typeof data49 === "string") {
                    if (!pattern16.test(data49)) {
                      const err118 = { instancePath: instancePath + "/registration/captcha/secret_key/file", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                      if (vErrors === null) {
                        vErrors = [err118];
                      } else {
                        vErrors.push(err118);
                      }
                      errors++;
                    }
                  } else {
                    const err119 = { instancePath: instancePath + "/registration/captcha/secret_key/file", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err119];
                    } else {
                      vErrors.push(err119);
                    }
                    errors++;
                  }
                }
                if (data47.command !== void 0) {
                  let data50 = data47.command;
                  if (Array.isArray(data50)) {
                    if (data50.length < 1) {
                      const err120 = { instancePath: instancePath + "/registration/captcha/secret_key/command", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err120];
                      } else {
                        vErrors.push(err120);
                      }
                      errors++;
                    }
                    const len4 = data50.length;
                    for (let i4 = 0; i4 < len4; i4++) {
                      let data51 = data50[i4];
                      if (typeof data51 === "string") {
                        if (!pattern16.test(data51)) {
                          const err121 = { instancePath: instancePath + "/registration/captcha/secret_key/command/" + i4, schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                          if (vErrors === null) {
                            vErrors = [err121];
                          } else {
                            vErrors.push(err121);
                          }
                          errors++;
                        }
                      } else {
                        const err122 = { instancePath: instancePath + "/registration/captcha/secret_key/command/" + i4, schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err122];
                        } else {
                          vErrors.push(err122);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err123 = { instancePath: instancePath + "/registration/captcha/secret_key/command", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err123];
                    } else {
                      vErrors.push(err123);
                    }
                    errors++;
                  }
                }
                if (data47.ansible_var !== void 0) {
                  let data52 = data47.ansible_var;
                  if (typeof data52 === "string") {
                    if (!pattern15.test(data52)) {
                      const err124 = { instancePath: instancePath + "/registration/captcha/secret_key/ansible_var", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err124];
                      } else {
                        vErrors.push(err124);
                      }
                      errors++;
                    }
                  } else {
                    const err125 = { instancePath: instancePath + "/registration/captcha/secret_key/ansible_var", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err125];
                    } else {
                      vErrors.push(err125);
                    }
                    errors++;
                  }
                }
              } else {
                const err126 = { instancePath: instancePath + "/registration/captcha/secret_key", schemaPath: "#/properties/registration/properties/captcha/properties/secret_key/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err126];
                } else {
                  vErrors.push(err126);
                }
                errors++;
              }
            }
            if (data44.addresses !== void 0) {
              let data53 = data44.addresses;
              if (data53 && typeof data53 == "object" && !Array.isArray(data53)) {
                if (data53.verify === void 0) {
                  const err127 = { instancePath: instancePath + "/registration/captcha/addresses", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/required", keyword: "required", params: { missingProperty: "verify" }, message: "must have required property 'verify'" };
                  if (vErrors === null) {
                    vErrors = [err127];
                  } else {
                    vErrors.push(err127);
                  }
                  errors++;
                }
                if (data53.script === void 0) {
                  const err128 = { instancePath: instancePath + "/registration/captcha/addresses", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/required", keyword: "required", params: { missingProperty: "script" }, message: "must have required property 'script'" };
                  if (vErrors === null) {
                    vErrors = [err128];
                  } else {
                    vErrors.push(err128);
                  }
                  errors++;
                }
                for (const key12 in data53) {
                  if (!(key12 === "verify" || key12 === "script" || key12 === "form_field" || key12 === "class")) {
                    const err129 = { instancePath: instancePath + "/registration/captcha/addresses", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key12 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err129];
                    } else {
                      vErrors.push(err129);
                    }
                    errors++;
                  }
                }
                if (data53.verify !== void 0) {
                  let data54 = data53.verify;
                  if (typeof data54 === "string") {
                    if (!pattern29.test(data54)) {
                      const err130 = { instancePath: instancePath + "/registration/captcha/addresses/verify", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/verify/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s]+$" }, message: 'must match pattern "^https?://[^\\s]+$"' };
                      if (vErrors === null) {
                        vErrors = [err130];
                      } else {
                        vErrors.push(err130);
                      }
                      errors++;
                    }
                  } else {
                    const err131 = { instancePath: instancePath + "/registration/captcha/addresses/verify", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/verify/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err131];
                    } else {
                      vErrors.push(err131);
                    }
                    errors++;
                  }
                }
                if (data53.script !== void 0) {
                  let data55 = data53.script;
                  if (typeof data55 === "string") {
                    if (!pattern29.test(data55)) {
                      const err132 = { instancePath: instancePath + "/registration/captcha/addresses/script", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/script/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s]+$" }, message: 'must match pattern "^https?://[^\\s]+$"' };
                      if (vErrors === null) {
                        vErrors = [err132];
                      } else {
                        vErrors.push(err132);
                      }
                      errors++;
                    }
                  } else {
                    const err133 = { instancePath: instancePath + "/registration/captcha/addresses/script", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/script/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err133];
                    } else {
                      vErrors.push(err133);
                    }
                    errors++;
                  }
                }
                if (data53.form_field !== void 0) {
                  let data56 = data53.form_field;
                  if (typeof data56 === "string") {
                    if (!pattern31.test(data56)) {
                      const err134 = { instancePath: instancePath + "/registration/captcha/addresses/form_field", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/form_field/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
                      if (vErrors === null) {
                        vErrors = [err134];
                      } else {
                        vErrors.push(err134);
                      }
                      errors++;
                    }
                  } else {
                    const err135 = { instancePath: instancePath + "/registration/captcha/addresses/form_field", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/form_field/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err135];
                    } else {
                      vErrors.push(err135);
                    }
                    errors++;
                  }
                }
                if (data53.class !== void 0) {
                  let data57 = data53.class;
                  if (typeof data57 === "string") {
                    if (!pattern31.test(data57)) {
                      const err136 = { instancePath: instancePath + "/registration/captcha/addresses/class", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/class/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]+$" }, message: 'must match pattern "^[A-Za-z0-9_-]+$"' };
                      if (vErrors === null) {
                        vErrors = [err136];
                      } else {
                        vErrors.push(err136);
                      }
                      errors++;
                    }
                  } else {
                    const err137 = { instancePath: instancePath + "/registration/captcha/addresses/class", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/properties/class/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err137];
                    } else {
                      vErrors.push(err137);
                    }
                    errors++;
                  }
                }
              } else {
                const err138 = { instancePath: instancePath + "/registration/captcha/addresses", schemaPath: "#/properties/registration/properties/captcha/properties/addresses/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err138];
                } else {
                  vErrors.push(err138);
                }
                errors++;
              }
            }
          } else {
            const err139 = { instancePath: instancePath + "/registration/captcha", schemaPath: "#/properties/registration/properties/captcha/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err139];
            } else {
              vErrors.push(err139);
            }
            errors++;
          }
        }
        if (data40.token_page !== void 0) {
          let data58 = data40.token_page;
          if (data58 && typeof data58 == "object" && !Array.isArray(data58)) {
            if (data58.admin_secret === void 0) {
              const err140 = { instancePath: instancePath + "/registration/token_page", schemaPath: "#/properties/registration/properties/token_page/required", keyword: "required", params: { missingProperty: "admin_secret" }, message: "must have required property 'admin_secret'" };
              if (vErrors === null) {
                vErrors = [err140];
              } else {
                vErrors.push(err140);
              }
              errors++;
            }
            for (const key13 in data58) {
              if (!(key13 === "admin_secret")) {
                const err141 = { instancePath: instancePath + "/registration/token_page", schemaPath: "#/properties/registration/properties/token_page/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key13 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err141];
                } else {
                  vErrors.push(err141);
                }
                errors++;
              }
            }
            if (data58.admin_secret !== void 0) {
              let data59 = data58.admin_secret;
              if (data59 && typeof data59 == "object" && !Array.isArray(data59)) {
                if (Object.keys(data59).length > 1) {
                  const err142 = { instancePath: instancePath + "/registration/token_page/admin_secret", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err142];
                  } else {
                    vErrors.push(err142);
                  }
                  errors++;
                }
                if (Object.keys(data59).length < 1) {
                  const err143 = { instancePath: instancePath + "/registration/token_page/admin_secret", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err143];
                  } else {
                    vErrors.push(err143);
                  }
                  errors++;
                }
                for (const key14 in data59) {
                  if (!(key14 === "env" || key14 === "file" || key14 === "command" || key14 === "ansible_var")) {
                    const err144 = { instancePath: instancePath + "/registration/token_page/admin_secret", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key14 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err144];
                    } else {
                      vErrors.push(err144);
                    }
                    errors++;
                  }
                }
                if (data59.env !== void 0) {
                  let data60 = data59.env;
                  if (typeof data60 === "string") {
                    if (!pattern15.test(data60)) {
                      const err145 = { instancePath: instancePath + "/registration/token_page/admin_secret/env", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err145];
                      } else {
                        vErrors.push(err145);
                      }
                      errors++;
                    }
                  } else {
                    const err146 = { instancePath: instancePath + "/registration/token_page/admin_secret/env", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err146];
                    } else {
                      vErrors.push(err146);
                    }
                    errors++;
                  }
                }
                if (data59.file !== void 0) {
                  let data61 = data59.file;
                  if (typeof data61 === "string") {
                    if (!pattern16.test(data61)) {
                      const err147 = { instancePath: instancePath + "/registration/token_page/admin_secret/file", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                      if (vErrors === null) {
                        vErrors = [err147];
                      } else {
                        vErrors.push(err147);
                      }
                      errors++;
                    }
                  } else {
                    const err148 = { instancePath: instancePath + "/registration/token_page/admin_secret/file", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err148];
                    } else {
                      vErrors.push(err148);
                    }
                    errors++;
                  }
                }
                if (data59.command !== void 0) {
                  let data62 = data59.command;
                  if (Array.isArray(data62)) {
                    if (data62.length < 1) {
                      const err149 = { instancePath: instancePath + "/registration/token_page/admin_secret/command", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err149];
                      } else {
                        vErrors.push(err149);
                      }
                      errors++;
                    }
                    const len5 = data62.length;
                    for (let i5 = 0; i5 < len5; i5++) {
                      let data63 = data62[i5];
                      if (typeof data63 === "string") {
                        if (!pattern16.test(data63)) {
                          const err150 = { instancePath: instancePath + "/registration/token_page/admin_secret/command/" + i5, schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                          if (vErrors === null) {
                            vErrors = [err150];
                          } else {
                            vErrors.push(err150);
                          }
                          errors++;
                        }
                      } else {
                        const err151 = { instancePath: instancePath + "/registration/token_page/admin_secret/command/" + i5, schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err151];
                        } else {
                          vErrors.push(err151);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err152 = { instancePath: instancePath + "/registration/token_page/admin_secret/command", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err152];
                    } else {
                      vErrors.push(err152);
                    }
                    errors++;
                  }
                }
                if (data59.ansible_var !== void 0) {
                  let data64 = data59.ansible_var;
                  if (typeof data64 === "string") {
                    if (!pattern15.test(data64)) {
                      const err153 = { instancePath: instancePath + "/registration/token_page/admin_secret/ansible_var", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err153];
                      } else {
                        vErrors.push(err153);
                      }
                      errors++;
                    }
                  } else {
                    const err154 = { instancePath: instancePath + "/registration/token_page/admin_secret/ansible_var", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err154];
                    } else {
                      vErrors.push(err154);
                    }
                    errors++;
                  }
                }
              } else {
                const err155 = { instancePath: instancePath + "/registration/token_page/admin_secret", schemaPath: "#/properties/registration/properties/token_page/properties/admin_secret/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err155];
                } else {
                  vErrors.push(err155);
                }
                errors++;
              }
            }
          } else {
            const err156 = { instancePath: instancePath + "/registration/token_page", schemaPath: "#/properties/registration/properties/token_page/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err156];
            } else {
              vErrors.push(err156);
            }
            errors++;
          }
        }
        if (data40.auto_join_rooms !== void 0) {
          let data65 = data40.auto_join_rooms;
          if (Array.isArray(data65)) {
            const len6 = data65.length;
            for (let i6 = 0; i6 < len6; i6++) {
              let data66 = data65[i6];
              if (typeof data66 === "string") {
                if (!pattern37.test(data66)) {
                  const err157 = { instancePath: instancePath + "/registration/auto_join_rooms/" + i6, schemaPath: "#/properties/registration/properties/auto_join_rooms/items/pattern", keyword: "pattern", params: { pattern: "^#[^\\s:]+:[^\\s]+$" }, message: 'must match pattern "^#[^\\s:]+:[^\\s]+$"' };
                  if (vErrors === null) {
                    vErrors = [err157];
                  } else {
                    vErrors.push(err157);
                  }
                  errors++;
                }
              } else {
                const err158 = { instancePath: instancePath + "/registration/auto_join_rooms/" + i6, schemaPath: "#/properties/registration/properties/auto_join_rooms/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err158];
                } else {
                  vErrors.push(err158);
                }
                errors++;
              }
            }
          } else {
            const err159 = { instancePath: instancePath + "/registration/auto_join_rooms", schemaPath: "#/properties/registration/properties/auto_join_rooms/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err159];
            } else {
              vErrors.push(err159);
            }
            errors++;
          }
        }
        if (data40.guests !== void 0) {
          if (typeof data40.guests !== "boolean") {
            const err160 = { instancePath: instancePath + "/registration/guests", schemaPath: "#/properties/registration/properties/guests/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
            if (vErrors === null) {
              vErrors = [err160];
            } else {
              vErrors.push(err160);
            }
            errors++;
          }
        }
        if (data40.email_domains !== void 0) {
          let data68 = data40.email_domains;
          if (Array.isArray(data68)) {
            if (data68.length < 1) {
              const err161 = { instancePath: instancePath + "/registration/email_domains", schemaPath: "#/properties/registration/properties/email_domains/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err161];
              } else {
                vErrors.push(err161);
              }
              errors++;
            }
            const len7 = data68.length;
            for (let i7 = 0; i7 < len7; i7++) {
              let data69 = data68[i7];
              if (typeof data69 === "string") {
                if (!pattern38.test(data69)) {
                  const err162 = { instancePath: instancePath + "/registration/email_domains/" + i7, schemaPath: "#/properties/registration/properties/email_domains/items/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$" }, message: 'must match pattern "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)+$"' };
                  if (vErrors === null) {
                    vErrors = [err162];
                  } else {
                    vErrors.push(err162);
                  }
                  errors++;
                }
              } else {
                const err163 = { instancePath: instancePath + "/registration/email_domains/" + i7, schemaPath: "#/properties/registration/properties/email_domains/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err163];
                } else {
                  vErrors.push(err163);
                }
                errors++;
              }
            }
          } else {
            const err164 = { instancePath: instancePath + "/registration/email_domains", schemaPath: "#/properties/registration/properties/email_domains/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err164];
            } else {
              vErrors.push(err164);
            }
            errors++;
          }
        }
        if (data40.banned_usernames !== void 0) {
          let data70 = data40.banned_usernames;
          if (Array.isArray(data70)) {
            if (data70.length < 1) {
              const err165 = { instancePath: instancePath + "/registration/banned_usernames", schemaPath: "#/properties/registration/properties/banned_usernames/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
              if (vErrors === null) {
                vErrors = [err165];
              } else {
                vErrors.push(err165);
              }
              errors++;
            }
            const len8 = data70.length;
            for (let i8 = 0; i8 < len8; i8++) {
              let data71 = data70[i8];
              if (typeof data71 === "string") {
                if (!pattern39.test(data71)) {
                  const err166 = { instancePath: instancePath + "/registration/banned_usernames/" + i8, schemaPath: "#/properties/registration/properties/banned_usernames/items/pattern", keyword: "pattern", params: { pattern: "^[a-z0-9._=/+-]+$" }, message: 'must match pattern "^[a-z0-9._=/+-]+$"' };
                  if (vErrors === null) {
                    vErrors = [err166];
                  } else {
                    vErrors.push(err166);
                  }
                  errors++;
                }
              } else {
                const err167 = { instancePath: instancePath + "/registration/banned_usernames/" + i8, schemaPath: "#/properties/registration/properties/banned_usernames/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err167];
                } else {
                  vErrors.push(err167);
                }
                errors++;
              }
            }
          } else {
            const err168 = { instancePath: instancePath + "/registration/banned_usernames", schemaPath: "#/properties/registration/properties/banned_usernames/type", keyword: "type", params: { type: "array" }, message: "must be array" };
            if (vErrors === null) {
              vErrors = [err168];
            } else {
              vErrors.push(err168);
            }
            errors++;
          }
        }
        if (data40.rate_limit !== void 0) {
          let data72 = data40.rate_limit;
          if (data72 && typeof data72 == "object" && !Array.isArray(data72)) {
            if (data72.per_second === void 0) {
              const err169 = { instancePath: instancePath + "/registration/rate_limit", schemaPath: "#/properties/registration/properties/rate_limit/required", keyword: "required", params: { missingProperty: "per_second" }, message: "must have required property 'per_second'" };
              if (vErrors === null) {
                vErrors = [err169];
              } else {
                vErrors.push(err169);
              }
              errors++;
            }
            if (data72.burst === void 0) {
              const err170 = { instancePath: instancePath + "/registration/rate_limit", schemaPath: "#/properties/registration/properties/rate_limit/required", keyword: "required", params: { missingProperty: "burst" }, message: "must have required property 'burst'" };
              if (vErrors === null) {
                vErrors = [err170];
              } else {
                vErrors.push(err170);
              }
              errors++;
            }
            for (const key15 in data72) {
              if (!(key15 === "per_second" || key15 === "burst")) {
                const err171 = { instancePath: instancePath + "/registration/rate_limit", schemaPath: "#/properties/registration/properties/rate_limit/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key15 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err171];
                } else {
                  vErrors.push(err171);
                }
                errors++;
              }
            }
            if (data72.per_second !== void 0) {
              let data73 = data72.per_second;
              if (typeof data73 == "number" && isFinite(data73)) {
                if (data73 <= 0 || isNaN(data73)) {
                  const err172 = { instancePath: instancePath + "/registration/rate_limit/per_second", schemaPath: "#/properties/registration/properties/rate_limit/properties/per_second/exclusiveMinimum", keyword: "exclusiveMinimum", params: { comparison: ">", limit: 0 }, message: "must be > 0" };
                  if (vErrors === null) {
                    vErrors = [err172];
                  } else {
                    vErrors.push(err172);
                  }
                  errors++;
                }
              } else {
                const err173 = { instancePath: instancePath + "/registration/rate_limit/per_second", schemaPath: "#/properties/registration/properties/rate_limit/properties/per_second/type", keyword: "type", params: { type: "number" }, message: "must be number" };
                if (vErrors === null) {
                  vErrors = [err173];
                } else {
                  vErrors.push(err173);
                }
                errors++;
              }
            }
            if (data72.burst !== void 0) {
              let data74 = data72.burst;
              if (!(typeof data74 == "number" && (!(data74 % 1) && !isNaN(data74)) && isFinite(data74))) {
                const err174 = { instancePath: instancePath + "/registration/rate_limit/burst", schemaPath: "#/properties/registration/properties/rate_limit/properties/burst/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err174];
                } else {
                  vErrors.push(err174);
                }
                errors++;
              }
              if (typeof data74 == "number" && isFinite(data74)) {
                if (data74 < 1 || isNaN(data74)) {
                  const err175 = { instancePath: instancePath + "/registration/rate_limit/burst", schemaPath: "#/properties/registration/properties/rate_limit/properties/burst/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err175];
                  } else {
                    vErrors.push(err175);
                  }
                  errors++;
                }
              }
            }
          } else {
            const err176 = { instancePath: instancePath + "/registration/rate_limit", schemaPath: "#/properties/registration/properties/rate_limit/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err176];
            } else {
              vErrors.push(err176);
            }
            errors++;
          }
        }
        if (data40.password_policy !== void 0) {
          let data75 = data40.password_policy;
          if (data75 && typeof data75 == "object" && !Array.isArray(data75)) {
            for (const key16 in data75) {
              if (!(key16 === "minimum_length" || key16 === "require_digit" || key16 === "require_symbol" || key16 === "require_lowercase" || key16 === "require_uppercase")) {
                const err177 = { instancePath: instancePath + "/registration/password_policy", schemaPath: "#/properties/registration/properties/password_policy/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key16 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err177];
                } else {
                  vErrors.push(err177);
                }
                errors++;
              }
            }
            if (data75.minimum_length !== void 0) {
              let data76 = data75.minimum_length;
              if (!(typeof data76 == "number" && (!(data76 % 1) && !isNaN(data76)) && isFinite(data76))) {
                const err178 = { instancePath: instancePath + "/registration/password_policy/minimum_length", schemaPath: "#/properties/registration/properties/password_policy/properties/minimum_length/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err178];
                } else {
                  vErrors.push(err178);
                }
                errors++;
              }
              if (typeof data76 == "number" && isFinite(data76)) {
                if (data76 > 72 || isNaN(data76)) {
                  const err179 = { instancePath: instancePath + "/registration/password_policy/minimum_length", schemaPath: "#/properties/registration/properties/password_policy/properties/minimum_length/maximum", keyword: "maximum", params: { comparison: "<=", limit: 72 }, message: "must be <= 72" };
                  if (vErrors === null) {
                    vErrors = [err179];
                  } else {
                    vErrors.push(err179);
                  }
                  errors++;
                }
                if (data76 < 1 || isNaN(data76)) {
                  const err180 = { instancePath: instancePath + "/registration/password_policy/minimum_length", schemaPath: "#/properties/registration/properties/password_policy/properties/minimum_length/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err180];
                  } else {
                    vErrors.push(err180);
                  }
                  errors++;
                }
              }
            }
            if (data75.require_digit !== void 0) {
              if (typeof data75.require_digit !== "boolean") {
                const err181 = { instancePath: instancePath + "/registration/password_policy/require_digit", schemaPath: "#/properties/registration/properties/password_policy/properties/require_digit/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err181];
                } else {
                  vErrors.push(err181);
                }
                errors++;
              }
            }
            if (data75.require_symbol !== void 0) {
              if (typeof data75.require_symbol !== "boolean") {
                const err182 = { instancePath: instancePath + "/registration/password_policy/require_symbol", schemaPath: "#/properties/registration/properties/password_policy/properties/require_symbol/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err182];
                } else {
                  vErrors.push(err182);
                }
                errors++;
              }
            }
            if (data75.require_lowercase !== void 0) {
              if (typeof data75.require_lowercase !== "boolean") {
                const err183 = { instancePath: instancePath + "/registration/password_policy/require_lowercase", schemaPath: "#/properties/registration/properties/password_policy/properties/require_lowercase/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err183];
                } else {
                  vErrors.push(err183);
                }
                errors++;
              }
            }
            if (data75.require_uppercase !== void 0) {
              if (typeof data75.require_uppercase !== "boolean") {
                const err184 = { instancePath: instancePath + "/registration/password_policy/require_uppercase", schemaPath: "#/properties/registration/properties/password_policy/properties/require_uppercase/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                if (vErrors === null) {
                  vErrors = [err184];
                } else {
                  vErrors.push(err184);
                }
                errors++;
              }
            }
          } else {
            const err185 = { instancePath: instancePath + "/registration/password_policy", schemaPath: "#/properties/registration/properties/password_policy/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err185];
            } else {
              vErrors.push(err185);
            }
            errors++;
          }
        }
        if (data40.password_complexity !== void 0) {
          let data81 = data40.password_complexity;
          if (!(typeof data81 == "number" && (!(data81 % 1) && !isNaN(data81)) && isFinite(data81))) {
            const err186 = { instancePath: instancePath + "/registration/password_complexity", schemaPath: "#/properties/registration/properties/password_complexity/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err186];
            } else {
              vErrors.push(err186);
            }
            errors++;
          }
          if (typeof data81 == "number" && isFinite(data81)) {
            if (data81 > 4 || isNaN(data81)) {
              const err187 = { instancePath: instancePath + "/registration/password_complexity", schemaPath: "#/properties/registration/properties/password_complexity/maximum", keyword: "maximum", params: { comparison: "<=", limit: 4 }, message: "must be <= 4" };
              if (vErrors === null) {
                vErrors = [err187];
              } else {
                vErrors.push(err187);
              }
              errors++;
            }
            if (data81 < 0 || isNaN(data81)) {
              const err188 = { instancePath: instancePath + "/registration/password_complexity", schemaPath: "#/properties/registration/properties/password_complexity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 }, message: "must be >= 0" };
              if (vErrors === null) {
                vErrors = [err188];
              } else {
                vErrors.push(err188);
              }
              errors++;
            }
          }
        }
      } else {
        const err189 = { instancePath: instancePath + "/registration", schemaPath: "#/properties/registration/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err189];
        } else {
          vErrors.push(err189);
        }
        errors++;
      }
    }
    if (data.email !== void 0) {
      let data82 = data.email;
      if (data82 && typeof data82 == "object" && !Array.isArray(data82)) {
        for (const key17 in data82) {
          if (!(key17 === "sender" || key17 === "relay" || key17 === "smtp")) {
            const err190 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key17 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err190];
            } else {
              vErrors.push(err190);
            }
            errors++;
          }
        }
        if (data82.sender !== void 0) {
          let data83 = data82.sender;
          if (typeof data83 === "string") {
            if (!pattern40.test(data83)) {
              const err191 = { instancePath: instancePath + "/email/sender", schemaPath: "#/properties/email/properties/sender/pattern", keyword: "pattern", params: { pattern: "^[^\\s@]+@[^\\s@]+$" }, message: 'must match pattern "^[^\\s@]+@[^\\s@]+$"' };
              if (vErrors === null) {
                vErrors = [err191];
              } else {
                vErrors.push(err191);
              }
              errors++;
            }
          } else {
            const err192 = { instancePath: instancePath + "/email/sender", schemaPath: "#/properties/email/properties/sender/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err192];
            } else {
              vErrors.push(err192);
            }
            errors++;
          }
        }
        if (data82.relay !== void 0) {
          let data84 = data82.relay;
          if (data84 && typeof data84 == "object" && !Array.isArray(data84)) {
            if (data84.host === void 0) {
              const err193 = { instancePath: instancePath + "/email/relay", schemaPath: "#/properties/email/properties/relay/required", keyword: "required", params: { missingProperty: "host" }, message: "must have required property 'host'" };
              if (vErrors === null) {
                vErrors = [err193];
              } else {
                vErrors.push(err193);
              }
              errors++;
            }
            for (const key18 in data84) {
              if (!(key18 === "host" || key18 === "port" || key18 === "username" || key18 === "password")) {
                const err194 = { instancePath: instancePath + "/email/relay", schemaPath: "#/properties/email/properties/relay/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key18 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err194];
                } else {
                  vErrors.push(err194);
                }
                errors++;
              }
            }
            if (data84.host !== void 0) {
              let data85 = data84.host;
              if (typeof data85 === "string") {
                if (!pattern41.test(data85)) {
                  const err195 = { instancePath: instancePath + "/email/relay/host", schemaPath: "#/properties/email/properties/relay/properties/host/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9.-]*$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9.-]*$"' };
                  if (vErrors === null) {
                    vErrors = [err195];
                  } else {
                    vErrors.push(err195);
                  }
                  errors++;
                }
              } else {
                const err196 = { instancePath: instancePath + "/email/relay/host", schemaPath: "#/properties/email/properties/relay/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err196];
                } else {
                  vErrors.push(err196);
                }
                errors++;
              }
            }
            if (data84.port !== void 0) {
              let data86 = data84.port;
              if (!(typeof data86 == "number" && (!(data86 % 1) && !isNaN(data86)) && isFinite(data86))) {
                const err197 = { instancePath: instancePath + "/email/relay/port", schemaPath: "#/properties/email/properties/relay/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err197];
                } else {
                  vErrors.push(err197);
                }
                errors++;
              }
              if (typeof data86 == "number" && isFinite(data86)) {
                if (data86 > 65535 || isNaN(data86)) {
                  const err198 = { instancePath: instancePath + "/email/relay/port", schemaPath: "#/properties/email/properties/relay/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
                  if (vErrors === null) {
                    vErrors = [err198];
                  } else {
                    vErrors.push(err198);
                  }
                  errors++;
                }
                if (data86 < 1 || isNaN(data86)) {
                  const err199 = { instancePath: instancePath + "/email/relay/port", schemaPath: "#/properties/email/properties/relay/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err199];
                  } else {
                    vErrors.push(err199);
                  }
                  errors++;
                }
              }
            }
            if (data84.username !== void 0) {
              let data87 = data84.username;
              if (typeof data87 === "string") {
                if (func2(data87) < 1) {
                  const err200 = { instancePath: instancePath + "/email/relay/username", schemaPath: "#/properties/email/properties/relay/properties/username/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err200];
                  } else {
                    vErrors.push(err200);
                  }
                  errors++;
                }
              } else {
                const err201 = { instancePath: instancePath + "/email/relay/username", schemaPath: "#/properties/email/properties/relay/properties/username/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err201];
                } else {
                  vErrors.push(err201);
                }
                errors++;
              }
            }
            if (data84.password !== void 0) {
              let data88 = data84.password;
              if (data88 && typeof data88 == "object" && !Array.isArray(data88)) {
                if (Object.keys(data88).length > 1) {
                  const err202 = { instancePath: instancePath + "/email/relay/password", schemaPath: "#/properties/email/properties/relay/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err202];
                  } else {
                    vErrors.push(err202);
                  }
                  errors++;
                }
                if (Object.keys(data88).length < 1) {
                  const err203 = { instancePath: instancePath + "/email/relay/password", schemaPath: "#/properties/email/properties/relay/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err203];
                  } else {
                    vErrors.push(err203);
                  }
                  errors++;
                }
                for (const key19 in data88) {
                  if (!(key19 === "env" || key19 === "file" || key19 === "command" || key19 === "ansible_var")) {
                    const err204 = { instancePath: instancePath + "/email/relay/password", schemaPath: "#/properties/email/properties/relay/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key19 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err204];
                    } else {
                      vErrors.push(err204);
                    }
                    errors++;
                  }
                }
                if (data88.env !== void 0) {
                  let data89 = data88.env;
                  if (typeof data89 === "string") {
                    if (!pattern15.test(data89)) {
                      const err205 = { instancePath: instancePath + "/email/relay/password/env", schemaPath: "#/properties/email/properties/relay/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err205];
                      } else {
                        vErrors.push(err205);
                      }
                      errors++;
                    }
                  } else {
                    const err206 = { instancePath: instancePath + "/email/relay/password/env", schemaPath: "#/properties/email/properties/relay/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err206];
                    } else {
                      vErrors.push(err206);
                    }
                    errors++;
                  }
                }
                if (data88.file !== void 0) {
                  let data90 = data88.file;
                  if (typeof data90 === "string") {
                    if (!pattern16.test(data90)) {
                      const err207 = { instancePath: instancePath + "/email/relay/password/file", schemaPath: "#/properties/email/properties/relay/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                      if (vErrors === null) {
                        vErrors = [err207];
                      } else {
                        vErrors.push(err207);
                      }
                      errors++;
                    }
                  } else {
                    const err208 = { instancePath: instancePath + "/email/relay/password/file", schemaPath: "#/properties/email/properties/relay/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err208];
                    } else {
                      vErrors.push(err208);
                    }
                    errors++;
                  }
                }
                if (data88.command !== void 0) {
                  let data91 = data88.command;
                  if (Array.isArray(data91)) {
                    if (data91.length < 1) {
                      const err209 = { instancePath: instancePath + "/email/relay/password/command", schemaPath: "#/properties/email/properties/relay/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err209];
                      } else {
                        vErrors.push(err209);
                      }
                      errors++;
                    }
                    const len9 = data91.length;
                    for (let i9 = 0; i9 < len9; i9++) {
                      let data92 = data91[i9];
                      if (typeof data92 === "string") {
                        if (!pattern16.test(data92)) {
                          const err210 = { instancePath: instancePath + "/email/relay/password/command/" + i9, schemaPath: "#/properties/email/properties/relay/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                          if (vErrors === null) {
                            vErrors = [err210];
                          } else {
                            vErrors.push(err210);
                          }
                          errors++;
                        }
                      } else {
                        const err211 = { instancePath: instancePath + "/email/relay/password/command/" + i9, schemaPath: "#/properties/email/properties/relay/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err211];
                        } else {
                          vErrors.push(err211);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err212 = { instancePath: instancePath + "/email/relay/password/command", schemaPath: "#/properties/email/properties/relay/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err212];
                    } else {
                      vErrors.push(err212);
                    }
                    errors++;
                  }
                }
                if (data88.ansible_var !== void 0) {
                  let data93 = data88.ansible_var;
                  if (typeof data93 === "string") {
                    if (!pattern15.test(data93)) {
                      const err213 = { instancePath: instancePath + "/email/relay/password/ansible_var", schemaPath: "#/properties/email/properties/relay/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err213];
                      } else {
                        vErrors.push(err213);
                      }
                      errors++;
                    }
                  } else {
                    const err214 = { instancePath: instancePath + "/email/relay/password/ansible_var", schemaPath: "#/properties/email/properties/relay/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err214];
                    } else {
                      vErrors.push(err214);
                    }
                    errors++;
                  }
                }
              } else {
                const err215 = { instancePath: instancePath + "/email/relay/password", schemaPath: "#/properties/email/properties/relay/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err215];
                } else {
                  vErrors.push(err215);
                }
                errors++;
              }
            }
          } else {
            const err216 = { instancePath: instancePath + "/email/relay", schemaPath: "#/properties/email/properties/relay/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err216];
            } else {
              vErrors.push(err216);
            }
            errors++;
          }
        }
        if (data82.smtp !== void 0) {
          let data94 = data82.smtp;
          if (data94 && typeof data94 == "object" && !Array.isArray(data94)) {
            if (data94.host === void 0) {
              const err217 = { instancePath: instancePath + "/email/smtp", schemaPath: "#/properties/email/properties/smtp/required", keyword: "required", params: { missingProperty: "host" }, message: "must have required property 'host'" };
              if (vErrors === null) {
                vErrors = [err217];
              } else {
                vErrors.push(err217);
              }
              errors++;
            }
            for (const key20 in data94) {
              if (!(key20 === "host" || key20 === "port" || key20 === "security" || key20 === "username" || key20 === "password")) {
                const err218 = { instancePath: instancePath + "/email/smtp", schemaPath: "#/properties/email/properties/smtp/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key20 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err218];
                } else {
                  vErrors.push(err218);
                }
                errors++;
              }
            }
            if (data94.host !== void 0) {
              let data95 = data94.host;
              if (typeof data95 === "string") {
                if (!pattern41.test(data95)) {
                  const err219 = { instancePath: instancePath + "/email/smtp/host", schemaPath: "#/properties/email/properties/smtp/properties/host/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9.-]*$" }, message: 'must match pattern "^[A-Za-z0-9][A-Za-z0-9.-]*$"' };
                  if (vErrors === null) {
                    vErrors = [err219];
                  } else {
                    vErrors.push(err219);
                  }
                  errors++;
                }
              } else {
                const err220 = { instancePath: instancePath + "/email/smtp/host", schemaPath: "#/properties/email/properties/smtp/properties/host/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err220];
                } else {
                  vErrors.push(err220);
                }
                errors++;
              }
            }
            if (data94.port !== void 0) {
              let data96 = data94.port;
              if (!(typeof data96 == "number" && (!(data96 % 1) && !isNaN(data96)) && isFinite(data96))) {
                const err221 = { instancePath: instancePath + "/email/smtp/port", schemaPath: "#/properties/email/properties/smtp/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                if (vErrors === null) {
                  vErrors = [err221];
                } else {
                  vErrors.push(err221);
                }
                errors++;
              }
              if (typeof data96 == "number" && isFinite(data96)) {
                if (data96 > 65535 || isNaN(data96)) {
                  const err222 = { instancePath: instancePath + "/email/smtp/port", schemaPath: "#/properties/email/properties/smtp/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
                  if (vErrors === null) {
                    vErrors = [err222];
                  } else {
                    vErrors.push(err222);
                  }
                  errors++;
                }
                if (data96 < 1 || isNaN(data96)) {
                  const err223 = { instancePath: instancePath + "/email/smtp/port", schemaPath: "#/properties/email/properties/smtp/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                  if (vErrors === null) {
                    vErrors = [err223];
                  } else {
                    vErrors.push(err223);
                  }
                  errors++;
                }
              }
            }
            if (data94.security !== void 0) {
              let data97 = data94.security;
              if (!(data97 === "starttls" || data97 === "tls" || data97 === "plain")) {
                const err224 = { instancePath: instancePath + "/email/smtp/security", schemaPath: "#/properties/email/properties/smtp/properties/security/enum", keyword: "enum", params: { allowedValues: schema31.properties.email.properties.smtp.properties.security.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err224];
                } else {
                  vErrors.push(err224);
                }
                errors++;
              }
            }
            if (data94.username !== void 0) {
              let data98 = data94.username;
              if (typeof data98 === "string") {
                if (func2(data98) < 1) {
                  const err225 = { instancePath: instancePath + "/email/smtp/username", schemaPath: "#/properties/email/properties/smtp/properties/username/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                  if (vErrors === null) {
                    vErrors = [err225];
                  } else {
                    vErrors.push(err225);
                  }
                  errors++;
                }
              } else {
                const err226 = { instancePath: instancePath + "/email/smtp/username", schemaPath: "#/properties/email/properties/smtp/properties/username/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err226];
                } else {
                  vErrors.push(err226);
                }
                errors++;
              }
            }
            if (data94.password !== void 0) {
              let data99 = data94.password;
              if (data99 && typeof data99 == "object" && !Array.isArray(data99)) {
                if (Object.keys(data99).length > 1) {
                  const err227 = { instancePath: instancePath + "/email/smtp/password", schemaPath: "#/properties/email/properties/smtp/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err227];
                  } else {
                    vErrors.push(err227);
                  }
                  errors++;
                }
                if (Object.keys(data99).length < 1) {
                  const err228 = { instancePath: instancePath + "/email/smtp/password", schemaPath: "#/properties/email/properties/smtp/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                  if (vErrors === null) {
                    vErrors = [err228];
                  } else {
                    vErrors.push(err228);
                  }
                  errors++;
                }
                for (const key21 in data99) {
                  if (!(key21 === "env" || key21 === "file" || key21 === "command" || key21 === "ansible_var")) {
                    const err229 = { instancePath: instancePath + "/email/smtp/password", schemaPath: "#/properties/email/properties/smtp/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key21 }, message: "must NOT have additional properties" };
                    if (vErrors === null) {
                      vErrors = [err229];
                    } else {
                      vErrors.push(err229);
                    }
                    errors++;
                  }
                }
                if (data99.env !== void 0) {
                  let data100 = data99.env;
                  if (typeof data100 === "string") {
                    if (!pattern15.test(data100)) {
                      const err230 = { instancePath: instancePath + "/email/smtp/password/env", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err230];
                      } else {
                        vErrors.push(err230);
                      }
                      errors++;
                    }
                  } else {
                    const err231 = { instancePath: instancePath + "/email/smtp/password/env", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err231];
                    } else {
                      vErrors.push(err231);
                    }
                    errors++;
                  }
                }
                if (data99.file !== void 0) {
                  let data101 = data99.file;
                  if (typeof data101 === "string") {
                    if (!pattern16.test(data101)) {
                      const err232 = { instancePath: instancePath + "/email/smtp/password/file", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                      if (vErrors === null) {
                        vErrors = [err232];
                      } else {
                        vErrors.push(err232);
                      }
                      errors++;
                    }
                  } else {
                    const err233 = { instancePath: instancePath + "/email/smtp/password/file", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err233];
                    } else {
                      vErrors.push(err233);
                    }
                    errors++;
                  }
                }
                if (data99.command !== void 0) {
                  let data102 = data99.command;
                  if (Array.isArray(data102)) {
                    if (data102.length < 1) {
                      const err234 = { instancePath: instancePath + "/email/smtp/password/command", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                      if (vErrors === null) {
                        vErrors = [err234];
                      } else {
                        vErrors.push(err234);
                      }
                      errors++;
                    }
                    const len10 = data102.length;
                    for (let i10 = 0; i10 < len10; i10++) {
                      let data103 = data102[i10];
                      if (typeof data103 === "string") {
                        if (!pattern16.test(data103)) {
                          const err235 = { instancePath: instancePath + "/email/smtp/password/command/" + i10, schemaPath: "#/properties/email/properties/smtp/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                          if (vErrors === null) {
                            vErrors = [err235];
                          } else {
                            vErrors.push(err235);
                          }
                          errors++;
                        }
                      } else {
                        const err236 = { instancePath: instancePath + "/email/smtp/password/command/" + i10, schemaPath: "#/properties/email/properties/smtp/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err236];
                        } else {
                          vErrors.push(err236);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err237 = { instancePath: instancePath + "/email/smtp/password/command", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                    if (vErrors === null) {
                      vErrors = [err237];
                    } else {
                      vErrors.push(err237);
                    }
                    errors++;
                  }
                }
                if (data99.ansible_var !== void 0) {
                  let data104 = data99.ansible_var;
                  if (typeof data104 === "string") {
                    if (!pattern15.test(data104)) {
                      const err238 = { instancePath: instancePath + "/email/smtp/password/ansible_var", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                      if (vErrors === null) {
                        vErrors = [err238];
                      } else {
                        vErrors.push(err238);
                      }
                      errors++;
                    }
                  } else {
                    const err239 = { instancePath: instancePath + "/email/smtp/password/ansible_var", schemaPath: "#/properties/email/properties/smtp/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                    if (vErrors === null) {
                      vErrors = [err239];
                    } else {
                      vErrors.push(err239);
                    }
                    errors++;
                  }
                }
              } else {
                const err240 = { instancePath: instancePath + "/email/smtp/password", schemaPath: "#/properties/email/properties/smtp/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                if (vErrors === null) {
                  vErrors = [err240];
                } else {
                  vErrors.push(err240);
                }
                errors++;
              }
            }
          } else {
            const err241 = { instancePath: instancePath + "/email/smtp", schemaPath: "#/properties/email/properties/smtp/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err241];
            } else {
              vErrors.push(err241);
            }
            errors++;
          }
        }
      } else {
        const err242 = { instancePath: instancePath + "/email", schemaPath: "#/properties/email/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err242];
        } else {
          vErrors.push(err242);
        }
        errors++;
      }
    }
    if (data.discovery !== void 0) {
      let data105 = data.discovery;
      if (data105 && typeof data105 == "object" && !Array.isArray(data105)) {
        if (data105.served_by === void 0) {
          const err243 = { instancePath: instancePath + "/discovery", schemaPath: "#/properties/discovery/required", keyword: "required", params: { missingProperty: "served_by" }, message: "must have required property 'served_by'" };
          if (vErrors === null) {
            vErrors = [err243];
          } else {
            vErrors.push(err243);
          }
          errors++;
        }
        for (const key22 in data105) {
          if (!(key22 === "served_by" || key22 === "address" || key22 === "federation_port" || key22 === "support")) {
            const err244 = { instancePath: instancePath + "/discovery", schemaPath: "#/properties/discovery/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key22 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err244];
            } else {
              vErrors.push(err244);
            }
            errors++;
          }
        }
        if (data105.served_by !== void 0) {
          let data106 = data105.served_by;
          if (!(data106 === "playbook" || data106 === "web_server")) {
            const err245 = { instancePath: instancePath + "/discovery/served_by", schemaPath: "#/properties/discovery/properties/served_by/enum", keyword: "enum", params: { allowedValues: schema31.properties.discovery.properties.served_by.enum }, message: "must be equal to one of the allowed values" };
            if (vErrors === null) {
              vErrors = [err245];
            } else {
              vErrors.push(err245);
            }
            errors++;
          }
        }
        if (data105.address !== void 0) {
          let data107 = data105.address;
          if (typeof data107 === "string") {
            if (func2(data107) > 230) {
              const err246 = { instancePath: instancePath + "/discovery/address", schemaPath: "#/properties/discovery/properties/address/maxLength", keyword: "maxLength", params: { limit: 230 }, message: "must NOT have more than 230 characters" };
              if (vErrors === null) {
                vErrors = [err246];
              } else {
                vErrors.push(err246);
              }
              errors++;
            }
            if (!pattern51.test(data107)) {
              const err247 = { instancePath: instancePath + "/discovery/address", schemaPath: "#/properties/discovery/properties/address/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$" }, message: 'must match pattern "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$"' };
              if (vErrors === null) {
                vErrors = [err247];
              } else {
                vErrors.push(err247);
              }
              errors++;
            }
          } else {
            const err248 = { instancePath: instancePath + "/discovery/address", schemaPath: "#/properties/discovery/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
            if (vErrors === null) {
              vErrors = [err248];
            } else {
              vErrors.push(err248);
            }
            errors++;
          }
        }
        if (data105.federation_port !== void 0) {
          let data108 = data105.federation_port;
          if (!(typeof data108 == "number" && (!(data108 % 1) && !isNaN(data108)) && isFinite(data108))) {
            const err249 = { instancePath: instancePath + "/discovery/federation_port", schemaPath: "#/properties/discovery/properties/federation_port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
            if (vErrors === null) {
              vErrors = [err249];
            } else {
              vErrors.push(err249);
            }
            errors++;
          }
          if (typeof data108 == "number" && isFinite(data108)) {
            if (data108 > 65535 || isNaN(data108)) {
              const err250 = { instancePath: instancePath + "/discovery/federation_port", schemaPath: "#/properties/discovery/properties/federation_port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
              if (vErrors === null) {
                vErrors = [err250];
              } else {
                vErrors.push(err250);
              }
              errors++;
            }
            if (data108 < 1 || isNaN(data108)) {
              const err251 = { instancePath: instancePath + "/discovery/federation_port", schemaPath: "#/properties/discovery/properties/federation_port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
              if (vErrors === null) {
                vErrors = [err251];
              } else {
                vErrors.push(err251);
              }
              errors++;
            }
          }
        }
        if (data105.support !== void 0) {
          let data109 = data105.support;
          if (data109 && typeof data109 == "object" && !Array.isArray(data109)) {
            for (const key23 in data109) {
              if (!(key23 === "page" || key23 === "contacts")) {
                const err252 = { instancePath: instancePath + "/discovery/support", schemaPath: "#/properties/discovery/properties/support/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key23 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err252];
                } else {
                  vErrors.push(err252);
                }
                errors++;
              }
            }
            if (data109.page !== void 0) {
              let data110 = data109.page;
              if (typeof data110 === "string") {
                if (!pattern29.test(data110)) {
                  const err253 = { instancePath: instancePath + "/discovery/support/page", schemaPath: "#/properties/discovery/properties/support/properties/page/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s]+$" }, message: 'must match pattern "^https?://[^\\s]+$"' };
                  if (vErrors === null) {
                    vErrors = [err253];
                  } else {
                    vErrors.push(err253);
                  }
                  errors++;
                }
              } else {
                const err254 = { instancePath: instancePath + "/discovery/support/page", schemaPath: "#/properties/discovery/properties/support/properties/page/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err254];
                } else {
                  vErrors.push(err254);
                }
                errors++;
              }
            }
            if (data109.contacts !== void 0) {
              let data111 = data109.contacts;
              if (Array.isArray(data111)) {
                if (data111.length < 1) {
                  const err255 = { instancePath: instancePath + "/discovery/support/contacts", schemaPath: "#/properties/discovery/properties/support/properties/contacts/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                  if (vErrors === null) {
                    vErrors = [err255];
                  } else {
                    vErrors.push(err255);
                  }
                  errors++;
                }
                const len11 = data111.length;
                for (let i11 = 0; i11 < len11; i11++) {
                  let data112 = data111[i11];
                  if (data112 && typeof data112 == "object" && !Array.isArray(data112)) {
                    if (data112.role === void 0) {
                      const err256 = { instancePath: instancePath + "/discovery/support/contacts/" + i11, schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/required", keyword: "required", params: { missingProperty: "role" }, message: "must have required property 'role'" };
                      if (vErrors === null) {
                        vErrors = [err256];
                      } else {
                        vErrors.push(err256);
                      }
                      errors++;
                    }
                    for (const key24 in data112) {
                      if (!(key24 === "role" || key24 === "matrix_id" || key24 === "email_address")) {
                        const err257 = { instancePath: instancePath + "/discovery/support/contacts/" + i11, schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key24 }, message: "must NOT have additional properties" };
                        if (vErrors === null) {
                          vErrors = [err257];
                        } else {
                          vErrors.push(err257);
                        }
                        errors++;
                      }
                    }
                    if (data112.role !== void 0) {
                      let data113 = data112.role;
                      if (!(data113 === "admin" || data113 === "security")) {
                        const err258 = { instancePath: instancePath + "/discovery/support/contacts/" + i11 + "/role", schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/properties/role/enum", keyword: "enum", params: { allowedValues: schema31.properties.discovery.properties.support.properties.contacts.items.properties.role.enum }, message: "must be equal to one of the allowed values" };
                        if (vErrors === null) {
                          vErrors = [err258];
                        } else {
                          vErrors.push(err258);
                        }
                        errors++;
                      }
                    }
                    if (data112.matrix_id !== void 0) {
                      let data114 = data112.matrix_id;
                      if (typeof data114 === "string") {
                        if (!pattern53.test(data114)) {
                          const err259 = { instancePath: instancePath + "/discovery/support/contacts/" + i11 + "/matrix_id", schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/properties/matrix_id/pattern", keyword: "pattern", params: { pattern: "^@[^\\s:]+:[^\\s]+$" }, message: 'must match pattern "^@[^\\s:]+:[^\\s]+$"' };
                          if (vErrors === null) {
                            vErrors = [err259];
                          } else {
                            vErrors.push(err259);
                          }
                          errors++;
                        }
                      } else {
                        const err260 = { instancePath: instancePath + "/discovery/support/contacts/" + i11 + "/matrix_id", schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/properties/matrix_id/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err260];
                        } else {
                          vErrors.push(err260);
                        }
                        errors++;
                      }
                    }
                    if (data112.email_address !== void 0) {
                      let data115 = data112.email_address;
                      if (typeof data115 === "string") {
                        if (!pattern40.test(data115)) {
                          const err261 = { instancePath: instancePath + "/discovery/support/contacts/" + i11 + "/email_address", schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/properties/email_address/pattern", keyword: "pattern", params: { pattern: "^[^\\s@]+@[^\\s@]+$" }, message: 'must match pattern "^[^\\s@]+@[^\\s@]+$"' };
                          if (vErrors === null) {
                            vErrors = [err261];
                          } else {
                            vErrors.push(err261);
                          }
                          errors++;
                        }
                      } else {
                        const err262 = { instancePath: instancePath + "/discovery/support/contacts/" + i11 + "/email_address", schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/properties/email_address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                        if (vErrors === null) {
                          vErrors = [err262];
                        } else {
                          vErrors.push(err262);
                        }
                        errors++;
                      }
                    }
                  } else {
                    const err263 = { instancePath: instancePath + "/discovery/support/contacts/" + i11, schemaPath: "#/properties/discovery/properties/support/properties/contacts/items/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                    if (vErrors === null) {
                      vErrors = [err263];
                    } else {
                      vErrors.push(err263);
                    }
                    errors++;
                  }
                }
              } else {
                const err264 = { instancePath: instancePath + "/discovery/support/contacts", schemaPath: "#/properties/discovery/properties/support/properties/contacts/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                if (vErrors === null) {
                  vErrors = [err264];
                } else {
                  vErrors.push(err264);
                }
                errors++;
              }
            }
          } else {
            const err265 = { instancePath: instancePath + "/discovery/support", schemaPath: "#/properties/discovery/properties/support/type", keyword: "type", params: { type: "object" }, message: "must be object" };
            if (vErrors === null) {
              vErrors = [err265];
            } else {
              vErrors.push(err265);
            }
            errors++;
          }
        }
      } else {
        const err266 = { instancePath: instancePath + "/discovery", schemaPath: "#/properties/discovery/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err266];
        } else {
          vErrors.push(err266);
        }
        errors++;
      }
    }
    if (data.extra_vars !== void 0) {
      let data116 = data.extra_vars;
      if (data116 && typeof data116 == "object" && !Array.isArray(data116)) {
      } else {
        const err267 = { instancePath: instancePath + "/extra_vars", schemaPath: "#/properties/extra_vars/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err267];
        } else {
          vErrors.push(err267);
        }
        errors++;
      }
    }
    if (data.web !== void 0) {
      let data117 = data.web;
      if (data117 && typeof data117 == "object" && !Array.isArray(data117)) {
        for (const key25 in data117) {
          if (!(key25 === "element" || key25 === "admin")) {
            const err268 = { instancePath: instancePath + "/web", schemaPath: "#/properties/web/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key25 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err268];
            } else {
              vErrors.push(err268);
            }
            errors++;
          }
        }
        if (data117.element !== void 0) {
          let data118 = data117.element;
          if (typeof data118 !== "boolean" && typeof data118 !== "string") {
            const err269 = { instancePath: instancePath + "/web/element", schemaPath: "#/properties/web/properties/element/type", keyword: "type", params: { type: schema31.properties.web.properties.element.type }, message: "must be boolean,string" };
            if (vErrors === null) {
              vErrors = [err269];
            } else {
              vErrors.push(err269);
            }
            errors++;
          }
          if (typeof data118 === "string") {
            if (!pattern29.test(data118)) {
              const err270 = { instancePath: instancePath + "/web/element", schemaPath: "#/properties/web/properties/element/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s]+$" }, message: 'must match pattern "^https?://[^\\s]+$"' };
              if (vErrors === null) {
                vErrors = [err270];
              } else {
                vErrors.push(err270);
              }
              errors++;
            }
          }
        }
        if (data117.admin !== void 0) {
          let data119 = data117.admin;
          if (typeof data119 !== "boolean" && !(data119 && typeof data119 == "object" && !Array.isArray(data119))) {
            const err271 = { instancePath: instancePath + "/web/admin", schemaPath: "#/properties/web/properties/admin/type", keyword: "type", params: { type: schema31.properties.web.properties.admin.type }, message: "must be boolean,object" };
            if (vErrors === null) {
              vErrors = [err271];
            } else {
              vErrors.push(err271);
            }
            errors++;
          }
          if (data119 && typeof data119 == "object" && !Array.isArray(data119)) {
            for (const key26 in data119) {
              if (!(key26 === "ui" || key26 === "hostname" || key26 === "path")) {
                const err272 = { instancePath: instancePath + "/web/admin", schemaPath: "#/properties/web/properties/admin/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key26 }, message: "must NOT have additional properties" };
                if (vErrors === null) {
                  vErrors = [err272];
                } else {
                  vErrors.push(err272);
                }
                errors++;
              }
            }
            if (data119.ui !== void 0) {
              let data120 = data119.ui;
              if (!(data120 === "ketesa" || data120 === "element_admin")) {
                const err273 = { instancePath: instancePath + "/web/admin/ui", schemaPath: "#/properties/web/properties/admin/properties/ui/enum", keyword: "enum", params: { allowedValues: schema31.properties.web.properties.admin.properties.ui.enum }, message: "must be equal to one of the allowed values" };
                if (vErrors === null) {
                  vErrors = [err273];
                } else {
                  vErrors.push(err273);
                }
                errors++;
              }
            }
            if (data119.hostname !== void 0) {
              let data121 = data119.hostname;
              if (typeof data121 === "string") {
                if (!pattern51.test(data121)) {
                  const err274 = { instancePath: instancePath + "/web/admin/hostname", schemaPath: "#/properties/web/properties/admin/properties/hostname/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$" }, message: 'must match pattern "^[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*$"' };
                  if (vErrors === null) {
                    vErrors = [err274];
                  } else {
                    vErrors.push(err274);
                  }
                  errors++;
                }
              } else {
                const err275 = { instancePath: instancePath + "/web/admin/hostname", schemaPath: "#/properties/web/properties/admin/properties/hostname/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err275];
                } else {
                  vErrors.push(err275);
                }
                errors++;
              }
            }
            if (data119.path !== void 0) {
              let data122 = data119.path;
              if (typeof data122 === "string") {
                if (!pattern57.test(data122)) {
                  const err276 = { instancePath: instancePath + "/web/admin/path", schemaPath: "#/properties/web/properties/admin/properties/path/pattern", keyword: "pattern", params: { pattern: "^/([A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*)?$" }, message: 'must match pattern "^/([A-Za-z0-9._~-]+(/[A-Za-z0-9._~-]+)*)?$"' };
                  if (vErrors === null) {
                    vErrors = [err276];
                  } else {
                    vErrors.push(err276);
                  }
                  errors++;
                }
              } else {
                const err277 = { instancePath: instancePath + "/web/admin/path", schemaPath: "#/properties/web/properties/admin/properties/path/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                if (vErrors === null) {
                  vErrors = [err277];
                } else {
                  vErrors.push(err277);
                }
                errors++;
              }
            }
          }
        }
      } else {
        const err278 = { instancePath: instancePath + "/web", schemaPath: "#/properties/web/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err278];
        } else {
          vErrors.push(err278);
        }
        errors++;
      }
    }
  } else {
    const err279 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err279];
    } else {
      vErrors.push(err279);
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
