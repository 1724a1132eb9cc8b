#!/bin/sh
# `npm run eval`: gets ready, then scores the judgement on the labelled mail of the shared folder.
set -eu
root=$(CDPATH='' cd -- "$(dirname -- "$0")/.." && pwd)
cd "$root"
. "$root/tools/ready.sh"

ready_node
ready_packages
status=0
node tools/eval.ts || status=1
node tools/eval-standing.ts || status=1
node tools/eval-varied.ts || status=1
exit "$status"
