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
    explanation: 'The host file has a key of its own for this, and the two disagree. Keep one.',
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
    explanation: 'A host file needs at least version, domain, host and homeserver.',
  },
  'incomplete-registration': {
    title: 'An incomplete way to register',
    explanation: 'Nobody could register that way. The message says what is missing.',
  },
  'invalid-value': {
    title: 'A value that the key cannot have',
    explanation: 'The message says what is expected; schemas/README.md lists every key.',
  },
  'missing-file': {
    title: 'A missing file',
    explanation: 'The path is relative to the directory in which the command runs.',
  },
  'missing-key': { title: 'A missing key', explanation: 'schemas/README.md lists the required keys.' },
  'more-problems': {
    title: 'More problems than are shown',
    explanation: 'The first hundred of each file are shown, with the number of the others.',
  },
  'newer-version': {
    title: 'A file for a newer registrar',
    explanation: 'This program reads version 1. Update it, or write the file in that version.',
  },
  'no-variables': {
    title: 'A file without variables',
    explanation: 'Ansible expects a mapping of names to values, and refuses any other variable file.',
  },
  'not-a-file': { title: 'A directory instead of a file', explanation: 'Name the files in it.' },
  'not-checked': {
    title: 'A file that was not checked',
    explanation:
      'It is encrypted as a whole, so it could not be read, or Ansible does not read it. It may contain mistakes.',
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
    explanation: 'It would refuse its configuration. The message says why, and the help what to do.',
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
  tab: { title: 'A tab in the indentation', explanation: 'YAML allows only spaces.' },
  tag: {
    title: 'A YAML tag',
    explanation: 'Tags such as !vault have no meaning in a host file, which contains no secrets.',
  },
  'token-page': {
    title: 'Which tokens people register with',
    explanation: 'The playbook had matrix-registration until May 2026; since then Synapse asks for its own tokens.',
  },
  'too-large': {
    title: 'A file that is too large',
    explanation:
      'A host file has at most 1 MiB and about 100,000 values, a users file 32 times that. The rest is not read.',
  },
  'unknown-key': { title: 'An unknown key', explanation: 'schemas/README.md lists every key.' },
  'unknown-variable': {
    title: 'A variable that the playbook does not have',
    explanation: 'Ansible accepts any name, and nothing reads this one: the setting would silently have no effect.',
  },
  'unreliable-email': {
    title: 'E-mail that may be rejected as spam',
    explanation:
      'People could not finish registering. A relay, the mail server of a provider, helps; nothing has to be changed if your host has a good sending reputation.',
  },
  'unread-changes': {
    title: 'Breaking changes that nobody has read',
    explanation:
      'The playbook runs only once an operator confirms in a variable that they have read them. No program can do that.',
  },
  'unreadable-file': {
    title: 'A file that cannot be read',
    explanation: 'The system refused it; the message says why.',
  },
  'unsupported-homeserver': {
    title: 'A homeserver that cannot be managed',
    explanation:
      'Conduit, Continuwuity and Tuwunel have no registration interface for operators, so registrar can do nothing there.',
  },
  'unsupported-registration': {
    title: 'A way to register that this homeserver does not have',
    explanation: 'The message says what the server would do instead.',
  },
  'unsupported-release': {
    title: 'Something that this release of the playbook does not have',
    explanation: 'A later release has it. Update the playbook, or do without.',
  },
  'value-not-allowed': {
    title: 'A value that the playbook does not accept',
    explanation: 'It stops before it changes anything. The message says what it accepts.',
  },
  'wrong-type': {
    title: 'A value of the wrong type',
    explanation:
      'The default of the variable has another type. In quotes, no and false are text, which templates treat as true.',
  },
} as const satisfies Record<string, { title: string; explanation: string }>

export type DiagnosticCode = keyof typeof codes
