internal import OnusModel
public import OnusTables

extension Corpus {
  /// Everything that a build writes: each table in each form, and a summary of each condition with claims.
  ///
  /// The same corpus gives the same files, byte for byte, wherever the folder is and whatever the locale.
  ///
  /// - Throws: A ``Diagnostic`` when the catalogue cannot be read.
  public func exports() throws -> [OutputFile] {
    var files: [OutputFile] = []
    for recipe in TableRecipe.all {
      let table = try recipe.table(catalogue, nil)
      for writer in Writer.all {
        files.append(
          OutputFile(path: "\(recipe.name).\(writer.fileExtension)", bytes: writer.render(table)))
      }
    }
    for condition in try conditionsWithClaims() {
      let summary = try summary(of: condition.id.rawValue)
      for form in SummaryWriter.all {
        let path = "summaries/\(condition.name.fileName).\(form.fileExtension)"
        files.append(OutputFile(path: path, bytes: form.render(summary)))
      }
    }
    return files
  }

  /// What the corpus knows of one condition, in sentences that each name what they rest on.
  ///
  /// - Parameter condition: A name, an abbreviation or a MeSH identifier.
  /// - Throws: A ``Diagnostic`` with code `unknown-condition` that lists the nearest names.
  public func summary(of condition: String) throws -> EvidenceSummary {
    EvidenceSummary(
      about: try catalogue.condition(named: condition).name, claims: try catalogue.claims(about: condition),
      studies: try catalogue.studies(about: condition))
  }

  /// The conditions that claims name, in the order of their names.
  private func conditionsWithClaims() throws -> [Condition] {
    var named: [Condition.ID: Condition] = [:]
    for condition in try catalogue.claims().flatMap(\.conditions) { named[condition.id] = condition }
    return named.values.sorted { ($0.name, $0.id) < ($1.name, $1.id) }
  }
}

extension String {
  /// The text in lower case with everything but letters and digits turned into single hyphens.
  fileprivate var fileName: String {
    lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }.joined(separator: "-")
  }
}
