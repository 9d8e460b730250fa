"""Compares what Onus reads of input files with the .bib files that an independent project expects of them.

For each format: in how many records a field that the expected entry has is the same, after folding. Each
disagreement is listed, so that it can be explained or mended.
"""

import collections
import json
import re
import subprocess
import sys
import unicodedata

ONUS, SAMPLES = sys.argv[1], sys.argv[2]
FIELDS = ["title", "year", "authors", "doi", "pmid", "volume", "issue", "pages", "journal"]
FORMATS = ["medline_xml", "endnotexml", "mods", "marcxml", "msbib", "bibtexml", "ris", "nbib", "medline_plain", "isi", "refer", "enw", "ovid"]


def entries(text):
    """Reads a .bib file: the fields of each entry, by lower-case name."""
    found = []
    for match in re.finditer(r"@(\w+)\s*\{", text):
        if match[1].lower() in ("comment", "string", "preamble"):
            continue
        depth, end = 1, match.end()
        while end < len(text) and depth:
            depth += {"{": 1, "}": -1}.get(text[end], 0)
            end += 1
        found.append(fields(text[match.end() : end - 1]))
    return found


def fields(body):
    values = {}
    position = 0
    for match in iter(lambda: re.compile(r"([\w-]+)\s*=\s*").search(body, position), None):
        start = match.end()
        if start < len(body) and body[start] in '{"':
            depth, end = 0, start
            while end < len(body):
                depth += {"{": 1, "}": -1}.get(body[end], 0)
                if (body[start] == "{" and depth == 0) or (body[start] == '"' and end > start and body[end] == '"' and depth == 0):
                    break
                end += 1
            values[match[1].lower()] = body[start + 1 : end]
            position = end + 1
        else:
            end = re.compile(r"[,\n]|$").search(body, start).start()
            values[match[1].lower()] = body[start:end].strip()
            position = end
    return values


def fold(text):
    text = re.sub(r"\\[a-zA-Z]+|[\\{}$^_~]", "", text or "")
    text = unicodedata.normalize("NFKD", text)
    return re.sub(r"[^a-z0-9]+", "", "".join(c for c in text if not unicodedata.combining(c)).lower())


def expanded(pages):
    parts = re.split(r"\s*[-–—]+\s*", (pages or "").strip())
    if len(parts) == 2 and parts[0].isdigit() and parts[1].isdigit() and len(parts[1]) < len(parts[0]):
        parts[1] = parts[0][: len(parts[0]) - len(parts[1])] + parts[1]
    return "-".join(parts)


def family(name):
    name = name.strip()
    if name.startswith("{"):
        return fold(name)
    return fold(name.split(",")[0] if "," in name else name.split()[-1] if name.split() else "")


def of_bib(entry):
    year = entry.get("year") or entry.get("date", "")[:4]
    return {
        "title": fold(entry.get("title")),
        "year": fold(year)[:4],
        "authors": " ".join(family(name) for name in re.split(r"\s+and\s+", entry.get("author", "")) if name.strip()),
        "doi": re.sub(r"^https?://(dx\.)?doi\.org/", "", entry.get("doi", "").lower()),
        "pmid": entry.get("pmid", ""),
        "volume": fold(entry.get("volume")),
        "issue": fold(entry.get("number") or entry.get("issue")),
        "pages": fold(expanded(entry.get("pages"))),
        "journal": fold(entry.get("journal") or entry.get("journaltitle")),
    }


def of_onus(record):
    identifiers = collections.defaultdict(str)
    for identifier in record.get("identifiers", []):
        identifiers.setdefault(identifier["scheme"], identifier["value"])
    date = (record.get("issued") or record.get("published") or {}).get("date", "")
    people = [c for c in record.get("contributors", []) if c["role"] == "author"]
    container = record.get("container", {})
    return {
        "title": fold(record.get("title")),
        "year": date[:4],
        "authors": " ".join(fold(p["family"]) if p.get("family") else family(p.get("literal", "")) for p in people),
        "doi": identifiers["doi"],
        "pmid": identifiers["pmid"],
        "volume": fold(record.get("volume")),
        "issue": fold(record.get("issue")),
        "pages": fold(record.get("pages", {}).get("expanded")),
        "journal": {fold(container.get("title")), fold(container.get("abbreviation"))},
    }


def main():
    rows = [line.split("\t") for line in open(f"{SAMPLES}/jabref/INDEX.tsv", encoding="utf-8").read().splitlines()[1:]]
    disagreements = []
    print(f"{'format':<15}{'files':>6}{'count':>6} " + "".join(f"{field:>9}" for field in FIELDS))
    for name in FORMATS:
        right, total = collections.Counter(), collections.Counter()
        files = counted = 0
        for _, given, wanted, *_ in (row for row in rows if row[0] == name and row[2]):
            files += 1
            text = open(f"{SAMPLES}/jabref/{name}/{wanted}", encoding="utf-8").read()
            expected = [of_bib(entry) for entry in entries(text)]
            path = f"{SAMPLES}/jabref/{name}/{given}"
            output = subprocess.run([ONUS, "convert", path, "--to", "json"], capture_output=True, text=True).stdout
            actual = [of_onus(json.loads(line)) for line in output.splitlines()]
            counted += len(expected) == len(actual)
            if len(expected) != len(actual):
                disagreements.append(f"{name}/{given}: {len(actual)} records, expected {len(expected)}")
            for index, (want, got) in enumerate(zip(expected, actual)):
                for field in FIELDS:
                    if not want[field]:
                        continue
                    total[field] += 1
                    same = want[field] in got[field] if field == "journal" else want[field] == got[field]
                    right[field] += same
                    if not same:
                        disagreements.append(f"{name}/{given}#{index + 1} {field}: {got[field]!r}, expected {want[field]!r}")
        shares = "".join(f"{right[field]}/{total[field]}".rjust(9) for field in FIELDS)
        print(f"{name:<15}{files:>6}{counted:>6} {shares}")
    print()
    print("\n".join(disagreements))


main()
