// Made from schemas/ by "npm run schema"; do not edit.

/**
 * How the homeserver is installed. Default: by the playbook.
 */
export type Deployment = PlaybookDeployment | NativeDeployment
/**
 * How Ansible reaches the host. Default: by SSH, to the name of the host.
 */
export type Connection = SshConnection | LocalConnection
/**
 * The accounts that registrar plan and apply manage. Settings that are left out stay as they are, and so do accounts that are not listed.
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
   * Who owns the accounts: the homeserver itself, or Matrix Authentication Service (MAS) in front of Synapse.
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
   * More accounts: files beside this one, each with a list named users. Paths in them are relative to this file.
   *
   * Items: A file, relative to this one; or a mapping that also makes its accounts a group.
   */
  users_files?: (
    | string
    | {
        /**
         * The file, relative to this one.
         */
        file: string
        /**
         * The group that its accounts form: plan, apply and import-users can be limited to it with --group. registrar records which usernames it has named, in .registrar/groups/HOST.json next to the host file; keep that file in git.
         */
        group?: string
        /**
         * What happens to accounts that were in the group and are no longer declared anywhere. report: they are shown. lock: they are locked. deactivate: they are closed, and lose their password, sessions and rooms. An account that was locked or closed this way is reopened when it is declared again. Default: report.
         */
        leavers?: 'report' | 'lock' | 'deactivate'
      }
  )[]
  /**
   * managed: accounts that are not listed are left alone. exhaustive: they are reported, and locked with --lock-unnamed, except those of bridges, of the server itself, and of the admin whose access is used. Default: managed.
   */
  users_policy?: 'managed' | 'exhaustive'
  /**
   * Any other variables of the playbook, by their names in that release. Text is literal: {{ }} is not evaluated. Secrets are references here too, at any depth: a mapping whose only key is env, file, command or ansible_var, such as { env: NAME }, is replaced by the secret. To set a variable to such a mapping itself, write it into your own file beside vars.yml.
   */
  extra_vars?: {
    [k: string]: unknown
  }
  /**
   * Pages for people and administrators, in a browser.
   */
  web?: {
    /**
     * Where people sign in: true for https://element.DOMAIN, which the playbook installs; false for none; or the address of an Element. For an address elsewhere, the playbook installs no Element, and Synapse's e-mails link to that address. The playbook's own addresses are element.DOMAIN and whatever matrix_server_fqn_element or matrix_client_element_hostname is set to. Default: true with the playbook, otherwise false.
     */
    element?: boolean | string
    /**
     * The address of another client where people sign in, such as Cinny. Default: that of Element.
     */
    client?: string
    /**
     * Whether the playbook installs a page for administrators, and which one. Default: not managed here.
     */
    admin?:
      | boolean
      | {
          /**
           * ketesa (Synapse Admin in older releases), or element_admin, which needs authority: mas. Default: ketesa.
           */
          ui?: 'ketesa' | 'element_admin'
          /**
           * The host name that serves it. Default: the homeserver's; admin.element.DOMAIN for Element Admin.
           */
          hostname?: string
          /**
           * The path that it is served at, such as /ketesa. Default: /synapse-admin.
           */
          path?: string
          /**
           * The only addresses and networks that may open Ketesa's page, such as 192.0.2.7 or 10.8.0.0/24. The admin API itself is not affected: it needs an admin's token. Default: all.
           *
           * @minItems 1
           */
          allow_from?: [string, ...string[]]
        }
  }
}
/**
 * Matrix Authentication Service, if it owns the accounts (authority: mas).
 */
export interface Mas {
  /**
   * Its address as seen from the host, including the path. Default: the playbook's container; for a native install, http://127.0.0.1:8080.
   */
  address?: string
  /**
   * The systemd unit. Default: matrix-authentication-service.service.
   */
  service?: string
  /**
   * Its public address, shown with a registration token. Default: https://matrix.DOMAIN/auth/ with the playbook, otherwise https://HOST/auth/.
   */
  public_url?: string
  /**
   * The directory on the host that records unfinished registrations, so that a second run completes them. Default: /var/lib/matrix-registrar.
   */
  state_directory?: string
  /**
   * Whether it requires an e-mail address. If so, registering without one says what happens at the first sign-in. Default: true if registration.mode includes email, otherwise false.
   */
  email_required?: boolean
}
/**
 * The admin access for operations other than registering. Default: the homeserver's database, for what it can do.
 */
export interface Access {
  token?: SecretReference
  /**
   * Instead of a token: a server admin to log in as during each run.
   */
  login?: {
    /**
     * The part of @admin:DOMAIN before the colon.
     */
    username: string
    password: SecretReference1
  }
  /**
   * MAS: the client that may use its Admin API. With the playbook, generate renders the variables that set it up.
   */
  client?: {
    /**
     * Its client_id: a ULID.
     */
    id: string
    secret: SecretReference2
  }
  /**
   * MAS, instead of a client: mas-cli on the host, if the Admin API is not set up. It can list only server admins.
   */
  cli?: {
    /**
     * The command that runs it there. Default: mas-cli in the playbook's container; for a native install, mas-cli.
     *
     * @minItems 1
     */
    command?: [string, ...string[]]
    /**
     * accepted: operations with a password may pass it to mas-cli as an argument, which everyone on the host can read for a moment. Default: such operations are refused.
     */
    passwords_on_command_line?: 'accepted'
  }
  /**
   * Synapse: use the database where possible, even if an admin access is configured. Default: false.
   */
  prefer_database?: boolean
}
/**
 * Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.
 */
export interface SecretReference {
  /**
   * An environment variable on the machine where Ansible runs.
   */
  env?: string
  /**
   * A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.
   */
  file?: string
  /**
   * A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.
   *
   * @minItems 1
   */
  command?: [string, ...string[]]
  /**
   * An Ansible variable, kept in a vault.
   */
  ansible_var?: string
}
/**
 * Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.
 */
export interface SecretReference1 {
  /**
   * An environment variable on the machine where Ansible runs.
   */
  env?: string
  /**
   * A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.
   */
  file?: string
  /**
   * A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.
   *
   * @minItems 1
   */
  command?: [string, ...string[]]
  /**
   * An Ansible variable, kept in a vault.
   */
  ansible_var?: string
}
/**
 * Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.
 */
export interface SecretReference2 {
  /**
   * An environment variable on the machine where Ansible runs.
   */
  env?: string
  /**
   * A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.
   */
  file?: string
  /**
   * A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.
   *
   * @minItems 1
   */
  command?: [string, ...string[]]
  /**
   * An Ansible variable, kept in a vault.
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
   * The playbook's release, whose variable names are used if there is no checkout. Default: the newest known.
   */
  release?: '2024-10' | '2025-06' | '2026-08'
  /**
   * The playbook's checkout, relative to this file. Every variable name is checked against it, and the recipes install-all, setup-all and run use it.
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
   * Synapse only: the Python that it is installed in. Default: /opt/venvs/matrix-synapse/bin/python, as in the Debian package.
   */
  python?: string
  /**
   * The homeserver's configuration: a file, or a list of files and directories; later ones win. Default: /etc/matrix-synapse/homeserver.yaml and the conf.d beside it; /etc/dendrite/dendrite.yaml.
   *
   * @minItems 1
   */
  config?: string | [string, ...string[]]
  /**
   * The client API as the host itself reaches it: http://..., or unix:/PATH for a socket. Default: http://127.0.0.1:8008.
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
   * Name or address to connect to. Default: the name of the host, or its address in ~/.ssh/config.
   */
  address?: string
  /**
   * The port of sshd. Default: 22.
   */
  port?: number
  /**
   * The user to log in as. Default: from ~/.ssh/config.
   */
  user?: string
  /**
   * The Python that Ansible's modules run with on the host. Default: /usr/bin/python3.
   */
  interpreter?: string
  become?: Become
}
/**
 * Becoming root on the host, with sudo. Default: enabled unless the user is root.
 */
export interface Become {
  /**
   * Whether to use sudo at all.
   */
  enabled?: boolean
  /**
   * The user to become. Default: root.
   */
  user?: string
  password?: SecretReference3
}
/**
 * Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.
 */
export interface SecretReference3 {
  /**
   * An environment variable on the machine where Ansible runs.
   */
  env?: string
  /**
   * A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.
   */
  file?: string
  /**
   * A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.
   *
   * @minItems 1
   */
  command?: [string, ...string[]]
  /**
   * An Ansible variable, kept in a vault.
   */
  ansible_var?: string
}
/**
 * No connection: Ansible runs on the host itself.
 */
export interface LocalConnection {
  /**
   * Ansible runs on the host itself.
   */
  kind: 'local'
  become?: Become1
}
/**
 * Becoming root on the host, with sudo. Default: enabled unless the user is root.
 */
export interface Become1 {
  /**
   * Whether to use sudo at all.
   */
  enabled?: boolean
  /**
   * The user to become. Default: root.
   */
  user?: string
  password?: SecretReference4
}
/**
 * Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.
 */
export interface SecretReference4 {
  /**
   * An environment variable on the machine where Ansible runs.
   */
  env?: string
  /**
   * A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.
   */
  file?: string
  /**
   * A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.
   *
   * @minItems 1
   */
  command?: [string, ...string[]]
  /**
   * An Ansible variable, kept in a vault.
   */
  ansible_var?: string
}
/**
 * Who may register through a client. Without it, registration stays as the playbook sets it: closed.
 */
export interface Registration {
  /**
   * closed, token, email, captcha or open; or a list of token, email and captcha, all of which are then required.
   *
   * @minItems 1
   */
  mode: string | ['closed' | 'token' | 'email' | 'captcha' | 'open', ...('closed' | 'token' | 'email' | 'captcha' | 'open')[]]
  /**
   * Required by open, and only by open: your confirmation that this is what you want.
   */
  acknowledge?: 'anyone on the internet may register here without any verification'
  /**
   * The CAPTCHA for the mode captcha.
   */
  captcha?: {
    /**
     * The provider: Synapse supports recaptcha, Dendrite also hcaptcha, Matrix Authentication Service all three. Default: recaptcha.
     */
    provider?: 'recaptcha' | 'hcaptcha' | 'turnstile'
    /**
     * The public key, which browsers see.
     */
    site_key: string
    secret_key: SecretReference5
    /**
     * Dendrite: the addresses of another provider that works like reCAPTCHA.
     */
    addresses?: {
      /**
       * Where Dendrite verifies an answer.
       */
      verify: string
      /**
       * The script that browsers load.
       */
      script: string
      /**
       * The form field that contains the answer. Default: g-recaptcha-response.
       */
      form_field?: string
      /**
       * The class of the element that the script fills in. Default: g-recaptcha.
       */
      class?: string
    }
  }
  /**
   * With the mode token: use matrix-registration's page and tokens, in releases of the playbook that have it; later ones use Synapse's own tokens.
   */
  token_page?: {
    admin_secret: SecretReference6
  }
  /**
   * Rooms that every new account joins, by their aliases.
   */
  auto_join_rooms?: string[]
  /**
   * Synapse: let people without an account read what is open to guests.
   */
  guests?: boolean
  /**
   * With the mode email: the only domains that addresses may have. Synapse and Matrix Authentication Service.
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
   * How often one IP address may register. Synapse and Matrix Authentication Service.
   */
  rate_limit?: {
    /**
     * Average per second, such as 0.05 for three a minute.
     */
    per_second: number
    /**
     * How many at once.
     */
    burst: number
  }
  /**
   * Synapse: what a new password must contain.
   */
  password_policy?: {
    /**
     * The minimum number of characters.
     */
    minimum_length?: number
    /**
     * A digit.
     */
    require_digit?: boolean
    /**
     * A character that is neither a letter nor a digit.
     */
    require_symbol?: boolean
    /**
     * A lower-case letter.
     */
    require_lowercase?: boolean
    /**
     * An upper-case letter.
     */
    require_uppercase?: boolean
  }
  /**
   * Matrix Authentication Service: how hard to guess a new password must be, from 0 (anything goes) to 4. Default: 3.
   */
  password_complexity?: number
}
/**
 * Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.
 */
export interface SecretReference5 {
  /**
   * An environment variable on the machine where Ansible runs.
   */
  env?: string
  /**
   * A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.
   */
  file?: string
  /**
   * A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.
   *
   * @minItems 1
   */
  command?: [string, ...string[]]
  /**
   * An Ansible variable, kept in a vault.
   */
  ansible_var?: string
}
/**
 * Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.
 */
export interface SecretReference6 {
  /**
   * An environment variable on the machine where Ansible runs.
   */
  env?: string
  /**
   * A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.
   */
  file?: string
  /**
   * A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.
   *
   * @minItems 1
   */
  command?: [string, ...string[]]
  /**
   * An Ansible variable, kept in a vault.
   */
  ansible_var?: string
}
/**
 * How the playbook's exim-relay sends e-mail. Without a relay it delivers directly, which many providers treat as spam.
 */
export interface Email {
  /**
   * The address that e-mail comes from.
   */
  sender?: string
  /**
   * The mail server that e-mail is sent through, with STARTTLS.
   */
  relay?: {
    /**
     * Its host name.
     */
    host: string
    /**
     * Its port; 465 is not supported. Default: 587.
     */
    port?: number
    /**
     * The user name there.
     */
    username?: string
    password?: SecretReference7
  }
  /**
   * Matrix Authentication Service: the mail server that it uses instead of the playbook's relay.
   */
  smtp?: {
    /**
     * Its host name.
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
     * The user name there.
     */
    username?: string
    password?: SecretReference8
  }
}
/**
 * Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.
 */
export interface SecretReference7 {
  /**
   * An environment variable on the machine where Ansible runs.
   */
  env?: string
  /**
   * A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.
   */
  file?: string
  /**
   * A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.
   *
   * @minItems 1
   */
  command?: [string, ...string[]]
  /**
   * An Ansible variable, kept in a vault.
   */
  ansible_var?: string
}
/**
 * Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.
 */
export interface SecretReference8 {
  /**
   * An environment variable on the machine where Ansible runs.
   */
  env?: string
  /**
   * A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.
   */
  file?: string
  /**
   * A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.
   *
   * @minItems 1
   */
  command?: [string, ...string[]]
  /**
   * An Ansible variable, kept in a vault.
   */
  ansible_var?: string
}
/**
 * How clients and other servers find the domain's homeserver. Without it, nothing is set up.
 */
export interface Discovery {
  /**
   * Who serves https://DOMAIN/.well-known/matrix: playbook, if DOMAIN itself points to the host; or web_server, your own, for which files and configuration snippets are written to well-known/.
   */
  served_by: 'playbook' | 'web_server'
  /**
   * The name under which the homeserver is reached. Default: matrix.DOMAIN.
   */
  address?: string
  /**
   * The port that other servers connect to. Default: 8448.
   */
  federation_port?: number
  /**
   * How people and the operators of other servers can contact you.
   */
  support?: {
    /**
     * The address of a contact page.
     */
    page?: string
    /**
     * People or teams, each with a role and a matrix_id, an email_address, or both.
     *
     * @minItems 1
     */
    contacts?: [
      {
        /**
         * What they are responsible for.
         */
        role: 'admin' | 'security'
        /**
         * Their Matrix account.
         */
        matrix_id?: string
        /**
         * Their e-mail address.
         */
        email_address?: string
      },
      ...{
        /**
         * What they are responsible for.
         */
        role: 'admin' | 'security'
        /**
         * Their Matrix account.
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
   * The part of @john:DOMAIN before the colon, or the whole user ID.
   */
  username: string
  /**
   * The name that people see, at most 256 characters (Synapse and MAS).
   */
  display_name?: string
  /**
   * Whether it is a server admin.
   */
  admin?: boolean
  /**
   * The kind of account: a person (user), a bot, or support (Synapse and MAS).
   */
  kind?: 'user' | 'bot' | 'support'
  /**
   * Verified e-mail addresses of the account (Synapse and MAS). Its other addresses are left alone.
   *
   * Items: An e-mail address.
   */
  emails?: string[]
  /**
   * present: it can sign in. locked: it cannot, for now. deactivated: it is closed, and loses its password, sessions and rooms. Default: a new account is present; an existing one stays as it is.
   */
  state?: 'present' | 'locked' | 'deactivated'
  /**
   * The last day of the account, in UTC. Afterwards plan, apply and ensure-users lock it, and do not create it; plan shows whose last day is within 30 days. Until then it is present, unless state says otherwise (Synapse and MAS).
   */
  until?: string
  /**
   * A permanent identifier from your list of people, such as a pupil's number, by which import-users --group recognizes the person. It stays in your files; no server gets it.
   */
  id?: string | number
  /**
   * Anything else about the person, such as { class: 7b }: import-users --group writes the other columns of a list here, and apply --sheet shows them. They stay in your files; no server gets them.
   */
  notes?: {
    /**
     * A note.
     */
    [k: string]: string | number
  }
  password?: SecretReference9
  /**
   * on_create: only a new account gets the password. always: the account also gets it whenever it has another one, which ends its sessions (Synapse and Dendrite). Default: on_create.
   */
  password_updates?: 'on_create' | 'always'
  /**
   * Instead of password: generate one when the account is created, and store it in one of three ways: file, command or shown (the default).
   */
  generate?: {
    /**
     * Its own file, relative to this file, readable only by its owner. It is written first; if it already exists, its content is the password.
     */
    file?: string
    /**
     * A program and its arguments, with no {{, {% or {# in them. It runs where registrar or Ansible runs, and gets the password as a line on standard input before the account is created.
     *
     * @minItems 1
     */
    command?: [string, ...string[]]
    /**
     * For you to hand out: registrar shows it once, after the account exists, and stores it nowhere. Ansible, whose output may be logged, writes it to passwords/DOMAIN/USERNAME.txt, which only you can read.
     */
    shown?: true
    /**
     * Make it of this many words joined by -, which a person can remember and type. Each adds 11 bits, as it is drawn from 2048: 4 words have 44 bits, 6 have 66. Default: 24 letters and digits, 142 bits.
     */
    words?: number
    /**
     * The language of the words, without accents. Default: en.
     */
    language?: 'en' | 'fr' | 'es' | 'it' | 'pt' | 'cs'
  }
}
/**
 * Where to find the secret: exactly one of env, file, command and ansible_var. Never write the secret itself into this file.
 */
export interface SecretReference9 {
  /**
   * An environment variable on the machine where Ansible runs.
   */
  env?: string
  /**
   * A file on the machine where Ansible runs, relative to this file, with no {{, {% or {# in its name; one newline at its end is removed.
   */
  file?: string
  /**
   * A program and its arguments, run on the machine where Ansible runs, with no {{, {% or {# in them; one newline at the end of its output is removed.
   *
   * @minItems 1
   */
  command?: [string, ...string[]]
  /**
   * An Ansible variable, kept in a vault.
   */
  ansible_var?: string
}
