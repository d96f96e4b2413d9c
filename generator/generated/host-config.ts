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
 * The accounts that registrar plan and apply manage. What is not said of an account is left as it is, and so is every account that is not named.
 */
export type Users = User[]

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
  /**
   * Who owns the accounts: the homeserver itself, or Matrix Authentication Service (MAS) in front of Synapse
   */
  authority?: 'homeserver' | 'mas'
  mas?: Mas
  access?: Access
  deployment?: Deployment
  connection?: Connection
  registration?: Registration
  email?: Email
  discovery?: Discovery
  users?: Users
  /**
   * More accounts: files beside this one, each with a list users. Paths in them are relative to this file.
   *
   * Items: A file, relative to this one.
   */
  users_files?: string[]
  /**
   * managed: accounts that are not named here are left alone. exhaustive: they are told, and locked where that is asked for (--lock-unnamed); never those of bridges, of the server and of the admin by whom it is reached. Default: managed.
   */
  users_policy?: 'managed' | 'exhaustive'
  /**
   * Anything else for the playbook: its variables, by their names in that release. Text is text: {{ }} is not evaluated. A secret is a reference here too, at any depth: a mapping whose only key is env, file, command or ansible_var, as in { env: NAME }, stands for the secret there. To set a variable to such a mapping itself, write it into a file of yours beside vars.yml.
   */
  extra_vars?: {
    [k: string]: unknown
  }
  /**
   * What people use in a browser.
   */
  web?: {
    /**
     * Where people log in: true for https://element.DOMAIN, which the playbook installs, false for none, or the address of an Element. Of an address elsewhere the playbook installs none, and the mails of Synapse link there; at home are element.DOMAIN and what matrix_server_fqn_element or matrix_client_element_hostname says. Default: true with the playbook, else false.
     */
    element?: boolean | string
    /**
     * The address of another client where people log in, such as Cinny. Default: that of Element.
     */
    client?: string
    /**
     * Whether the playbook installs a page for administrators, and which. Default: it is not managed here.
     */
    admin?:
      | boolean
      | {
          /**
           * ketesa (in older releases Synapse Admin), or element_admin, which needs authority: mas. Default: ketesa.
           */
          ui?: 'ketesa' | 'element_admin'
          /**
           * The host name that it is served on. Default: that of the homeserver; admin.element.DOMAIN for Element Admin.
           */
          hostname?: string
          /**
           * The path that it is served under, such as /ketesa. Default: /synapse-admin.
           */
          path?: string
          /**
           * The only addresses and networks from which Ketesa's page is served, such as 192.0.2.7 or 10.8.0.0/24; the admin API itself stays where it is, behind an admin's token. Default: from everywhere.
           *
           * @minItems 1
           */
          allow_from?: [string, ...string[]]
        }
  }
}
/**
 * Matrix Authentication Service, where it owns the accounts (authority: mas).
 */
export interface Mas {
  /**
   * As the host itself reaches it, its path included. Default: the container of the playbook; for a native install http://127.0.0.1:8080.
   */
  address?: string
  /**
   * The systemd unit. Default: matrix-authentication-service.service.
   */
  service?: string
  /**
   * Where people reach it, told with a registration token. Default: https://matrix.DOMAIN/auth/ with the playbook, else https://HOST/auth/.
   */
  public_url?: string
  /**
   * Where it is noted on the host that registering an account was begun, so that a second run completes it. Default: /var/lib/matrix-registrar.
   */
  state_directory?: string
  /**
   * It insists on an e-mail address: then registering without one says what will happen at the first login. Default: true when registration.mode says email, else false.
   */
  email_required?: boolean
}
/**
 * As whom operations beyond registering reach the server. Default: the homeserver's database, where that can do it.
 */
export interface Access {
  token?: SecretReference
  /**
   * Instead of a token: a server admin who is logged in for each call, and out again.
   */
  login?: {
    /**
     * The part of @admin:DOMAIN before the colon.
     */
    username: string
    password: SecretReference1
  }
  /**
   * MAS: the client that may use its Admin API. With the playbook, generate renders what sets it up.
   */
  client?: {
    /**
     * Its client_id: a ULID.
     */
    id: string
    secret: SecretReference2
  }
  /**
   * MAS, instead of a client: mas-cli on the host, where the Admin API is not set up. It lists server admins alone.
   */
  cli?: {
    /**
     * The command that runs it there. Default: in the container of the playbook; for a native install mas-cli.
     *
     * @minItems 1
     */
    command?: [string, ...string[]]
    /**
     * accepted: operations with a password may have it on the command line of mas-cli, where everybody on the host can read it for a moment. Default: they are refused.
     */
    passwords_on_command_line?: 'accepted'
  }
  /**
   * Synapse: use the database where that is possible, even with an admin at hand. Default: false.
   */
  prefer_database?: boolean
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
/**
 * Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.
 */
export interface SecretReference2 {
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
 * In containers, by the playbook matrix-docker-ansible-deploy.
 */
export interface PlaybookDeployment {
  /**
   * Installed by matrix-docker-ansible-deploy.
   */
  kind: 'playbook'
  /**
   * The playbook's release, whose names of variables count where there is no checkout. Default: the newest known.
   */
  release?: '2024-10' | '2025-06' | '2026-08'
  /**
   * The playbook's checkout, relative to this file: its variables are what every name is checked against, and the recipes install-all, setup-all and run use it.
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
  password?: SecretReference3
}
/**
 * Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.
 */
export interface SecretReference3 {
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
  password?: SecretReference4
}
/**
 * Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.
 */
export interface SecretReference4 {
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
 * Who may register through a client. Without it, registration stays as the playbook has it: closed.
 */
export interface Registration {
  /**
   * closed, token, email, captcha or open; or a list of token, email and captcha, all of which are then asked for.
   *
   * @minItems 1
   */
  mode: string | ['closed' | 'token' | 'email' | 'captcha' | 'open', ...('closed' | 'token' | 'email' | 'captcha' | 'open')[]]
  /**
   * Needed by open, and by nothing else: that this is what you want.
   */
  acknowledge?: 'anyone on the internet may register here without any verification'
  /**
   * The CAPTCHA of the mode captcha.
   */
  captcha?: {
    /**
     * Whose it is: Synapse knows recaptcha, Dendrite also hcaptcha, Matrix Authentication Service all three. Default: recaptcha.
     */
    provider?: 'recaptcha' | 'hcaptcha' | 'turnstile'
    /**
     * The public key, which browsers see.
     */
    site_key: string
    secret_key: SecretReference5
    /**
     * Dendrite: those of another provider that works as reCAPTCHA does.
     */
    addresses?: {
      /**
       * Where Dendrite asks whether an answer is right.
       */
      verify: string
      /**
       * What browsers load.
       */
      script: string
      /**
       * The field of the form that the answer comes in. Default: g-recaptcha-response.
       */
      form_field?: string
      /**
       * The class of the element that the script fills. Default: g-recaptcha.
       */
      class?: string
    }
  }
  /**
   * With the mode token: the page of matrix-registration, and its tokens for the operations on registration tokens, in releases of the playbook that have it; later ones ask for Synapse's own tokens instead.
   */
  token_page?: {
    admin_secret: SecretReference6
  }
  /**
   * Rooms that every new account joins, by their aliases.
   */
  auto_join_rooms?: string[]
  /**
   * Synapse: people without an account may read what is open to guests.
   */
  guests?: boolean
  /**
   * With the mode email: the domains that addresses must be of. Synapse and Matrix Authentication Service.
   *
   * @minItems 1
   */
  email_domains?: [string, ...string[]]
  /**
   * Matrix Authentication Service: names that nobody may register.
   *
   * @minItems 1
   */
  banned_usernames?: [string, ...string[]]
  /**
   * How often one address may register. Synapse and Matrix Authentication Service.
   */
  rate_limit?: {
    /**
     * Times a second on average, such as 0.05 for three a minute.
     */
    per_second: number
    /**
     * Times at once.
     */
    burst: number
  }
  /**
   * Synapse: what a new password must have.
   */
  password_policy?: {
    /**
     * How many characters at least.
     */
    minimum_length?: number
    /**
     * A digit.
     */
    require_digit?: boolean
    /**
     * Something that is neither a letter nor a digit.
     */
    require_symbol?: boolean
    /**
     * A small letter.
     */
    require_lowercase?: boolean
    /**
     * A capital letter.
     */
    require_uppercase?: boolean
  }
  /**
   * Matrix Authentication Service: how hard to guess a new password must be, from 0 (anything) to 4. Default: 3.
   */
  password_complexity?: number
}
/**
 * Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.
 */
export interface SecretReference5 {
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
 * Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.
 */
export interface SecretReference6 {
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
 * How the playbook's exim-relay sends e-mail. Without a relay it delivers by itself, which many providers take for spam.
 */
export interface Email {
  /**
   * The address that e-mail comes from.
   */
  sender?: string
  /**
   * The mail server that e-mail goes through, by STARTTLS.
   */
  relay?: {
    /**
     * Its name.
     */
    host: string
    /**
     * Its port; 465 is not supported. Default: 587.
     */
    port?: number
    /**
     * The account there.
     */
    username?: string
    password?: SecretReference7
  }
  /**
   * Matrix Authentication Service: the mail server that it sends through by itself, instead of the playbook's relay.
   */
  smtp?: {
    /**
     * Its name.
     */
    host: string
    /**
     * Its port. Default: 587, or 465 with tls.
     */
    port?: number
    /**
     * How the connection is encrypted. Default: starttls.
     */
    security?: 'starttls' | 'tls' | 'plain'
    /**
     * The account there.
     */
    username?: string
    password?: SecretReference8
  }
}
/**
 * Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.
 */
export interface SecretReference7 {
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
 * Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.
 */
export interface SecretReference8 {
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
 * How clients and other servers find the homeserver of the domain. Without it, nothing is set up for that.
 */
export interface Discovery {
  /**
   * Who serves https://DOMAIN/.well-known/matrix: playbook, where DOMAIN itself leads to the host; or web_server, your own, for which files and snippets are written to well-known/.
   */
  served_by: 'playbook' | 'web_server'
  /**
   * The name under which the homeserver is reached. Default: matrix.DOMAIN.
   */
  address?: string
  /**
   * The port there that other servers connect to. Default: 8448.
   */
  federation_port?: number
  /**
   * Whom people and other servers' operators can write to.
   */
  support?: {
    /**
     * A page that says so.
     */
    page?: string
    /**
     * Persons or teams, each with a role and a matrix_id, an email_address or both.
     *
     * @minItems 1
     */
    contacts?: [
      {
        /**
         * What they see to.
         */
        role: 'admin' | 'security'
        /**
         * Their account.
         */
        matrix_id?: string
        /**
         * Their e-mail address.
         */
        email_address?: string
      },
      ...{
        /**
         * What they see to.
         */
        role: 'admin' | 'security'
        /**
         * Their account.
         */
        matrix_id?: string
        /**
         * Their e-mail address.
         */
        email_address?: string
      }[]
    ]
  }
}
/**
 * One account.
 */
export interface User {
  /**
   * The part of @john:DOMAIN before the colon, or all of it.
   */
  username: string
  /**
   * What people see instead of the username, at most 256 characters (Synapse and MAS).
   */
  display_name?: string
  /**
   * Whether it is a server admin.
   */
  admin?: boolean
  /**
   * Whether it is the account of a person (user), of a bot or of the support (Synapse and MAS).
   */
  kind?: 'user' | 'bot' | 'support'
  /**
   * Addresses that it has, and that count as verified (Synapse and MAS). Others that it has are left alone.
   *
   * Items: An address.
   */
  emails?: string[]
  /**
   * present: it can log in. locked: it cannot, for now. deactivated: it is closed, which takes its password, sessions and rooms. Default: a new account is present, any other is left as it is.
   */
  state?: 'present' | 'locked' | 'deactivated'
  password?: SecretReference9
  /**
   * on_create: password is for a new account alone. always: whenever the account has another one, which ends its sessions (Synapse and Dendrite). Default: on_create.
   */
  password_updates?: 'on_create' | 'always'
  /**
   * Instead of password: it is made when the account is created, and goes where this says: exactly one of file, command and shown.
   */
  generate?: {
    /**
     * A file of its own, relative to this file, that only its owner can read. It is written first; one that is there already holds the password.
     */
    file?: string
    /**
     * A program and its arguments, each its own, without {{, {% and {# in them; where this program or Ansible runs it gets the password as a line on its standard input, before the account is made.
     *
     * @minItems 1
     */
    command?: [string, ...string[]]
    /**
     * For a person to hand out: registrar shows it once, when the account exists, and keeps it nowhere. Ansible, whose output may be logged, writes it to passwords/DOMAIN/USERNAME.txt, which only you can read.
     */
    shown?: true
  }
}
/**
 * Where a secret is kept: exactly one of env, file, command and ansible_var. The secret itself never stands in this file.
 */
export interface SecretReference9 {
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
