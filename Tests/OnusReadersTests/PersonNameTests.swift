import OnusModel
import Testing

@testable import OnusReaders

struct PersonNameTests {
  @Test(arguments: [
    ("Exempel, Jean Paul", "Exempel|Jean Paul|", nil), ("Exempel, J., Jr.", "Exempel|J.|Jr.", nil),
    ("Exempel Jr, J.", "Exempel|J.|Jr", nil), ("van der Berg, Anna", "van der Berg|Anna|", nil),
    ("Anna van der Berg", "van der Berg|Anna|", nil), ("Kim Exempel", "Exempel|Kim|", nil),
    ("A.J. Exempel", "Exempel|A.J.|", nil), ("Exempel A.J.", "Exempel|A.J.|", nil),
    ("Exempel AJ", "Exempel|AJ|", nil), ("Exempel, A.,,", "Exempel|A.|", nil),
    ("F. Exempel,", "Exempel|F.|", nil), ("Dr. Exempel, Kim", "Exempel|Kim|", "Dr."),
    ("Prof. Dr. Kim Exempel", "Exempel|Kim|", "Prof. Dr."), ("Exempel", "Exempel||", nil),
    ("d’Exemple", "d’Exemple||", nil), ("Press, William H.", "Press|William H.|", nil),
    ("William H. Press", "Press|William H.|", nil), ("Press, William", "Press|William|", nil),
    ("Group, K. L.", "Group|K. L.|", nil), ("Committee, A.", "Committee|A.|", nil),
    ("Trust, Anna M", "Trust|Anna M|", nil), ("Bank, Arnold, Jr.", "Bank|Arnold|Jr.", nil),
  ]) func peopleAreTakenApart(text: String, parts: String, title: String?) throws {
    let name = try #require(PersonName(text))
    #expect("\(name.family ?? "")|\(name.given ?? "")|\(name.suffix ?? "")" == parts)
    #expect(name.title == title)
    #expect(name.literal == nil)
  }

  @Test(arguments: [
    ("Example Integrated Project,", "Example Integrated Project"), ("3M", "3M"), ("EXMP", "EXMP"),
    ("Department of Examples, Division of Tests", "Department of Examples, Division of Tests"),
    ("Example University,", "Example University"), ("Nct,", "Nct"),
    ("Group, U. K. Example Study", "Group, U. K. Example Study"), ("Trust, Example", "Trust, Example"),
    ("Investigators, E. X.", "Investigators, E. X."), ("Example Press", "Example Press"),
    ("J. Example Trust", "J. Example Trust"), ("Collaboration, Example", "Collaboration, Example"),
  ]) func groupsStayWhole(text: String, literal: String) {
    #expect(PersonName(text)?.literal == literal)
    #expect(PersonName(text)?.family == nil)
  }

  @Test func punctuationIsNoName() { #expect(PersonName(" , ") == nil) }

  @Test func capitalsInPlaceOfGivenNamesAreInitials() {
    #expect(PersonName("Exempel, JP")?.contributor(role: .author).citationName == "Exempel JP")
  }

  @Test(arguments: [
    ("Exempel, J. H. ; Muster, G. P.", ["Exempel", "Muster"], false),
    ("Exempel, K., Muster, A.C. and Beispiel, S.", ["Exempel", "Muster", "Beispiel"], false),
    ("M. Exempel, F. Muster, L. Beispiel", ["Exempel", "Muster", "Beispiel"], false),
    ("Muster et al.", ["Muster"], true), ("et al.,", [], true), ("Exempel, Kim", ["Exempel"], false),
    ("van der Berg, Anna Maria", ["van der Berg"], false),
  ]) func severalNamesInOneField(text: String, families: [String], isCut: Bool) {
    let list = PersonNameList(text)
    #expect(list.names.compactMap(\.family) == families)
    #expect(list.isCut == isCut)
  }

  @Test func twoNamesWithGivenNamesFirstNeedToBeAnnounced() {
    let text = "Eva Exempel, Max Muster"
    #expect(PersonNameList(text, areGivenNamesFirst: true).names.map(\.family) == ["Exempel", "Muster"])
    #expect(PersonNameList(text).names.count == 1)
  }
}
