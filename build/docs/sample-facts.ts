/** What stands for the facts of a message where no account is meant: those of the examples. */
const samples: Record<string, string> = {
  user_id: '@john:example.com',
  username: 'john',
  domain: 'example.com',
  host: 'matrix.example.com',
  rank: 'an ordinary user',
  email: 'john@example.com',
  display_name: 'Johnny',
  kind: 'bot',
  token: 'welcome-2026',
  person: 'anna',
  session: 'QWERTYUIOP',
  sessions: '2',
  service: 'matrix-synapse.service',
  homeserver: 'Synapse',
  element_url: 'https://element.example.com',
  register_url: 'https://element.example.com/#/register?token=welcome-2026',
}

/** A message with the facts of the examples; what depends on the case is shown as its name, in capitals. */
export function withSamples(message: string): string {
  return message.replace(/%\((\w+)\)s/g, (_all, name: string) => samples[name] ?? name.toUpperCase())
}
