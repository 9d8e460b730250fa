#!/usr/bin/env bash
# Installs what the package needs beside a Swift toolchain: the development files of libxml2, SQLite and zlib; and of
# libxlsxwriter and libzip, which the trait Office needs and the rest does without. Does nothing when they are there.
# Run by evidence.sh and test.sh.
set -euo pipefail

needed="libxml-2.0 sqlite3 zlib"
wanted="xlsxwriter libzip"

# present MODULES
present() {
  command -v pkg-config >/dev/null 2>&1 && pkg-config --exists "$@"
}

# The system's package manager needs root.
privileged() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif command -v sudo >/dev/null 2>&1; then
    sudo "$@"
  else
    echo "error: installing packages needs root or sudo; run as root: $*" >&2
    exit 1
  fi
}

if ! command -v swift >/dev/null 2>&1; then
  echo "error: no Swift toolchain found; install Swift 6.3 or later from https://www.swift.org/install" >&2
  exit 1
fi

# fetch DEBIAN FEDORA HOMEBREW, each a list of packages
fetch() {
  if command -v apt-get >/dev/null 2>&1; then
    privileged apt-get update -qq >&2
    privileged env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $1 >&2
  elif command -v dnf >/dev/null 2>&1; then
    privileged dnf install -y -q $2 >&2
  elif command -v brew >/dev/null 2>&1; then
    brew install $3 >&2
  else
    echo "error: no apt-get, dnf or brew; install by hand: $1" >&2
    return 1
  fi
}

if ! present $needed; then
  echo "installing the development files of libxml2, SQLite and zlib" >&2
  fetch "pkg-config libxml2-dev libsqlite3-dev zlib1g-dev" \
    "pkgconf-pkg-config libxml2-devel sqlite-devel zlib-devel" "pkg-config libxml2 sqlite zlib"
  if ! present $needed; then
    echo "error: pkg-config does not find: $needed" >&2
    exit 1
  fi
fi

if ! present $wanted; then
  echo "installing the development files of libxlsxwriter and libzip, for Excel and Word" >&2
  # Nothing else depends on them, so a system without them is no error; traits.sh says so.
  (fetch "libxlsxwriter-dev libzip-dev" "libxlsxwriter-devel libzip-devel" "libxlsxwriter libzip") || true
fi
