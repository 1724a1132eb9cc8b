#!/bin/sh
# `npm test`: gets ready, then runs everything: format and lint, types, architecture, unit, golden, contract, system tests.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
. "$root/tools/ready.sh"
yes=no
for word in "$@"; do [ "$word" = --yes ] && yes=yes; done

ready_node
ready_packages
ready_program redis-server redis-server || fail "the tests need redis-server (Debian: apt-get install redis-server)"
ready_program dovecot dovecot-imapd dovecot-lmtpd || fail "the tests need Dovecot (Debian: apt-get install dovecot-imapd dovecot-lmtpd)"
ready_program openssl openssl || fail "the tests need openssl"
ready_program git git || fail "the tests need git"
ready_program chromium chromium || fail "the tests need Chromium (Debian: apt-get install chromium)"

say "format and lint"
npx --no-install biome ci --colors=off --max-diagnostics=40 --error-on-warnings .
say "types"
npx --no-install tsc -b src/core
npx --no-install tsc --noEmit
say "tests"
mkdir -p build
exec node tools/run-tests.ts
