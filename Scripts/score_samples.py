"""Compares what `onus inspect` says of sample files with the list of samples; see score-samples.sh."""

import collections
import json
import re
import subprocess
import sys

ONUS, SAMPLES = sys.argv[1], sys.argv[2]

# The format that each folder of samples holds, and the words with which the list counts its records.
FOLDERS = {
    "bibtex": ("bibtex", r"(\d+) entries"),
    "clinicaltrials_gov": ("clinicaltrials-gov", r"(\d+) (?:stud|clinical)"),
    "crossref_xml": ("crossref", r"(\d+) doi_record"),
    "csl_json": ("csl-json", r"(\d+) (?:items|records)"),
    "datacite_xml": ("datacite", r"(\d+) (?:resource|record)"),
    "endnote_xml": ("endnote-xml", r"(\d+) records"),
    "europepmc": ("europepmc", r"(\d+) results?"),
    "ictrp": ("ictrp", r"(\d+) trials"),
    "isrctn": ("isrctn", r"(\d+) trials"),
    "jats": ("jats", None),
    "marcxml": ("marcxml", r"(\d+) records"),
    "mesh": ("mesh", r"(\d+) desc"),
    "mods": ("mods", r"(\d+) mods"),
    "nbib": ("nbib", r"(\d+) records"),
    "oai_dc": ("oai-dc", r"(\d+) records"),
    "pubmed_xml": ("pubmed", r"(\d+) articles"),
    "refworks_xml": ("refworks-xml", r"(\d+) references?"),
    "ris": ("ris", r"(\d+) TY"),
    "rm5": ("revman", None),
    "tei": ("tei", r"(\d+) biblStruct"),
    "word_sources": ("word-sources", r"(\d+) sources"),
    "wos_text": ("wos", r"(\d+) records"),
    "zotero_rdf": ("zotero-rdf", r"(\d+) items"),
}


def inspect(paths):
    """Asks about files a hundred at a time."""
    for start in range(0, len(paths), 100):
        command = [ONUS, "inspect", "--json", *paths[start : start + 100]]
        output = subprocess.run(command, capture_output=True, text=True).stdout
        yield from (json.loads(line) for line in output.splitlines())


def main():
    listed = {}
    with open(f"{SAMPLES}/SOURCES.tsv", encoding="utf-8") as table:
        for line in table.read().splitlines()[1:]:
            cells = line.split("\t")
            if cells[0].split("/")[0] in FOLDERS:
                listed[f"{SAMPLES}/{cells[0]}"] = cells[2] if len(cells) > 2 else ""
    reports = {report["file"]: report for report in inspect(sorted(listed))}
    print(f"{'folder':<20}{'files':>6}{'own':>6}{'other':>6}{'none':>6}{'counted':>9}{'right':>7}{'problems':>9}")
    details = []
    for folder, (name, pattern) in FOLDERS.items():
        files = [path for path in listed if path.split("/")[-2] == folder or f"/{folder}/" in path]
        own = other = none = counted = right = problems = 0
        kept = collections.Counter()
        for path in files:
            report = reports[path]
            found = report.get("format")
            own += found == name
            none += found is None
            other += found not in (None, name)
            problems += len(report.get("problems", []))
            kept.update(report.get("kept", {}))
            match = re.match(pattern, listed[path]) if pattern else None
            if match and found == name:
                counted += 1
                right += int(match[1]) == report["records"]
                if int(match[1]) != report["records"]:
                    details.append(f"{path}: {report['records']} records, listed: {listed[path]}")
            elif found != name:
                details.append(f"{path}: recognised as {found}, listed: {listed[path]}")
        print(f"{folder:<20}{len(files):>6}{own:>6}{other:>6}{none:>6}{counted:>9}{right:>7}{problems:>9}")
        for field, count in kept.most_common(8):
            print(f"    kept {count:>8} {field}")
    print()
    print("\n".join(details))


main()
