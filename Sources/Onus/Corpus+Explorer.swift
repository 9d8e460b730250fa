internal import OnusAudit
internal import OnusCatalogue
internal import OnusModel
public import OnusTables

extension Corpus {
  /// Everything in one page that can be searched and filtered, with what the checks say.
  ///
  /// - Parameter plots: The drawings to show.
  /// - Throws: A `Diagnostic` when the catalogue cannot be read.
  public func explorer(plots: [Explorer.Plot] = []) throws -> Explorer {
    try explorer(audit: audit(), plots: plots)
  }

  /// The explorer with the outcome of checks that have been run.
  func explorer(audit: Audit, plots: [Explorer.Plot] = []) throws -> Explorer {
    let vocabulary = Explorer.Vocabulary(
      conditions: try catalogue.conditions(), broaderConditions: try catalogue.broaderConditions(),
      interventions: try catalogue.interventions(),
      broaderInterventions: try catalogue.broaderInterventions())
    return Explorer(
      claims: audit.attached(to: try catalogue.claims(about: nil)),
      studies: try catalogue.studies(about: nil), vocabulary: vocabulary, plots: plots,
      census: "the corpus holds \(try census()).")
  }
}

extension [UInt8] {
  /// The SHA-256 of the bytes, as 32 bytes.
  var sha256: [UInt8] {
    var hash = ContentHash()
    hash.add(self)
    let digits = Array(hash.digest.utf8)
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
  }
}
