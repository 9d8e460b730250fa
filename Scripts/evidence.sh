#!/usr/bin/env bash
# Builds Onus and makes the evidence tables of a corpus: Corpus into Exports, unless others are named.
#   Scripts/evidence.sh [CORPUS [EXPORTS]]
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
corpus=${1:-Corpus}
exports=${2:-Exports}

bash "$here/Scripts/setup.sh"
# A command that brings Swift's libraries along starts in half the time; Apple's systems have them anyway.
build=(swift build --package-path "$here" -c release --product onus $(bash "$here/Scripts/traits.sh"))
[ "$(uname -s)" = Darwin ] || build+=(--static-swift-stdlib)
"${build[@]}" >&2
onus=$("${build[@]}" --show-bin-path)/onus

# The shipped corpus and exports are meant wherever the script is called from.
[ $# -ge 1 ] || cd "$here"
"$onus" build "$corpus" --to "$exports"

books=$(cd "$exports" && ls evidence.xlsx evidence.docx 2>/dev/null | paste -sd " " - || true)
cat <<EOF

Look at
  $exports/index.html          everything, in a browser
  $exports/explorer.html       search and filter claims, studies and the matrix
  $exports/claims.html         each claim, with the studies that bear on it
  $exports/summaries/          what is known of each condition, in sentences
${books:+  $exports/                    all tables in one file: $books
}
Ask
  $onus claims --corpus $corpus --about "multiple sclerosis"
  $onus summary "multiple sclerosis" --corpus $corpus
  $onus check $corpus
EOF
