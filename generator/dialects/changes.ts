import type { Removal, Renaming } from './dialect.ts'

const betweenLists = 'between 2025-06-01 and 2026-08-22'

/**
 * What the playbook renamed. Several can apply to one name, in this order. A rule is wider than the change on purpose
 * (matrix_synapse_admin_contact is still a name of today): a translation counts only when the release has the new name
 * and not the old one.
 */
export const renamings: Renaming[] = [
  {
    from: /^matrix_synapse_experimental_features_msc3861_enabled$/,
    to: 'matrix_synapse_matrix_authentication_service_enabled',
    since: betweenLists,
    source: 'roles/custom/matrix-synapse/tasks/validate_config.yml',
  },
  {
    from: /^matrix_authentication_service_config_account_registration_token_required$/,
    to: 'matrix_authentication_service_config_account_password_registration_token_required',
    since: '2026-09-11',
    source: 'pull request 5582',
  },
  {
    from: /^matrix_dendrite_(registration_disabled|registration_shared_secret|enable_registration_captcha|recaptcha_\w+)$/,
    to: 'matrix_dendrite_client_api_$1',
    since: 'before 2024-10-20',
    source: 'roles/custom/matrix-dendrite/tasks/validate_config.yml',
  },
  { from: /^matrix_synapse_admin_/, to: 'matrix_ketesa_', since: '2026-04-03', source: 'CHANGELOG.md' },
  {
    from: /^matrix_(?=(appservice|beeper|go|heisenbridge|hookshot|matrix|mautrix|meshtastic|mx_puppet|postmoogle|rustpush|sms|steam|wechat)_)/,
    to: 'matrix_bridge_',
    since: '2026-07-16',
    source: 'CHANGELOG.md',
  },
  {
    from: /_docker_(?=image|src|repo)/,
    to: '_container_',
    since: betweenLists,
    source: 'roles/custom/*/defaults/main.yml',
  },
]

/** What the playbook removed. */
export const removals: Removal[] = [
  {
    names: /^matrix_registration_/,
    since: 'May 2026 (pull request 4919)',
    instead:
      "matrix-registration is archived. Use the homeserver's own registration tokens: matrix_synapse_registration_requires_token.",
  },
  {
    names: /^matrix_bot_matrix_registration_bot_/,
    since: 'July 2026 (pull request 5288)',
    instead: 'Make registration tokens with registrar or the admin UI.',
  },
  {
    names: /^matrix_ldap_registration_proxy_/,
    since: 'May 2026',
    instead: 'Leave it out; the proxy has no successor in the playbook.',
  },
  {
    names: /^matrix_synapse_experimental_features_msc3861_issuer$/,
    since: betweenLists,
    instead: 'Set matrix_synapse_matrix_authentication_service_endpoint, which means another address.',
  },
  {
    names: /^matrix_synapse_experimental_features_msc3861_/,
    since: betweenLists,
    instead: 'Leave it out: the playbook connects Synapse to Matrix Authentication Service by itself.',
  },
]
