import { randomInt } from 'node:crypto'

/** Digits that only this run has in its passwords: wherever they are seen, a password of this run is. */
export const mark = `${randomInt(1_000_000_000, 10_000_000_000)}`

/** A file that exists once a part of a password was run as a command. */
export const evaluated = `/tmp/PWN-${mark}`

/** What stands for a password on its way from a keyboard to a homeserver, and why it is here: MARK and FILE stand for those above. */
const hazards: [password: string, why: string][] = [
  [
    'MARK  two: spaces #c',
    'splitting words makes two spaces one; key=value ends at a space; YAML: a mapping, a comment',
  ],
  [' MARK ', 'a space at either end: `read`, YAML and key=value take it away'],
  ['MARK admin=yes username=eve', "more values, to Ansible's key=value and just's own assignments"],
  ['--extra-vars=@MARK', 'an option, to just, ansible-playbook, argparse and the CLI'],
  ['$HOME ${PATH} $1 $MARK', 'variables, to each shell on the way'],
  ['$(touch FILE)`touch FILE`', 'commands to substitute, in double quotes too'],
  ["'; touch FILE; '", "leaves a shell's single quotes, and SQL's"],
  ['"; touch FILE; echo "', 'leaves the double quotes of a shell, of JSON and of YAML'],
  ['MARK&true|true>&2<x;(:)', "a shell's operators"],
  ['*?[0-9]{1,2}MARK', 'patterns of file names; YAML: an alias that is nowhere'],
  ["{{ lookup('pipe', 'touch FILE') }}", 'evaluated by Jinja, once or twice, and by just'],
  ['{% raw %}MARK{# x #}{{', 'no Jinja template at all, and comments'],
  ['!unsafe MARK !!', "YAML's and Ansible's tags; a shell's history"],
  ['$ANSIBLE_VAULT;1.1;AES256\nMARK', "the first line of a vault's text, which Ansible would decrypt"],
  ['[{"a": "MARK"}, None]', 'a list, to JSON, YAML and to an Ansible that reads results as Python'],
  ['0MARK', 'a number with a zero before it, octal in YAML 1.1'],
  ['yes', 'a boolean in YAML 1.1; too short for Dendrite'],
  ['@MARK/../etc/passwd', 'a file to read, to curl and --extra-vars; reserved in YAML'],
  ['%s%(domain)s{0}%%MARK', "Python's two ways to format, printf, percent-encoding"],
  ['C:\\MARK\\n\\u0041\\\\x\\', 'backslashes, one at the end: `read`, JSON, YAML, a quote behind it'],
  ['l1\nMARK\r\nl3\n', 'lines, and one that ends: line by line is how standard input, CSV and the first command go'],
  ['\tMARK\u0001\u001b[31m\u007f', 'control characters: JSON and YAML escape them, a terminal obeys'],
  ['\ufeffMARK\u0085\u2028x', 'a byte order mark, and what ends lines in YAML 1.1, JavaScript and Python'],
  ['e\u0301\ufb01MARK\u{1f600}', 'NFKC, which Synapse applies and Dendrite does not; a pair of surrogates in JSON'],
  ['#MARK,"a",it\'s <b>', 'a comment, a CSV field, both quotes, redirection, a placeholder'],
  ['x=MARK; DROP TABLE users; -- :name $1 ?', 'SQL, and what binds values in it'],
  ['', 'none at all, which is refused'],
  ['\u00e9'.repeat(31) + 'MARK', 'the longest that bcrypt takes: 72 bytes, of fewer characters'],
  ['\u00e9'.repeat(31) + 'MARKx', 'a byte more, which is refused'],
  ['\ufdfa\ufdfaMARK', '16 bytes as typed, and 76 after NFKC: Synapse refuses it, Dendrite does not'],
]

/** The 30 that go one by one by each way; each hazard of each layer is in them at least once. */
export const hostilePasswords = hazards.map(([password]) =>
  password.replaceAll('MARK', mark).replaceAll('FILE', evaluated),
)
