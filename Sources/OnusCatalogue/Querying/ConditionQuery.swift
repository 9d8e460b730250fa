internal import GRDB
internal import OnusModel

/// The conditions that a question about one of them reaches, as a common table expression `asked`.
struct ConditionQuery {
  let id: Int64
  /// Whether narrower conditions are reached.
  let findsNarrower: Bool
  /// Whether broader classes are reached.
  let findsCovering: Bool

  /// The expressions that end in `asked (condition_id, match)`: 0 exact, 1 narrower, 2 covering.
  ///
  /// A step along the tree is only taken from the condition itself or from one reached by a person's
  /// `broader`: a narrower condition's other places in the tree lead elsewhere.
  var tables: SQLFragment {
    var fragment = SQLFragment("WITH RECURSIVE asked_condition (id) AS (SELECT ?)", [id])
    var branches = ["SELECT id, 0 FROM asked_condition"]
    if findsNarrower {
      fragment.text += ",\n" + Self.narrower
      branches.append("SELECT id, 1 FROM narrower")
    }
    if findsCovering {
      fragment.text += ",\n" + Self.covering
      branches.append("SELECT id, 2 FROM covering")
    }
    fragment.text += """
      ,
      asked (condition_id, match) AS (
        SELECT id, MIN(match) FROM (
          SELECT NULL AS id, NULL AS match WHERE FALSE
          UNION ALL \(branches.joined(separator: "\n    UNION ALL "))
        ) GROUP BY id
      )
      """
    return fragment
  }

  private static let narrower = """
    narrower (id, is_by_tree) AS (
      SELECT id, 0 FROM asked_condition
      UNION
      SELECT below.condition_id, 1 FROM narrower
        JOIN condition_tree AS place ON place.condition_id = narrower.id
        JOIN condition_tree AS below
          ON below.tree_number > place.tree_number || '.' AND below.tree_number < place.tree_number || '/'
        WHERE NOT narrower.is_by_tree
      UNION
      SELECT condition_broader.condition_id, 0 FROM narrower
        JOIN condition_broader ON condition_broader.broader_id = narrower.id
    )
    """

  private static let covering = """
    covering (id, tree_number) AS (
      SELECT id, NULL FROM asked_condition
      UNION
      SELECT NULL, condition_tree.tree_number FROM covering
        JOIN condition_tree ON condition_tree.condition_id = covering.id
        WHERE covering.tree_number IS NULL
      UNION
      SELECT NULL, rtrim(rtrim(covering.tree_number, '0123456789'), '.') FROM covering
        WHERE covering.tree_number LIKE '%.%'
      UNION
      SELECT condition_tree.condition_id, condition_tree.tree_number FROM covering
        JOIN condition_tree ON condition_tree.tree_number = covering.tree_number
        WHERE covering.id IS NULL
      UNION
      SELECT condition_broader.broader_id, NULL FROM covering
        JOIN condition_broader ON condition_broader.condition_id = covering.id
    )
    """
}
