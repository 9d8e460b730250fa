extension Catalogue {
  static let reviewSchema = """
    CREATE TABLE review (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      payload BLOB NOT NULL
    );
    CREATE TABLE review_condition (
      condition_id INTEGER NOT NULL REFERENCES condition,
      review_id INTEGER NOT NULL REFERENCES review ON DELETE CASCADE,
      position INTEGER NOT NULL,
      PRIMARY KEY (condition_id, review_id)
    ) WITHOUT ROWID;
    CREATE INDEX review_condition_by_review ON review_condition (review_id, position);
    """
}
