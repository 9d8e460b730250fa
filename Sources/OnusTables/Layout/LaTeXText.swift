extension String {
  /// The text with everything escaped that LaTeX would take for a command.
  ///
  /// Letters of the Latin alphabet stay as they are; signs and Greek letters that a default font lacks
  /// become commands; anything else becomes `\glyph{…}` with its code point, which the document defines, within
  /// `\rtl{…}` where the script runs from right to left. A line may end within a word only where the word is long.
  var latex: String {
    withoutControls.directions.map { words, isRightToLeft in
      guard isRightToLeft else { return words[...].latexWords }
      // What follows the last letter goes with the page, which runs from left to right.
      let end = words.lastIndex { $0.isLetter }.map { words.index(after: $0) } ?? words.endIndex
      return "\\rtl{\(words[..<end].latexWords)}\(words[end...].latexWords)"
    }.joined()
  }

  /// Words longer than this, addresses mostly, may be broken.
  fileprivate static let longestUnbrokenWord = 16

  fileprivate var latexWord: String {
    var result = ""
    for scalar in unicodeScalars {
      if let command = Self.latexCommands[scalar] {
        result += command
      } else if scalar.value < 0x180 {
        result.unicodeScalars.append(scalar)
      } else if scalar.properties.generalCategory != .format, scalar.value != 0xFE0F {
        result += "\\glyph{\(String(scalar.value, radix: 16, uppercase: true))}"
        // Scripts without blanks may begin a line with any character.
        if Character(scalar).displayWidth == 2 { result += "\\allowbreak{}" }
      }
    }
    return result
  }

  /// The text as an argument of `\href`.
  var latexAddress: String {
    replacing("\\", with: "\\%5C").replacing("%", with: "\\%").replacing("#", with: "\\#")
      .replacing("&", with: "\\&").replacing("{", with: "\\%7B").replacing("}", with: "\\%7D")
      .replacing("~", with: "\\string~").replacing("_", with: "\\_").replacing("^", with: "\\%5E")
  }

  private static let latexCommands: [Unicode.Scalar: String] = [
    "\\": "\\textbackslash{}", "{": "\\{", "}": "\\}", "$": "\\$", "&": "\\&", "#": "\\#", "%": "\\%",
    "_": "\\_", "~": "\\textasciitilde{}", "^": "\\textasciicircum{}", "<": "\\textless{}",
    ">": "\\textgreater{}", "|": "\\textbar{}", "\"": "\\textquotedbl{}",
    "`": "\\textasciigrave{}",
    "\u{A0}": "~", "\u{2009}": "\\,", "\u{202F}": "\\,", "–": "--", "—": "---", "‘": "`", "’": "'",
    "“": "``", "”": "''", "…": "\\dots{}", "•": "\\textbullet{}", "†": "\\dag{}", "‡": "\\ddag{}",
    "\u{2010}": "-", "\u{2011}": "-", "€": "\\texteuro{}", "™": "\\texttrademark{}", "№": "No.",
    "×": "$\\times$", "·": "$\\cdot$", "±": "$\\pm$", "µ": "$\\mu$", "°": "$^{\\circ}$",
    "²": "$^{2}$", "³": "$^{3}$", "¹": "$^{1}$", "−": "$-$",
    "≤": "$\\leq$", "≥": "$\\geq$", "≠": "$\\neq$", "≈": "$\\approx$", "→": "$\\rightarrow$",
    "←": "$\\leftarrow$", "↑": "$\\uparrow$", "↓": "$\\downarrow$", "↔": "$\\leftrightarrow$",
    "∞": "$\\infty$", "√": "$\\surd$", "∆": "$\\Delta$",
    "▲": "$\\blacktriangle$", "△": "$\\vartriangle$", "▼": "$\\blacktriangledown$",
    "▽": "$\\triangledown$", "◆": "$\\blacklozenge$", "◇": "$\\lozenge$", "○": "$\\circ$",
    "●": "$\\bullet$", "■": "$\\blacksquare$", "□": "$\\square$", "◄": "$\\blacktriangleleft$",
    "►": "$\\blacktriangleright$", "✓": "\\checkmark{}", "✗": "$\\times$", "⊕": "$\\oplus$",
    "◐": "$\\ominus$", "◯": "$\\bigcirc$",
    "α": "$\\alpha$", "β": "$\\beta$", "γ": "$\\gamma$", "δ": "$\\delta$", "ε": "$\\varepsilon$",
    "ζ": "$\\zeta$", "η": "$\\eta$", "θ": "$\\theta$", "ι": "$\\iota$", "κ": "$\\kappa$",
    "λ": "$\\lambda$", "μ": "$\\mu$", "ν": "$\\nu$", "ξ": "$\\xi$", "π": "$\\pi$", "ρ": "$\\rho$",
    "σ": "$\\sigma$", "τ": "$\\tau$", "φ": "$\\varphi$", "χ": "$\\chi$", "ψ": "$\\psi$",
    "ω": "$\\omega$", "Γ": "$\\Gamma$", "Δ": "$\\Delta$", "Θ": "$\\Theta$", "Λ": "$\\Lambda$",
    "Π": "$\\Pi$", "Σ": "$\\Sigma$", "Φ": "$\\Phi$", "Ψ": "$\\Psi$", "Ω": "$\\Omega$",
  ]
}

extension Substring {
  fileprivate var latexWords: String {
    split(separator: " ", omittingEmptySubsequences: false).map { word in
      word.count > String.longestUnbrokenWord ? word.latexWithBreaks : String(word).latexWord
    }.joined(separator: " ")
  }

  /// The word with places where a line may end: after the marks that part an address, and within long runs.
  fileprivate var latexWithBreaks: String {
    var pieces: [String] = [""]
    for character in self {
      if pieces[pieces.count - 1].count >= 24 { pieces.append("") }
      pieces[pieces.count - 1].append(character)
      if "/.-_=&?:;,)".contains(character) { pieces.append("") }
    }
    return pieces.filter { !$0.isEmpty }.map(\.latexWord).joined(separator: "\\allowbreak{}")
  }
}
