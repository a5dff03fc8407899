#!/usr/bin/env bash
# Runs the extension's packages in a real editor: e2e/run.sh [suite|measure|idle|pictures]. Makes the
# packages first where they are not there or older than what they are made of. Screenshots are left in
# e2e/out; "pictures" puts those that the walkthrough and the README show into media/walkthrough.
set -euo pipefail
cd "$(dirname "$0")/.."
[ -d node_modules ] || npm ci --no-audit --loglevel=error
if [ ! -d ../server/target/dist/hld ] || [ ../server/target/hld.jar -nt ../server/target/dist/SHA256SUMS ]; then
  (cd .. && mvn -B -ntp -q -Pdist -DskipTests package -pl server -am)
fi
made=$(ls -t build/hld-*-linux-*.vsix 2> /dev/null | head -n 1 || true)
if [ -z "$made" ] || [ -n "$(find ../server/target/hld.jar package.json src data schemas snippets media -newer "$made")" ]; then
  npm run package
fi
bash e2e/install.sh
case ${1:-suite} in
  measure | idle) exec node "e2e/$1.mjs" ;;
  suite | pictures) ;;
  *) echo "usage: e2e/run.sh [suite|measure|idle|pictures]" >&2; exit 2 ;;
esac
rm -rf e2e/out
node --test --test-concurrency=1 --test-reporter=spec e2e/suite.mjs
if [ "${1:-suite}" = pictures ]; then
  for pair in new-pack=17-new-pack-made tree=03-tree insert=04-insert-list snippet=08-snippet-offered report=11-report; do
    cp "e2e/out/${pair#*=}.png" "media/walkthrough/${pair%%=*}.png"
  done
fi
