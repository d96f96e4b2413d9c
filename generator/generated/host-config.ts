// Made from schemas/ by "npm run schema"; do not edit.

/**
 * How the homeserver is installed. Default: with the playbook.
 */
export type Deployment = PlaybookDeployment | NativeDeployment
/**
 * How Ansible reaches the host. Default: by SSH, to the name of the host.
 */
export type Connection = SshConnection | LocalConnection

/**
 * One Matrix host: which server it is, how to reach it, and how it is installed.
 */
export interface HostConfig {
  /**
   * The version of this file's format.
   */
  version: 1
  /**
   * The Matrix server name: accounts are @john:DOMAIN.
   */
  domain: string
  /**
   * The name of the host in the inventory.
   */
  host: string
  /**
   * The homeserver that runs there.
   */
  homeserver: 'synapse' | 'dendrite'
  deployment?: Deployment
  connection?: Connection
  /**
   * What people use in a browser.
   */
  web?: {
    /**
     * Where people log in: true for https://element.DOMAIN, false for nowhere, or the address of an Element. Default: true with the playbook, which installs one, else false.
     */
    element?: boolean | string
  }
}
/**
 * In containers, by the playbook matrix-docker-ansible-deploy.
 */
export interface PlaybookDeployment {
  /**
   * Installed by matrix-docker-ansible-deploy.
   */
  kind: 'playbook'
  /**
   * The playbook's checkout, relative to this file; used by the recipes install-all, setup-all and run.
   */
  checkout?: string
}
/**
 * As a process on the host: a package, a virtual environment, a binary.
 */
export interface NativeDeployment {
  /**
   * Runs as a process on the host.
   */
  kind: 'native'
  /**
   * Synapse only: the Python in which it is installed. Default: /opt/venvs/matrix-synapse/bin/python, that of the Debian package.
   */
  python?: string
  /**
   * The homeserver's configuration: a file, or a list of files and directories, of which later ones win. Default: /etc/matrix-synapse/homeserver.yaml and conf.d beside it; /etc/dendrite/dendrite.yaml.
   *
   * @minItems 1
   */
  config?: string | [string, ...string[]]
  /**
   * The client API as the host itself reaches it. Default: http://127.0.0.1:8008.
   */
  address?: string
  /**
   * The systemd unit. Default: matrix-synapse.service or dendrite.service.
   */
  service?: string
}
/**
 * By SSH.
 */
export interface SshConnection {
  /**
   * By SSH.
   */
  kind: 'ssh'
  /**
   * Name or address to connect to. Default: the name of the host, and what ~/.ssh/config says of it.
   */
  address?: string
  /**
   * The port of sshd. Default: 22.
   */
  port?: number
  /**
   * The user to log in as. Default: what ~/.ssh/config says.
   */
  user?: string
  /**
   * The Python that Ansible's modules run with on the host. Default: /usr/bin/python3.
   */
  interpreter?: string
  become?: Become
}
/**
 * Becoming root on the host, with sudo. Default: done unless the user is root.
 */
export interface Become {
  /**
   * Whether it is done at all.
   */
  enabled?: boolean
  /**
   * The user to become. Default: root.
   */
  user?: string
  password?: SecretReference
}
/**
 * Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.
 */
export interface SecretReference {
  /**
   * An environment variable where Ansible runs.
   */
  env?: string
  /**
   * A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.
   */
  file?: string
  /**
   * A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.
   *
   * @minItems 1
   */
  command?: [string, ...string[]]
  /**
   * A variable of Ansible, kept in a vault.
   */
  ansible_var?: string
}
/**
 * Not at all: Ansible runs on the host itself.
 */
export interface LocalConnection {
  /**
   * Ansible runs on the host itself.
   */
  kind: 'local'
  become?: Become1
}
/**
 * Becoming root on the host, with sudo. Default: done unless the user is root.
 */
export interface Become1 {
  /**
   * Whether it is done at all.
   */
  enabled?: boolean
  /**
   * The user to become. Default: root.
   */
  user?: string
  password?: SecretReference1
}
/**
 * Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.
 */
export interface SecretReference1 {
  /**
   * An environment variable where Ansible runs.
   */
  env?: string
  /**
   * A file where Ansible runs, relative to this file, without {{, {% and {# in its name; one newline at its end is cut.
   */
  file?: string
  /**
   * A program and its arguments, run where Ansible runs, without {{, {% and {# in them; one newline at the end of its answer is cut.
   *
   * @minItems 1
   */
  command?: [string, ...string[]]
  /**
   * A variable of Ansible, kept in a vault.
   */
  ansible_var?: string
}
