import OnusModel
import Testing

struct StatusTests {
  func reference(_ relations: String..., types: [Term] = []) -> Reference {
    var reference = Reference()
    reference.relations = relations.map { Relation(type: $0, citation: "Notice. 2020") }
    reference.publicationTypes = types
    return reference
  }

  @Test(arguments: [
    ("RetractionIn", ReferenceStatus.Standing.retracted), ("RetractedandRepublishedIn", .retracted),
    ("ExpressionOfConcernIn", .expressionOfConcern), ("ErratumIn", .corrected),
    ("CorrectedandRepublishedIn", .corrected), ("RepublishedIn", .republished), ("UpdateIn", .superseded),
    ("CommentIn", .noneKnown), ("Cites", .noneKnown),
  ])
  func relationsThatAffectADocumentGiveItsStanding(_ type: String, _ standing: ReferenceStatus.Standing) {
    #expect(reference(type).status.standing == standing)
    #expect(reference(type).status.relation?.type == (standing == .noneKnown ? nil : type))
  }

  @Test(arguments: [
    "RetractionOf", "ErratumFor", "ExpressionOfConcernFor", "UpdateOf", "RepublishedFrom",
    "RetractedandRepublishedFrom", "CorrectedandRepublishedFrom",
  ])
  func aNoticeIsNeverMarked(_ type: String) {
    #expect(reference(type).status.standing == .noneKnown)
  }

  @Test func theWorstRelationCounts() {
    #expect(reference("ErratumIn", "RetractionIn", "UpdateIn").status.standing == .retracted)
  }

  @Test func thePublicationTypeAloneTellsARetraction() {
    let retracted = reference(types: [Term("Retracted Publication", ui: "D016441")])
    #expect(retracted.status == ReferenceStatus(.retracted))
    let notice = reference("RetractionOf", types: [Term("Retraction of Publication", ui: "D016440")])
    #expect(notice.status.standing == .noneKnown)
    #expect(notice.isNotice)
    #expect(!retracted.isNotice)
  }
}
