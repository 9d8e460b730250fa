internal import OnusModel

extension Explorer {
  /// The whole page.
  ///
  /// The page's policy lets only its own script run, which it names by its hash, so nothing in a catalogue's
  /// text can ever be run or fetched (Content Security Policy Level 3, section 2.3.1).
  ///
  /// - Parameter digest: The SHA-256 of some bytes (FIPS 180-4), as 32 bytes.
  /// - Returns: An HTML page in UTF-8; the same explorer gives the same bytes.
  public func page(digest: ([UInt8]) -> [UInt8]) -> [UInt8] {
    let script = ExplorerScript.text
    let policy =
      "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-"
      + digest(Array(script.utf8)).base64 + "'; base-uri 'none'; form-action 'none'"
    let lines =
      [
        "<!DOCTYPE html>", "<html lang=\"en\">", "<head>", "<meta charset=\"utf-8\">",
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
        "<meta name=\"color-scheme\" content=\"light dark\">",
        "<meta http-equiv=\"Content-Security-Policy\" content=\"\(policy)\">",
        "<title>\(title.html)</title>",
        "<style>", HTMLStyle.base, ExplorerStyle.text, "</style>", "</head>", "<body>", ExplorerShape.sheet,
        "<a class=\"skip\" id=\"skip\" href=\"#main\">Skip to the results</a>",
      ] + header + ["<main id=\"main\" tabindex=\"-1\">", "<noscript>"] + plainList + ["</noscript>"] + app
      + plotSection + ["</main>"]
      + [
        "<script type=\"application/json\" id=\"data\">\(embeddedData)</script>",
        "<script>\(script)</script>", "</body>", "</html>",
      ]
    return Array((lines.joined(separator: "\n") + "\n").utf8)
  }

  private var header: [String] {
    let census = census.map { "\($0.capitalizedSentence.html) " } ?? ""
    var tabs = ["claims", "matrix", "studies"]
    if !plots.isEmpty { tabs.append("plots") }
    let items = tabs.map { tab in
      "<li><a id=\"tab-\(tab)\" href=\"#view=\(tab)\">\(tab.capitalizedSentence.dropLast())</a></li>"
    }
    return [
      "<header class=\"top\">", "<div>", "<h1>\(title.html)</h1>",
      "<p class=\"quiet\">\(census)<a href=\"index.html\">All tables and summaries</a>.",
      "<strong>This is not medical advice.</strong></p>", "</div>",
      "<nav id=\"views\" aria-label=\"Views\" hidden><ul>",
    ] + items + ["</ul></nav>", "</header>"]
  }

  /// The frame that the script fills; hidden until it does.
  private var app: [String] {
    [
      "<div id=\"app\" hidden>",
      "<details id=\"filter-box\" class=\"filter-box\"><summary id=\"filter-title\">Filters</summary>",
      "<div id=\"side\"><form id=\"filters\" role=\"search\" aria-label=\"Filters\">",
      "<div class=\"field\"><label for=\"search\">Search</label>",
      "<input id=\"search\" type=\"search\" autocomplete=\"off\" spellcheck=\"false\""
        + " placeholder=\"Words of claims, studies, sources\"></div>",
      "</form></div></details>",
      "<div class=\"results\">",
      "<div class=\"bar\" id=\"bar\"><p id=\"count\" role=\"status\"></p>",
      "<ul id=\"chips\"></ul>",
      "<div class=\"tools\" id=\"tools\"><label for=\"sort\">Order</label> <select id=\"sort\">",
      "<option value=\"\">as written</option><option value=\"standing\">by where they stand</option>",
      "<option value=\"evidence\">most studies first</option>",
      "<option value=\"people\">largest study first</option>",
      "<option value=\"newest\">newest study first</option>",
      "<option value=\"findings\">most findings first</option></select>",
      "<button type=\"button\" id=\"unfold\">Unfold all shown</button>",
      "<button type=\"button\" id=\"fold\">Fold all</button></div></div>",
      "<p id=\"empty\" class=\"empty\" hidden>Nothing fits. Take a filter back to see more.</p>",
      "<div id=\"view-claims\" hidden><div id=\"pinned\"></div>",
      "<ol id=\"claims\" class=\"list\"></ol></div>",
      "<div id=\"view-matrix\" hidden><p class=\"legend\">\(ExplorerShape.legend)</p>",
      "<div class=\"grid\" role=\"region\" aria-label=\"Claims against studies\" tabindex=\"0\">",
      "<table id=\"matrix\"></table></div>",
      "<button type=\"button\" id=\"matrix-more\" class=\"step\" hidden>Show more rows</button>",
      "<div id=\"matrix-notes\"></div></div>",
      "<div id=\"view-studies\" hidden>",
      "<ol id=\"studies\" class=\"list\"></ol></div>",
      "</div>", "</div>",
    ]
  }
}

extension [UInt8] {
  /// The bytes in base 64 (RFC 4648, section 4).
  var base64: String {
    let letters = [Character]("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
    var text = ""
    for start in stride(from: 0, to: count, by: 3) {
      let group = self[start..<Swift.min(start + 3, count)]
      let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
      for place in 0..<4 {
        let letter: Character = place <= group.count ? letters[bits >> (18 - 6 * place) & 63] : "="
        text.append(letter)
      }
    }
    return text
  }
}
