# Sourced by start.sh and test.sh: gets everything ready that Dibs needs and that this machine lacks.
#   ready_node          Node 24 in PATH (fetched into tools/node when the one at hand is older)
#   ready_packages      node_modules as package-lock.json says
#   ready_program NAME PACKAGE...   a program of the system, by its package manager when allowed
# Says what it does on standard error; every failure is one line with its mend.

say() { printf 'dibs: %s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }

node_major() { node -p 'process.versions.node.split(".")[0]' 2>/dev/null || echo 0; }

ready_node() {
  own_path=$PATH
  [ "$(node_major)" -ge 24 ] && return 0
  for folder in "$root"/tools/node/node_modules/node-linux-*/bin; do
    if [ -x "$folder/node" ]; then PATH="$folder:$PATH"; export PATH; fi
  done
  [ "$(node_major)" -ge 24 ] && return 0
  command -v npm >/dev/null || fail "npm is missing; install Node with npm first (Debian: apt-get install nodejs npm)"
  say "fetching Node 24 (the one at hand is older)"
  # The packages that hold it are optional, one for each kind of machine: npm passes over a download that failed.
  for try in 1 2 3; do
    # Not by --prefix, which would also move where npm looks for the settings of this machine.
    (cd "$root/tools/node" && npm ci --no-audit --no-fund --loglevel=error >&2) || true
    for folder in "$root"/tools/node/node_modules/node-linux-*/bin; do
      if [ -x "$folder/node" ]; then PATH="$folder:$PATH"; export PATH; fi
    done
    [ "$(node_major)" -ge 24 ] && return 0
    say "Node 24 did not arrive (try $try of 3)"
  done
  fail "could not fetch Node 24; install it yourself and run this again"
}

# A stamp with the lock's checksum makes second runs quick and notices a changed lock.
ready_packages() {
  sum=$(cksum <"$root/package-lock.json")
  stamp="$root/node_modules/.dibs-lock"
  if [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$sum" ]; then return 0; fi
  say "installing packages"
  # npm finds the settings of this machine (its certificate authority, say) by where its Node lies: they are those of its own.
  npm_config_globalconfig=$(PATH=$own_path npm config get globalconfig 2>/dev/null) && export npm_config_globalconfig
  for try in 1 2 3; do
    (cd "$root" && npm ci --no-audit --no-fund --loglevel=error >&2) && break
    [ "$try" -lt 3 ] || fail "npm ci failed (see above); it needs the npm registry"
    say "npm ci failed, trying again"
  done
  printf '%s' "$sum" >"$stamp"
}

# Goes ahead with --yes, in CI, and without a terminal as root; asks on a terminal.
may_install() {
  [ "${yes:-no}" = yes ] || [ -n "${CI:-}" ] && return 0
  if [ -t 0 ] && [ -t 2 ]; then
    printf 'dibs: %s is missing; install %s with %s? [y/N] ' "$1" "$2" "$3" >&2
    read -r answer
    case "$answer" in y | Y | yes) return 0 ;; *) return 1 ;; esac
  fi
  [ "$(id -u)" -eq 0 ]
}

ready_program() {
  program=$1
  shift
  command -v "$program" >/dev/null && return 0
  for place in /usr/sbin /usr/local/sbin /sbin; do [ -x "$place/$program" ] && return 0; done
  as_root=
  [ "$(id -u)" -eq 0 ] || as_root=sudo
  if command -v apt-get >/dev/null; then
    may_install "$program" "$*" "apt-get" || return 1
    say "installing $* with apt-get"
    $as_root apt-get update -q >&2 &&
      $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@" >&2
  elif command -v dnf >/dev/null; then
    may_install "$program" "$*" "dnf" || return 1
    say "installing $* with dnf"
    $as_root dnf install -y "$@" >&2
  elif command -v apk >/dev/null; then
    may_install "$program" "$*" "apk" || return 1
    say "installing $* with apk"
    $as_root apk add "$@" >&2
  elif command -v brew >/dev/null; then
    may_install "$program" "$*" "brew" || return 1
    say "installing $* with brew"
    brew install "$@" >&2
  else
    return 1
  fi
}
