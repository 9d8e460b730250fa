internal import OnusModel

extension ClinicalTrialsGov {
  /// Reads keywords, headings, publications and addresses.
  static func readLists(_ record: XMLElement, into reference: inout Reference, study: inout Study) {
    for element in record.elements {
      if element.isNamed("keyword") {
        if let text = element.nonEmptyText { reference.keywords.append(Keyword(text)) }
      } else if element.isNamed("condition_browse") || element.isNamed("intervention_browse") {
        // An algorithm assigned them; they are not what the study says of itself.
        reference.headings += element.children("mesh_term").compactMap { term in
          term.nonEmptyText.map { SubjectHeading(.init(Term($0))) }
        }
      } else if element.isNamed("reference") {
        if let citation = citation(element) { reference.citations.append(citation) }
      } else if element.isNamed("results_reference") {
        guard let citation = citation(element) else { continue }
        reference.relations.append(
          Relation(type: "ResultsIn", citation: citation.text, identifiers: citation.identifiers))
        study.registerEntry?.publications += citation.identifiers.map { Located($0, at: element.location) }
      } else if element.isNamed("link") {
        readAddress(element.text(at: "url"), element.text(at: "description"), into: &reference)
      } else if element.isNamed("provided_document_section") {
        for document in element.children("provided_document") {
          readAddress(document.text(at: "document_url"), document.text(at: "document_type"), into: &reference)
        }
      } else if element.isNamed("study_docs") {
        for document in element.children("study_doc") {
          readAddress(document.text(at: "doc_url"), document.text(at: "doc_type"), into: &reference)
        }
      } else if element.isNamed("patient_data") {
        study.registerEntry?.dataSharing += element.elements.compactMap(\.nonEmptyText)
      }
    }
  }

  private static func readAddress(_ address: String?, _ note: String?, into reference: inout Reference) {
    guard let address else { return }
    if !reference.addresses.contains(address) { reference.addresses.append(address) }
    if let note { reference.notes.append("\(note): \(address)") }
  }

  private static func citation(_ element: XMLElement) -> Citation? {
    let text = element.text(at: "citation")
    var identifiers = element.children("PMID").compactMap(\.nonEmptyText).map { Identifier(.pmid, $0) }
    identifiers += text.map(DOIText.all) ?? []
    return text == nil && identifiers.isEmpty ? nil : Citation(text: text, identifiers: identifiers)
  }

  // MARK: - Dates

  /// Reads the dates of the record, under the names of today and those before 2017, and of the study.
  static func readDates(_ record: XMLElement, into reference: inout Reference, study: inout Study) {
    for element in record.elements {
      guard let event = event(element), let text = element.nonEmptyText else { continue }
      let date = PartialDate(written: text)
      let kind = element.attribute("type")
      study.registerEntry?.dates.append(
        .init(event, date, isActual: kind.map { $0 == "Actual" }))
      reference.history.append(HistoryDate(element.name, date))
    }
    let registered = ["study_first_posted", "study_first_submitted", "firstreceived_date"]
    for name in registered where reference.issued == nil {
      reference.issued = reference.history.first { $0.event == name }?.date
    }
  }

  private static func event(_ element: XMLElement) -> String? {
    switch element.name {
    case "start_date": "start"
    case "end_date", "completion_date": "completion"
    case "primary_completion_date": "primary completion"
    case "verification_date": "verified"
    case "study_first_posted": "registered"
    case "study_first_submitted", "firstreceived_date": "submitted"
    case "study_first_submitted_qc": "submitted and checked"
    case "last_update_posted": "updated"
    case "last_update_submitted", "lastchanged_date": "update submitted"
    case "last_update_submitted_qc": "update submitted and checked"
    case "results_first_posted": "results posted"
    case "results_first_submitted", "firstreceived_results_date": "results submitted"
    case "results_first_submitted_qc": "results submitted and checked"
    case "disposition_first_posted": "delay of results posted"
    case "disposition_first_submitted", "firstreceived_results_disposition_date":
      "delay of results submitted"
    case "disposition_first_submitted_qc": "delay of results submitted and checked"
    default: nil
    }
  }
}
