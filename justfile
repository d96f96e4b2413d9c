# List the recipes
[private]
default:
    @just --list

# Types and lint
[group('checks')]
check:
    npm run lint

# The whole suite, on real servers
[group('checks')]
test:
    npm test

# The lines of generator/ that the tests run
[group('checks')]
coverage:
    npm run coverage

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
ready: schema role check test coverage

# A real Synapse, a workspace, an account, a login
[group('try')]
demo *args:
    npm run demo -- {{ args }}
