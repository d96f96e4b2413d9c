import { howToOpen } from './next-steps.ts'

/** Why an operation did not end well: what is wrong, then what to do. */
interface Explanation {
  message: string
  hint: string
}

/**
 * Every failure, in the words that all surfaces use. `%(name)s` stands for a fact: user_id, username, domain, host,
 * homeserver, service, limit, size, detail, email, display_name, kind, session, token, way. Facts are never secrets.
 */
export const failures = {
  unsupported_homeserver: {
    message: 'Accounts cannot be managed on %(homeserver)s: only Synapse and Dendrite can.',
    hint: 'Conduit, Continuwuity and Tuwunel have no registration interface for operators; register in a client with the registration token of their configuration.',
  },
  unsupported: { message: '%(homeserver)s cannot do that: %(detail)s.', hint: '%(way)s Nothing was changed.' },
  no_password_declared: {
    message: 'There is no such account, and no password to create it with.',
    hint: 'Add password, a reference such as { env: PASSWORD }, or generate: { file: PATH }.',
  },
  still_deactivated: {
    message: 'The account is deactivated; its other settings cannot be changed.',
    hint: 'To bring it back, add state: present.',
  },
  acting_admin: {
    message:
      'This is the admin account that registrar itself uses; it was left unchanged, so that you are not locked out.',
    hint: "Use another admin's access: access.token or access.login in the host file.",
  },
  acting_session: {
    message: 'This is the session that registrar itself uses; it was left alone.',
    hint: 'To end it and remove the access from the host file: registrar setup-access --revoke.',
  },
  acting_token: {
    message: 'Synapse makes no such token for the admin account that registrar itself uses.',
    hint: "setup-access keeps a token of that account. Or use another admin's access. Nothing was changed.",
  },
  token_not_kept: {
    message: 'The access token cannot be kept: %(detail)s.',
    hint: 'Nothing was done. Move that file away, or name another directory in matrix_users_passwords_directory.',
  },
  no_such_session: {
    message: '%(user_id)s has no session %(session)s; it may have ended already.',
    hint: 'list-sessions %(username)s shows them, with their IDs. Nothing was changed.',
  },
  stale_plan: {
    message: 'The accounts of this plan are no longer as they were when it was made.',
    hint: 'Nothing was done. Make the plan again: registrar plan --out FILE.',
  },
  password_not_kept: {
    message: 'A password was to be made, but cannot be kept: %(detail)s.',
    hint: 'Nothing was done. Fix the cause, or name another directory in matrix_users_passwords_directory.',
  },
  password_kind: {
    message: 'A password cannot be made of %(detail)s.',
    hint: 'Nothing was done. Write a number from 4 to 12, with en, fr, es, it, pt or cs as the language: each word adds 11 bits.',
  },
  locked_by_another: {
    message: 'Another registrar is changing accounts on %(host)s right now.',
    hint: 'Wait until it is done, and try again. Nothing was done.',
  },
  not_lockable: {
    message: 'There is no place on %(host)s for the lock that keeps two runs from changing accounts at the same time.',
    hint: 'Nothing was done. For root it is under /run, which may be full or read-only. Other users need a runtime directory (loginctl enable-linger), or connection.become.',
  },
  several_hosts: {
    message: 'This inventory has several hosts; choose one: %(detail)s.',
    hint: 'Add --limit HOST (or -e target=HOST): the same account on every server is rarely intended.',
  },
  extra_words: {
    message: 'A value in --extra-vars contains a space, and Ansible cut it there (%(detail)s).',
    hint: 'Nothing was registered. Use the recipe, or put the password into the environment variable MATRIX_PASSWORD instead: both accept any password.',
  },
  username_missing: {
    message: 'No username was given.',
    hint: 'Add --extra-vars=username=john, or run: just register-user john.',
  },
  invalid_username: {
    message: '"%(username)s" cannot be a username on this server.',
    hint: 'Use lower-case letters a-z, digits and . _ = - / +, not beginning with _, not only digits on Synapse, and at most 255 characters with @ and :%(domain)s (254 on Dendrite).',
  },
  other_domain: {
    message: '"%(username)s" is not an account of %(domain)s.',
    hint: 'This host serves @...:%(domain)s. Name the host that serves the other domain, or leave the domain out.',
  },
  other_server: {
    message: 'The server on %(host)s is not the one for %(domain)s: %(detail)s.',
    hint: 'domain in the host file must be exactly the server_name of the homeserver. Nothing was changed.',
  },
  neither_yes_nor_no: {
    message: '%(detail)s, which is neither yes nor no.',
    hint: 'Use one of: yes, no, true, false, 1, 0.',
  },
  not_confirmed: {
    message: 'Not confirmed: %(user_id)s was not deactivated.',
    hint: 'Deactivating cannot be fully undone. To confirm it, add --yes (Ansible: --extra-vars=matrix_users_yes=yes).',
  },
  erase_not_confirmed: {
    message: 'Erasing %(user_id)s cannot be undone, and was not confirmed.',
    hint: 'Add --confirm-erase %(user_id)s, or for Ansible --extra-vars=matrix_users_confirm_erase=%(user_id)s. Nothing was changed.',
  },
  email_missing: {
    message: 'No e-mail address was given.',
    hint: 'Add --extra-vars=matrix_users_email=john@example.com, or give it after the username.',
  },
  email_invalid: {
    message: '"%(detail)s" is not an e-mail address.',
    hint: 'It looks like john@example.com. Nothing was changed.',
  },
  email_taken: {
    message: 'The address %(email)s could not be added (%(detail)s).',
    hint: 'Does another account have it?',
  },
  email_of_another: {
    message: 'The address %(email)s belongs to %(detail)s.',
    hint: 'The server would silently take it from that account, which could then no longer use it to reset its password. To move it, remove it from that account first. Nothing was changed.',
  },
  email_unsupported: {
    message: '%(homeserver)s registers accounts without an e-mail address.',
    hint: 'Leave it out; on Synapse, add-email gives the account one afterwards. Nothing was registered.',
  },
  display_name_invalid: {
    message: 'Display names must have 1 to 256 characters besides the blanks around them, and no control characters.',
    hint: 'Write it in quotes, after the username. Nothing was changed.',
  },
  kind_invalid: {
    message: '"%(kind)s" is not a kind of account.',
    hint: 'Use one of: user, bot, support. Nothing was changed.',
  },
  kind_unsupported: {
    message: '%(homeserver)s has no kinds of accounts.',
    hint: 'Leave it out. Nothing was registered.',
  },
  person_invalid: {
    message: 'The name of whom to invite is empty, or has a control character.',
    hint: 'Write it in one line. No token was made.',
  },
  registration_closed: {
    message: 'Nobody could accept the invitation: registration is closed, or asks for no token.',
    hint: `${howToOpen} No token was made.`,
  },
  template_unreadable: {
    message: 'The text of the invitation cannot be read: %(detail)s.',
    hint: 'Name a file on this machine, of UTF-8 text. No token was made.',
  },
  template_unknown: {
    message: 'The text of the invitation names "%(detail)s", which no invitation has.',
    hint: 'It can name: %(way)s. No token was made.',
  },
  token_missing: { message: 'No registration token was given.', hint: 'list-registration-tokens shows them.' },
  token_invalid: {
    message: '"%(token)s" cannot be a registration token here.',
    hint: 'Use at most 64 of: letters, digits and . _ ~ -.',
  },
  token_exists: {
    message: 'Registration token %(token)s already exists.',
    hint: 'Choose another one, or change it: update-registration-token.',
  },
  no_such_token: { message: 'There is no registration token %(token)s.', hint: 'list-registration-tokens shows them.' },
  uses_invalid: { message: '"%(detail)s" is not a valid number of uses.', hint: 'Use a number above 0, or unlimited.' },
  expires_invalid: {
    message: '"%(detail)s" is not a valid expiry.',
    hint: 'Use 30m, 12h, 7d, 2w, a future date such as 2027-01-31, or never.',
  },
  inactive_invalid: {
    message: '"%(detail)s" is not a length of time.',
    hint: 'Use 30d, 26w or 12h: list-users shows accounts that were last seen longer ago than that.',
  },
  value_not_text: {
    message: '%(detail)s is not text: JSON or YAML turned it into a number, a boolean, a date or a list.',
    hint: 'Put it in quotes, as text: 007 would be 7, and yes would be True. Nothing was changed.',
  },
  password_missing: {
    message: 'No password was given.',
    hint: 'Put it into the environment variable MATRIX_PASSWORD, or run the recipe on a terminal to be asked for it.',
  },
  own_password_missing: {
    message: 'Dendrite creates a token only with the password of %(user_id)s, and none was given.',
    hint: 'Put it into the environment variable MATRIX_PASSWORD, or run the recipe on a terminal to be asked for it. A host command reads it from standard input.',
  },
  declared_password_missing: {
    message: 'Its password comes from the %(detail)s.',
    hint: 'Put the password there, and run this again.',
  },
  password_not_text: {
    message: 'The password is not text: JSON or YAML turned it into a number, a boolean or a list.',
    hint: 'Put it in quotes, or into the environment variable MATRIX_PASSWORD.',
  },
  password_line_end: {
    message: 'The password on standard input has %(detail)s, which nobody could type when signing in.',
    hint: 'One line end is cut, LF or CR LF. Give the password without anything else around it. Nothing was changed.',
  },
  password_too_short: {
    message: 'The password has %(size)s bytes; %(homeserver)s wants at least %(limit)s.',
    hint: 'Choose a longer one. Nothing was changed.',
  },
  password_too_long: {
    message: 'The password has %(size)s bytes as %(homeserver)s counts them; it keeps only %(limit)s.',
    hint: 'Choose a shorter one: the server would silently cut it, or lose the account. Nothing was changed.',
  },
  password_unusable: {
    message: 'The password has a character that the server cannot take: NUL, or a byte that is not UTF-8.',
    hint: 'Remove that character. Nothing was changed.',
  },
  weak_password: {
    message: 'The password is too weak for the server (%(detail)s).',
    hint: 'Choose a stronger one. On MAS, --accept-weak-password (Ansible: --extra-vars=matrix_users_accept_weak_password=yes) overrides its rule. Nothing was changed.',
  },
  weak_password_half: {
    message:
      'The server rejected the password as too weak (%(detail)s). %(user_id)s was created, but has no password yet.',
    hint: 'Run the same command again with a stronger one to complete the account, or add --accept-weak-password (Ansible: --extra-vars=matrix_users_accept_weak_password=yes).',
  },
  passwords_disabled: {
    message: 'Passwords are disabled on this server (%(detail)s).',
    hint: 'Users sign in through another service. The setting is password_config of Synapse (enabled, localdb_enabled), or passwords.enabled of MAS.',
  },
  not_provisioned: {
    message: '%(user_id)s was registered, but the homeserver does not know it yet (%(detail)s).',
    hint: 'MAS retries by itself. Check that Synapse is running. The log of MAS: journalctl -u %(service)s.',
  },
  cli_cannot: {
    message: 'mas-cli cannot do that: %(detail)s.',
    hint: 'Set access.client in the host file instead of access.cli: a client of the Admin API can (schemas/README.md). Nothing was changed.',
  },
  token_page_cannot: {
    message: 'matrix-registration cannot do that: %(detail)s.',
    hint: "Leave registration.token_page out of the host file: Synapse's own tokens can do more. Nothing was changed.",
  },
  token_page_rejected: {
    message: 'matrix-registration rejected the admin secret (%(detail)s).',
    hint: 'Check what registration.token_page.admin_secret refers to, and that the playbook has run since it was changed. Nothing was changed.',
  },
  token_page_busy: {
    message: 'matrix-registration is rate-limiting requests (%(detail)s).',
    hint: 'It accepts ten a minute and a hundred a day. Wait, then run the same command again.',
  },
  token_page_absent: {
    message: 'matrix-registration does not answer on %(host)s (%(detail)s).',
    hint: 'Check its status: systemctl status matrix-registration.service. The playbook installs it if registration.token_page is set: just setup-all.',
  },
  cli_password_refused: {
    message:
      'mas-cli takes a password only on its command line, where everybody on %(host)s can read it while it runs.',
    hint: 'Set access.client, a client of the Admin API, to keep passwords off command lines; or accept the risk with access.cli: { passwords_on_command_line: accepted }. Nothing was changed.',
  },
  cli_silent: {
    message: 'mas-cli printed no result.',
    hint: 'mas-cli reports only in its log: check that RUST_LOG in its container does not turn it off. Or set access.client instead.',
  },
  on_homeserver_only: {
    message: 'The homeserver has or reserves the name of %(user_id)s, but MAS does not know the account (%(detail)s).',
    hint: 'It was created before the move to MAS, or without MAS, or a bridge owns the name: migrate it with syn2mas, or choose another name.',
  },
  no_such_user: {
    message: 'There is no account %(user_id)s (%(detail)s).',
    hint: 'Check the name, or register the account first: register-user %(username)s',
  },
  account_deactivated: {
    message: '%(user_id)s is deactivated.',
    hint: 'To bring it back first: reactivate-user %(username)s. Nothing was changed.',
  },
  deactivated_for_good: {
    message: '%(user_id)s is deactivated, and Dendrite has no way for an operator to bring it back.',
    hint: 'Choose another username. Nothing was changed.',
  },
  account_special: { message: '%(user_id)s is %(detail)s, not an account of a person.', hint: 'Nothing was changed.' },
  access_missing: {
    message: 'This needs a %(homeserver)s admin, and the host file has no access.',
    hint: 'registrar setup-access sets one up, and registrar generate passes it on to recipes. If you have one, name it under access in the host file (schemas/README.md). Nothing was changed.',
  },
  access_not_given: {
    message: 'This needs a %(homeserver)s admin, and the environment has no %(detail)s.',
    hint: 'No file on the host has such a secret: set it there, and with sudo add --preserve-env=%(detail)s. Nothing was changed.',
  },
  sessions_need_access: {
    message:
      "Without an admin of the server, the password can be set in the database, but the account's sessions cannot be ended.",
    hint: 'Add --keep-sessions (Ansible: --extra-vars=matrix_users_keep_sessions=yes), or set access in the host file. Nothing was changed.',
  },
  homeserver_token_missing: {
    message: 'This is done by the homeserver behind MAS, and the host file has no token for it.',
    hint: 'Set access.token: a personal session of a MAS admin with the scopes urn:matrix:client:api:* and urn:synapse:admin:*. Or use lock-user, which needs no token. Nothing was changed.',
  },
  sign_in_refused: {
    message: 'The server refused the password of %(user_id)s.',
    hint: 'No session was kept. Check the password, or choose another account: --username creates one, --as uses an existing one.',
  },
  password_wrong: {
    message: 'The server refused the password of %(user_id)s.',
    hint: 'Check it, or set another one: set-password %(username)s. Nothing was changed.',
  },
  access_rejected: {
    message: 'The server rejected the access in the host file (%(detail)s).',
    hint: 'The token or password is wrong or has expired; registrar setup-access creates a new token. Nothing was changed.',
  },
  access_not_admin: {
    message: 'The access in the host file is not that of an admin (%(detail)s).',
    hint: 'Promote that account (promote-admin), or use the access of an admin. Nothing was changed.',
  },
  client_rejected: {
    message: 'MAS rejected the client in the host file (%(detail)s).',
    hint: 'Check that access.client.id and its secret are those of a client in the configuration of MAS (clients), and that %(service)s was restarted since. Nothing was changed.',
  },
  client_not_admin: {
    message: 'The client in the host file is not allowed to use the Admin API of MAS (%(detail)s).',
    hint: 'Add its ID to policy.data.admin_clients in the configuration of MAS. Nothing was changed.',
  },
  mas_not_there: {
    message: 'There is no MAS at the configured address (%(detail)s).',
    hint: 'Correct mas.address in the host file (matrix_users_mas_url for Ansible), including the path (/auth). Its listener needs the resources discovery, oauth and adminapi. Nothing was changed.',
  },
  admin_api_missing: {
    message: 'MAS has no Admin API at the configured address (%(detail)s).',
    hint: 'Its web listener needs the resource adminapi (with the playbook: matrix_authentication_service_admin_api_enabled). If it is on another listener, correct mas.address in the host file.',
  },
  database_unavailable: {
    message: "The homeserver's database could not be used from %(host)s: %(detail)s.",
    hint: 'Its address, name and user come from the configuration of the homeserver. Check that the homeserver itself works with them.',
  },
  state_unwritable: {
    message: 'Could not write the note on %(host)s that a registration was started: %(detail)s.',
    hint: 'Nothing was registered. The directory is mas.state_directory in the host file (matrix_users_mas_state in Ansible).',
  },
  homeserver_unreachable: {
    message: 'MAS cannot reach the homeserver behind it (%(detail)s).',
    hint: 'Check that Synapse is running, and that matrix.endpoint and matrix.secret in the configuration of MAS are right. Nothing was registered.',
  },
  reactivation_undone: {
    message: '%(user_id)s was reactivated, but MAS deactivated it again (%(detail)s).',
    hint: 'A deactivation is still running: try again in a minute. Its log: journalctl -u %(service)s.',
  },
  owned_by_mas: {
    message:
      'Matrix Authentication Service owns the accounts here, but the host file says that the homeserver does (%(detail)s).',
    hint: 'Set authority: mas in the host file, with access.client or access.cli. A change at the homeserver would have no effect. Nothing was changed.',
  },
  taken_in_other_case: {
    message: 'The account %(detail)s already exists: its name differs from %(user_id)s only in upper and lower case.',
    hint: 'Servers accept a name only once, in upper or lower case. Write it as the server has it, or choose another name. Nothing was changed.',
  },
  name_deactivated: {
    message: '%(user_id)s already exists, and is deactivated: its name cannot be registered again.',
    hint: 'To bring it back: reactivate-user %(username)s. Otherwise choose another name. Nothing was changed.',
  },
  rate_limited: {
    message: '%(homeserver)s is rate-limiting requests of this kind (%(detail)s).',
    hint: 'Try again later. Logins have the lowest limit; access.token in the host file avoids those of access.login.',
  },
  refused_by_server: {
    message: '%(homeserver)s refused it: %(detail)s.',
    hint: 'These are its own words. Its log may say more: journalctl -u %(service)s.',
  },
  not_the_server: {
    message: 'What answered on %(host)s is not the API of %(homeserver)s: %(detail)s.',
    hint: 'A proxy, a worker or another program may be listening there. Correct deployment.address (for MAS: mas.address) in the host file, or matrix_users_synapse_url and the like in Ansible.',
  },
  address_unusable: {
    message: '%(homeserver)s cannot be reached on %(host)s at the configured address: %(detail)s.',
    hint: 'Correct deployment.address in the host file (mas.address for MAS), or matrix_users_synapse_url and the like in Ansible. The address is used on the host itself, where plain HTTP is fine.',
  },
  acting_admin_shut_out: {
    message: 'The admin account that registrar itself uses is locked or deactivated (%(detail)s).',
    hint: "Another admin can undo that. Without one, do it in the homeserver's database (users.locked, users.deactivated), and restart it. Nothing was changed.",
  },
  reserved_namespace: {
    message: 'The server reserves %(user_id)s for a bridge, a bot or its own notices (%(detail)s).',
    hint: 'Choose another username. The namespaces are in the registration files of the application services.',
  },
  secret_missing: {
    message: "The homeserver's configuration has no registration_shared_secret (%(detail)s).",
    hint: 'Set registration_shared_secret there (for Dendrite under client_api), restart the homeserver, and try again.',
  },
  secret_mismatch: {
    message:
      'The running homeserver does not know the registration_shared_secret of its configuration file (%(detail)s).',
    hint: 'If the file was changed after the start, restart %(service)s. Otherwise deployment.address or deployment.config is that of another homeserver: registrar doctor checks both.',
  },
  nonce_unknown: {
    message: '%(homeserver)s does not know the nonce that it gave a moment before (%(detail)s).',
    hint: 'Several processes answer there in turn, such as workers behind a proxy. Set deployment.address (Ansible: matrix_users_synapse_url) to the main process. Nothing was registered.',
  },
  delegated: {
    message: 'The homeserver does not register users by shared secret (%(detail)s).',
    hint: 'Another service owns the accounts (then set authority: mas in the host file), or deployment.address is not that of the homeserver: registrar doctor shows which.',
  },
  request_unknown: {
    message: '%(homeserver)s does not know this request (%(detail)s).',
    hint: 'deployment.address may be that of a worker or another server, the version too old, or MAS may own the accounts (then set authority: mas). registrar doctor shows which.',
  },
  not_proven: {
    message: 'The server said that it registered %(user_id)s, but logging in with that password failed (%(detail)s).',
    hint: 'Do not hand out the account. Try again with another password, and check the log: journalctl -u %(service)s.',
  },
  config_unreadable: {
    message: "The homeserver's configuration could not be read: %(detail)s.",
    hint: 'Check that it exists, that the user who runs this may read it, and that the host file has the right path.',
  },
  config_of_another: {
    message:
      'This is not the configuration of %(homeserver)s: it has no server_name where %(homeserver)s expects it (%(detail)s).',
    hint: 'Correct homeserver or deployment.config in the host file; if there are several files, deployment.config must list them all. Nothing was changed.',
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
    message: '%(homeserver)s on %(host)s does not answer (%(detail)s).',
    hint: 'Check systemctl status %(service)s and journalctl -u %(service)s. If it listens elsewhere, correct deployment.address in the host file (for MAS: mas.address).',
  },
  server_error: {
    message: '%(homeserver)s failed (%(detail)s).',
    hint: 'The cause is in its log: journalctl -u %(service)s. It is unknown whether the account exists now: run the same command again.',
  },
  odd_answer: {
    message: '%(homeserver)s on %(host)s did not give a usable answer: %(detail)s.',
    hint: 'Perhaps a proxy is showing a maintenance page. Check deployment.address (for MAS: mas.address) in the host file, and the log: journalctl -u %(service)s.',
  },
  lost_not_done: {
    message: "The server's answer was lost (%(detail)s). A second request showed that nothing was changed.",
    hint: 'Run the same command again.',
  },
  lost_unknown: {
    message: "The server's answer was lost (%(detail)s), so it is unknown whether this was done.",
    hint: 'To find out: show-user %(username)s, or for a registration token list-registration-tokens. Running the same command again is safe.',
  },
  other_registered: {
    message: 'The server says that it registered %(detail)s, which is not %(user_id)s.',
    hint: 'Check domain in the host file; registrar doctor compares it with the server. The account %(detail)s may exist now.',
  },
  cannot_predict: {
    message: 'Cannot predict whether %(user_id)s would be created: %(detail)s.',
    hint: 'Nothing was changed. Without --check the server itself decides.',
  },
  tool_missing: {
    message: 'A program that is needed on %(host)s is missing or may not be run: %(detail)s.',
    hint: 'With the playbook, this needs docker. For a native install, deployment.python in the host file names the Python that runs Synapse.',
  },
  become_refused: {
    message: 'sudo on %(host)s refused: %(detail)s.',
    hint: 'Set connection.become.password in the host file, or add --ask-become-pass; the user must be allowed to use sudo.',
  },
  unreachable: {
    message: 'Cannot connect to %(host)s: %(detail)s.',
    hint: 'Check connection in the host file, and that ssh to the host works from here. Nothing was changed.',
  },
  program_failed: {
    message: 'The program that talks to the homeserver failed on %(host)s: %(detail)s.',
    hint: 'This is a bug of matrix-registrar, or something unforeseen on the host: please report it with this line.',
  },
} as const satisfies Record<string, Explanation>

export type Failure = keyof typeof failures

/** Refused because of the request, not the host: whoever asks can fix it. */
export const refusals: ReadonlySet<Failure> = new Set([
  'unsupported_homeserver',
  'several_hosts',
  'extra_words',
  'username_missing',
  'invalid_username',
  'other_domain',
  'unsupported',
  'neither_yes_nor_no',
  'not_confirmed',
  'erase_not_confirmed',
  'acting_admin',
  'acting_session',
  'acting_token',
  'no_such_session',
  'stale_plan',
  'email_missing',
  'email_invalid',
  'email_of_another',
  'taken_in_other_case',
  'name_deactivated',
  'deactivated_for_good',
  'email_unsupported',
  'display_name_invalid',
  'kind_invalid',
  'kind_unsupported',
  'person_invalid',
  'registration_closed',
  'template_unreadable',
  'template_unknown',
  'token_missing',
  'token_invalid',
  'token_exists',
  'uses_invalid',
  'expires_invalid',
  'inactive_invalid',
  'account_deactivated',
  'account_special',
  'access_missing',
  'access_not_given',
  'sign_in_refused',
  'password_wrong',
  'cli_cannot',
  'token_page_cannot',
  'cli_password_refused',
  'homeserver_token_missing',
  'sessions_need_access',
  'password_missing',
  'own_password_missing',
  'declared_password_missing',
  'password_not_text',
  'value_not_text',
  'password_line_end',
  'password_too_short',
  'password_too_long',
  'password_unusable',
  'weak_password',
  'reserved_namespace',
])
