/** A vars.yml as an operator has it after some years: 400 lines, with what a host file can say and what it cannot. */
export function operatorsVariables(): string {
  const bridges = [
    'mautrix_telegram',
    'mautrix_whatsapp',
    'mautrix_signal',
    'mautrix_discord',
    'mautrix_slack',
    'heisenbridge',
    'hookshot',
    'mautrix_gmessages',
  ]
  return [head, ...bridges.map(bridge), ...Array.from({ length: 50 }, (_, index) => own(index)), tail].join('\n')
}

const head = `---
# The bare domain name which represents your Matrix identity.
matrix_domain: example.com

# The Matrix homeserver software to install.
matrix_homeserver_implementation: synapse # was dendrite once

# A secret used as a base, for generating various other secrets.
matrix_homeserver_generic_secret_key: 'bm90IGEgc2VjcmV0'
matrix_playbook_reverse_proxy_type: playbook-managed-traefik
traefik_config_certificatesResolvers_acme_email: "admin@example.com"
postgres_connection_password: !vault |
  $ANSIBLE_VAULT;1.1;AES256
  62313365396662343061393464336163383764373764613633653634306231386433626436623361
  6134333665353966363534333632666535333761666131620a663537646436643839616531643561
  3430
matrix_playbook_migration_validated_version: v2026.05.18.0

matrix_synapse_enable_registration: yes
matrix_synapse_registration_requires_token: true
matrix_synapse_auto_join_rooms:
  - "#welcome:example.com"
  - '#it''s fine:example.com'
matrix_synapse_allow_guest_access: no

exim_relay_sender_address: matrix@example.com
exim_relay_relay_use: true
exim_relay_relay_host_name: smtp.example.com
exim_relay_relay_host_port: 587
exim_relay_relay_auth: true
exim_relay_relay_auth_username: matrix
exim_relay_relay_auth_password: "{{ lookup('env', 'RELAY') }}"

matrix_static_files_container_labels_base_domain_enabled: true
matrix_static_files_file_matrix_support_enabled: true
matrix_static_files_file_matrix_support_property_m_contacts:
  - matrix_id: "@alice:{{ matrix_domain }}"
    role: m.role.admin
matrix_ketesa_enabled: true
matrix_ketesa_path_prefix: /ketesa
matrix_client_element_default_theme: dark   # people like it
matrix_synapse_max_upload_size_mb: 0o144
matrix_synapse_log_level: "on"
matrix_synapse_rc_registration: &limit
  per_second: 0.17
  burst_count: 3
my_own_limit: *limit
matrix_synapse_configuration_extension_yaml: |
  # what the playbook has no variable for
  forget_rooms_on_leave: true
  media_retention:
    local_media_lifetime: 90d
`

const bridge = (name: string) => `# ${name}, since ${name.length} years
matrix_bridge_${name}_enabled: true

matrix_bridge_${name}_configuration_extension_yaml: |
  bridge:
    permissions:
      '@admin:{{ matrix_domain }}': admin
`

const own = (
  index: number,
) => `my_setting_${index}: ${['yes', '"no"', '1:30', '~', '1_000', '{ a: 1, b: [x, y] }', '"é\\u2028"', "'{{ matrix_domain }}'", '2026-08-22', '0.10'][index % 10]}
my_list_${index}:
  - first
  - ${index}
  -   deep: ${index % 2 ? 'value' : 'off'}
`

const tail = `# the end`
