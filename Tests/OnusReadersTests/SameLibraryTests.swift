import OnusModel
import Testing

@testable import OnusReaders

/// A library that is exported in several forms is the same library.
struct SameLibraryTests {
  static let forms = ["endnote-xml": "xml", "ris": "ris", "nbib": "nbib", "csl-json": "json"]

  /// The four works of the hand-written exports; PubMed's form has no chapters.
  static func exported(_ form: String) -> [Reference] {
    guard let reader = Reader.all.first(where: { $0.name == form }), let suffix = forms[form] else {
      return []
    }
    return outcome(reader, fixture("same-library/library.\(suffix)")).events.references
  }

  @Test(arguments: ["ris", "nbib", "csl-json"])
  func handWrittenExportsSayTheSameAsThatOfEndNote(form: String) throws {
    let file = fixture("same-library/library.\(Self.forms[form] ?? "")")
    #expect(try Reader.recognizing(file).name == form)
    let expected = Self.exported("endnote-xml")
    let read = Self.exported(form)
    #expect(expected.count == 4)
    #expect(read.count == (form == "nbib" ? 3 : 4))
    for (expected, read) in zip(expected, read) {
      #expect(differences(facts(expected), facts(read)) == [], "\(expected.title ?? "") as \(form)")
    }
  }

  @Test func firstWorkIsWhatItsExportsShow() throws {
    let facts = facts(try #require(Self.exported("endnote-xml").first))
    #expect(
      facts == [
        "type": "article-journal",
        "title": "imaginolforinventedsclerosisβ005arandomiseddoubleblindtrialoftheexempelclinic",
        "names": "author exempel jeanpaul; author müller käthea; author vandersteinbruch johann; "
          + "author smith johnb jr; author inventorsstudygroup",
        "date": "2020-07-15", "journal": "journalofinventedtrials", "abbreviation": "jinventtrials",
        "volume": "12", "issue": "4", "pages": "1455-1461", "doi": "10.5555/invent.2020.001",
        "pmid": "90000001",
        "abstract": "backgroundinventedsclerosisisrarecostlymethodswegaveimaginol5mgto40people"
          + "resultsfatiguefellby12points",
        "keywords": "fatigue; humans; imaginoltherapeuticuse; qualityoflife", "language": "en",
      ])
  }

  @Test(arguments: forms.keys.sorted(), forms.keys.sorted())
  func libraryWrittenInOneFormAndReadIsThatOfTheOthers(source: String, target: String) throws {
    let reader = try #require(Reader.all.first { $0.name == target })
    let writer = try #require(ReferenceWriter.all.first { $0.name == target })
    // PubMed's form has articles only.
    let works = Self.exported(source).filter { target != "nbib" || $0.type == "article-journal" }
    var list = ReferenceList(writer)
    let text = list.start + works.map { list.next($0) }.joined() + list.end
    let read = outcome(reader, CorpusFile(text, name: "written")).events.references
    #expect(read.count == works.count)
    for (work, read) in zip(works, read) {
      #expect(differences(facts(work), facts(read)) == [], "\(work.title ?? "") from \(source) as \(target)")
    }
  }
}

/// What a list of references says of a work in any form, without case, marks and ways of printing.
private func facts(_ work: Reference) -> [String: String] {
  let names = work.contributors.map { person in
    let parts = [person.family ?? person.literal, person.given, person.suffix].compactMap { $0 }
    return ([person.role.rawValue] + parts.map(folded)).joined(separator: " ")
  }
  let keywords = work.keywords.map(\.text) + work.headings.map(\.text)
  let facts: [String: String?] = [
    "type": work.type, "title": work.title.map(folded), "names": names.joined(separator: "; "),
    "date": work.issued?.iso8601, "journal": work.container?.title.map(folded),
    "abbreviation": work.container?.abbreviation.map(folded), "volume": work.volume, "issue": work.issue,
    "pages": work.pages?.expanded, "edition": work.edition, "publisher": work.publisher, "place": work.place,
    "doi": work.identifier(.doi), "pmid": work.identifier(.pmid), "isbn": work.identifier(.isbn),
    "abstract": work.abstractText.map(folded),
    "keywords": keywords.isEmpty ? nil : keywords.map(folded).sorted().joined(separator: "; "),
    "language": work.languages.first.map(LanguageTag.tag(for:)),
  ]
  return facts.compactMapValues { $0 }
}

private func folded(_ text: String) -> String {
  text.lowercased().filter { $0.isLetter || $0.isNumber }
}

private func differences(_ first: [String: String], _ second: [String: String]) -> [String] {
  Set(first.keys).union(second.keys).sorted().filter { first[$0] != second[$0] }.map { name in
    "\(name): \(first[name] ?? "none") and \(second[name] ?? "none")"
  }
}
