#!/usr/bin/env bash
# Has other programs open what a build wrote: Word and Excel files (openxml-audit, LibreOffice), LaTeX (every engine
# there is), Markdown (cmark-gfm). Programs that are not installed are named and skipped.
#   Scripts/check-documents.sh [FOLDER]
# openxml-audit comes from PyPI (pip install openxml-audit, in an environment of its own); OPENXML_AUDIT may name it.
set -uo pipefail
folder=$(cd "${1:-Exports}" && pwd) || exit 1
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
broken=0

fail() {
  echo "error: $1" >&2
  broken=1
}

# there PROGRAM WHAT
there() {
  command -v "$1" >/dev/null 2>&1 && return 0
  echo "skipped: $2; $1 is not installed"
  return 1
}

shopt -s nullglob
documents=("$folder"/*.xlsx "$folder"/*.docx)
[ ${#documents[@]} -gt 0 ] || echo "skipped: Excel and Word; there are no such files in $folder"

audit=${OPENXML_AUDIT:-openxml-audit}
if [ ${#documents[@]} -gt 0 ] && there "$audit" "the schema of Excel and Word files"; then
  for file in "${documents[@]}"; do
    if "$audit" -m 0 "$file" >"$scratch/audit" 2>&1; then
      echo "openxml-audit: ${file##*/} is valid"
    else
      fail "openxml-audit finds problems in ${file##*/}"
      head -n 20 "$scratch/audit" >&2
    fi
  done
fi

if [ ${#documents[@]} -gt 0 ] && there soffice "opening Excel and Word files in LibreOffice"; then
  for file in "${documents[@]}"; do
    rm -f "$scratch"/*.pdf
    # LibreOffice ends well even where it could not convert, so the page itself is looked for.
    soffice --headless "-env:UserInstallation=file://$scratch/profile" --convert-to pdf --outdir "$scratch" "$file" \
      >/dev/null 2>&1
    pdf=$scratch/$(basename "${file%.*}").pdf
    if [ -s "$pdf" ]; then
      echo "LibreOffice: opens ${file##*/}"
    else
      fail "LibreOffice does not open ${file##*/}"
    fi
  done
fi

engines=0
for engine in tectonic pdflatex xelatex lualatex; do
  command -v $engine >/dev/null 2>&1 || continue
  engines=$((engines + 1))
  for file in "$folder"/*.tex; do
    mkdir -p "$scratch/$engine"
    if [ $engine = tectonic ]; then
      tectonic --outdir "$scratch/$engine" "$file" >"$scratch/log" 2>&1
    else
      $engine -interaction=nonstopmode -halt-on-error -output-directory "$scratch/$engine" "$file" >"$scratch/log" 2>&1
    fi || { fail "$engine does not compile ${file##*/}"; grep -a -A 2 '^!' "$scratch/log" >&2; }
    if grep -aq 'Overfull .hbox' "$scratch/log"; then fail "$engine: ${file##*/} has lines that are too long"; fi
  done
  echo "$engine: $(ls "$scratch/$engine"/*.pdf 2>/dev/null | wc -l) documents"
done
[ $engines -gt 0 ] || echo "skipped: LaTeX; none of tectonic, pdflatex, xelatex and lualatex is installed"

if there cmark-gfm "Markdown as GitHub reads it"; then
  tables=0
  for file in "$folder"/*.md; do
    page=$(cmark-gfm --extension table "$file") || fail "cmark-gfm does not read ${file##*/}"
    # Each line of a table is a row, but for the one below the head.
    written=$(($(grep -c '^|' "$file") - 1))
    read=$(grep -c '<tr>' <<<"$page")
    [ "$written" -eq "$read" ] || fail "${file##*/} has $written rows, of which cmark-gfm sees $read"
    tables=$((tables + 1))
  done
  echo "cmark-gfm: $tables tables"
fi

exit $broken
