import OnusModel
import Testing

@testable import OnusReaders

/// Read, written and read again, a record says the same, as far as the form holds it.
struct RoundTripTests {
  /// The forms that can be read as well; a reader that is added under a writer's name joins by itself.
  static let pairs = ReferenceWriter.all.compactMap { writer in
    Reader.all.first { $0.name == writer.name || $0.name == readers[writer.name] }
      .map { (writer: writer, reader: $0) }
  }

  private static let readers = ["biblatex": "bibtex"]

  static let references = Reader.all.flatMap { reader in
    fixtures(of: reader).flatMap { outcome(reader, $0).events.references }
  }

  @Test(arguments: pairs.map(\.writer.name)) func everyFixtureReadsBackTheSame(name: String) throws {
    let (writer, reader) = try #require(Self.pairs.first { $0.writer.name == name })
    #expect(!Self.references.isEmpty)
    for reference in Self.references {
      var list = ReferenceList(writer)
      let text = list.start + list.next(reference) + list.end
      let file = CorpusFile(text, name: "written")
      #expect(try Reader.recognizing(file).name == reader.name, "\(reference.id)")
      let (events, failure) = outcome(reader, file)
      #expect(failure == nil, "\(reference.id): \(text)")
      #expect(events.references.count == 1, "\(reference.id): \(text)")
      guard let read = events.references.first else { continue }
      let before = comparable(reference, in: writer, of: reference)
      let after = comparable(read, in: writer, of: reference)
      for (name, first, second) in differences(before, after) {
        Issue.record("\(reference.id) as \(writer.name): \(name) was \(first) and is \(second)")
      }
    }
  }
}

/// What a form holds of a record, without what says the same in other words.
private func comparable(_ reference: Reference, in writer: ReferenceWriter, of original: Reference)
  -> Reference
{
  let fields = writer.holdings(original)
  var reference = ReferenceField.allCases.filter { !fields.contains($0) }.reduce(reference) {
    $0.removing($1)
  }
  reference.location = nil
  reference.kept = []
  // A form that asks for a key gives one to a record that has none.
  if original.identifier(.key) == nil { reference.identifiers.removeAll { $0.scheme == .key } }
  reference.identifiers = reference.identifiers.filter { $0.malformation == nil }.sorted()
  reference.languages = reference.languages.map(LanguageTag.tag(for:))
  for path in [\Reference.issued, \.published] where reference[keyPath: path]?.printedBeyondParts == nil {
    reference[keyPath: path]?.printed = nil
  }
  // Lists of authors and of editors may be apart.
  let roles = reference.contributors.map(\.role.rawValue)
  reference.contributors = Set(roles).sorted().flatMap { role in
    reference.contributors.filter { $0.role.rawValue == role }
  }
  for index in reference.contributors.indices {
    reference.contributors[index].initials = nil
    // A name of one part may be a person's or a group's.
    if reference.contributors[index].given == nil, reference.contributors[index].suffix == nil,
      let name = reference.contributors[index].family
    {
      reference.contributors[index].family = nil
      reference.contributors[index].literal = name
    }
    let affiliations = reference.contributors[index].affiliations
    reference.contributors[index].affiliations = affiliations.map(\.collapsed)
  }
  for index in reference.history.indices {
    let time = reference.history[index].date.printedBeyondParts?.replacing(" 0", with: " ")
    // Midnight is what PubMed writes when it knows no time.
    reference.history[index].date.printed = time?.hasSuffix(" 0:00") ?? false ? nil : time
  }
  reference.history.sort { ($0.event, $0.date) < ($1.event, $1.date) }
  for index in reference.relations.indices {
    let citation = reference.relations[index].citation.map { CitedText($0).citation }
    reference.relations[index].citation = citation?.trimmingTail { $0 == "." }
  }
  if reference.container?.title == nil {
    let title = reference.container?.abbreviation
    reference.container?.title = title
    reference.container?.abbreviation = nil
  }
  if reference.container?.abbreviation == reference.container?.title {
    reference.container?.abbreviation = nil
  }
  if reference.container == Container() { reference.container = nil }
  reference.container?.otherTitles.sort()
  reference.pages = reference.pages.map { PageRange($0.printed.replacing(" ", with: "")) }
  reference.title = reference.title?.collapsed
  reference.vernacularTitle = reference.vernacularTitle?.collapsed
  for index in reference.abstract.indices {
    reference.abstract[index].text = reference.abstract[index].text.collapsed
  }
  // Some forms have one field for all notes, or a line for each.
  var words = reference.notes.flatMap { $0.split(whereSeparator: \.isWhitespace) }
  // What a note says of identifiers is read from it.
  for label in ["PMID:", "PMCID:"] {
    if let index = words.firstIndex(of: Substring(label)) {
      words.removeSubrange(index...min(index + 1, words.count - 1))
    }
  }
  reference.notes = [words.joined(separator: " ")]
  return reference
}

private func differences(_ first: Reference, _ second: Reference) -> [(String, String, String)] {
  zip(Mirror(reflecting: first).children, Mirror(reflecting: second).children).compactMap { first, second in
    let (before, after) = (String(describing: first.value), String(describing: second.value))
    return before == after ? nil : (first.label ?? "", before, after)
  }
}
