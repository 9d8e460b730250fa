import Foundation
import OnusCatalogue
import OnusModel

extension Benchmark {
  /// Importing a file of PubMed records into a catalogue file, against plain SQLite with the same rows.
  static let storing = Benchmark(
    name: "storing",
    title: "A catalogue file from PubMed XML, against SQLite alone with the same rows, indexes and full text"
  ) { input in
    let path = input.folder + "/catalogue.sqlite"
    let file = PubMedFile(path: input.file, copies: input.copies)
    let (_, reading) = try Elapsed.during { try file.forEachBatch { _ in } }
    let (count, importing) = try Elapsed.during {
      var count = 0
      _ = try Catalogue(path: path).load { add in
        try file.forEachBatch {
          count += $0.count
          try add($0)
        }
      }
      return count
    }
    let counts = try Catalogue(path: path).counts()
    try expect(counts.references + counts.mergedRecords == count, "records were lost")
    let size = try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int ?? 0
    var figures = [
      Figure("records", "\(count)"),
      Figure("reading alone", reading.description),
      Figure("import", importing.description),
      Figure(
        "processor time a record", (importing.processor / Double(count) * 1e6).rounded(digits: 1) + " µs"),
      Figure("size", (Double(size) / 1e6).rounded(digits: 1) + " MB"),
    ]
    // The rows of a million references do not fit into memory for the comparison.
    if count <= 100_000 {
      let plain = try PlainCatalogue(copyOf: path)
      let (_, inserting) = try Elapsed.during { try plain.write(to: input.folder + "/plain.sqlite") }
      figures.append(Figure("SQLite alone", inserting.description))
      figures.append(ratio("import / SQLite alone", importing.wall / inserting.wall))
      figures.append(
        ratio(
          "processor time, without reading / SQLite alone",
          (importing.processor - reading.processor) / inserting.processor))
    }
    return figures
  }
}

private func ratio(_ name: String, _ ratio: Double) -> Benchmark.Figure {
  Benchmark.Figure(name, ratio.rounded(digits: 2), ratio: ratio)
}

/// The rows of a catalogue's references, to be written again by SQLite alone.
private struct PlainCatalogue {
  private let tables: [(insertion: String, rows: [[PlainSQLite.Value]])]

  init(copyOf path: String) throws {
    let database = try PlainSQLite(path: path)
    tables = [
      (
        "INSERT INTO reference (id, title, abstract, year, payload) VALUES (?, ?, ?, ?, ?)",
        try database.rows("SELECT id, title, abstract, year, payload FROM reference ORDER BY id")
      ),
      (
        "INSERT INTO heading (id, folded) VALUES (?, ?)",
        try database.rows("SELECT id, folded FROM heading ORDER BY id")
      ),
      // In the order in which an import meets them.
      (
        "INSERT INTO reference_identifier (scheme, value, reference_id) VALUES (?, ?, ?)",
        try database.rows(
          "SELECT scheme, value, reference_id FROM reference_identifier ORDER BY reference_id")
      ),
      (
        "INSERT INTO reference_heading (heading_id, year, reference_id) VALUES (?, ?, ?)",
        try database.rows(
          "SELECT heading_id, year, reference_id FROM reference_heading ORDER BY reference_id")
      ),
    ]
  }

  /// Writes the rows as the best of the ways that were measured: indexes and full text after the rows.
  func write(to path: String) throws {
    let database = try PlainSQLite(path: path)
    try database.execute(
      """
      PRAGMA page_size = 8192;
      PRAGMA journal_mode = WAL;
      PRAGMA synchronous = NORMAL;
      PRAGMA cache_size = -65536;
      CREATE TABLE reference (
        id INTEGER PRIMARY KEY, title TEXT, abstract TEXT, year INTEGER, payload BLOB NOT NULL);
      CREATE TABLE heading (id INTEGER PRIMARY KEY, folded TEXT NOT NULL UNIQUE);
      CREATE TABLE reference_identifier (scheme TEXT NOT NULL, value TEXT NOT NULL, reference_id INTEGER NOT NULL);
      CREATE TABLE reference_heading (
        heading_id INTEGER NOT NULL, year INTEGER NOT NULL, reference_id INTEGER NOT NULL);
      CREATE VIRTUAL TABLE reference_text USING fts5 (
        title, abstract, content = 'reference', content_rowid = 'id',
        tokenize = 'unicode61 remove_diacritics 2');
      INSERT INTO reference_text (reference_text, rank) VALUES ('hashsize', 67108864);
      """)
    for table in tables { try database.insert(table.rows, by: table.insertion) }
    try database.execute(
      """
      CREATE INDEX reference_by_year ON reference (year);
      CREATE INDEX reference_identifier_by_value ON reference_identifier (scheme, value, reference_id);
      CREATE INDEX reference_heading_by_heading ON reference_heading (heading_id, year, reference_id);
      INSERT INTO reference_text (reference_text) VALUES ('rebuild');
      """)
  }
}
