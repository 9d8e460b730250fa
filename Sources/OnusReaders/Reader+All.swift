extension Reader {
  /// The formats that Onus reads, those of XML first.
  public static let all: [Reader] = [
    .pubmed,
    .mods,
    .mesh,
    .endNoteXML,
    .marcXML,
    .jats,
    .jatsReferences,
    .zoteroRDF,
    .wordSources,
    .bibTeXML,
    .refWorksXML,
    .biboRDF,
    .crossref,
    .dataCite,
    .tei,
    .oaiDC,
    .europePMC,
    .ris,
    .nbib,
    .bibtex,
    .cslJSON,
    .endNoteTagged,
    .webOfScience,
  ]
}
