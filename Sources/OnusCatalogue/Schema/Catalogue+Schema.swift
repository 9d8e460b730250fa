internal import GRDB

extension Catalogue {
  /// The migrations.
  ///
  /// One that has shipped is never edited: a change is a new one.
  static var schema: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: vocabularySchema)
      try db.execute(sql: referenceSchema)
      try db.execute(sql: evidenceSchema)
    }
    migrator.registerMigration("2") { db in
      try db.execute(sql: indexSchema)
      try packReferences(in: db)
    }
    migrator.registerMigration("3") { db in
      try db.execute(sql: noteSchema)
      try db.execute(sql: duplicateSchema)
    }
    migrator.registerMigration("4") { db in
      try db.execute(sql: synthesisSchema)
    }
    migrator.registerMigration("5") { db in
      try db.execute(sql: reviewSchema)
    }
    return migrator
  }

  // The kind of a name is its rank when a text is looked up: identifier, preferred, other, abbreviation.
  private static let vocabularySchema = """
    CREATE TABLE condition (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      payload BLOB NOT NULL
    );
    CREATE TABLE condition_name (
      folded TEXT NOT NULL CHECK (folded <> ''),
      condition_id INTEGER NOT NULL REFERENCES condition ON DELETE CASCADE,
      kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
      text TEXT NOT NULL,
      PRIMARY KEY (folded, condition_id, kind, text)
    ) WITHOUT ROWID;
    CREATE INDEX condition_name_by_condition ON condition_name (condition_id);
    CREATE TABLE condition_tree (
      tree_number TEXT NOT NULL CHECK (tree_number <> ''),
      condition_id INTEGER NOT NULL REFERENCES condition ON DELETE CASCADE,
      PRIMARY KEY (tree_number, condition_id)
    ) WITHOUT ROWID;
    CREATE INDEX condition_tree_by_condition ON condition_tree (condition_id, tree_number);
    CREATE TABLE condition_broader (
      broader_id INTEGER NOT NULL REFERENCES condition ON DELETE CASCADE,
      condition_id INTEGER NOT NULL REFERENCES condition ON DELETE CASCADE,
      PRIMARY KEY (broader_id, condition_id),
      CHECK (broader_id <> condition_id)
    ) WITHOUT ROWID;
    CREATE INDEX condition_broader_by_condition ON condition_broader (condition_id, broader_id);

    CREATE TABLE intervention (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      payload BLOB NOT NULL
    );
    CREATE TABLE intervention_name (
      folded TEXT NOT NULL CHECK (folded <> ''),
      intervention_id INTEGER NOT NULL REFERENCES intervention ON DELETE CASCADE,
      kind INTEGER NOT NULL CHECK (kind BETWEEN 0 AND 3),
      text TEXT NOT NULL,
      PRIMARY KEY (folded, intervention_id, kind, text)
    ) WITHOUT ROWID;
    CREATE TABLE intervention_broader (
      broader_id INTEGER NOT NULL REFERENCES intervention ON DELETE CASCADE,
      intervention_id INTEGER NOT NULL REFERENCES intervention ON DELETE CASCADE,
      PRIMARY KEY (broader_id, intervention_id),
      CHECK (broader_id <> intervention_id)
    ) WITHOUT ROWID;
    """

  // A PMID, DOI or PMCID names one document; a file's own key, an ISBN or a PII may name several.
  private static let referenceSchema = """
    CREATE TABLE reference (
      id INTEGER PRIMARY KEY,
      title TEXT,
      abstract TEXT,
      year INTEGER,
      payload BLOB NOT NULL
    );
    CREATE TABLE reference_identifier (
      scheme TEXT NOT NULL,
      value TEXT NOT NULL,
      reference_id INTEGER NOT NULL REFERENCES reference ON DELETE CASCADE,
      PRIMARY KEY (scheme, value, reference_id)
    ) WITHOUT ROWID;
    CREATE UNIQUE INDEX reference_identifier_is_unique ON reference_identifier (scheme, value)
      WHERE scheme IN ('pmid', 'doi', 'pmcid');
    CREATE INDEX reference_identifier_by_reference ON reference_identifier (reference_id);
    CREATE TABLE reference_heading (
      reference_id INTEGER NOT NULL REFERENCES reference ON DELETE CASCADE,
      heading TEXT NOT NULL,
      is_major INTEGER NOT NULL CHECK (is_major IN (0, 1))
    );
    CREATE INDEX reference_heading_by_heading ON reference_heading (heading, reference_id);
    CREATE INDEX reference_heading_by_reference ON reference_heading (reference_id);
    CREATE TABLE merged_record (
      id INTEGER PRIMARY KEY,
      reference_id INTEGER NOT NULL REFERENCES reference ON DELETE CASCADE,
      payload BLOB NOT NULL
    );
    CREATE INDEX merged_record_by_reference ON merged_record (reference_id);
    CREATE VIRTUAL TABLE reference_text USING fts5 (
      title, abstract, content = 'reference', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE TABLE unfinished_load (id INTEGER PRIMARY KEY CHECK (id = 1));
    """

  private static let evidenceSchema = """
    CREATE TABLE source (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      reference_id INTEGER REFERENCES reference ON DELETE SET NULL,
      payload BLOB NOT NULL
    );
    CREATE INDEX source_by_reference ON source (reference_id);

    CREATE TABLE study (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      design TEXT NOT NULL,
      design_rank INTEGER NOT NULL CHECK (design_rank BETWEEN 1 AND 6),
      sample INTEGER CHECK (sample >= 0),
      enrolled INTEGER CHECK (enrolled >= 0),
      treatment_days REAL CHECK (treatment_days >= 0),
      follow_up_days REAL CHECK (follow_up_days >= 0),
      year INTEGER,
      payload BLOB NOT NULL
    );
    CREATE TABLE study_condition (
      condition_id INTEGER NOT NULL REFERENCES condition,
      study_id INTEGER NOT NULL REFERENCES study ON DELETE CASCADE,
      position INTEGER NOT NULL,
      PRIMARY KEY (condition_id, study_id)
    ) WITHOUT ROWID;
    CREATE INDEX study_condition_by_study ON study_condition (study_id, position);
    CREATE TABLE study_intervention (
      intervention_id INTEGER NOT NULL REFERENCES intervention,
      study_id INTEGER NOT NULL REFERENCES study ON DELETE CASCADE,
      position INTEGER NOT NULL,
      PRIMARY KEY (intervention_id, study_id)
    ) WITHOUT ROWID;
    CREATE INDEX study_intervention_by_study ON study_intervention (study_id, position);
    CREATE TABLE study_report (
      study_id INTEGER NOT NULL REFERENCES study ON DELETE CASCADE,
      position INTEGER NOT NULL,
      reference_id INTEGER NOT NULL REFERENCES reference,
      PRIMARY KEY (study_id, position)
    ) WITHOUT ROWID;
    CREATE INDEX study_report_by_reference ON study_report (reference_id);
    CREATE TABLE study_registration (
      register TEXT NOT NULL,
      number TEXT NOT NULL,
      study_id INTEGER NOT NULL REFERENCES study ON DELETE CASCADE,
      PRIMARY KEY (register, number, study_id)
    ) WITHOUT ROWID;
    CREATE TABLE study_result (
      study_id INTEGER NOT NULL REFERENCES study ON DELETE CASCADE,
      key TEXT NOT NULL,
      outcome TEXT NOT NULL,
      direction TEXT,
      PRIMARY KEY (study_id, key)
    ) WITHOUT ROWID;

    CREATE TABLE claim (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      kind TEXT NOT NULL,
      wording_rank INTEGER NOT NULL CHECK (wording_rank BETWEEN 0 AND 3),
      direction TEXT,
      statement TEXT NOT NULL,
      payload BLOB NOT NULL
    );
    CREATE TABLE claim_condition (
      condition_id INTEGER NOT NULL REFERENCES condition,
      claim_id INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
      position INTEGER NOT NULL,
      PRIMARY KEY (condition_id, claim_id)
    ) WITHOUT ROWID;
    CREATE INDEX claim_condition_by_claim ON claim_condition (claim_id, position);
    CREATE TABLE claim_intervention (
      intervention_id INTEGER NOT NULL REFERENCES intervention,
      claim_id INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
      position INTEGER NOT NULL,
      PRIMARY KEY (intervention_id, claim_id)
    ) WITHOUT ROWID;
    CREATE INDEX claim_intervention_by_claim ON claim_intervention (claim_id, position);
    CREATE TABLE claim_appearance (
      claim_id INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
      position INTEGER NOT NULL,
      source_id INTEGER NOT NULL REFERENCES source,
      paragraph INTEGER,
      PRIMARY KEY (claim_id, position)
    ) WITHOUT ROWID;
    CREATE INDEX claim_appearance_by_source ON claim_appearance (source_id, claim_id);
    CREATE TABLE claim_citation (
      claim_id INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
      position INTEGER NOT NULL,
      study_id INTEGER NOT NULL REFERENCES study,
      PRIMARY KEY (claim_id, position)
    ) WITHOUT ROWID;
    CREATE INDEX claim_citation_by_study ON claim_citation (study_id);
    CREATE TABLE evidence_link (
      claim_id INTEGER NOT NULL REFERENCES claim ON DELETE CASCADE,
      position INTEGER NOT NULL,
      study_id INTEGER NOT NULL REFERENCES study,
      result TEXT,
      stance TEXT NOT NULL CHECK (stance IN ('supports', 'partly supports', 'contradicts', 'inconclusive')),
      directness TEXT NOT NULL,
      PRIMARY KEY (claim_id, position),
      FOREIGN KEY (study_id, result) REFERENCES study_result (study_id, key)
    ) WITHOUT ROWID;
    CREATE INDEX evidence_link_by_study ON evidence_link (study_id, claim_id);

    CREATE VIRTUAL TABLE claim_text USING fts5 (
      statement, content = 'claim', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
    );
    CREATE VIRTUAL TABLE study_text USING fts5 (text, tokenize = 'unicode61 remove_diacritics 2');
    """
}
