#!/usr/bin/env bash
# Installs what the package needs beside a Swift toolchain: the development files of libxml2, SQLite and
# zlib, and of libxlsxwriter and libzip, with which the trait Office writes Excel workbooks and Word documents.
# Does nothing when they are there. Run by evidence.sh and test.sh.
set -euo pipefail

needed="libxml-2.0 sqlite3 zlib xlsxwriter libzip"

present() {
  command -v pkg-config >/dev/null 2>&1 && pkg-config --exists $needed
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

if present; then
  exit 0
fi

echo "installing the development files of libxml2, SQLite, zlib, libxlsxwriter and libzip" >&2
if command -v apt-get >/dev/null 2>&1; then
  privileged apt-get update -qq >&2
  privileged env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends \
    pkg-config libxml2-dev libsqlite3-dev zlib1g-dev libxlsxwriter-dev libzip-dev >&2
elif command -v dnf >/dev/null 2>&1; then
  privileged dnf install -y -q pkgconf-pkg-config libxml2-devel sqlite-devel zlib-devel libxlsxwriter-devel libzip-devel >&2
elif command -v brew >/dev/null 2>&1; then
  brew install pkg-config libxml2 sqlite zlib libxlsxwriter libzip >&2
else
  echo "error: no apt-get, dnf or brew; install the development files of libxml2, SQLite, zlib, libxlsxwriter and libzip" >&2
  exit 1
fi

if ! present; then
  echo "error: pkg-config does not find: $needed" >&2
  exit 1
fi
