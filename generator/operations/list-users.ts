import type { Operation } from './operation.ts'

export const listUsers = {
  name: 'list-users',
  summary: 'List the users',
  parameters: [],
  options: [
    { name: 'admins', summary: 'only server admins', kind: 'flag', default: 'no' },
    { name: 'locked', summary: 'only locked accounts', kind: 'flag', default: 'no' },
    { name: 'deactivated', summary: 'only deactivated accounts', kind: 'flag', default: 'no' },
    { name: 'people', summary: 'hide accounts of bridges and of the server itself', kind: 'flag', default: 'no' },
    {
      name: 'name',
      summary: 'filter by a part of the username or display name, such as john',
      placeholder: 'text',
      kind: 'text',
      default: '',
    },
    {
      name: 'inactive',
      summary:
        'only accounts not seen for so long, such as 180d, 26w or 12h (if that is unknown, created so long ago); without deactivated ones, unless --deactivated is given',
      placeholder: 'duration',
      kind: 'text',
      offers: ['30d', '90d', '180d', '365d'],
      default: '',
    },
  ],
  messages: { found: 'The accounts of %(domain)s.' },
  predicts: { found: 'The accounts of %(domain)s.' },
  finds: { fact: 'users' },
  examples: ['', '--admins', '--people --name john --json', '--people --inactive 180d', '--csv'],
} as const satisfies Operation
