/// Words that are so frequent in bibliographic records that a number stands for each in a packed reference.
///
/// A catalogue file refers to a word by its place, so words may be added at the end and never be moved or
/// removed. They are those of the identifier schemes and CSL, of PubMed's elements and attributes, of MeSH's
/// check tags and commonest qualifiers, and of ISO 639 and BCP 47.
enum PackedWords {
  /// The words, each at its number.
  static let all: [String] =
    schemes + documents + history + kept + publicationTypes + checkTags + qualifiers + places + languages

  /// The number of each word.
  static let numbers: [String: Int] = Dictionary(
    all.enumerated().map { ($0.element, $0.offset) }, uniquingKeysWith: { first, _ in first })

  /// The length of the longest word.
  static let longest = all.map(\.utf8.count).max() ?? 0

  private static let schemes = [
    "pmid", "doi", "pmcid", "pii", "issn", "isbn", "key", "trial", "wos", "accession", "url", "bookshelf",
  ]

  private static let documents = [
    "author", "editor", "investigator", "translator", "publisher", "article-journal", "article", "book",
    "chapter", "thesis", "report", "paper-conference", "Print", "Electronic", "Linking", "ORCID", "NOTNLM",
    "BACKGROUND", "OBJECTIVE", "METHODS", "RESULTS", "CONCLUSIONS", "INTRODUCTION", "CONCLUSION",
    "UNASSIGNED",
    "CommentIn", "CommentOn", "ErratumIn", "ErratumFor", "RetractionIn", "RetractionOf", "UpdateIn",
    "UpdateOf",
    "ClinicalTrials.gov", "NIH HHS", "NCI NIH HHS", "Wellcome Trust", "Publisher", "plain-language-summary",
  ]

  private static let history = [
    "received", "revised", "accepted", "pubmed", "medline", "entrez", "pmc-release", "DateCompleted",
    "DateRevised", "DateCreated", "ecollection", "retracted",
  ]

  private static let kept = [
    "MedlineCitation/@Status", "MedlineCitation/@Owner", "MedlineCitation/@IndexingMethod",
    "MedlineCitation/@VersionID", "MedlineCitation/@VersionDate", "MedlineCitation/Article/@PubModel",
    "MedlineCitation/Article/Journal/JournalIssue/@CitedMedium", "MedlineCitation/CitationSubset",
    "MedlineCitation/NumberOfReferences", "MedlineCitation/CoiStatement", "MedlineCitation/GeneralNote",
    "MedlineCitation/GeneralNote/@Owner", "MedlineCitation/OtherID", "MedlineCitation/OtherID/@Source",
    "MedlineCitation/SpaceFlightMission", "MedlineCitation/Article/Abstract/CopyrightInformation",
    "MedlineCitation/MeshHeadingList/MeshHeading/DescriptorName/@Type",
    "MedlineCitation/PersonalNameSubjectList/PersonalNameSubject/LastName",
    "MedlineCitation/PersonalNameSubjectList/PersonalNameSubject/ForeName",
    "MedlineCitation/PersonalNameSubjectList/PersonalNameSubject/Initials",
    "MedlineCitation/Article/AuthorList/Author/AffiliationInfo/Identifier/@Source",
    "PubmedData/PublicationStatus", "PubmedData/ReferenceList/Title", "MEDLINE",
    "PubMed-not-MEDLINE", "In-Process", "In-Data-Review", "Completed", "Automated", "Curated", "NLM", "NASA",
    "PIP", "KIE", "HMD", "IM", "AIM", "Internet", "Print-Electronic", "Electronic-eCollection",
    "ppublish", "epublish", "aheadofprint", "Geographic",
  ]

  private static let publicationTypes = [
    "Journal Article", "D016428", "Review", "D016454", "Case Reports", "D002363", "Comparative Study",
    "D003160", "English Abstract", "D004740", "Letter", "D016422", "Editorial", "D016421", "Comment",
    "D016420", "Clinical Trial", "D016430", "Randomized Controlled Trial", "D016449", "Systematic Review",
    "D000078182", "Meta-Analysis", "D017418", "Multicenter Study", "D016448", "Observational Study",
    "D064888", "Historical Article", "D016456", "Biography", "D019215", "Published Erratum", "D016425",
    "Evaluation Study", "D023362", "Validation Study", "D023361", "News", "D016433", "Video-Audio Media",
    "D059040", "Retracted Publication", "D016441", "Research Support, Non-U.S. Gov't", "D013485",
    "Research Support, U.S. Gov't, P.H.S.", "D013487", "Research Support, U.S. Gov't, Non-P.H.S.", "D013486",
    "Research Support, N.I.H., Extramural", "D052061", "Research Support, N.I.H., Intramural", "D052060",
  ]

  private static let checkTags = [
    "Humans", "D006801", "Animals", "D000818", "Male", "D008297", "Female", "D005260", "Adult", "D000328",
    "Middle Aged", "D008875", "Aged", "D000368", "Aged, 80 and over", "D000369", "Adolescent", "D000293",
    "Child", "D002648", "Child, Preschool", "D002675", "Infant", "D007223", "Infant, Newborn", "D007231",
    "Young Adult", "D055815", "Pregnancy", "D011247", "Mice", "D051379", "Rats", "D051381", "Cattle",
    "D002417", "Dogs", "D004285", "Rabbits", "D011817", "In Vitro Techniques", "D066298", "Time Factors",
    "D013997", "United States", "D014481",
  ]

  private static let qualifiers = [
    "metabolism", "Q000378", "pharmacology", "Q000494", "drug effects", "Q000187", "therapeutic use",
    "Q000627", "genetics", "Q000235", "diagnostic imaging", "Q000000981", "analysis", "Q000032",
    "complications", "Q000150", "isolation & purification", "Q000302", "physiology", "Q000502",
    "immunology", "Q000276", "administration & dosage", "Q000008", "physiopathology", "Q000503",
    "pathology", "Q000473", "ultrastructure", "Q000648", "drug therapy", "Q000188", "diagnosis",
    "Q000175", "etiology", "Q000209", "adverse effects", "Q000009", "enzymology", "Q000201", "blood",
    "Q000097", "anatomy & histology", "Q000033", "surgery", "Q000601", "chemically induced", "Q000139",
    "biosynthesis", "Q000096", "prevention & control", "Q000517", "growth & development", "Q000254",
    "microbiology", "Q000382", "therapy", "Q000628", "methods", "Q000379", "analogs & derivatives",
    "Q000031", "antagonists & inhibitors", "Q000037", "cytology", "Q000166", "epidemiology", "Q000453",
    "radiation effects", "Q000528", "instrumentation", "Q000295", "chemistry", "Q000737", "mortality",
    "Q000401", "psychology", "Q000523", "statistics & numerical data", "Q000706", "standards", "Q000592",
    "toxicity", "Q000633", "poisoning", "Q000506", "rehabilitation", "Q000534", "radiotherapy", "Q000532",
  ]

  private static let places = [
    "eng", "fre", "ger", "rus", "spa", "ita", "jpn", "por", "pol", "chi", "England", "Netherlands", "Germany",
    "Switzerland", "France", "Russia (Federation)", "Japan", "Canada", "Denmark", "Italy",
  ]

  private static let languages = [
    "en", "fr", "de", "ru", "es", "it", "ja", "pt", "pl", "zh", "nl", "sv", "da", "cs", "hu", "ko", "tr",
  ]
}
