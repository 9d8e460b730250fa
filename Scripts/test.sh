#!/usr/bin/env bash
# Builds everything and runs all tests.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
bash Scripts/setup.sh
traits=$(bash Scripts/traits.sh)
swift build --build-tests $traits --explicit-target-dependency-import-check error
swift test --skip-build $traits "$@"
