/// Text of elements in which sentences, paragraphs, formulas and marks of footnotes are mixed.
extension XMLElement {
  /// The text for a reader of the article: formulas in MathML as a line of text, one of several forms of the
  /// same formula, a blank between paragraphs; footnotes and the marks that lead to them are left out.
  ///
  /// What is left out and is no repetition stays unread.
  var readableText: String? {
    if isLeaf {
      _ = attribute("id")
      return nonEmptyText
    }
    var text = ""
    appendReadable(to: &text)
    let collapsed = text.collapsedLayout
    return collapsed.isEmpty ? nil : collapsed
  }

  private func appendReadable(to text: inout String) {
    markOwnTextRead()
    // A name inside the document is of no use once its text is taken out of it.
    _ = attribute("id")
    if isNamed("xref") { _ = attribute("rid") }
    forEachPart { part in
      switch part {
      case .text(let bytes): text += String(decoding: bytes, as: UTF8.self)
      case .element(let child): child.appendAsPart(to: &text)
      }
    }
  }

  private func appendAsPart(to text: inout String) {
    if isNamed("math") {
      text += MathText.line(self)
    } else if isNamed("tex-math") {
      text += hasFormulaBeside ? "" : TeXFormula.bare(rawText)
      markRead()
    } else if isNamed("alternatives") || isNamed("name-alternatives") {
      appendOneForm(to: &text)
    } else if isNamed("fn") || isNamed("xref") && isFootnoteMark || isNamed("label") && isFootnoteLabel {
      return
    } else if Self.blocks.contains(where: { isNamed($0) }) {
      text += " "
      appendReadable(to: &text)
      text += " "
    } else {
      appendReadable(to: &text)
    }
  }

  /// Appends the form that is most like text of those that say the same.
  private func appendOneForm(to text: inout String) {
    markOwnTextRead()
    let forms = elements.map(\.self)
    let best =
      forms.first { $0.isNamed("math") } ?? forms.first { $0.isNamed("tex-math") || !$0.isEmpty }
    best?.appendAsPart(to: &text)
    for form in forms where form.index != best?.index { form.markRead() }
  }

  private var hasFormulaBeside: Bool { parent?.child("math") != nil }

  private var isFootnoteMark: Bool {
    guard ["fn", "table-fn", "author-notes", "corresp", "aff"].contains(attribute("ref-type")) else {
      return false
    }
    markRead()
    return true
  }

  private var isFootnoteLabel: Bool { parent?.isNamed("fn") ?? false }

  private static let blocks: [StaticString] = [
    "p", "title", "sec", "list", "list-item", "disp-formula", "break", "br", "td", "th", "tr", "def-item",
    "disp-quote", "head", "div", "lb", "ab",
  ]
}

// MARK: - Parts

extension XMLElement {
  /// What an element consists of: text and elements in turn.
  enum Part {
    case text(UnsafeBufferPointer<UInt8>)
    case element(XMLElement)
  }

  /// Visits the text and the elements that are directly in this one, in the order of the file.
  func forEachPart(_ body: (Part) -> Void) {
    let node = node
    var start = Int(node.textStart)
    func sendText(to end: Int) {
      guard end > start else { return }
      body(.text(UnsafeBufferPointer(start: tree.pointee.text.start + start, count: end - start)))
    }
    for child in elements {
      let childNode = child.node
      sendText(to: Int(childNode.textStart))
      body(.element(child))
      start = Int(childNode.textEnd)
    }
    sendText(to: Int(node.textEnd))
  }

  /// The text that stands directly in the element, without that of the elements in it.
  var ownText: String {
    var text = ""
    forEachPart { if case .text(let bytes) = $0 { text += String(decoding: bytes, as: UTF8.self) } }
    return text
  }

  /// Marks the text directly in the element as read when it is nothing but punctuation, as between the
  /// fields of a citation.
  func markPunctuationRead() {
    if !ownText.contains(where: { $0.isLetter || $0.isNumber }) { markOwnTextRead() }
  }

  /// Marks the text directly in the element as read, and not that of the elements in it.
  func markOwnTextRead() { tree.pointee.nodes[index].marks.insert(.isRead) }
}

extension String {
  /// The text with each run of XML's white space as one blank and none at its ends; other spaces stay.
  var collapsedLayout: String {
    var text = self
    return text.withUTF8 { XMLText.collapsed($0) }
  }
}
