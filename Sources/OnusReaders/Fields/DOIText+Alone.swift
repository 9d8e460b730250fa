internal import OnusModel

extension DOIText {
  /// Whether a text is a DOI and nothing else, be it as an address or behind `doi`.
  static func isAlone(_ text: String) -> Bool {
    guard let doi = first(in: text) else { return false }
    let rest = WebAddress.decoded(text).lowercased().replacing(doi.value, with: "")
    return remains.contains(rest.filter { !$0.isWhitespace }.trimmingTail { ":.".contains($0) })
  }

  private static let remains: Set = [
    "", "doi", "https://doi.org/", "http://doi.org/", "https://dx.doi.org/", "http://dx.doi.org/",
    "doi:http://dx.doi.org/", "doi:https://dx.doi.org/", "doi:https://doi.org/", "doi:http://doi.org/",
  ]
}
