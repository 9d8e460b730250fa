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

  /// Whether the text names a file that a build writes, relative to the one that names it.
  ///
  /// Only plain names with a known ending count: an address that somebody wrote without its scheme is none.
  private var isFileBeside: Bool {
    let endings: Set = ["html", "md", "txt", "csv", "tsv", "json", "tex", "svg", "docx", "xlsx"]
    guard let dot = lastIndex(of: "."), endings.contains(String(self[index(after: dot)...])) else {
      return false
    }
    let isPlain = utf8.allSatisfy { byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D...0x2F, 0x5F: true
      default: false
      }
    }
    return isPlain && !hasPrefix("/") && !hasPrefix(".") && !hasPrefix("www.") && !contains("..")
  }

  /// The text as the target of a Markdown link.
  var markdownAddress: String {
    replacing("\\", with: "%5C").replacing("(", with: "%28").replacing(")", with: "%29")
      .replacing("<", with: "%3C").replacing(">", with: "%3E").replacing("|", with: "%7C")
  }
}
