internal import OnusModel

extension Shape {
  /// The shape as a JSON Schema.
  var jsonSchema: JSONValue {
    switch self {
    case .text: .members(["type": .array(["string", "number", "boolean"])])
    case .form(let description, let pattern, _):
      .members([
        "description": .string("Expects \(description)."), "type": .array(["string", "number"]),
        "pattern": .string(pattern),
      ])
    case .count: .members(["type": "integer", "minimum": 0])
    case .word(let words): .members(["enum": .array(words.map(JSONValue.string))])
    case .reported(let shape):
      .members(["anyOf": .array([shape.jsonSchema, .members(["const": .string(Self.notReported)])])])
    case .list(let shape):
      .members([
        "anyOf": .array([shape.jsonSchema, .members(["type": "array", "items": shape.jsonSchema])])
      ])
    case .scalarOr(let scalar, let mapping):
      .members(["anyOf": .array([scalar.jsonSchema, mapping.jsonSchema])])
    case .entries(let subject, let shape):
      .members([
        "description": .string("Each key is the id of a \(subject)."), "type": .array(["object", "null"]),
        "patternProperties": .members(["^[a-z0-9][a-z0-9._-]*$": shape.jsonSchema]),
        "additionalProperties": false,
      ])
    case .named(let subject, let shape):
      .members([
        "description": .string("Each key is the name of a \(subject)."), "type": "object",
        "additionalProperties": shape.jsonSchema,
      ])
    case .mapping(let fields):
      .members([
        "type": "object",
        "required": .texts(fields.filter(\.isRequired).map(\.key)),
        "properties": .object(fields.map { .init($0.key, $0.jsonSchema) }),
        "additionalProperties": false,
      ])
    }
  }
}

extension Shape.Field {
  /// The key's shape with its meaning.
  fileprivate var jsonSchema: JSONValue {
    guard case .object(let members) = shape.jsonSchema else { return shape.jsonSchema }
    return .object(
      [JSONValue.Member("description", .string(meaning))] + members.filter { $0.name != "description" })
  }
}
