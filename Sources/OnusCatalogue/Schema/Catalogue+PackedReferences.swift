internal import GRDB
internal import OnusModel

extension Catalogue {
  // References are found through tables that are ordered as they are asked, without the reference itself; they
  // are filled many rows at a time, in that order. Headings are numbered, because a million references have
  // ten million, and tied to the conditions that they name. An unknown year is 0.
  static let indexSchema = """
    CREATE TABLE heading (
      id INTEGER PRIMARY KEY,
      folded TEXT NOT NULL UNIQUE CHECK (folded <> '')
    );
    CREATE TABLE condition_heading (
      condition_id INTEGER NOT NULL REFERENCES condition ON DELETE CASCADE,
      heading_id INTEGER NOT NULL REFERENCES heading,
      PRIMARY KEY (condition_id, heading_id)
    ) WITHOUT ROWID;
    CREATE INDEX condition_heading_by_heading ON condition_heading (heading_id);

    DROP TABLE reference_heading;
    CREATE TABLE reference_heading (
      heading_id INTEGER NOT NULL,
      year INTEGER NOT NULL,
      reference_id INTEGER NOT NULL,
      PRIMARY KEY (heading_id, year, reference_id)
    ) WITHOUT ROWID;
    DROP TABLE reference_identifier;
    CREATE TABLE reference_identifier (
      scheme TEXT NOT NULL,
      value TEXT NOT NULL,
      reference_id INTEGER NOT NULL,
      PRIMARY KEY (scheme, value, reference_id)
    ) WITHOUT ROWID;
    CREATE INDEX reference_by_year ON reference (year);
    CREATE INDEX study_by_design ON study (design);
    CREATE INDEX study_by_design_rank ON study (design_rank);
    CREATE INDEX study_by_sample ON study (sample);
    CREATE INDEX study_by_treatment ON study (treatment_days);
    CREATE INDEX study_by_follow_up ON study (follow_up_days);
    CREATE INDEX study_by_year ON study (year);
    CREATE INDEX claim_by_kind ON claim (kind);
    CREATE INDEX claim_by_wording ON claim (wording_rank);

    DROP TABLE unfinished_load;
    CREATE TABLE unfinished_load (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      indexed_through INTEGER NOT NULL
    );
    INSERT INTO reference_text (reference_text) VALUES ('delete-all');
    INSERT INTO reference_text (reference_text, rank) VALUES ('hashsize', 67108864);
    """

  /// Packs references that an earlier version has kept as JSON, and leaves them to be indexed.
  static func packReferences(in db: Database) throws {
    let payload = Payload()
    for table in ["reference", "merged_record"] {
      let textsInside = table == "merged_record"
      let rows = try Row.fetchCursor(db, sql: "SELECT id, payload FROM \(table) ORDER BY id")
      while let row = try rows.next() {
        let reference = try payload.decodeJSON(Reference.self, from: row[1])
        try db.cachedStatement(sql: "UPDATE \(table) SET payload = ? WHERE id = ?")
          .execute(arguments: [payload.encode(reference, textsInside: textsInside), row[0] as Int64])
      }
    }
    try db.execute(
      sql: """
        INSERT INTO unfinished_load (id, indexed_through)
        SELECT 1, 0 WHERE EXISTS (SELECT 1 FROM reference)
        """)
  }
}
