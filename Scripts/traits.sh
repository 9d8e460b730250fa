#!/usr/bin/env bash
# Prints the options with which Swift builds all that this system can build: the trait Office where libxlsxwriter and
# libzip are installed, and nothing where they are not. Used by evidence.sh, test.sh and .ci/run.
if command -v pkg-config >/dev/null 2>&1 && pkg-config --exists xlsxwriter libzip; then
  echo "--traits Office"
else
  echo "note: without libxlsxwriter and libzip nothing is written for Excel and Word" >&2
fi
