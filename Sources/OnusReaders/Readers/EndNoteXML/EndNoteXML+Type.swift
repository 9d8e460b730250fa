internal import OnusModel

extension EndNoteXML {
  /// What kind of document a record describes, in CSL's terms.
  ///
  /// The name decides: programs other than EndNote write any number, or none.
  static func type(_ record: XMLElement) -> String {
    guard let element = record.child("ref-type") else { return "document" }
    let name = element.attribute("name") ?? ""
    let number = Int(element.text)
    return EndNoteType.named(name) ?? number.flatMap(EndNoteType.numbered) ?? "document"
  }
}
