internal import OnusModel

extension Reader {
  /// Trials of the WHO's International Clinical Trials Registry Platform: exports of its search portal, and
  /// the XML in which registers hand their trials to it.
  ///
  /// The fields are those of the [Trial Registration Data
  /// Set](https://www.who.int/tools/clinical-trials-registry-platform/network/who-data-set). The form of
  /// OpenTrials, which Brazil's register uses for its own records, is read too.
  public static let ictrp = Reader.xml(
    name: "ictrp", title: "WHO ICTRP XML",
    keeps: "trials of all registers as studies: design, conditions, interventions, outcomes, sponsors",
    roots: [
      XMLRoot("Trials_downloaded_from_ICTRP", namespacePrefix: ""), XMLRoot("trials", containing: "trial_id"),
      XMLRoot("trials", containing: "trial_identification"),
      XMLRoot("trial", containing: "trial_identification"),
    ],
    records: ["Trial", "trial"]
  ) { record in
    let trial: RegisteredTrial
    if record.isNamed("Trial") {
      trial = ICTRP.exported(record)
    } else if let main = record.child("main") {
      trial = ICTRP.submitted(record, main)
    } else {
      trial = ICTRP.openTrial(record)
    }
    return trial.events(record)
  }
}

/// What the forms of the WHO's trials have in common.
enum ICTRP {
  /// The text of an element without escaped markup; `nil` for words that say that there is none.
  static func text(_ element: XMLElement?) -> String? {
    guard let element else { return nil }
    _ = element.attribute("lang")
    let text = EscapedMarkup.plain(element.rawText).collapsed
    return isNothing(text) ? nil : text
  }

  /// The text of an element with its lines, where breaks are escaped markup or line breaks.
  static func lines(_ element: XMLElement?) -> String? {
    guard let element else { return nil }
    _ = element.attribute("lang")
    let text = element.rawText
    let lines = text.contains("<") ? WrappedText.linesOfMarkup(text) : WrappedText.lines(text)
    return lines.flatMap { isNothing($0) ? nil : $0 }
  }

  static func isNothing(_ text: String) -> Bool {
    guard text.contains(where: { $0.isLetter || $0.isNumber }) else { return true }
    return ["n/a", "na", "n.a.", "nil", "none", "null", "nil known", "not applicable"].contains(
      text.lowercased())
  }

  /// The entries of a list that is joined by semicolons, each once.
  static func list(_ element: XMLElement?) -> [Located<String>] {
    guard let element, let text = text(element) else { return [] }
    var entries: [Located<String>] = []
    for entry in text.split(separator: ";").map({ $0.trimmed }) where !isNothing(entry) {
      if !entries.contains(where: { $0.value == entry }) {
        entries.append(Located(entry, at: element.location))
      }
    }
    return entries
  }

  /// The register that a number tells, or that it is a secondary one and nothing more.
  static func bank(_ number: String) -> String {
    let registration = Registration(parsing: number)
    return registration.isCertain ? registration.register : "secondary_id"
  }

  /// A date as the portal writes it: the day comes first where there are only numbers.
  ///
  /// 1 January 1900 stands for no date.
  static func date(_ text: String?) -> PartialDate? {
    guard let text, !text.isEmpty else { return nil }
    let parts = text.split(separator: "/").map(String.init)
    if parts.count == 3, let day = Int(parts[0]), let month = Int(parts[1]),
      let year = Int(parts[2].prefix(4))
    {
      guard year > 1900 else { return nil }
      let date = PartialDate(year: year, month: month, day: day, printed: text)
      return date.isPossible ? date : PartialDate(year: year, printed: text)
    }
    let date = PartialDate(written: text)
    return date.year.map { $0 > 1900 } ?? false ? date : nil
  }

  /// The design and the purpose that a text in the form "Allocation: Randomized; Masking: None" tells.
  ///
  /// Where the text has no such parts, the whole of it is the design in words.
  static func design(_ text: String?, type: String?) -> (design: TrialDesign, purpose: String?) {
    var design = TrialDesign(type: type)
    guard let text else { return (design, nil) }
    // Fields are short; a text of this length has none.
    guard text.utf8.count < 10_000 else {
      design.words = text
      return (design, nil)
    }
    design.groups = text.range(ofWord: "number of treatment arms in the trial:").flatMap {
      Int(text[$0.upperBound...].drop { $0 == " " }.prefix(while: \.isASCIIDigit).prefix(4))
    }
    let names = [
      "primary purpose", "allocation", "intervention model", "observational model", "time perspective",
      "masking", "assignment", "control", "purpose",
    ]
    var starts: [(name: String, range: Range<String.Index>)] = []
    for name in names {
      guard let range = text.range(ofWord: name + ":"),
        !starts.contains(where: { $0.range.overlaps(range) })
      else { continue }
      starts.append((name, range))
    }
    starts.sort { $0.range.lowerBound < $1.range.lowerBound }
    var fields: [String: String] = [:]
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1].range.lowerBound : text.endIndex
      fields[start.name] = String(text[start.range.upperBound..<end]).trimmed
        .trimmingTail { ".; ".contains($0) }
    }
    guard fields["allocation"] != nil || fields["masking"] != nil || fields["assignment"] != nil else {
      design.words = text
      return (design, fields["primary purpose"] ?? fields["purpose"])
    }
    design.allocation = fields["allocation"]
    design.model = fields["intervention model"] ?? fields["assignment"] ?? fields["observational model"]
    design.perspective = fields["time perspective"]
    design.masking = fields["masking"]
    return (design, fields["primary purpose"] ?? fields["purpose"])
  }

  /// An intervention whose kind comes first, as in "Drug: Imaginol".
  static func treatment(_ text: String) -> RegisterEntry.Treatment {
    let kinds = [
      "Drug", "Device", "Biological", "Procedure", "Radiation", "Behavioral", "Genetic", "Other",
      "Dietary Supplement", "Combination Product", "Diagnostic Test",
    ]
    for kind in kinds where text.hasPrefix("\(kind): ") {
      return .init(name: text.dropFirst(kind.count + 1).trimmed, kind: kind)
    }
    return .init(name: text)
  }
}

extension String {
  /// Where a word first stands that no letter precedes, whatever its case.
  fileprivate func range(ofWord word: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      let candidate = self[start...].prefix(word.count)
      if candidate.count == word.count, candidate.lowercased() == word,
        start == startIndex || !self[index(before: start)].isLetter
      {
        return start..<candidate.endIndex
      }
      start = index(after: start)
    }
    return nil
  }
}
