public import OnusModel

/// Which of the subjects of a vocabulary include which: multiple sclerosis and the disease of the nervous system.
public struct Hierarchy<Subject>: Sendable {
  private let parents: [Key<Subject>: [Key<Subject>]]

  /// Creates a hierarchy.
  ///
  /// - Parameter parents: The subjects that include each subject directly. A ring is no error: those in it
  ///   include each other.
  public init(parents: [Key<Subject>: [Key<Subject>]] = [:]) { self.parents = parents }

  /// Every subject that includes one, near ones first; the subject itself is not among them.
  public func ancestors(of subject: Key<Subject>) -> [Key<Subject>] {
    var found: [Key<Subject>] = []
    var seen: Set<Key<Subject>> = [subject]
    var next = [subject]
    while !next.isEmpty {
      next = next.flatMap { parents[$0] ?? [] }.filter { seen.insert($0).inserted }
      found += next
    }
    return found
  }

  /// Whether a subject is another one or is included in it.
  public func includes(_ subject: Key<Subject>, in other: Key<Subject>) -> Bool {
    subject == other || ancestors(of: subject).contains(other)
  }

  /// Whether one of two subjects includes the other, or both are one.
  public func areRelated(_ first: Key<Subject>, _ second: Key<Subject>) -> Bool {
    includes(first, in: second) || includes(second, in: first)
  }
}

extension Hierarchy where Subject == Condition {
  /// The hierarchy of conditions: by their places in the MeSH trees, and by what people say is broader.
  ///
  /// - Parameters:
  ///   - conditions: All conditions. A heading's parent is the heading at its tree number without the last
  ///     part, or, where the vocabulary has no such heading, without the last two, and so on.
  ///   - broader: The conditions that a person says include a condition.
  public init(_ conditions: [Condition], broader: [Condition.ID: [Condition.ID]] = [:]) {
    var places: [String: Condition.ID] = [:]
    for condition in conditions {
      for number in condition.treeNumbers { places[number] = condition.id }
    }
    var parents = broader
    for condition in conditions {
      for number in condition.treeNumbers {
        var rest = number[...]
        while let dot = rest.lastIndex(of: ".") {
          rest = rest[..<dot]
          guard let parent = places[String(rest)] else { continue }
          if parents[condition.id, default: []].contains(parent) == false {
            parents[condition.id, default: []].append(parent)
          }
          break
        }
      }
    }
    self.init(parents: parents)
  }
}
