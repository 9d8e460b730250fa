internal import OnusModel

extension PubMed {
  /// Reads the title; the vernacular one takes its place where PubMed has none.
  static func readTitle(_ article: XMLElement, into reference: inout Reference) {
    reference.title = article.child("ArticleTitle")?.readableText
    guard let vernacular = article.child("VernacularTitle")?.readableText else { return }
    switch reference.title {
    case nil: reference.title = vernacular
    case "[Not Available]."?:
      reference.title = vernacular
      let place = article.child("ArticleTitle")
      reference.kept.append(
        KeptField(
          path: "MedlineCitation/Article/ArticleTitle", value: "[Not Available].", location: place?.location))
    default: reference.vernacularTitle = vernacular
    }
  }

  /// Reads the sections of an abstract.
  ///
  /// "UNLABELLED" is PubMed's word for a section that has no label.
  static func sections(_ abstract: XMLElement) -> [AbstractSection] {
    abstract.children("AbstractText").compactMap { element in
      guard let text = element.readableText else { return nil }
      let label = element.attribute("Label")
      return AbstractSection(
        label: label == "UNLABELLED" || label == "" ? nil : label, category: element.attribute("NlmCategory"),
        text: text)
    }
  }

  static func readOtherAbstract(_ element: XMLElement, into reference: inout Reference) {
    let abstract = OtherAbstract(
      type: element.attribute("Type"), language: element.attribute("Language").map(LanguageTag.tag(for:)),
      sections: sections(element))
    reference.otherAbstracts.append(abstract)
  }
}
