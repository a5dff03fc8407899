#!/bin/bash
# Installs Neovim, Emacs, Vim and Helix from Debian, and lets each of them use the server through the
# configuration that is shipped beside this file. Needs Debian, root, and a built server.
#   clients/test.sh [nvim|nvim-killed|emacs|lsp-mode|vim|helix ...]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd -P)
jar=${HLD_JAR:-$here/../server/target/hld.jar}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
missing=()
for pair in nvim:neovim emacs:emacs-nox vim:vim tmux:tmux; do
  command -v "${pair%%:*}" > /dev/null || missing+=("${pair##*:}")
done
for package in vim-ale elpa-eglot elpa-lsp-mode elpa-yasnippet elpa-markdown-mode; do
  dpkg -s "$package" > /dev/null 2>&1 || missing+=("$package")
done
if [ ${#missing[@]} -gt 0 ]; then
  apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" > /dev/null
fi

# A name of its own tells this run's servers from any other.
cat > "$work/hld" <<EOF
#!/bin/sh
exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xmx96m -Dhld.test=$work -jar "$jar" serve
EOF
chmod +x "$work/hld"
export HLD_COMMAND="$work/hld" HLD_EXECUTABLE="$work/hld" HOME="$work/home"
mkdir -p "$HOME"

prepare() {
  mkdir -p "$work/$1"
  cat > "$work/$1/05A-production-deep-dives-core.md" <<'EOF'
# Shop: Core

## Step 7: Caching (Redis)

### B) OUR USAGE (HOW WE USE IT HERE)

Redis holds the carts.
EOF
  export HLD_DOC="$work/$1/05A-production-deep-dives-core.md"
}

servers() { pgrep -f -- "-Dhld.test=$work" | wc -l; }

gone() {
  for _ in $(seq 100); do
    [ "$(servers)" -eq 0 ] && { echo "$1: the server is gone"; return; }
    sleep 0.1
  done
  echo "$1: a server was left behind"; exit 1
}

nvim_() { prepare nvim; HLD_CONFIG=$here/neovim/hld.lua timeout 90 nvim --headless -u NONE -i NONE -n -c "luafile $here/test/nvim.lua" 2>&1; echo; gone nvim; }

nvim_killed_() {
  prepare killed
  HLD_CONFIG=$here/neovim/hld.lua nvim --headless -u NONE -i NONE -n -c "let g:hld_command=['$work/hld']" -c "luafile $here/neovim/hld.lua" -c 'filetype on' -c "edit $HLD_DOC" > /dev/null 2>&1 &
  editor=$!
  for _ in $(seq 100); do [ "$(servers)" -gt 0 ] && break; sleep 0.1; done
  [ "$(servers)" -gt 0 ] || { echo "no server was started"; exit 1; }
  kill -9 $editor
  gone "nvim, killed"
}

emacs_() { prepare emacs; HLD_CONFIG=$here/emacs/hld.el timeout 120 emacs --batch --eval "(progn (require 'package) (package-initialize))" -l "$here/test/emacs.el" 2>&1 | grep -v '^Loading\|^Wrote'; gone emacs; }

lsp_mode_() { prepare lsp-mode; HLD_CONFIG=$here/emacs/hld.el timeout 120 emacs --batch --eval "(progn (require 'package) (package-initialize))" -l "$here/test/lsp-mode.el" 2>&1 | grep '^DIAG\|^HOVER\|^CODE\|^PASS\|^FAIL\|rror'; gone lsp-mode; }

vim_() { prepare vim; HLD_CONFIG=$here/vim/hld.vim OUT=$work/vim.txt timeout 90 vim -Nu NONE -i NONE -n -es -S "$here/test/ale.vim" || { cat "$work/vim.txt"; exit 1; }; cat "$work/vim.txt"; gone vim; }

# Helix is in Debian since 13; for an older one it is unpacked beside its own libraries, not installed.
helix() {
  if command -v hx > /dev/null; then
    echo hx
    return
  fi
  local at=$work/debian
  mkdir -p "$at"/{lists/partial,cache/archives/partial,debs,root}
  awk 'BEGIN { RS = ""; ORS = "\n\n" } /Suites: bookworm( |\n)/ { gsub(/bookworm-updates/, ""); gsub(/bookworm/, "trixie"); print }' \
    /etc/apt/sources.list.d/debian.sources > "$at/trixie.sources"
  local apt=(apt-get -qq -o "Dir::Etc::SourceList=$at/trixie.sources" -o Dir::Etc::SourceParts=/dev/null
    -o "Dir::State::Lists=$at/lists" -o "Dir::Cache=$at/cache" -o APT::Sandbox::User=root)
  "${apt[@]}" update > /dev/null && (cd "$at/debs" && "${apt[@]}" download hx libc6 libgcc-s1 > /dev/null)
  for file in "$at"/debs/*.deb; do dpkg -x "$file" "$at/root"; done
  local libraries
  libraries=$(dirname "$(find "$at/root" -name 'ld-linux-*' -path '*/lib/*-linux-gnu/*' | head -n 1)")
  cat > "$work/hx" <<EOF
#!/bin/sh
HELIX_RUNTIME=$at/root/usr/lib/hx/runtime exec $(find "$libraries" -name 'ld-linux-*' | head -n 1) --library-path $libraries $at/root/usr/lib/hx/hx "\$@"
EOF
  chmod +x "$work/hx"
  echo "$work/hx"
}

helix_() { prepare helix; HELIX=$(helix) PATH=$work:$PATH HLD_CONFIG=$here/helix/languages.toml timeout 120 "$here/test/helix.sh"; gone helix; }

for client in "${@:-nvim nvim-killed emacs lsp-mode vim helix}"; do
  for each in $client; do "${each//-/_}_"; done
done
