#!/usr/bin/env bash
# House rules that the compiler does not know. Prints each breach with its place; silent when there is none.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."
broken=0

# forbid PATTERN PATHS REASON
forbid() {
  if grep -rnE --include='*.swift' "$1" $2; then
    echo "error: $3" >&2
    broken=1
  fi
}

libraries="Sources/OnusModel Sources/OnusReaders Sources/OnusCatalogue Sources/OnusAudit Sources/OnusSynthesis Sources/OnusOffice
Sources/OnusTables Sources/Onus"
forbid '@unchecked Sendable|nonisolated\(unsafe\)' Sources "shared state must be checked by the compiler"
forbid '\btry!|\bfatalError\(|\bas!' Sources "a library reports, it does not crash"
forbid '(^|[^.A-Za-z])(print|debugPrint|dump)\(' "$libraries" "a library does not print"
forbid '\bXMLParser\b' Sources "Foundation's XML parser crashes on valid documents"
forbid '^ *(public |package |internal )?static var [a-zA-Z]+( *:[^{]*)? *=' Sources "no global mutable state"
forbid 'import (GRDB|Yams|CLibXML2|CZlib)' "Sources/OnusModel Sources/OnusAudit Sources/OnusTables Sources/Onus Sources/OnusTool" \
  "these libraries stay behind one target"
forbid '/(home|Users|work|root)/' "Sources Tests" "no absolute paths"
forbid 'import (CXlsxWriter|CZip)' "Sources/OnusModel Sources/OnusReaders Sources/OnusCatalogue Sources/OnusAudit
Sources/OnusTables Sources/Onus Sources/OnusTool" "libxlsxwriter and libzip stay behind OnusOffice"

exit $broken
