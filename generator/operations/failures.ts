/** Why an operation did not end well: what is wrong, then what to do. */
export interface Explanation {
  message: string
  hint: string
}

/**
 * Every failure, in the words that all surfaces use. `%(name)s` stands for a fact: user_id, username, domain, host,
 * homeserver, service, limit, size, detail. Facts are never secrets.
 */
export const failures = {
  unsupported_homeserver: {
    message: 'Accounts cannot be managed on %(homeserver)s: only Synapse and Dendrite can.',
    hint: 'Conduit, Continuwuity and Tuwunel have no registration interface for operators; register in a client with the registration token of their configuration.',
  },
  several_hosts: {
    message: 'This inventory has several hosts, and none was named: %(detail)s.',
    hint: 'Add --limit HOST (or -e target=HOST): the same account on every server is hardly ever what was meant.',
  },
  extra_words: {
    message: 'A value in --extra-vars has a space in it, so that Ansible cut it there (%(detail)s).',
    hint: 'Nothing was registered. Use the recipe, or put the password into the environment variable MATRIX_PASSWORD and leave it out of --extra-vars: both carry any password.',
  },
  username_missing: {
    message: 'No username was given.',
    hint: 'Add --extra-vars=username=john, or run: just register-user john.',
  },
  invalid_username: {
    message: '"%(username)s" cannot be a username on this server.',
    hint: "Use lower-case letters a-z, digits and . _ = - / +, not beginning with _, not only digits on Synapse, and at most 255 characters with @ and :%(domain)s (254 on Dendrite).",
  },
  other_domain: {
    message: '"%(username)s" is not an account of %(domain)s.',
    hint: 'This host serves @...:%(domain)s. Name the host that serves the other domain, or leave the domain out.',
  },
  invalid_admin: {
    message: 'admin is "%(detail)s", which is neither yes nor no.',
    hint: 'Use one of: yes, no, true, false, 1, 0.',
  },
  password_missing: {
    message: 'No password was given.',
    hint: 'Put it into the environment variable MATRIX_PASSWORD, or run the recipe on a terminal to be asked for it.',
  },
  password_not_text: {
    message: 'The password is not text: JSON or YAML made a number, a boolean or a list of it.',
    hint: 'Put it in quotes, or into the environment variable MATRIX_PASSWORD.',
  },
  password_too_short: {
    message: 'The password has %(size)s bytes; %(homeserver)s wants at least %(limit)s.',
    hint: 'Choose a longer one. Nothing was registered.',
  },
  password_too_long: {
    message: 'The password has %(size)s bytes as %(homeserver)s counts them; it keeps only %(limit)s.',
    hint: 'Choose a shorter one: the server would cut it without a word, or lose the account. Nothing was registered.',
  },
  password_unusable: {
    message: 'The password has a character that the server cannot take: NUL, or a byte that is not UTF-8.',
    hint: 'Leave that character out. Nothing was registered.',
  },
  weak_password: {
    message: 'The server refused the password as too weak (%(detail)s).',
    hint: "Choose a stronger one; the rule is the server's.",
  },
  reserved_namespace: {
    message: 'The server keeps %(user_id)s for a bridge, a bot or its own notices (%(detail)s).',
    hint: 'Choose another username. The namespaces are in the registration files of the application services.',
  },
  secret_missing: {
    message: "The homeserver's configuration has no registration_shared_secret (%(detail)s).",
    hint: 'Set registration_shared_secret there (for Dendrite under client_api), restart the homeserver, and try again.',
  },
  secret_mismatch: {
    message: 'The running homeserver does not know the registration_shared_secret of its configuration file (%(detail)s).',
    hint: 'The file was changed after the start: restart %(service)s and try again.',
  },
  delegated: {
    message: 'The homeserver does not register users by shared secret (%(detail)s).',
    hint: 'On Synapse another service owns the accounts (Matrix Authentication Service), or the address is not that of Synapse. On Dendrite the running server has no registration_shared_secret: set it and restart %(service)s.',
  },
  not_proven: {
    message: 'The server said that it registered %(user_id)s, but logging in with that password failed (%(detail)s).',
    hint: 'Do not hand the account out. Try again with another password, and look into the log: journalctl -u %(service)s.',
  },
  config_unreadable: {
    message: "The homeserver's configuration could not be read: %(detail)s.",
    hint: 'Is it there, may the user who runs this read it, and does the host file name the right path?',
  },
  not_installed: {
    message: 'There is no %(service)s on %(host)s.',
    hint: 'Install the homeserver first (with the playbook: just install-all), or correct homeserver and deployment in the host file.',
  },
  service_failed: {
    message: '%(service)s on %(host)s could not be started (%(detail)s).',
    hint: 'See why: systemctl status %(service)s; journalctl -u %(service)s.',
  },
  not_ready: {
    message: 'The homeserver on %(host)s does not answer (%(detail)s).',
    hint: 'See what it does: systemctl status %(service)s; journalctl -u %(service)s. A slow start can be given more time with matrix_users_ready_timeout.',
  },
  server_error: {
    message: 'The homeserver failed (%(detail)s).',
    hint: 'The cause is in its log: journalctl -u %(service)s. Whether the account exists now is not known: run the same command again.',
  },
  cannot_predict: {
    message: 'Whether %(user_id)s would be created cannot be told beforehand: %(detail)s.',
    hint: 'Nothing was touched. Without --check the server itself decides.',
  },
  tool_missing: {
    message: 'A program that is needed on %(host)s is missing or may not be run: %(detail)s.',
    hint: 'With the playbook, docker must be there. For a native install, deployment.python in the host file names the Python that runs Synapse.',
  },
  become_refused: {
    message: 'Becoming root on %(host)s was refused: %(detail)s.',
    hint: 'Set connection.become.password in the host file, or add --ask-become-pass; the user must be allowed to use sudo.',
  },
  unreachable: {
    message: '%(host)s could not be reached: %(detail)s.',
    hint: 'Check connection in the host file, and that ssh to the host works from here. Nothing was touched.',
  },
  program_failed: {
    message: 'The program that speaks to the homeserver failed on %(host)s: %(detail)s.',
    hint: 'This is a bug of matrix-registrar, or something unforeseen on the host: please report it with this line.',
  },
} as const satisfies Record<string, Explanation>

export type Failure = keyof typeof failures

/** Refused for what was asked, not for what the host is: the person who asks can mend it. */
export const refusals: ReadonlySet<Failure> = new Set([
  'unsupported_homeserver',
  'several_hosts',
  'extra_words',
  'username_missing',
  'invalid_username',
  'other_domain',
  'invalid_admin',
  'password_missing',
  'password_not_text',
  'password_too_short',
  'password_too_long',
  'password_unusable',
  'weak_password',
  'reserved_namespace',
])
