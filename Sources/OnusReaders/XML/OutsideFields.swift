internal import OnusModel

/// What stands outside the records of a file, counted by its path.
struct OutsideFields: Sendable {
  private var order: [String] = []
  private var fields: [String: (first: KeptField, count: Int)] = [:]

  /// Adds what another part of the same file has outside its records.
  mutating func add(_ other: OutsideFields) {
    for path in other.order {
      guard let (first, count) = other.fields[path] else { continue }
      if fields[path] == nil { order.append(path) }
      fields[path, default: (first, 0)].count += count
    }
  }

  mutating func add(_ element: XMLElement) {
    // The version of the format and the language of its headings are the same for all records, and the
    // records are counted as they are read.
    if element.index == 0 {
      _ = element.attribute("totalCount")
      _ = element.attribute("version")
      _ = element.attribute("LanguageCode")
    }
    for field in element.unread() {
      let path = element.path + "/" + field.path
      if fields[path] == nil { order.append(path) }
      fields[path, default: (field, 0)].count += 1
    }
  }

  var problems: [Diagnostic] {
    order.compactMap { path in
      guard let (field, count) = fields[path] else { return nil }
      let times = count == 1 ? "" : ", and \(count - 1) more like it"
      return Diagnostic(
        .note, "unmapped-element", "\(path) is outside the records and not used: \"\(field.value)\"\(times)",
        at: field.location)
    }
  }
}
