internal import OnusModel

extension XMLElement {
  /// The sections of an abstract in JATS markup, with their headings as labels; paragraphs without one are one
  /// section.
  var abstractSections: [AbstractSection] {
    var sections: [AbstractSection] = []
    _ = attribute("id")
    // The heading over all says that this is the abstract.
    child("title")?.markRead()
    child("label")?.markRead()
    addSections(label: nil, to: &sections)
    return sections
  }

  private func addSections(label: String?, to sections: inout [AbstractSection]) {
    var paragraphs: [String] = []
    func finish() {
      let text = paragraphs.joined(separator: " ")
      if !text.isEmpty { sections.append(AbstractSection(label: label, text: text)) }
      paragraphs = []
    }
    for child in elements {
      if child.isNamed("sec") {
        finish()
        _ = child.attribute("id")
        _ = child.attribute("sec-type")
        let heading = child.child("title")?.readableText.map { $0.trimmingTail { ":.".contains($0) } }
        child.addSections(label: heading ?? label, to: &sections)
      } else if child.isNamed("object-id") || child.isNamed("title") || child.isNamed("label") {
        continue
      } else if !child.isOnlyAddress, let text = child.readableText {
        paragraphs.append(text)
      }
    }
    if isLeaf || hasOwnWords, let text = readableText { paragraphs = [text] }
    finish()
  }

  /// Whether there are words directly in the element, so that its parts are no paragraphs.
  private var hasOwnWords: Bool { ownText.contains { $0.isLetter } }

  /// Whether a paragraph holds nothing but a DOI, as some journals put under their abstracts.
  private var isOnlyAddress: Bool {
    let text = String(decoding: bytes, as: UTF8.self).collapsed
    return text.count < 100 && DOIText.isAlone(text)
  }
}
