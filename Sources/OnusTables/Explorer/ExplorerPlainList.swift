internal import OnusModel

extension Explorer {
  /// Every claim with its evidence as plain markup, for browsers that run no scripts.
  ///
  /// Each claim has the same address as in the page that the script makes.
  var plainList: [String] {
    [
      "<p class=\"quiet\">Filters, matrix and studies need JavaScript; every claim is listed here.</p>",
      "<ol class=\"list\">",
    ] + claims.map { "<li>\($0.plainMarkup)</li>" } + ["</ol>"]
  }
}

extension CataloguedClaim {
  fileprivate var plainMarkup: String {
    let id = "claim=" + claim.id.rawValue.addressText.html
    let subjects = conditions.isEmpty ? claim.topics : conditions.map(\.name)
    var lines = ["<article class=\"claim\" id=\"\(id)\">", "<h2>\(claim.statement.value.html)</h2>"]
    if let standing {
      lines.append(
        "<p><b>\(standing.standing.rawValue.capitalizedSentence.html)</b> "
          + "\(standing.reason.capitalizedSentence.html)</p>")
    }
    if !subjects.isEmpty { lines.append("<p class=\"quiet\">\(subjects.joined(separator: "; ").html)</p>") }
    let items =
      evidence.map(\.plainMarkup) + claim.searches.map { $0.sentence.html }
      + weightyFindings.map { "\($0.severity.rawValue): \($0.message.asSentence)".html }
    if !items.isEmpty { lines.append("<ul>" + items.map { "<li>\($0)</li>" }.joined() + "</ul>") }
    return (lines + ["</article>"]).joined(separator: "\n")
  }
}

extension CataloguedEvidence {
  fileprivate var plainMarkup: String {
    let facts = [
      study.designText, study.study.sample?.headline.map { "n = \($0.count)" },
      study.study.durations.headline?.stated?.printed,
    ].compactMap { $0 }
    let name = EvidenceTable.Span(study.study.name, link: study.primaryAddress).html
    let stance = "\(link.stance.symbol) \(link.stance.rawValue)".html
    return "\(stance): \(name) (\(facts.joined(separator: ", ").html)). \(link.rationale.asSentence.html)"
  }
}

extension String {
  /// The text as a part of an address: what is not a letter, a digit or one of `-._~` is percent-encoded.
  fileprivate var addressText: String {
    utf8.map { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: String(UnicodeScalar(byte))
      default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }.joined()
  }
}
