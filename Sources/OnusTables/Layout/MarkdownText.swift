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

  /// The text as a link's target; `nil` unless it is safe to follow: an address on the web, a place on the same
  /// page, or a file beside it.
  var safeAddress: String? {
    guard webAddress != nil || hasPrefix("#") || isFileBeside else { return nil }
    return unicodeScalars.contains { $0.value <= 0x20 || $0.value == 0x7F } ? nil : self
  }

  /// The text as an address on the web; `nil` when it is anything else.
  var webAddress: String? {
    let lower = lowercased()
    guard lower.hasPrefix("https://") || lower.hasPrefix("http://") else { return nil }
    return unicodeScalars.contains { $0.value <= 0x20 || $0.value == 0x7F } ? nil : self
  }

  /// Whether the text is a path that stays within its folder, and so can name neither a scheme nor a host.
  private var isFileBeside: Bool {
    guard let first, first.isASCII, first.isLetter || first.isNumber else { return false }
    return allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "-_./".contains($0)) }
      && contains(".") && !contains("..")
  }

  /// The text as the target of a Markdown link.
  var markdownAddress: String {
    replacing("\\", with: "%5C").replacing("(", with: "%28").replacing(")", with: "%29")
      .replacing("<", with: "%3C").replacing(">", with: "%3E").replacing("|", with: "%7C")
  }
}
