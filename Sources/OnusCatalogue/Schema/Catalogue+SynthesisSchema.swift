extension Catalogue {
  static let synthesisSchema = """
    CREATE TABLE synthesis (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      outcome TEXT NOT NULL,
      payload BLOB NOT NULL
    );
    CREATE TABLE synthesis_condition (
      condition_id INTEGER NOT NULL REFERENCES condition,
      synthesis_id INTEGER NOT NULL REFERENCES synthesis ON DELETE CASCADE,
      position INTEGER NOT NULL,
      PRIMARY KEY (condition_id, synthesis_id)
    ) WITHOUT ROWID;
    CREATE INDEX synthesis_condition_by_synthesis ON synthesis_condition (synthesis_id, position);
    CREATE TABLE synthesis_intervention (
      intervention_id INTEGER NOT NULL REFERENCES intervention,
      synthesis_id INTEGER NOT NULL REFERENCES synthesis ON DELETE CASCADE,
      position INTEGER NOT NULL,
      PRIMARY KEY (intervention_id, synthesis_id)
    ) WITHOUT ROWID;
    CREATE INDEX synthesis_intervention_by_synthesis ON synthesis_intervention (synthesis_id, position);
    CREATE TABLE synthesis_result (
      synthesis_id INTEGER NOT NULL REFERENCES synthesis ON DELETE CASCADE,
      position INTEGER NOT NULL,
      study_id INTEGER NOT NULL REFERENCES study,
      result TEXT NOT NULL,
      PRIMARY KEY (synthesis_id, position),
      FOREIGN KEY (study_id, result) REFERENCES study_result (study_id, key)
    ) WITHOUT ROWID;
    CREATE INDEX synthesis_result_by_study ON synthesis_result (study_id);
    """
}
