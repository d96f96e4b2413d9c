/** Every code of a diagnostic about a host file: the anchors of schemas/ERRORS.md. */
export const codes = {
  alias: {
    title: 'An anchor, an alias or a merge key',
    explanation: 'Host files do not support them. Write the value out instead.',
  },
  'conflicting-keys': {
    title: 'Two keys that contradict each other',
    explanation: 'One of them would have no effect. Keep the one that you mean.',
  },
  'contradicting-variable': {
    title: 'A variable that contradicts the host file',
    explanation: 'The host file says the same thing in its own words; the two would not agree. Keep one.',
  },
  'duplicate-host': {
    title: 'Two files for one host',
    explanation: 'Each host has one file; both would write the same variables.',
  },
  'duplicate-key': { title: 'A duplicate key', explanation: 'Readers of YAML disagree on which of them counts.' },
  'duplicate-user': {
    title: 'A duplicate account',
    explanation: 'Usernames are the same in upper and lower case, and with @ and the domain.',
  },
  'empty-file': {
    title: 'An empty file',
    explanation: 'A host file says at least version, domain, host and homeserver.',
  },
  'incomplete-registration': {
    title: 'A way to register that lacks something',
    explanation: 'Nobody could register that way. The message says what is missing.',
  },
  'invalid-value': {
    title: 'A value that the key cannot have',
    explanation: 'The message says what is expected; schemas/README.md lists every key.',
  },
  'missing-file': {
    title: 'A file that is not there',
    explanation: 'The path is relative to the directory in which the command runs.',
  },
  'missing-key': { title: 'A key that must be there', explanation: 'schemas/README.md says which keys are required.' },
  'more-problems': {
    title: 'More problems than are shown',
    explanation: 'Of each file the first hundred are shown, and how many more there are.',
  },
  'newer-version': {
    title: 'A file for a newer registrar',
    explanation: 'This program reads version 1. Update it, or write the file in that version.',
  },
  'no-variables': {
    title: 'A file without variables',
    explanation: 'Ansible wants a mapping of names to values, and refuses any other file of variables.',
  },
  'not-a-file': { title: 'A directory in the place of a file', explanation: 'Name the files in it.' },
  'not-checked': {
    title: 'A file that was not checked',
    explanation:
      'It is encrypted as a whole, so nothing in it could be read, or Ansible does not read it. Nothing says that it is right.',
  },
  'not-text': { title: 'A file that is not text', explanation: 'A host file is YAML in UTF-8.' },
  'open-registration': {
    title: 'Registration without any verification',
    explanation: 'Such servers are found and abused within days, so it has to be acknowledged explicitly.',
  },
  'removed-variable': {
    title: 'A variable that the playbook removed',
    explanation: 'It has no effect any more, or the playbook refuses to run.',
  },
  'renamed-variable': {
    title: 'A variable that the playbook renamed',
    explanation: 'The old name has no effect any more, or the playbook refuses to run.',
  },
  'server-does-not-start': {
    title: 'Settings with which a homeserver does not start',
    explanation: 'It would refuse its configuration. The message says why, the help says how to mean it.',
  },
  'several-documents': { title: 'Several documents in a file', explanation: 'One file describes one host.' },
  'suspicious-domain': {
    title: 'A domain that looks like a host name',
    explanation: 'The domain is the part after the colon in @john:example.com; it is rarely the name of the machine.',
  },
  syntax: {
    title: 'Text that is not YAML',
    explanation: 'The caret shows where reading stopped; the mistake may be just before it.',
  },
  tab: { title: 'A tab in the indentation', explanation: 'YAML wants spaces.' },
  tag: {
    title: 'A YAML tag',
    explanation: 'Tags such as !vault have no meaning in a host file, which holds no secrets.',
  },
  'token-page': {
    title: 'Which tokens people register with',
    explanation: 'The playbook had matrix-registration until May 2026; since then Synapse asks for its own tokens.',
  },
  'too-large': {
    title: 'A file that is too large',
    explanation:
      'A host file has at most 1 MiB and some 100,000 values, a file of users 32 times that. What is beyond is not read.',
  },
  'unknown-key': { title: 'A key that is not known', explanation: 'schemas/README.md lists every key.' },
  'unknown-variable': {
    title: 'A variable that the playbook does not have',
    explanation: 'Ansible takes any name, and nothing reads this one: the setting would silently not be made.',
  },
  'unreliable-email': {
    title: 'E-mail that may be rejected as spam',
    explanation:
      'People could not finish registering. A relay, the mail server of a provider, helps; nothing has to be changed if your host has a good sending reputation.',
  },
  'unread-changes': {
    title: 'Breaking changes that nobody has read',
    explanation:
      'The playbook runs only when its variable says that an operator has read them. No program can do that.',
  },
  'unreadable-file': {
    title: 'A file that cannot be read',
    explanation: 'The system refused it; the message says why.',
  },
  'unsupported-homeserver': {
    title: 'A homeserver that cannot be managed',
    explanation:
      'Conduit, Continuwuity and Tuwunel have no registration interface for operators, so nothing could be done there.',
  },
  'unsupported-registration': {
    title: 'A way to register that this homeserver does not have',
    explanation: 'The message says what the server would do instead.',
  },
  'unsupported-release': {
    title: 'Something that this release of the playbook does not have',
    explanation: 'Its servers came to have it later. Update the playbook, or do without.',
  },
  'value-not-allowed': {
    title: 'A value that the playbook does not take',
    explanation: 'It stops before it changes anything. The message says what it takes.',
  },
  'wrong-type': {
    title: 'A value of another type',
    explanation:
      'The default of the variable has another type. In quotes, no and false are text, which templates take for true.',
  },
} as const satisfies Record<string, { title: string; explanation: string }>

export type DiagnosticCode = keyof typeof codes
