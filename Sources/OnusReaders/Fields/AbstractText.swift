internal import OnusModel

/// A structured abstract in one text, "BACKGROUND: … METHODS: …", as text formats carry it.
enum AbstractText {
  /// The sections of an abstract where its labels are certain, else all of it as one section.
  ///
  /// A label stands at the start or behind the end of a sentence, ends in a colon, and is made of the words
  /// that journals use for labels. Nothing is lost: the sections behind their labels are the text again.
  static func sections(_ text: String) -> [AbstractSection] {
    let text = text.collapsed
    guard !text.isEmpty else { return [] }
    let labels = labels(in: text)
    guard let first = labels.first else { return [AbstractSection(text: text)] }
    var sections: [AbstractSection] = []
    let opening = text[..<first.lowerBound].trimmed
    if !opening.isEmpty { sections.append(AbstractSection(text: opening)) }
    for (index, label) in labels.enumerated() {
      let end = index + 1 < labels.count ? labels[index + 1].lowerBound : text.endIndex
      let body = text[text.index(after: label.upperBound)..<end].trimmed
      sections.append(AbstractSection(label: text[label].trimmed, text: body))
    }
    return sections
  }

  /// The places of the labels, each up to its colon; none where it is not certain that they are labels.
  private static func labels(in text: String) -> [Range<String.Index>] {
    let candidates = candidates(in: text)
    let known = candidates.filter { isKnown(text[$0]) }
    let inCapitals = known.filter { isInCapitals(text[$0]) }
    if let first = inCapitals.first, inCapitals.count > 1 || first.lowerBound == text.startIndex {
      // Beside labels in capitals others in capitals are labels too: "ARTICLE INFO:".
      return candidates.filter { isInCapitals(text[$0]) && text[$0].count <= 50 }
    }
    let isCertain = known.count > 2 || known.count == 2 && known[0].lowerBound == text.startIndex
    return isCertain ? known : []
  }

  /// What stands between the end of a sentence and a colon with text behind it.
  private static func candidates(in text: String) -> [Range<String.Index>] {
    var candidates: [Range<String.Index>] = []
    var start: String.Index? = text.startIndex
    var beforePrevious: Character = " "
    var previous: Character = " "
    for index in text.indices {
      let character = text[index]
      if character == " " {
        let isEnd = ".?!".contains(previous) || ")]”\"".contains(previous) && ".?!".contains(beforePrevious)
        if isEnd {
          start = text.index(after: index)
        } else if previous == ":", let label = start {
          let colon = text.index(before: index)
          if label < colon { candidates.append(label..<colon) }
          start = nil
        }
      }
      (beforePrevious, previous) = (previous, character)
    }
    return candidates
  }

  private static func isInCapitals(_ label: Substring) -> Bool {
    label.first?.isLetter ?? false && label.count(where: \.isLetter) >= 3
      && !label.contains(where: \.isLowercase)
  }

  private static func isKnown(_ label: Substring) -> Bool {
    guard label.count <= 80, label.first?.isUppercase ?? false else { return false }
    let words = label.lowercased().split { !$0.isLetter }
    return words.contains { heads.contains($0) }
      && words.allSatisfy { heads.contains($0) || companions.contains($0) }
  }

  /// The words of which one is in a label: those of the IMRaD scheme, of journals' own schemes that NLM lists
  /// under the same five categories, and their like in six languages.
  private static let heads = words(
    """
    aim aims animals antecedentes background backgrounds conclusion conclusiones conclusions conclusioni \
    conclusões consideration considerations contexte context data design discussion discusión ergebnisse \
    ergebnis evaluation evidence finding findings fragestellung funding goal goals hintergrund hypothesis \
    hypotheses implications importance innovation interpretation intervention interventions introduction \
    introducción introdução justification key limitation limitations lessons material materials materiali \
    materiales measure measurement measurements measures meaning method methode methoden methodes methodology \
    methods metodi metodologia metodología métodos método méthode méthodes novelty objectif objectifs \
    objective objectives objetivo objetivos obiettivi obiettivo observations outcome outcomes participants \
    patienten patients perspectives perspective population problem procedure procedures purpose purposes \
    rationale recommendation recommendations registration relevance report result results resultados \
    resultado résultat résultats risultati schlussfolgerung schlussfolgerungen setting settings significance \
    statement subjects summary synthesis ziel ziele zielsetzung question questions program strengths \
    uncertainty zusammenfassung
    """)

  /// The words that stand beside them.
  private static let companions = words(
    """
    a analysis analytic and applications approach authors author based case clinical clinicaltrials collection \
    control criteria current date de der des description des die e eligibility et experimental extraction \
    fazit for future general gov identifier identifiers in intro level main major number of on or other \
    para patient practice preliminary previous primary public quality research reviewer reviewers s sample \
    scope search secondary selected selection source sources specific statistical strategy studies study \
    systematic term the this time to translational trial trials type und used what y zu zur new knowledge \
    added known is already impact primäre point points prospero number key messages message take home level
    """)

  private static func words(_ text: String) -> Set<Substring> { Set(text.split(separator: " ")) }
}
