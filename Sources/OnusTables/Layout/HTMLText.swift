extension String {
  /// The text with everything escaped that HTML would take for markup, in content and in attributes.
  ///
  /// Control characters, which HTML does not allow, become U+FFFD.
  var html: String {
    var result = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "&": result += "&amp;"
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "\"": result += "&quot;"
      case "'": result += "&#39;"
      case "\t", "\n", "\r": result += " "
      case "\u{0}"..<" ", "\u{7F}"..."\u{9F}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  /// The text as an element's `id`: what is not a letter, a digit, a hyphen or a full stop becomes a hyphen.
  var htmlID: String {
    String(map { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == ".") ? $0 : "-" })
  }
}

extension EvidenceTable.Span {
  /// The piece as HTML: a link where there is an address that is safe to follow.
  var html: String {
    let words = isStrong ? "<b>\(text.html)</b>" : text.html
    guard let address = link?.safeAddress else { return words }
    return "<a href=\"\(address.html)\">\(words)</a>"
  }
}

/// A whole HTML page: self-contained, without scripts, readable in light, in dark and on paper.
struct HTMLPage {
  var title: String
  var style: String
  var body: [String]

  var bytes: [UInt8] {
    let lines =
      [
        "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<meta name=\"color-scheme\" content=\"light dark\">",
        // The page needs nothing but its own style, so nothing in its text can ever be run or fetched.
        "<meta http-equiv=\"Content-Security-Policy\""
          + " content=\"default-src 'none'; style-src 'unsafe-inline'\">",
        "<title>\(title.html)</title>", "<style>", HTMLStyle.base, style, "</style>", "</head>", "<body>",
        "<main>", "<h1>\(title.html)</h1>",
      ] + body + ["</main>", "</body>", "</html>"]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }
}
