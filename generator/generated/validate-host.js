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
var schema31 = { "$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "host.schema.json", "title": "HostConfig", "description": "One Matrix host: which server it is, how to reach it, and how it is installed.", "type": "object", "additionalProperties": false, "required": ["version", "domain", "host", "homeserver"], "properties": { "version": { "description": "The version of this file's format.", "const": 1 }, "domain": { "description": "The Matrix server name: accounts are @john:DOMAIN.", "type": "string", "pattern": "^([A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?)*|\\[[0-9A-Fa-f:.]+\\])(:[0-9]{1,5})?$", "maxLength": 230, "examples": ["example.com"] }, "host": { "description": "The name of the host in the inventory.", "type": "string", "pattern": "^[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?$", "maxLength": 200, "examples": ["matrix.example.com"] }, "homeserver": { "description": "The homeserver that runs there.", "enum": ["synapse", "dendrite"] }, "deployment": { "title": "Deployment", "description": "How the homeserver is installed. Default: with the playbook.", "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "oneOf": [{ "title": "PlaybookDeployment", "description": "In containers, by the playbook matrix-docker-ansible-deploy.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "Installed by matrix-docker-ansible-deploy.", "const": "playbook" }, "checkout": { "description": "The playbook's checkout, relative to this file; used by the recipes install-all, setup-all and run.", "type": "string", "minLength": 1 } } }, { "title": "NativeDeployment", "description": "As a process on the host: a package, a virtual environment, a binary.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "Runs as a process on the host.", "const": "native" }, "python": { "description": "Synapse only: the Python in which it is installed. Default: /opt/venvs/matrix-synapse/bin/python, that of the Debian package.", "type": "string", "pattern": "^/" }, "config": { "description": "The homeserver's configuration: a file, or a list of files and directories, of which later ones win. Default: /etc/matrix-synapse/homeserver.yaml and conf.d beside it; /etc/dendrite/dendrite.yaml.", "type": ["string", "array"], "pattern": "^/", "minItems": 1, "items": { "type": "string", "pattern": "^/" } }, "address": { "description": "The client API as the host itself reaches it. Default: http://127.0.0.1:8008.", "type": "string", "pattern": "^https?://[^\\s/]+(/[^\\s]*)?$" }, "service": { "description": "The systemd unit. Default: matrix-synapse.service or dendrite.service.", "type": "string", "pattern": "^[A-Za-z0-9:_.@-]+$" } } }] }, "connection": { "title": "Connection", "description": "How Ansible reaches the host. Default: by SSH, to the name of the host.", "type": "object", "required": ["kind"], "discriminator": { "propertyName": "kind" }, "oneOf": [{ "title": "SshConnection", "description": "By SSH.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "By SSH.", "const": "ssh" }, "address": { "description": "Name or address to connect to. Default: the name of the host, and what ~/.ssh/config says of it.", "type": "string", "pattern": "^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$" }, "port": { "description": "The port of sshd. Default: 22.", "type": "integer", "minimum": 1, "maximum": 65535 }, "user": { "description": "The user to log in as. Default: what ~/.ssh/config says.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_.-]*$" }, "interpreter": { "description": "The Python that Ansible's modules run with on the host. Default: /usr/bin/python3.", "type": "string", "pattern": "^/[A-Za-z0-9._/-]+$" }, "become": { "title": "Become", "description": "Becoming root on the host, with sudo. Default: done unless the user is root.", "type": "object", "additionalProperties": false, "properties": { "enabled": { "description": "Whether it is done at all.", "type": "boolean" }, "user": { "description": "The user to become. Default: root.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_.-]*$" }, "password": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } } } }, { "title": "LocalConnection", "description": "Not at all: Ansible runs on the host itself.", "type": "object", "additionalProperties": false, "required": ["kind"], "properties": { "kind": { "description": "Ansible runs on the host itself.", "const": "local" }, "become": { "title": "Become", "description": "Becoming root on the host, with sudo. Default: done unless the user is root.", "type": "object", "additionalProperties": false, "properties": { "enabled": { "description": "Whether it is done at all.", "type": "boolean" }, "user": { "description": "The user to become. Default: root.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_.-]*$" }, "password": { "title": "SecretReference", "description": "Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.", "type": "object", "additionalProperties": false, "minProperties": 1, "maxProperties": 1, "properties": { "env": { "description": "An environment variable where Ansible runs.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" }, "file": { "description": "A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.", "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" }, "command": { "description": "A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.", "type": "array", "minItems": 1, "items": { "type": "string", "pattern": "^((?!\\{[{%#])[\\s\\S])+$" } }, "ansible_var": { "description": "A variable of Ansible, kept in a vault.", "type": "string", "pattern": "^[A-Za-z_][A-Za-z0-9_]*$" } } } } } } }] }, "web": { "description": "What people use in a browser.", "type": "object", "additionalProperties": false, "properties": { "element": { "description": "Where people log in: true for https://element.DOMAIN, false for nowhere, or the address of an Element. Default: true with the playbook, which installs one, else false.", "type": ["boolean", "string"], "pattern": "^https?://[^\\s]+$" } } } } };
var func1 = require_ucs2length().default;
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
var pattern24 = new RegExp("^https?://[^\\s]+$", "u");
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
      if (!(key0 === "version" || key0 === "domain" || key0 === "host" || key0 === "homeserver" || key0 === "deployment" || key0 === "connection" || key0 === "web")) {
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
        if (func1(data1) > 230) {
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
        if (func1(data2) > 200) {
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
    if (data.deployment !== void 0) {
      let data4 = data.deployment;
      if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
        if (data4.kind === void 0) {
          const err13 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
          if (vErrors === null) {
            vErrors = [err13];
          } else {
            vErrors.push(err13);
          }
          errors++;
        }
        const tag0 = data4.kind;
        if (typeof tag0 == "string") {
          if (tag0 === "playbook") {
            if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
              if (data4.kind === void 0) {
                const err14 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err14];
                } else {
                  vErrors.push(err14);
                }
                errors++;
              }
              for (const key1 in data4) {
                if (!(key1 === "kind" || key1 === "checkout")) {
                  const err15 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key1 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err15];
                  } else {
                    vErrors.push(err15);
                  }
                  errors++;
                }
              }
              if (data4.kind !== void 0) {
                if ("playbook" !== data4.kind) {
                  const err16 = { instancePath: instancePath + "/deployment/kind", schemaPath: "#/properties/deployment/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "playbook" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err16];
                  } else {
                    vErrors.push(err16);
                  }
                  errors++;
                }
              }
              if (data4.checkout !== void 0) {
                let data6 = data4.checkout;
                if (typeof data6 === "string") {
                  if (func1(data6) < 1) {
                    const err17 = { instancePath: instancePath + "/deployment/checkout", schemaPath: "#/properties/deployment/oneOf/0/properties/checkout/minLength", keyword: "minLength", params: { limit: 1 }, message: "must NOT have fewer than 1 characters" };
                    if (vErrors === null) {
                      vErrors = [err17];
                    } else {
                      vErrors.push(err17);
                    }
                    errors++;
                  }
                } else {
                  const err18 = { instancePath: instancePath + "/deployment/checkout", schemaPath: "#/properties/deployment/oneOf/0/properties/checkout/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err18];
                  } else {
                    vErrors.push(err18);
                  }
                  errors++;
                }
              }
            } else {
              const err19 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err19];
              } else {
                vErrors.push(err19);
              }
              errors++;
            }
            var props0 = true;
          } else if (tag0 === "native") {
            if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
              if (data4.kind === void 0) {
                const err20 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err20];
                } else {
                  vErrors.push(err20);
                }
                errors++;
              }
              for (const key2 in data4) {
                if (!(key2 === "kind" || key2 === "python" || key2 === "config" || key2 === "address" || key2 === "service")) {
                  const err21 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key2 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err21];
                  } else {
                    vErrors.push(err21);
                  }
                  errors++;
                }
              }
              if (data4.kind !== void 0) {
                if ("native" !== data4.kind) {
                  const err22 = { instancePath: instancePath + "/deployment/kind", schemaPath: "#/properties/deployment/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "native" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err22];
                  } else {
                    vErrors.push(err22);
                  }
                  errors++;
                }
              }
              if (data4.python !== void 0) {
                let data8 = data4.python;
                if (typeof data8 === "string") {
                  if (!pattern6.test(data8)) {
                    const err23 = { instancePath: instancePath + "/deployment/python", schemaPath: "#/properties/deployment/oneOf/1/properties/python/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' };
                    if (vErrors === null) {
                      vErrors = [err23];
                    } else {
                      vErrors.push(err23);
                    }
                    errors++;
                  }
                } else {
                  const err24 = { instancePath: instancePath + "/deployment/python", schemaPath: "#/properties/deployment/oneOf/1/properties/python/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err24];
                  } else {
                    vErrors.push(err24);
                  }
                  errors++;
                }
              }
              if (data4.config !== void 0) {
                let data9 = data4.config;
                if (typeof data9 !== "string" && !Array.isArray(data9)) {
                  const err25 = { instancePath: instancePath + "/deployment/config", schemaPath: "#/properties/deployment/oneOf/1/properties/config/type", keyword: "type", params: { type: schema31.properties.deployment.oneOf[1].properties.config.type }, message: "must be string,array" };
                  if (vErrors === null) {
                    vErrors = [err25];
                  } else {
                    vErrors.push(err25);
                  }
                  errors++;
                }
                if (typeof data9 === "string") {
                  if (!pattern6.test(data9)) {
                    const err26 = { instancePath: instancePath + "/deployment/config", schemaPath: "#/properties/deployment/oneOf/1/properties/config/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' };
                    if (vErrors === null) {
                      vErrors = [err26];
                    } else {
                      vErrors.push(err26);
                    }
                    errors++;
                  }
                }
                if (Array.isArray(data9)) {
                  if (data9.length < 1) {
                    const err27 = { instancePath: instancePath + "/deployment/config", schemaPath: "#/properties/deployment/oneOf/1/properties/config/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                    if (vErrors === null) {
                      vErrors = [err27];
                    } else {
                      vErrors.push(err27);
                    }
                    errors++;
                  }
                  const len0 = data9.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    let data10 = data9[i0];
                    if (typeof data10 === "string") {
                      if (!pattern6.test(data10)) {
                        const err28 = { instancePath: instancePath + "/deployment/config/" + i0, schemaPath: "#/properties/deployment/oneOf/1/properties/config/items/pattern", keyword: "pattern", params: { pattern: "^/" }, message: 'must match pattern "^/"' };
                        if (vErrors === null) {
                          vErrors = [err28];
                        } else {
                          vErrors.push(err28);
                        }
                        errors++;
                      }
                    } else {
                      const err29 = { instancePath: instancePath + "/deployment/config/" + i0, schemaPath: "#/properties/deployment/oneOf/1/properties/config/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      if (vErrors === null) {
                        vErrors = [err29];
                      } else {
                        vErrors.push(err29);
                      }
                      errors++;
                    }
                  }
                }
              }
              if (data4.address !== void 0) {
                let data11 = data4.address;
                if (typeof data11 === "string") {
                  if (!pattern9.test(data11)) {
                    const err30 = { instancePath: instancePath + "/deployment/address", schemaPath: "#/properties/deployment/oneOf/1/properties/address/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s/]+(/[^\\s]*)?$" }, message: 'must match pattern "^https?://[^\\s/]+(/[^\\s]*)?$"' };
                    if (vErrors === null) {
                      vErrors = [err30];
                    } else {
                      vErrors.push(err30);
                    }
                    errors++;
                  }
                } else {
                  const err31 = { instancePath: instancePath + "/deployment/address", schemaPath: "#/properties/deployment/oneOf/1/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err31];
                  } else {
                    vErrors.push(err31);
                  }
                  errors++;
                }
              }
              if (data4.service !== void 0) {
                let data12 = data4.service;
                if (typeof data12 === "string") {
                  if (!pattern10.test(data12)) {
                    const err32 = { instancePath: instancePath + "/deployment/service", schemaPath: "#/properties/deployment/oneOf/1/properties/service/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9:_.@-]+$" }, message: 'must match pattern "^[A-Za-z0-9:_.@-]+$"' };
                    if (vErrors === null) {
                      vErrors = [err32];
                    } else {
                      vErrors.push(err32);
                    }
                    errors++;
                  }
                } else {
                  const err33 = { instancePath: instancePath + "/deployment/service", schemaPath: "#/properties/deployment/oneOf/1/properties/service/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err33];
                  } else {
                    vErrors.push(err33);
                  }
                  errors++;
                }
              }
            } else {
              const err34 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err34];
              } else {
                vErrors.push(err34);
              }
              errors++;
            }
            if (props0 !== true) {
              props0 = true;
            }
          } else {
            const err35 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag0 }, message: 'value of tag "kind" must be in oneOf' };
            if (vErrors === null) {
              vErrors = [err35];
            } else {
              vErrors.push(err35);
            }
            errors++;
          }
        } else {
          const err36 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag0 }, message: 'tag "kind" must be string' };
          if (vErrors === null) {
            vErrors = [err36];
          } else {
            vErrors.push(err36);
          }
          errors++;
        }
      } else {
        const err37 = { instancePath: instancePath + "/deployment", schemaPath: "#/properties/deployment/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err37];
        } else {
          vErrors.push(err37);
        }
        errors++;
      }
    }
    if (data.connection !== void 0) {
      let data13 = data.connection;
      if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
        if (data13.kind === void 0) {
          const err38 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
          if (vErrors === null) {
            vErrors = [err38];
          } else {
            vErrors.push(err38);
          }
          errors++;
        }
        const tag1 = data13.kind;
        if (typeof tag1 == "string") {
          if (tag1 === "ssh") {
            if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
              if (data13.kind === void 0) {
                const err39 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/0/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err39];
                } else {
                  vErrors.push(err39);
                }
                errors++;
              }
              for (const key3 in data13) {
                if (!(key3 === "kind" || key3 === "address" || key3 === "port" || key3 === "user" || key3 === "interpreter" || key3 === "become")) {
                  const err40 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/0/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key3 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err40];
                  } else {
                    vErrors.push(err40);
                  }
                  errors++;
                }
              }
              if (data13.kind !== void 0) {
                if ("ssh" !== data13.kind) {
                  const err41 = { instancePath: instancePath + "/connection/kind", schemaPath: "#/properties/connection/oneOf/0/properties/kind/const", keyword: "const", params: { allowedValue: "ssh" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err41];
                  } else {
                    vErrors.push(err41);
                  }
                  errors++;
                }
              }
              if (data13.address !== void 0) {
                let data15 = data13.address;
                if (typeof data15 === "string") {
                  if (!pattern11.test(data15)) {
                    const err42 = { instancePath: instancePath + "/connection/address", schemaPath: "#/properties/connection/oneOf/0/properties/address/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$" }, message: 'must match pattern "^[A-Za-z0-9\\[:][A-Za-z0-9.:%_\\]-]*$"' };
                    if (vErrors === null) {
                      vErrors = [err42];
                    } else {
                      vErrors.push(err42);
                    }
                    errors++;
                  }
                } else {
                  const err43 = { instancePath: instancePath + "/connection/address", schemaPath: "#/properties/connection/oneOf/0/properties/address/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err43];
                  } else {
                    vErrors.push(err43);
                  }
                  errors++;
                }
              }
              if (data13.port !== void 0) {
                let data16 = data13.port;
                if (!(typeof data16 == "number" && (!(data16 % 1) && !isNaN(data16)) && isFinite(data16))) {
                  const err44 = { instancePath: instancePath + "/connection/port", schemaPath: "#/properties/connection/oneOf/0/properties/port/type", keyword: "type", params: { type: "integer" }, message: "must be integer" };
                  if (vErrors === null) {
                    vErrors = [err44];
                  } else {
                    vErrors.push(err44);
                  }
                  errors++;
                }
                if (typeof data16 == "number" && isFinite(data16)) {
                  if (data16 > 65535 || isNaN(data16)) {
                    const err45 = { instancePath: instancePath + "/connection/port", schemaPath: "#/properties/connection/oneOf/0/properties/port/maximum", keyword: "maximum", params: { comparison: "<=", limit: 65535 }, message: "must be <= 65535" };
                    if (vErrors === null) {
                      vErrors = [err45];
                    } else {
                      vErrors.push(err45);
                    }
                    errors++;
                  }
                  if (data16 < 1 || isNaN(data16)) {
                    const err46 = { instancePath: instancePath + "/connection/port", schemaPath: "#/properties/connection/oneOf/0/properties/port/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 }, message: "must be >= 1" };
                    if (vErrors === null) {
                      vErrors = [err46];
                    } else {
                      vErrors.push(err46);
                    }
                    errors++;
                  }
                }
              }
              if (data13.user !== void 0) {
                let data17 = data13.user;
                if (typeof data17 === "string") {
                  if (!pattern12.test(data17)) {
                    const err47 = { instancePath: instancePath + "/connection/user", schemaPath: "#/properties/connection/oneOf/0/properties/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_.-]*$"' };
                    if (vErrors === null) {
                      vErrors = [err47];
                    } else {
                      vErrors.push(err47);
                    }
                    errors++;
                  }
                } else {
                  const err48 = { instancePath: instancePath + "/connection/user", schemaPath: "#/properties/connection/oneOf/0/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err48];
                  } else {
                    vErrors.push(err48);
                  }
                  errors++;
                }
              }
              if (data13.interpreter !== void 0) {
                let data18 = data13.interpreter;
                if (typeof data18 === "string") {
                  if (!pattern13.test(data18)) {
                    const err49 = { instancePath: instancePath + "/connection/interpreter", schemaPath: "#/properties/connection/oneOf/0/properties/interpreter/pattern", keyword: "pattern", params: { pattern: "^/[A-Za-z0-9._/-]+$" }, message: 'must match pattern "^/[A-Za-z0-9._/-]+$"' };
                    if (vErrors === null) {
                      vErrors = [err49];
                    } else {
                      vErrors.push(err49);
                    }
                    errors++;
                  }
                } else {
                  const err50 = { instancePath: instancePath + "/connection/interpreter", schemaPath: "#/properties/connection/oneOf/0/properties/interpreter/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                  if (vErrors === null) {
                    vErrors = [err50];
                  } else {
                    vErrors.push(err50);
                  }
                  errors++;
                }
              }
              if (data13.become !== void 0) {
                let data19 = data13.become;
                if (data19 && typeof data19 == "object" && !Array.isArray(data19)) {
                  for (const key4 in data19) {
                    if (!(key4 === "enabled" || key4 === "user" || key4 === "password")) {
                      const err51 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/0/properties/become/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key4 }, message: "must NOT have additional properties" };
                      if (vErrors === null) {
                        vErrors = [err51];
                      } else {
                        vErrors.push(err51);
                      }
                      errors++;
                    }
                  }
                  if (data19.enabled !== void 0) {
                    if (typeof data19.enabled !== "boolean") {
                      const err52 = { instancePath: instancePath + "/connection/become/enabled", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                      if (vErrors === null) {
                        vErrors = [err52];
                      } else {
                        vErrors.push(err52);
                      }
                      errors++;
                    }
                  }
                  if (data19.user !== void 0) {
                    let data21 = data19.user;
                    if (typeof data21 === "string") {
                      if (!pattern12.test(data21)) {
                        const err53 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_.-]*$"' };
                        if (vErrors === null) {
                          vErrors = [err53];
                        } else {
                          vErrors.push(err53);
                        }
                        errors++;
                      }
                    } else {
                      const err54 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      if (vErrors === null) {
                        vErrors = [err54];
                      } else {
                        vErrors.push(err54);
                      }
                      errors++;
                    }
                  }
                  if (data19.password !== void 0) {
                    let data22 = data19.password;
                    if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
                      if (Object.keys(data22).length > 1) {
                        const err55 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err55];
                        } else {
                          vErrors.push(err55);
                        }
                        errors++;
                      }
                      if (Object.keys(data22).length < 1) {
                        const err56 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err56];
                        } else {
                          vErrors.push(err56);
                        }
                        errors++;
                      }
                      for (const key5 in data22) {
                        if (!(key5 === "env" || key5 === "file" || key5 === "command" || key5 === "ansible_var")) {
                          const err57 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key5 }, message: "must NOT have additional properties" };
                          if (vErrors === null) {
                            vErrors = [err57];
                          } else {
                            vErrors.push(err57);
                          }
                          errors++;
                        }
                      }
                      if (data22.env !== void 0) {
                        let data23 = data22.env;
                        if (typeof data23 === "string") {
                          if (!pattern15.test(data23)) {
                            const err58 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err58];
                            } else {
                              vErrors.push(err58);
                            }
                            errors++;
                          }
                        } else {
                          const err59 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err59];
                          } else {
                            vErrors.push(err59);
                          }
                          errors++;
                        }
                      }
                      if (data22.file !== void 0) {
                        let data24 = data22.file;
                        if (typeof data24 === "string") {
                          if (!pattern16.test(data24)) {
                            const err60 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                            if (vErrors === null) {
                              vErrors = [err60];
                            } else {
                              vErrors.push(err60);
                            }
                            errors++;
                          }
                        } else {
                          const err61 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err61];
                          } else {
                            vErrors.push(err61);
                          }
                          errors++;
                        }
                      }
                      if (data22.command !== void 0) {
                        let data25 = data22.command;
                        if (Array.isArray(data25)) {
                          if (data25.length < 1) {
                            const err62 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                            if (vErrors === null) {
                              vErrors = [err62];
                            } else {
                              vErrors.push(err62);
                            }
                            errors++;
                          }
                          const len1 = data25.length;
                          for (let i1 = 0; i1 < len1; i1++) {
                            let data26 = data25[i1];
                            if (typeof data26 === "string") {
                              if (!pattern16.test(data26)) {
                                const err63 = { instancePath: instancePath + "/connection/become/password/command/" + i1, schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                                if (vErrors === null) {
                                  vErrors = [err63];
                                } else {
                                  vErrors.push(err63);
                                }
                                errors++;
                              }
                            } else {
                              const err64 = { instancePath: instancePath + "/connection/become/password/command/" + i1, schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                              if (vErrors === null) {
                                vErrors = [err64];
                              } else {
                                vErrors.push(err64);
                              }
                              errors++;
                            }
                          }
                        } else {
                          const err65 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                          if (vErrors === null) {
                            vErrors = [err65];
                          } else {
                            vErrors.push(err65);
                          }
                          errors++;
                        }
                      }
                      if (data22.ansible_var !== void 0) {
                        let data27 = data22.ansible_var;
                        if (typeof data27 === "string") {
                          if (!pattern15.test(data27)) {
                            const err66 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err66];
                            } else {
                              vErrors.push(err66);
                            }
                            errors++;
                          }
                        } else {
                          const err67 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err67];
                          } else {
                            vErrors.push(err67);
                          }
                          errors++;
                        }
                      }
                    } else {
                      const err68 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/0/properties/become/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                      if (vErrors === null) {
                        vErrors = [err68];
                      } else {
                        vErrors.push(err68);
                      }
                      errors++;
                    }
                  }
                } else {
                  const err69 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/0/properties/become/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                  if (vErrors === null) {
                    vErrors = [err69];
                  } else {
                    vErrors.push(err69);
                  }
                  errors++;
                }
              }
            } else {
              const err70 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/0/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err70];
              } else {
                vErrors.push(err70);
              }
              errors++;
            }
            var props1 = true;
          } else if (tag1 === "local") {
            if (data13 && typeof data13 == "object" && !Array.isArray(data13)) {
              if (data13.kind === void 0) {
                const err71 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/1/required", keyword: "required", params: { missingProperty: "kind" }, message: "must have required property 'kind'" };
                if (vErrors === null) {
                  vErrors = [err71];
                } else {
                  vErrors.push(err71);
                }
                errors++;
              }
              for (const key6 in data13) {
                if (!(key6 === "kind" || key6 === "become")) {
                  const err72 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/1/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key6 }, message: "must NOT have additional properties" };
                  if (vErrors === null) {
                    vErrors = [err72];
                  } else {
                    vErrors.push(err72);
                  }
                  errors++;
                }
              }
              if (data13.kind !== void 0) {
                if ("local" !== data13.kind) {
                  const err73 = { instancePath: instancePath + "/connection/kind", schemaPath: "#/properties/connection/oneOf/1/properties/kind/const", keyword: "const", params: { allowedValue: "local" }, message: "must be equal to constant" };
                  if (vErrors === null) {
                    vErrors = [err73];
                  } else {
                    vErrors.push(err73);
                  }
                  errors++;
                }
              }
              if (data13.become !== void 0) {
                let data29 = data13.become;
                if (data29 && typeof data29 == "object" && !Array.isArray(data29)) {
                  for (const key7 in data29) {
                    if (!(key7 === "enabled" || key7 === "user" || key7 === "password")) {
                      const err74 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/1/properties/become/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key7 }, message: "must NOT have additional properties" };
                      if (vErrors === null) {
                        vErrors = [err74];
                      } else {
                        vErrors.push(err74);
                      }
                      errors++;
                    }
                  }
                  if (data29.enabled !== void 0) {
                    if (typeof data29.enabled !== "boolean") {
                      const err75 = { instancePath: instancePath + "/connection/become/enabled", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/enabled/type", keyword: "type", params: { type: "boolean" }, message: "must be boolean" };
                      if (vErrors === null) {
                        vErrors = [err75];
                      } else {
                        vErrors.push(err75);
                      }
                      errors++;
                    }
                  }
                  if (data29.user !== void 0) {
                    let data31 = data29.user;
                    if (typeof data31 === "string") {
                      if (!pattern12.test(data31)) {
                        const err76 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/user/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_.-]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_.-]*$"' };
                        if (vErrors === null) {
                          vErrors = [err76];
                        } else {
                          vErrors.push(err76);
                        }
                        errors++;
                      }
                    } else {
                      const err77 = { instancePath: instancePath + "/connection/become/user", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/user/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                      if (vErrors === null) {
                        vErrors = [err77];
                      } else {
                        vErrors.push(err77);
                      }
                      errors++;
                    }
                  }
                  if (data29.password !== void 0) {
                    let data32 = data29.password;
                    if (data32 && typeof data32 == "object" && !Array.isArray(data32)) {
                      if (Object.keys(data32).length > 1) {
                        const err78 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/maxProperties", keyword: "maxProperties", params: { limit: 1 }, message: "must NOT have more than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err78];
                        } else {
                          vErrors.push(err78);
                        }
                        errors++;
                      }
                      if (Object.keys(data32).length < 1) {
                        const err79 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/minProperties", keyword: "minProperties", params: { limit: 1 }, message: "must NOT have fewer than 1 properties" };
                        if (vErrors === null) {
                          vErrors = [err79];
                        } else {
                          vErrors.push(err79);
                        }
                        errors++;
                      }
                      for (const key8 in data32) {
                        if (!(key8 === "env" || key8 === "file" || key8 === "command" || key8 === "ansible_var")) {
                          const err80 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key8 }, message: "must NOT have additional properties" };
                          if (vErrors === null) {
                            vErrors = [err80];
                          } else {
                            vErrors.push(err80);
                          }
                          errors++;
                        }
                      }
                      if (data32.env !== void 0) {
                        let data33 = data32.env;
                        if (typeof data33 === "string") {
                          if (!pattern15.test(data33)) {
                            const err81 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/env/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err81];
                            } else {
                              vErrors.push(err81);
                            }
                            errors++;
                          }
                        } else {
                          const err82 = { instancePath: instancePath + "/connection/become/password/env", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/env/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err82];
                          } else {
                            vErrors.push(err82);
                          }
                          errors++;
                        }
                      }
                      if (data32.file !== void 0) {
                        let data34 = data32.file;
                        if (typeof data34 === "string") {
                          if (!pattern16.test(data34)) {
                            const err83 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/file/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                            if (vErrors === null) {
                              vErrors = [err83];
                            } else {
                              vErrors.push(err83);
                            }
                            errors++;
                          }
                        } else {
                          const err84 = { instancePath: instancePath + "/connection/become/password/file", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/file/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err84];
                          } else {
                            vErrors.push(err84);
                          }
                          errors++;
                        }
                      }
                      if (data32.command !== void 0) {
                        let data35 = data32.command;
                        if (Array.isArray(data35)) {
                          if (data35.length < 1) {
                            const err85 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/minItems", keyword: "minItems", params: { limit: 1 }, message: "must NOT have fewer than 1 items" };
                            if (vErrors === null) {
                              vErrors = [err85];
                            } else {
                              vErrors.push(err85);
                            }
                            errors++;
                          }
                          const len2 = data35.length;
                          for (let i2 = 0; i2 < len2; i2++) {
                            let data36 = data35[i2];
                            if (typeof data36 === "string") {
                              if (!pattern16.test(data36)) {
                                const err86 = { instancePath: instancePath + "/connection/become/password/command/" + i2, schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/items/pattern", keyword: "pattern", params: { pattern: "^((?!\\{[{%#])[\\s\\S])+$" }, message: 'must match pattern "^((?!\\{[{%#])[\\s\\S])+$"' };
                                if (vErrors === null) {
                                  vErrors = [err86];
                                } else {
                                  vErrors.push(err86);
                                }
                                errors++;
                              }
                            } else {
                              const err87 = { instancePath: instancePath + "/connection/become/password/command/" + i2, schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/items/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                              if (vErrors === null) {
                                vErrors = [err87];
                              } else {
                                vErrors.push(err87);
                              }
                              errors++;
                            }
                          }
                        } else {
                          const err88 = { instancePath: instancePath + "/connection/become/password/command", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/command/type", keyword: "type", params: { type: "array" }, message: "must be array" };
                          if (vErrors === null) {
                            vErrors = [err88];
                          } else {
                            vErrors.push(err88);
                          }
                          errors++;
                        }
                      }
                      if (data32.ansible_var !== void 0) {
                        let data37 = data32.ansible_var;
                        if (typeof data37 === "string") {
                          if (!pattern15.test(data37)) {
                            const err89 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/ansible_var/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z_][A-Za-z0-9_]*$" }, message: 'must match pattern "^[A-Za-z_][A-Za-z0-9_]*$"' };
                            if (vErrors === null) {
                              vErrors = [err89];
                            } else {
                              vErrors.push(err89);
                            }
                            errors++;
                          }
                        } else {
                          const err90 = { instancePath: instancePath + "/connection/become/password/ansible_var", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/properties/ansible_var/type", keyword: "type", params: { type: "string" }, message: "must be string" };
                          if (vErrors === null) {
                            vErrors = [err90];
                          } else {
                            vErrors.push(err90);
                          }
                          errors++;
                        }
                      }
                    } else {
                      const err91 = { instancePath: instancePath + "/connection/become/password", schemaPath: "#/properties/connection/oneOf/1/properties/become/properties/password/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                      if (vErrors === null) {
                        vErrors = [err91];
                      } else {
                        vErrors.push(err91);
                      }
                      errors++;
                    }
                  }
                } else {
                  const err92 = { instancePath: instancePath + "/connection/become", schemaPath: "#/properties/connection/oneOf/1/properties/become/type", keyword: "type", params: { type: "object" }, message: "must be object" };
                  if (vErrors === null) {
                    vErrors = [err92];
                  } else {
                    vErrors.push(err92);
                  }
                  errors++;
                }
              }
            } else {
              const err93 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/oneOf/1/type", keyword: "type", params: { type: "object" }, message: "must be object" };
              if (vErrors === null) {
                vErrors = [err93];
              } else {
                vErrors.push(err93);
              }
              errors++;
            }
            if (props1 !== true) {
              props1 = true;
            }
          } else {
            const err94 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/discriminator", keyword: "discriminator", params: { error: "mapping", tag: "kind", tagValue: tag1 }, message: 'value of tag "kind" must be in oneOf' };
            if (vErrors === null) {
              vErrors = [err94];
            } else {
              vErrors.push(err94);
            }
            errors++;
          }
        } else {
          const err95 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/discriminator", keyword: "discriminator", params: { error: "tag", tag: "kind", tagValue: tag1 }, message: 'tag "kind" must be string' };
          if (vErrors === null) {
            vErrors = [err95];
          } else {
            vErrors.push(err95);
          }
          errors++;
        }
      } else {
        const err96 = { instancePath: instancePath + "/connection", schemaPath: "#/properties/connection/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err96];
        } else {
          vErrors.push(err96);
        }
        errors++;
      }
    }
    if (data.web !== void 0) {
      let data38 = data.web;
      if (data38 && typeof data38 == "object" && !Array.isArray(data38)) {
        for (const key9 in data38) {
          if (!(key9 === "element")) {
            const err97 = { instancePath: instancePath + "/web", schemaPath: "#/properties/web/additionalProperties", keyword: "additionalProperties", params: { additionalProperty: key9 }, message: "must NOT have additional properties" };
            if (vErrors === null) {
              vErrors = [err97];
            } else {
              vErrors.push(err97);
            }
            errors++;
          }
        }
        if (data38.element !== void 0) {
          let data39 = data38.element;
          if (typeof data39 !== "boolean" && typeof data39 !== "string") {
            const err98 = { instancePath: instancePath + "/web/element", schemaPath: "#/properties/web/properties/element/type", keyword: "type", params: { type: schema31.properties.web.properties.element.type }, message: "must be boolean,string" };
            if (vErrors === null) {
              vErrors = [err98];
            } else {
              vErrors.push(err98);
            }
            errors++;
          }
          if (typeof data39 === "string") {
            if (!pattern24.test(data39)) {
              const err99 = { instancePath: instancePath + "/web/element", schemaPath: "#/properties/web/properties/element/pattern", keyword: "pattern", params: { pattern: "^https?://[^\\s]+$" }, message: 'must match pattern "^https?://[^\\s]+$"' };
              if (vErrors === null) {
                vErrors = [err99];
              } else {
                vErrors.push(err99);
              }
              errors++;
            }
          }
        }
      } else {
        const err100 = { instancePath: instancePath + "/web", schemaPath: "#/properties/web/type", keyword: "type", params: { type: "object" }, message: "must be object" };
        if (vErrors === null) {
          vErrors = [err100];
        } else {
          vErrors.push(err100);
        }
        errors++;
      }
    }
  } else {
    const err101 = { instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" }, message: "must be object" };
    if (vErrors === null) {
      vErrors = [err101];
    } else {
      vErrors.push(err101);
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
