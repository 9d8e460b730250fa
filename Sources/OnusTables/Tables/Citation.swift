internal import OnusModel

/// A reference in the style of the National Library of Medicine (Citing Medicine, 2nd edition).
struct Citation {
  var spans: [EvidenceTable.Span]

  init(_ reference: Reference) {
    spans = [.init(Self.sentences(of: reference).joined(separator: " "))]
    for scheme in [Identifier.Scheme.doi, .pmid, .pmcid, .isbn, .bookshelf] {
      guard let value = reference.identifier(scheme) else { continue }
      let identifier = Identifier(scheme, value)
      spans += [.init(" "), .init(Self.label(of: identifier), link: identifier.address), .init(".")]
    }
    if spans.count == 1, let address = reference.addresses.first {
      spans += [.init(" Available from: "), .init(address, link: address)]
    }
  }

  /// An identifier as NLM prints it, for example "PMID: 18728058".
  static func label(of identifier: Identifier) -> String {
    switch identifier.scheme {
    case .pmid: "PMID: \(identifier.value)"
    case .pmcid: "PMCID: \(identifier.value)"
    case .doi: "doi: \(identifier.value)"
    case .isbn: "ISBN: \(identifier.value)"
    case .bookshelf: "Bookshelf ID: \(identifier.value)"
    default: identifier.value
    }
  }

  private static func sentences(of reference: Reference) -> [String] {
    let title = reference.title.map { reference.vernacularTitle == nil ? $0 : "[\($0)]" }
    let container = reference.container.flatMap { $0.abbreviation ?? $0.title }
    var sentences = [authors(of: reference), title ?? reference.vernacularTitle]
    if let container {
      sentences += [container, issue(of: reference)]
    } else {
      let house = [reference.place, reference.publisher].compactMap { $0 }.joined(separator: ": ")
      let imprint = [house, date(of: reference) ?? ""].filter { !$0.isEmpty }.joined(separator: "; ")
      sentences += [reference.edition.map { "\($0) ed" }, imprint]
    }
    return sentences.compactMap { $0 }.filter { !$0.isEmpty }.map(\.asSentence)
  }

  /// Up to six authors; of more, six and “et al”.
  private static func authors(of reference: Reference) -> String? {
    let names = reference.authors.map(\.citationName).filter { !$0.isEmpty }
    guard !names.isEmpty else { return nil }
    let isCut = names.count > 6 || reference.isAuthorListComplete == false
    return names.prefix(6).joined(separator: ", ") + (isCut ? ", et al" : "")
  }

  private static func issue(of reference: Reference) -> String {
    var text = date(of: reference) ?? ""
    if reference.volume != nil || reference.issue != nil { text += ";" }
    text += reference.volume ?? ""
    text += reference.issue.map { "(\($0))" } ?? ""
    text += reference.pages.map { ":\($0.printed)" } ?? ""
    return text
  }

  private static func date(of reference: Reference) -> String? {
    guard let date = reference.issued ?? reference.published else { return nil }
    guard let year = date.year else { return date.printed }
    guard let month = date.monthName else { return date.printed ?? String(year) }
    return "\(year) \(month)" + (date.day.map { " \($0)" } ?? "")
  }
}

extension StringProtocol {
  /// The text with a full stop, unless it ends with a mark of its own.
  var asSentence: String {
    guard let last, !".?!".contains(last) else { return String(self) }
    return self + "."
  }
}
