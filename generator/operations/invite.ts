import { createRegistrationToken } from './create-registration-token.ts'
import type { Operation } from './operation.ts'
import { email } from './parameters.ts'

const [uses, expires] = createRegistrationToken.parameters
const [token] = createRegistrationToken.options

export const invite = {
  name: 'invite',
  summary: 'Create a registration token for somebody, and print the text to send',
  parameters: [
    { name: 'person', summary: 'whom to invite, as the text addresses them, such as "Anna Berg"', kind: 'text' },
    uses,
    expires,
  ],
  options: [
    { ...email, default: '' },
    {
      name: 'template',
      summary: 'a file with the text to send, in place of the usual one',
      placeholder: 'file',
      kind: 'text',
      default: '',
    },
    token,
  ],
  changes: 'created',
  isAnswer: true,
  messages: { created: 'Registration token for %(person)s: %(token)s (uses: %(uses)s, expires: %(expires)s)' },
  predicts: {
    created: 'Would create registration token for %(person)s: %(token)s (uses: %(uses)s, expires: %(expires)s)',
  },
  text: `Hello {{name}},

you are invited to {{domain}}, a Matrix server.

Create your account in a Matrix client, with {{domain}} as its homeserver.
Or create it in your browser: {{link}}

You will be asked for this registration token:

  {{token}}

The invitation ends on {{expires}}.
`,
  examples: ['anna', 'anna --email anna@example.com --expires 2w', 'anna --template invitation.txt'],
} as const satisfies Operation
