#!/bin/sh
# `npm start [-- --once] [-- --yes]`: gets ready, then runs config/dibs.yaml, or the demo when there is none.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
. "$root/tools/ready.sh"
yes=no
for word in "$@"; do [ "$word" = --yes ] && yes=yes; done

ready_node
ready_packages
if [ -z "${REDIS_URL:-}" ] && ! { [ -f config/dibs.yaml ] && grep -Eq '^[[:space:]]+url:[[:space:]]*["'\'']?(rediss?|unix):' config/dibs.yaml; }; then
  ready_program redis-server redis-server ||
    fail "redis-server is missing; install it (Debian: apt-get install redis-server) or set REDIS_URL to a Redis of yours"
fi
if [ -f config/dibs.yaml ]; then
  exec bin/dibs run --config config/dibs.yaml "$@"
fi
exec bin/dibs demo "$@"
