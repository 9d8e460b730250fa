"""Compares what Onus reads of input files with the .bib files that an independent project expects of them.

For each format: in how many records a field that the expected entry has is the same, after folding, and the share
of all of them. Each disagreement is listed with its reason, which jabref_disagreements.tsv has beside this script;
one without a reason there is a fault of ours or has not been looked at.
"""

import collections
import fnmatch
import json
import os
import re
import subprocess
import sys
import unicodedata

ONUS, SAMPLES = sys.argv[1], sys.argv[2]
FIELDS = ["title", "year", "authors", "editors", "doi", "pmid", "volume", "issue", "pages", "journal"]
FIELDS += ["issn", "isbn", "publisher", "place", "edition", "language", "abstract", "keywords", "url"]
SEVERAL = ("journal", "issn", "isbn", "publisher", "keywords", "url")
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


def names(text):
    return " ".join(family(name) for name in re.split(r"\s+and\s+", text or "") if name.strip())


def pieces(text, separators):
    """The folded pieces of a list; they are right when each of them is found."""
    return {fold(piece) for piece in re.split(separators, text or "") if fold(piece)}


def language(text):
    table = {"english": "en", "eng": "en", "german": "de", "ger": "de", "fre": "fr", "french": "fr", "deutsch": "de"}
    return table.get((text or "").lower().strip(), (text or "").lower().strip())[:2]


def of_bib(entry):
    year = entry.get("year") or entry.get("date", "")[:4]
    numbers = " ".join(value for name, value in entry.items() if "issn" in name)
    return {
        # A subtitle is a field of its own in BibLaTeX.
        "title": fold((entry.get("title") or "") + " " + (entry.get("subtitle") or "")),
        "year": fold(year)[:4],
        "authors": names(entry.get("author")),
        "editors": names(entry.get("editor")),
        "doi": re.sub(r"^https?://(dx\.)?doi\.org/", "", entry.get("doi", "").lower()),
        "pmid": entry.get("pmid", ""),
        "volume": fold(entry.get("volume")),
        "issue": fold(entry.get("number") or entry.get("issue")),
        "pages": fold(expanded(entry.get("pages"))),
        "journal": pieces(entry.get("journal") or entry.get("journaltitle") or entry.get("booktitle"), "$"),
        "issn": {fold(n) for n in re.findall(r"(?<![\d-])\d{4}-?\d{3}[\dxX](?![\d-])", numbers)},
        "isbn": {fold(n) for n in re.findall(r"[\d-]{9,}[\dxX]\b", entry.get("isbn", "")) if len(fold(n)) in (10, 13)},
        "publisher": pieces(entry.get("publisher") or entry.get("school") or entry.get("institution"), "$"),
        "place": fold(entry.get("location") or entry.get("address")),
        "edition": fold(entry.get("edition")),
        "language": language(entry.get("language")),
        "abstract": fold(entry.get("abstract")),
        "keywords": pieces(entry.get("keywords"), "[;,]"),
        "url": {url.rstrip("/") for url in re.findall(r"https?://[^\s,}]+", entry.get("url", ""))},
    }


def of_onus(record):
    identifiers = collections.defaultdict(list)
    for identifier in record.get("identifiers", []):
        identifiers[identifier["scheme"]].append(identifier["value"])
    date = (record.get("issued") or record.get("published") or {}).get("date", "")
    people = record.get("contributors", [])
    container = record.get("container", {})
    sections = [f"{s.get('label', '')} {s['text']}" for s in record.get("abstract", [])]
    subjects = [k["text"] for k in record.get("keywords", [])]
    for heading in record.get("headings", []):
        name = heading["descriptor"]["name"]
        subjects += [name] + [f"{name} {part['name']}" for part in heading.get("qualifiers", [])]

    def families(role):
        chosen = [p for p in people if p["role"] == role]
        return " ".join(fold(p["family"]) if p.get("family") else family(p.get("literal", "")) for p in chosen)

    return {
        "title": fold(record.get("title")),
        "year": date[:4],
        "authors": families("author"),
        "editors": families("editor"),
        "doi": next(iter(identifiers["doi"]), ""),
        "pmid": next(iter(identifiers["pmid"]), ""),
        "volume": fold(record.get("volume")),
        # BibTeX has one field for the number of an issue and that of a report or a volume in a series.
        "issue": fold(record.get("issue") or record.get("number")),
        "pages": fold(record.get("pages", {}).get("expanded")),
        "journal": {fold(t) for t in [container.get("title"), container.get("abbreviation"), *container.get("otherTitles", [])]},
        "issn": {fold(n["issn"]) for n in container.get("serialNumbers", [])},
        "isbn": {fold(n) for n in identifiers["isbn"] + container.get("bookNumbers", [])},
        "publisher": {fold(record.get("publisher"))} | {fold(t["name"]) for t in record.get("publicationTypes", [])},
        "place": fold(record.get("place")),
        "edition": fold(record.get("edition")),
        "language": language(next(iter(record.get("languages", [])), "")),
        "abstract": fold(" ".join(sections)),
        "keywords": {fold(piece) for word in subjects for piece in [word, *re.split("[;,]", word)]},
        "url": {address.rstrip("/") for address in record.get("addresses", [])},
    }


def reasons():
    """The reasons for disagreements: the pattern of a record, the field, the reason."""
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), "jabref_disagreements.tsv")
    with open(path, encoding="utf-8") as table:
        rows = [line.split("\t") for line in table.read().splitlines() if line and not line.startswith("#")]
    return rows


def reason(known, record, field):
    matches = (text for pattern, name, text in known if name in (field, "*") and fnmatch.fnmatchcase(record, pattern))
    return next(matches, None)


def main():
    rows = [line.split("\t") for line in open(f"{SAMPLES}/jabref/INDEX.tsv", encoding="utf-8").read().splitlines()[1:]]
    disagreements = []
    known = reasons()
    print(f"{'format':<15}{'files':>6}{'count':>6} " + "".join(f"{field:>10}" for field in FIELDS))
    shares = []
    for name in FORMATS:
        right, total = collections.Counter(), collections.Counter()
        files = counted = explained = 0
        for _, given, wanted, *_ in (row for row in rows if row[0] == name and row[2]):
            files += 1
            text = open(f"{SAMPLES}/jabref/{name}/{wanted}", encoding="utf-8").read()
            expected = [of_bib(entry) for entry in entries(text)]
            path = f"{SAMPLES}/jabref/{name}/{given}"
            output = subprocess.run([ONUS, "convert", path, "--to", "json"], capture_output=True, text=True).stdout
            actual = [of_onus(json.loads(line)) for line in output.splitlines()]
            counted += len(expected) == len(actual)
            if len(expected) != len(actual):
                disagreements.append((f"{name}/{given}", "records", f"{len(actual)}, expected {len(expected)}"))
            for index, (want, got) in enumerate(zip(expected, actual)):
                for field in FIELDS:
                    if not want[field]:
                        continue
                    total[field] += 1
                    same = want[field] <= got[field] if field in SEVERAL else want[field] == got[field]
                    right[field] += same
                    if not same:
                        record = f"{name}/{given}#{index + 1}"
                        explained += reason(known, record, field) is not None
                        disagreements.append((record, field, f"{shown(got[field])}, expected {shown(want[field])}"))
        print(f"{name:<15}{files:>6}{counted:>6} " + "".join(f"{right[f]}/{total[f]}".rjust(10) for f in FIELDS))
        if total:
            shares.append((name, sum(right.values()), explained, sum(total.values())))
    print()
    for name, same, explained, all_fields in shares:
        share, mended = 100 * same / all_fields, 100 * (same + explained) / all_fields
        print(f"{name:<15}{same:>5} of {all_fields} fields agree, {share:.1f} %; with explained ones {mended:.1f} %")
    print()
    for record, field, difference in disagreements:
        why = reason(known, record, field)
        print(f"{record} {field}: {difference}\n    {why or 'NOT EXPLAINED'}")


def shown(value):
    text = ", ".join(sorted(value)) if isinstance(value, set) else value
    return f"'{text[:100]}'"


main()
