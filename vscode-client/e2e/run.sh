#!/usr/bin/env bash
# Runs the extension's packages in a real editor: e2e/run.sh [suite|measure]. Makes the packages
# first where they are not there (npm run package). Screenshots are left in e2e/out.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -d node_modules ] || npm ci --loglevel=error
ls build/hld-*-linux-*.vsix > /dev/null 2>&1 || npm run package
bash e2e/install.sh
if [ "${1:-suite}" = measure ]; then
  exec node e2e/measure.mjs
fi
exec node --test --test-concurrency=1 --test-reporter=spec e2e/suite.mjs
