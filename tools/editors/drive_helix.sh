#!/usr/bin/env bash
# Drives Helix in tmux with the server as docs/how-to/editor.md sets it up, and shows the screen after each step:
# `drive_helix.sh FOLDER HX...`, where HX is the command of Helix and `antiphon` is on the PATH; FOLDER is made anew.
set -u
home=$1; shift
rm -rf "$home"; mkdir -p "$home/ü %41 x" "$home/conf/helix"
printf '[language-server.antiphon]\ncommand = "antiphon"\nargs = ["lsp"]\n\n[[language]]\nname = "python"\nlanguage-servers = ["antiphon"]\n' > "$home/conf/helix/languages.toml"
printf '[editor.inline-diagnostics]\ncursor-line = "hint"\n' > "$home/conf/helix/config.toml"
cd "$home/ü %41 x" || exit 2
printf '[tool.antiphon]\n' > pyproject.toml
printf 'from antiphon import respond\n\nsid = respond(200).text().insecure_cookie("sid", "😀é", same_site="none").compile()\nok = respond(204).compile()\nx = ok\n' > declared.py
export XDG_CONFIG_HOME=$home/conf XDG_CACHE_HOME=$home/cache TERM=xterm-256color
mux() { tmux -u -L antiphon-helix "$@"; }
show() { echo "== $1"; mux capture-pane -p | grep -v '^ *~\? *$' | head -20; }
wait_for() { for _ in $(seq 60); do mux capture-pane -p | grep -qF "$1" && return 0; sleep 1; done; echo "FAILED: $1 was not seen"; }
mux new-session -d -x 170 -y 45 "$* declared.py"
wait_for declared.py; mux send-keys 3G; wait_for SameSite=None; show opened
mux send-keys 5G gl; sleep 1; mux send-keys Space k; wait_for "HTTP/1.1 204"; show "hover at a response"
mux send-keys Escape 3G gh 30l; sleep 1; mux send-keys Space k; wait_for "cookie-octets"; show "hover at a finding"
mux send-keys Escape; sleep 1; mux send-keys Space a; wait_for "CK052: make"; mux send-keys Enter; sleep 2; show "code action"
mux send-keys ":w" Enter; sleep 8; show "saved without the fault"
mux send-keys u; sleep 1; mux send-keys ":w" Enter; wait_for SameSite=None; show "saved with the fault"
mux send-keys ":q!" Enter; sleep 1; mux kill-server 2>/dev/null
