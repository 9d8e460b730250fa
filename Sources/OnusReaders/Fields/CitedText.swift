internal import OnusModel

/// The citation of another document in PubMed's form.
///
/// For example "J Invent Trials. 2010 Mar 3;303(9):1. doi: 10.5555/invent.1. PMID: 30000001".
struct CitedText {
  /// The citation without the identifiers behind it.
  var citation: String
  /// The other document's identifiers.
  var identifiers: [Identifier]

  init(_ text: String) {
    let text = text.collapsed
    identifiers = []
    var end = text.endIndex
    if let range = text.firstRange(of: "PMID:") {
      let digits = text[range.upperBound...].drop { $0 == " " }.prefix(while: \.isASCIIDigit)
      if !digits.isEmpty {
        identifiers.append(Identifier(.pmid, String(digits)))
        end = range.lowerBound
      }
    }
    identifiers += DOIText.all(in: text)
    citation = text[..<end].trimmed
  }

  /// What the tags of nbib and the phrases of PubMed's pages mean, in the words of PubMed's XML.
  static func relation(tag: String) -> String? { tags[tag] }

  private static let tags = [
    "ADIN": "AssociatedDataset", "APIN": "AssociatedPublication", "CIN": "CommentIn", "CON": "CommentOn",
    "CRF": "CorrectedandRepublishedFrom", "CRI": "CorrectedandRepublishedIn", "DDIN": "AssociatedDataset",
    "DRIN": "AssociatedPublication", "ECF": "ExpressionOfConcernFor", "ECI": "ExpressionOfConcernIn",
    "EFR": "ErratumFor", "EIN": "ErratumIn", "ORI": "OriginalReportIn",
    "PRIN": "RetractedandRepublishedIn", "PROF": "RetractedandRepublishedFrom", "RIN": "RetractionIn",
    "ROF": "RetractionOf", "RPF": "RepublishedFrom", "RPI": "RepublishedIn",
    "RRF": "RetractedandRepublishedFrom", "RRI": "RetractedandRepublishedIn", "RTIN": "ReprintIn",
    "RTOF": "ReprintOf", "SPIN": "SummaryForPatientsIn", "UIN": "UpdateIn", "UOF": "UpdateOf",
  ]
}
