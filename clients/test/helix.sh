#!/bin/bash
# Drives Helix in a terminal of its own, keys in and screen text out. Needs tmux; $HELIX starts the editor,
# $HLD_CONFIG is the language file that is shipped, $HLD_DOC the text to open.
set -u
export XDG_CONFIG_HOME=$HOME/helix-config XDG_CACHE_HOME=$HOME/helix-cache TERM=tmux-256color
mkdir -p "$XDG_CONFIG_HOME/helix"
cp "$HLD_CONFIG" "$XDG_CONFIG_HOME/helix/languages.toml"
tmux="tmux -L hld-helix-$$ -f /dev/null"
trap '$tmux kill-server 2> /dev/null' EXIT

screen() { $tmux capture-pane -p; }

fail() { echo "FAIL $1"; screen; exit 1; }

wait_for() {
  for _ in $(seq 200); do
    screen | grep -q -- "$1" && { echo "$2 $(screen | grep -m 1 -- "$1")"; return; }
    sleep 0.1
  done
  fail "\"$1\" is not on the screen"
}

# An Escape and a key close behind it would be taken for one key with Alt.
escape() { $tmux send-keys Escape; sleep 0.4; }

$tmux new-session -d -x 120 -y 40 -c "$(dirname "$HLD_DOC")" "exec $HELIX '$HLD_DOC'"
wait_for 'pack/missing-file' DIAG
$tmux send-keys j j
sleep 0.3
$tmux send-keys Space k
wait_for '✗ Cache HIT Path' HOVER
escape
$tmux send-keys g e
sleep 0.3
$tmux send-keys o
sleep 0.3
$tmux send-keys '### '
sleep 0.5
$tmux send-keys C-x
wait_for ' snippet' COMPLETION
$tmux send-keys C-n
sleep 0.3
$tmux send-keys Enter
sleep 0.5
screen | grep -q '[$]{[0-9]' && fail 'a snippet was not expanded'
escape
escape
$tmux send-keys ':reload' Enter
sleep 0.5
$tmux send-keys g g j j
sleep 0.3
$tmux send-keys Space a
wait_for 'Insert all 18 sections missing in step 7' ACTION
$tmux send-keys Enter
wait_for '### A) CONCEPT' EDIT
escape
$tmux send-keys ':q!' Enter
for _ in $(seq 50); do
  $tmux has-session 2> /dev/null || { echo 'PASS helix'; exit 0; }
  sleep 0.1
done
fail 'Helix does not end'
