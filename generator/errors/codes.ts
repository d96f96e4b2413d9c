/** Every code of a diagnostic about a host file: the anchors of schemas/ERRORS.md. */
export const codes = {
  alias: { title: 'An anchor, an alias or a merge key', explanation: 'Host files say each value where it stands. Write it out.' },
  'conflicting-keys': { title: 'Two keys that contradict each other', explanation: 'One of them would have no effect. Keep the one that you mean.' },
  'duplicate-host': { title: 'Two files for one host', explanation: 'Each host has one file; both would write the same variables.' },
  'duplicate-key': { title: 'A key that stands twice', explanation: 'Readers of YAML disagree on which of them counts.' },
  'empty-file': { title: 'An empty file', explanation: 'A host file says at least version, domain, host and homeserver.' },
  'invalid-value': { title: 'A value that the key cannot have', explanation: 'The message says what is expected; schemas/README.md lists every key.' },
  'missing-file': { title: 'A file that is not there', explanation: 'The path is relative to the directory in which the command runs.' },
  'missing-key': { title: 'A key that must be there', explanation: 'schemas/README.md says which keys are required.' },
  'newer-version': { title: 'A file for a newer registrar', explanation: 'This program reads version 1. Update it, or write the file in that version.' },
  'not-a-file': { title: 'A directory in the place of a file', explanation: 'Name the files in it.' },
  'not-text': { title: 'A file that is not text', explanation: 'A host file is YAML in UTF-8.' },
  'several-documents': { title: 'Several documents in a file', explanation: 'One file describes one host.' },
  'suspicious-domain': { title: 'A domain that looks like a host name', explanation: 'The domain is what stands after the colon in @john:example.com; it is rarely the name of the machine.' },
  syntax: { title: 'Text that is not YAML', explanation: 'The caret shows where reading stopped; the mistake may stand just before it.' },
  tab: { title: 'A tab in the indentation', explanation: 'YAML wants spaces.' },
  tag: { title: 'A YAML tag', explanation: 'Tags such as !vault have no meaning in a host file, which holds no secrets.' },
  'too-large': { title: 'A file of more than 1 MiB', explanation: 'It cannot be a host file, and is not read.' },
  'unknown-key': { title: 'A key that is not known', explanation: 'schemas/README.md lists every key.' },
  'unreadable-file': { title: 'A file that cannot be read', explanation: 'The system refused it; the message says why.' },
  'unsupported-homeserver': { title: 'A homeserver that cannot be managed', explanation: 'Conduit, Continuwuity and Tuwunel have no registration interface for operators, so nothing could be done there.' },
} as const satisfies Record<string, { title: string; explanation: string }>

export type DiagnosticCode = keyof typeof codes
