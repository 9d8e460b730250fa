extension String {
  /// The text with everything escaped that Markdown, or GitHub's dialect of it, would take for markup.
  ///
  /// Line breaks become `<br>`, so that the text can stand in one cell of a table.
  var markdown: String {
    var result = String.UnicodeScalarView()
    for line in normalizedLines {
      if !result.isEmpty { result += "<br>".unicodeScalars }
      for scalar in line.withoutControls.unicodeScalars {
        switch scalar {
        case "\\", "`", "*", "_", "[", "]", "<", ">", "|", "~", "$", "&":
          result.append("\\")
          result.append(scalar)
        default: result.append(scalar)
        }
      }
    }
    return String(result)
  }

  /// The text as a link's target; `nil` unless it is an address that is safe to follow.
  var safeAddress: String? {
    let lower = lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") || hasPrefix("#") else { return nil }
    return unicodeScalars.contains { $0.value <= 0x20 || $0.value == 0x7F } ? nil : self
  }

  /// The text as the target of a Markdown link.
  var markdownAddress: String {
    replacing("\\", with: "%5C").replacing("(", with: "%28").replacing(")", with: "%29")
      .replacing("<", with: "%3C").replacing(">", with: "%3E").replacing("|", with: "%7C")
  }
}
