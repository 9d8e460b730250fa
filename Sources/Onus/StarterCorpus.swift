internal import OnusModel

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A small corpus that works, to start one's own from.
public enum StarterCorpus {
  /// The files, with invented content that shows each part of the grammar.
  public static let files: [OutputFile] = [
    OutputFile(path: "claims.yaml", bytes: Array(claims.utf8)),
    OutputFile(path: "studies.yaml", bytes: Array(studies.utf8)),
    OutputFile(path: "conditions.yaml", bytes: Array(conditions.utf8)),
    OutputFile(path: "bibliographies/documents.xml", bytes: Array(bibliography.utf8)),
  ]

  /// Writes the files into a new or empty folder.
  ///
  /// - Returns: The files that were written.
  /// - Throws: A `Diagnostic` with code `not-empty` when the folder holds files, or `cannot-write`.
  public static func write(to folder: String) throws -> [OutputFile] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    guard names.isEmpty else {
      throw Diagnostic(
        .error, "not-empty", "the folder already holds files; nothing was written",
        at: SourceLocation(file: folder))
    }
    try OutputFolder(path: folder).write(files)
    return files
  }

  private static let claims = """
    # What a source asserts, in your own words, and which studies bear on it.
    sources:
      village-newsletter:
        title: Health column on willow tea
        author: A. Writer
        kind: magazine column
        published: 2019-05

    claims:
      willow-tea-always-helps:
        statement: Willow tea always relieves back pain.
        kind: efficacy
        wording: universal
        conditions: [Back Pain]
        interventions: [willow-tea]
        outcome: pain
        direction: benefit
        appears: { in: village-newsletter, paragraph: 3 }
        asserts: { sample: 30, duration: 4 weeks }
        cites: [example-2017]
        evidence:
          - study: example-2017
            result: pain
            stance: partly supports
            because: Pain fell during four weeks, but nobody was compared with.

    """

  private static let studies = """
    # A study's facts, each with how it is known. Remove what you do not know; write "not reported" where you
    # looked and the report does not say.
    interventions:
      willow-tea:
        name: willow tea
        synonyms: [willow bark tea]

    studies:
      example-2017:
        name: Example 2017
        reports: [key:example-2017]
        design: single-arm trial
        conditions: [Back Pain]
        interventions: [willow-tea]
        comparator: none
        sample: { enrolled: 30, completed: 26 }
        duration: 4 weeks
        results:
          pain:
            outcome: pain on a scale from 0 to 10
            role: primary
            comparison: within group
            effect: change -1.2
            direction: benefit
            finding: Pain fell by 1.2 points from the start to the end.
        funding: not reported
        basis:
          default: stated, abstract
          sample.completed: inferred, 30 minus 4 drop-outs

    """

  private static let conditions = """
    # Local conditions. Put NLM's MeSH descriptor XML into this folder to have all of MeSH instead.
    conditions:
      back-pain:
        name: Back Pain
        synonyms: [Backache]
        abbreviations: [BP]

    """

  private static let bibliography = """
    <?xml version="1.0" encoding="UTF-8"?>
    <modsCollection xmlns="http://www.loc.gov/mods/v3">
      <mods ID="example-2017">
        <titleInfo><title>Willow tea in back pain: an invented example</title></titleInfo>
        <name type="personal">
          <namePart type="family">Example</namePart>
          <namePart type="given">Eva</namePart>
          <role><roleTerm type="text">author</roleTerm></role>
        </name>
        <originInfo><dateIssued encoding="w3cdtf">2017</dateIssued></originInfo>
        <relatedItem type="host"><titleInfo><title>Journal of Examples</title></titleInfo></relatedItem>
      </mods>
    </modsCollection>

    """
}
