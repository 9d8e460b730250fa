/// What the commands of TeX print.
enum TeXSymbols {
  /// The combining character of each command for an accent.
  static let marks: [Unicode.Scalar: Unicode.Scalar] = [
    "`": "\u{300}", "'": "\u{301}", "^": "\u{302}", "~": "\u{303}", "=": "\u{304}", "u": "\u{306}",
    ".": "\u{307}", "\"": "\u{308}", "r": "\u{30A}", "H": "\u{30B}", "v": "\u{30C}", "d": "\u{323}",
    "c": "\u{327}", "k": "\u{328}", "b": "\u{331}", "t": "\u{361}",
  ]

  /// The single character for a letter with a mark; `nil` when there is none.
  static func composed(_ letter: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard let (letters, composed) = compositions[mark],
      let index = letters.unicodeScalars.firstIndex(of: letter)
    else { return nil }
    let offset = letters.unicodeScalars.distance(from: letters.startIndex, to: index)
    return composed.unicodeScalars.dropFirst(offset).first
  }

  private static let compositions: [Unicode.Scalar: (letters: String, composed: String)] = [
    "\u{300}": ("AEINOUWYaeinouwy", "ÀÈÌǸÒÙẀỲàèìǹòùẁỳ"),
    "\u{301}": (
      "ACEGIKLMNOPRSUWYZacegiklmnoprsuwyzæÆøØ",
      "ÁĆÉǴÍḰĹḾŃÓṔŔŚÚẂÝŹáćéǵíḱĺḿńóṕŕśúẃýźǽǼǿǾ"
    ),
    "\u{302}": ("ACEGHIJOSUWYZaceghijosuwyz", "ÂĈÊĜĤÎĴÔŜÛŴŶẐâĉêĝĥîĵôŝûŵŷẑ"),
    "\u{303}": ("AEINOUVYaeinouvy", "ÃẼĨÑÕŨṼỸãẽĩñõũṽỹ"),
    "\u{304}": ("AEGIOUYaegiouyæÆ", "ĀĒḠĪŌŪȲāēḡīōūȳǣǢ"),
    "\u{306}": ("AEGIOUaegiou", "ĂĔĞĬŎŬăĕğĭŏŭ"),
    "\u{307}": (
      "ABCDEFGHIMNOPRSTWXYZabcdefghmnoprstwxyz",
      "ȦḂĊḊĖḞĠḢİṀṄȮṖṘṠṪẆẊẎŻȧḃċḋėḟġḣṁṅȯṗṙṡṫẇẋẏż"
    ),
    "\u{308}": ("AEHIOUWXYaehiotuwxy", "ÄËḦÏÖÜẄẌŸäëḧïöẗüẅẍÿ"),
    "\u{30A}": ("AUauwy", "ÅŮåůẘẙ"),
    "\u{30B}": ("OUou", "ŐŰőű"),
    "\u{30C}": (
      "ACDEGHIKLNORSTUZacdeghijklnorstuz",
      "ǍČĎĚǦȞǏǨĽŇǑŘŠŤǓŽǎčďěǧȟǐǰǩľňǒřšťǔž"
    ),
    "\u{323}": (
      "ABDEHIKLMNORSTUVWYZabdehiklmnorstuvwyz",
      "ẠḄḌẸḤỊḲḶṂṆỌṚṢṬỤṾẈỴẒạḅḍẹḥịḳḷṃṇọṛṣṭụṿẉỵẓ"
    ),
    "\u{327}": ("CDEGHKLNRSTcdeghklnrst", "ÇḐȨĢḨĶĻŅŖŞŢçḑȩģḩķļņŗşţ"),
    "\u{328}": ("AEIOUaeiou", "ĄĘĮǪŲąęįǫų"),
    "\u{331}": ("BDKLNRTZbdhklnrtz", "ḆḎḴḺṈṞṮẔḇḏẖḵḻṉṟṯẕ"),
  ]

  /// What a command without arguments prints.
  static let symbols: [String: String] = [
    "ss": "ß", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ", "o": "ø", "O": "Ø", "aa": "å", "AA": "Å",
    "l": "ł", "L": "Ł", "i": "ı", "j": "ȷ", "dh": "ð", "DH": "Ð", "dj": "đ", "DJ": "Đ", "th": "þ",
    "TH": "Þ", "ng": "ŋ", "NG": "Ŋ", "S": "§", "P": "¶", "SS": "ẞ", "copyright": "©", "textcopyright": "©",
    "pounds": "£", "textsterling": "£", "euro": "€", "texteuro": "€", "EUR": "€", "textyen": "¥",
    "textcent": "¢", "dag": "†", "ddag": "‡", "textdagger": "†", "textdegree": "°", "degree": "°",
    "textregistered": "®", "texttrademark": "™", "textendash": "–", "textemdash": "—", "textquoteleft": "‘",
    "textquoteright": "’", "textquotedblleft": "“", "textquotedblright": "”", "textquotesingle": "'",
    "guillemotleft": "«", "guillemotright": "»", "glqq": "„", "grqq": "“", "quotedblbase": "„",
    "quotesinglbase": "‚", "ldots": "…", "dots": "…", "textellipsis": "…", "textbackslash": "\\",
    "textasciitilde": "~", "textasciicircum": "^", "textless": "<", "textgreater": ">", "textbar": "|",
    "textunderscore": "_", "textbraceleft": "{", "textbraceright": "}", "textdollar": "$",
    "textordfeminine": "ª", "textordmasculine": "º", "textmu": "μ", "textmicro": "µ", "micro": "µ",
    "textonehalf": "½", "textonequarter": "¼", "textthreequarters": "¾", "textperthousand": "‰",
    "textbullet": "•", "textperiodcentered": "·", "textexclamdown": "¡", "textquestiondown": "¿",
    "slash": "/", "TeX": "TeX", "LaTeX": "LaTeX", "BibTeX": "BibTeX", "LaTeXe": "LaTeX2e", "hyphen": "-",
    "times": "×", "texttimes": "×", "div": "÷", "pm": "±", "textpm": "±", "mp": "∓", "leq": "≤", "le": "≤",
    "geq": "≥", "ge": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "sim": "∼", "simeq": "≃", "cong": "≅",
    "equiv": "≡", "propto": "∝", "infty": "∞", "cdot": "·", "circ": "°", "prime": "′", "partial": "∂",
    "nabla": "∇", "sum": "∑", "prod": "∏", "int": "∫", "to": "→", "rightarrow": "→", "leftarrow": "←",
    "leftrightarrow": "↔", "uparrow": "↑", "downarrow": "↓", "Rightarrow": "⇒", "in": "∈", "cup": "∪",
    "cap": "∩", "subset": "⊂", "forall": "∀", "exists": "∃", "ast": "∗", "star": "⋆", "bullet": "•",
    "ell": "ℓ", "hbar": "ℏ", "angstrom": "Å", "lt": "<", "gt": ">", "ll": "≪", "gg": "≫", "langle": "⟨",
    "rangle": "⟩", "lbrace": "{", "rbrace": "}", "dagger": "†", "ddagger": "‡", "vert": "|", "mid": "|",
    "sin": "sin", "cos": "cos", "tan": "tan", "log": "log", "ln": "ln", "exp": "exp", "min": "min",
    "max": "max", "lim": "lim", "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε",
    "varepsilon": "ε", "zeta": "ζ", "eta": "η", "theta": "θ", "vartheta": "ϑ", "iota": "ι", "kappa": "κ",
    "lambda": "λ", "mu": "μ", "nu": "ν", "xi": "ξ", "pi": "π", "rho": "ρ", "varrho": "ϱ", "sigma": "σ",
    "varsigma": "ς", "tau": "τ", "upsilon": "υ", "phi": "φ", "varphi": "ϕ", "chi": "χ", "psi": "ψ",
    "omega": "ω", "Gamma": "Γ", "Delta": "Δ", "Theta": "Θ", "Lambda": "Λ", "Xi": "Ξ", "Pi": "Π",
    "Sigma": "Σ", "Upsilon": "Υ", "Phi": "Φ", "Psi": "Ψ", "Omega": "Ω", "Alpha": "Α", "Beta": "Β",
    "textalpha": "α", "textbeta": "β", "textgamma": "γ", "textdelta": "δ", "textepsilon": "ε",
    "textvarepsilon": "ε", "textzeta": "ζ", "texteta": "η", "texttheta": "θ", "textvartheta": "ϑ",
    "textiota": "ι", "textkappa": "κ", "textlambda": "λ", "textnu": "ν", "textxi": "ξ", "textpi": "π",
    "textrho": "ρ", "textvarrho": "ϱ", "textsigma": "σ", "textvarsigma": "ς", "texttau": "τ",
    "textupsilon": "υ", "textphi": "φ", "textvarphi": "ϕ", "textchi": "χ", "textpsi": "ψ", "textomega": "ω",
    "textGamma": "Γ", "textDelta": "Δ", "textTheta": "Θ", "textLambda": "Λ", "textXi": "Ξ", "textPi": "Π",
    "textSigma": "Σ", "textUpsilon": "Υ", "textPhi": "Φ", "textPsi": "Ψ", "textOmega": "Ω",
    "textAlpha": "Α", "textBeta": "Β", "quad": " ", "qquad": " ", "space": " ", "nobreakspace": " ",
    "par": " ", "newline": " ", "textquotedbl": "\"", "textvisiblespace": " ", "thinspace": " ",
  ]

  /// Commands whose arguments are printed as they are.
  static let formatting: Set = [
    "emph", "textbf", "textit", "textsl", "textsc", "textsf", "texttt", "textrm", "textup", "textmd",
    "textnormal", "text", "mbox", "hbox", "mathrm", "mathbf", "mathit", "mathsf", "mathtt", "mathcal",
    "mathbb", "boldsymbol", "bm", "it", "bf", "em", "sc", "tt", "rm", "sl", "sf", "itshape", "bfseries",
    "scshape", "ttfamily", "sffamily", "rmfamily", "upshape", "mdseries", "normalfont", "normalsize",
    "small", "large", "Large", "tiny", "protect", "relax", "ensuremath", "url", "path", "textsuperscript",
    "textsubscript", "sp", "sb", "underline", "uppercase", "lowercase", "MakeUppercase", "MakeLowercase",
    "NoCaseChange", "left", "right", "big", "Big", "displaystyle", "textstyle", "limits", "nolimits",
    "mkbibemph", "mkbibbold", "mkbibitalic", "autocap", "cite", "bibstring", "hyphenation", "noindent",
    "centering", "ce", "selectlanguage",
  ]
}
