# List the recipes
[private]
default:
    @just --list

# Types, lint and format of every language
[group('checks')]
check:
    npm run lint

# The whole suite, on real servers, and which lines of generator/ it runs; or the test files with a word in their path
[group('checks')]
test *words:
    npm test -- {{ words }}

# What the format of every language asks for
[group('checks')]
format:
    npm run format

# Speed and memory, as ratios against a reference in the same run
[group('checks')]
bench:
    npm run bench

# What is made from schemas/: types, validator, references
[group('generated')]
schema:
    npm run schema

# The committed role
[group('generated')]
role:
    npm run role

# All that must be true before a commit
[group('checks')]
ready: schema role check test

# A real Synapse, a workspace, an account, a login
[group('try')]
demo *args:
    npm run demo -- {{ args }}
