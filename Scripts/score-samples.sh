#!/usr/bin/env bash
# Scores the readers on real files that lie beside the project in ../shared/samples; they are not part of it.
# Prints per format: files, files recognised as that format, files whose record count is the listed one, problems,
# and the fields that have no place in the model. Says so and ends well where the folder or Python is absent.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
samples=${1:-../shared/samples}
if [ ! -f "$samples/SOURCES.tsv" ]; then
  echo "skipped: there is no folder $samples"
  exit 0
fi
if ! command -v python3 >/dev/null 2>&1; then
  echo "skipped: python3 is not installed"
  exit 0
fi
onus=${ONUS:-$(swift build -c release --show-bin-path)/onus}
[ -x "$onus" ] || swift build -c release --product onus >&2
python3 Scripts/score_samples.py "$onus" "$samples"

echo
echo "== expected by an independent project"
python3 Scripts/score_jabref.py "$onus" "$samples"
