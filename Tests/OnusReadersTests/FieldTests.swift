import OnusModel
import Testing

@testable import OnusReaders

/// What single fields of reference lists hold.
struct FieldTests {
  @Test(arguments: [
    ("2017-03-28", "2017-03-28"), ("2017/03/28", "2017-03-28"), ("2001/6//", "2001-06"),
    ("2017 Feb 28", "2017-02-28"), ("15 June 2000", "2000-06-15"), ("14.10. 2010", "2010-10-14"),
    ("14.10.2010", "2010-10-14"), ("1979 Jan-Feb", "1979"), ("7-8 November 2012", "2012-11"),
    ("11. - 16.6.2005", "2005"), ("Dezember 2009", "2009-12"), ("October 5, 2010", "2010-10-05"),
    ("3/4/2017", "2017"), ("3/28/2017", "2017-03-28"), ("20170328", "2017-03-28"), ("c1993", "1993"),
    ("2005b", "2005"), ("Sept 2008", "2008-09"), ("2017-03-02T10:00:00Z", "2017-03-02"),
    ("2009 decade", "2009"), ("2017-02-31", "2017-02"), ("10/2009", "2009-10"),
  ]) func datesAsPeopleWriteThem(text: String, expected: String) {
    #expect(PartialDate(written: text).iso8601 == expected)
    #expect(PartialDate(written: text).printed == (text == expected ? nil : text))
  }

  @Test func textWithoutYearIsOnlyPrinted() {
    #expect(PartialDate(written: "in press") == PartialDate(year: nil, printed: "in press"))
    #expect(PartialDate(written: "D 5528").year == nil)
  }

  @Test(arguments: [
    ("10.5555/ABC.1", ["10.5555/abc.1"]), ("doi: 10.5555/abc.", ["10.5555/abc"]),
    ("https://doi.org/10.5555%2Fabc%281%29", ["10.5555/abc(1)"]), ("10.5555/a(b)c)", ["10.5555/a(b)c"]),
    ("10.5555/a [doi] 10.5555/b [pii]", ["10.5555/a", "10.5555/b"]), ("version 110.55/x", []),
    ("10.1/x", []), ("", []), ("10.5555/a<b>c", ["10.5555/a"]),
  ]) func doisInText(text: String, expected: [String]) {
    #expect(DOIText.all(in: text).map(\.value) == expected)
  }

  @Test(arguments: [
    ("https://pubmed.ncbi.nlm.nih.gov/18728058/", "pmid:18728058"),
    ("http://www.ncbi.nlm.nih.gov/pubmed/18728058", "pmid:18728058"),
    ("http://www.ncbi.nlm.nih.gov/entrez/query.fcgi?db=PubMed&list_uids=9127294", "pmid:9127294"),
    ("https://www.ncbi.nlm.nih.gov/pmc/articles/PMC123456/", "pmcid:PMC123456"),
    ("http://dx.doi.org.proxy.example.org/10.5555/x", "doi:10.5555/x"), ("https://example.org/1", nil),
  ]) func addressesThatNameADocument(address: String, expected: String?) {
    #expect(WebAddress.identifier(address)?.description == expected)
  }

  @Test(arguments: [
    ("https://clinicaltrials.gov/show/NCT01309620", "ClinicalTrials.gov NCT01309620"),
    ("http://www.isrctn.com/ISRCTN12345678", "ISRCTN ISRCTN12345678"),
    ("http://www.who.int/trialsearch/Trial2.aspx?TrialID=ChiCTR-TRC-1000", "ICTRP CHICTR-TRC-1000"),
    ("https://clinicaltrials.gov/", nil),
  ]) func addressesOfTrials(address: String, expected: String?) {
    #expect(WebAddress.trial(address).map { "\($0.bank) \($0.number)" } == expected)
  }

  @Test func standardNumbersWithRemarks() {
    let numbers = StandardNumbers("2000-0019 (Electronic) 0378-5955 (Linking);978-0-306-40615-7 (pbk.)")
    #expect(
      numbers.serials == [
        SerialNumber(issn: "2000-0019", medium: "Electronic"),
        SerialNumber(issn: "0378-5955", medium: "Linking"),
      ])
    #expect(numbers.books.map(\.value) == ["9780306406157"])
    #expect(numbers.rest == ["(pbk.)"])
    #expect(StandardNumbers("ISBN 0 306 40615 2").books.map(\.value) == ["0306406152"])
    #expect(StandardNumbers(":ISSN:2000-0019").serials.map(\.issn) == ["2000-0019"])
    #expect(StandardNumbers("20170328").serials.isEmpty)
  }

  @Test(arguments: [
    ("eng", "en"), ("English", "en"), ("ger", "de"), ("deu", "de"), ("fr", "fr"), ("en_US", "en-US"),
    ("pt-br", "pt-BR"), ("1033", "en-US"), ("Klingon", "Klingon"), ("EN", "en"),
  ]) func languages(text: String, expected: String) { #expect(LanguageTag.tag(for: text) == expected) }

  @Test(arguments: [
    ("en", "eng"), ("fr", "fre"), ("de", "ger"), ("zh", "chi"), ("pt-BR", "pt-BR"), ("und", "und"),
  ])
  func languagesInThreeLettersAreThoseOfNLM(tag: String, code: String) {
    #expect(LanguageTag.nlmCode(for: tag) == code)
    #expect(LanguageTag.tag(for: code) == tag)
  }
}

struct ContainerTitleTests {
  @Test(arguments: [
    ("J Invent Trials", "Journal of invented trials"), ("N Ex J Med", "The New Example journal of medicine"),
    ("Arch. Ex.", "Archives of examples"),
  ])
  func abbreviationAndTitleAreToldApartByTheirWords(short: String, long: String) {
    for (first, second) in [(short, long), (long, short)] {
      var container = Container(title: first)
      container.addOtherTitle(second)
      container.addOtherTitle(second)
      #expect(container == Container(title: long, abbreviation: short))
    }
  }

  @Test func longTitleOfAnotherThingIsAFurtherTitle() {
    var container = Container(title: "Invented reports")
    container.addOtherTitle("Journal of invented reports and trials")
    #expect(container.otherTitles == ["Journal of invented reports and trials"])
  }

  @Test func lineOfANoteMayBeAnIdentifier() {
    #expect(NoteLines.identifier("PMID: 90000001") == Identifier(.pmid, "90000001"))
    #expect(NoteLines.identifier("PMCID:PMC900001") == Identifier(.pmcid, "PMC900001"))
    #expect(NoteLines.identifier("PMID: see below") == nil)
    var reference = Reference()
    NoteLines.read(["PMID: 90000001", "read twice", "PMID: 90000002"], into: &reference)
    #expect(reference.identifiers == [Identifier(.pmid, "90000001")])
    #expect(reference.notes == ["read twice\nPMID: 90000002"])
  }
}
