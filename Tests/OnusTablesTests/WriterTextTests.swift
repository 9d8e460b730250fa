import OnusTables
import Testing

@Suite struct WriterTextTests {
  @Test func csvText() {
    let expected = """
      group,study,study_url,sample,duration,duration_iso8601,duration_days,stance,comments,footnotes
      No control,Gironi 2008,https://pubmed.ncbi.nlm.nih.gov/18728058/,40,6 months,P6M,182.625,supports,not \
      reported,sample: Five left early.
      Randomized,Sharafaddinzadeh 2010,,96,8 weeks per period,P8W,56,contradicts,"Scale: MSQoL-54
      second line","stance: Crossover.
      stance: Five left early."

      """
    let text = smallTable.text(as: .csv)
    #expect(text.replacing("\r\n", with: "\n") == expected)
    #expect(text.split(separator: "\r\n").count == 3)
  }

  @Test(arguments: [
    ("=1+1", "'=1+1"), ("+1", "'+1"), ("@x", "'@x"), ("\tx", "'\tx"), ("-1+1", "'-1+1"), ("-", "'-"),
    ("-0.34", "-0.34"), ("-5", "-5"), ("plain", "plain"), ("a=b", "a=b"), ("＝1", "'＝1"),
    ("-0.59 to 0.09", "'-0.59 to 0.09"),
  ]) func csvGuardsFormulas(_ text: String, _ expected: String) {
    let table = EvidenceTable(
      id: "t", title: "T", columns: [.init("x", "X")], rows: [.init(id: "1", cells: [.init(.text(text))])])
    #expect(table.text(as: .csv) == "x\r\n\(expected)\r\n")
    #expect(table.text(as: .csv(guardsFormulas: false)) == "x\r\n\(text)\r\n")
  }

  @Test func tsvText() {
    let rows = smallTable.text(as: .tsv).split(separator: "\n")
    #expect(rows.count == 3)
    #expect(rows[2].contains("\t8 weeks per period\tP8W\t56\tcontradicts\tScale: MSQoL-54\\nsecond line\t"))
    #expect(rows[2].hasSuffix("\tstance: Crossover.\\nstance: Five left early."))
  }

  @Test func markdownText() {
    #expect(
      smallTable.text(as: .markdown) == """
        # Two trials

        | Study | People<br>enrolled | Duration | Stance | Comments |
        | --- | ---: | --- | --- | --- |
        | **No control** | | | | |
        | [Gironi 2008](https://pubmed.ncbi.nlm.nih.gov/18728058/) | 40<sup>a</sup> | 6 months | ▲ supports \
        | not reported |
        | **Randomized** | | | | |
        | Sharafaddinzadeh 2010 | 96 | 8 weeks per period | ▼ contradicts<sup>a,b</sup> | **Scale:** MSQoL-54<br>\
        second line |

        <sup>a</sup> Five left early.

        <sup>b</sup> Crossover.

        Counts are people.

        """)
  }

  @Test func plainText() {
    #expect(
      smallTable.text(as: .text(width: 110)) == """
        Two trials

        Study                    People  Duration            Stance               Comments
                               enrolled
        ---------------------  --------  ------------------  -------------------  ---------------

        No control
        Gironi 2008              40 [a]  6 months            ▲ supports           not reported

        Randomized
        Sharafaddinzadeh 2010        96  8 weeks per period  ▼ contradicts [a,b]  Scale: MSQoL-54
                                                                                  second line

        [a] Five left early.
        [b] Crossover.

        Counts are people.

        """)
  }

  @Test func plainTextBlocks() {
    #expect(
      smallTable.text(as: .text(width: 34)) == """
        Two trials

        No control

        Study     Gironi 2008
        People,   40 [a]
        enrolled
        Duration  6 months
        Stance    ▲ supports
        Comments  not reported

        Randomized

        Study     Sharafaddinzadeh 2010
        People,   96
        enrolled
        Duration  8 weeks per period
        Stance    ▼ contradicts [a,b]
        Comments  Scale: MSQoL-54
                  second line

        [a] Five left early.
        [b] Crossover.

        Counts are people.

        """)
  }

  @Test func absentIsNotNotReported() {
    let table = EvidenceTable(
      id: "t", title: "T", columns: [.init("x", "X"), .init("y", "Y")],
      rows: [.init(id: "1", cells: [.init(.absent), .init(.notReported)])])
    #expect(table.text(as: .csv) == "x,y\r\n,not reported\r\n")
    #expect(table.text(as: .html).contains("<td><span class=\"unseen\">not recorded</span></td>"))
    #expect(table.text(as: .json).contains("\"x\": null"))
    #expect(table.text(as: .markdown).contains("An empty cell means that nobody has recorded the value"))
    #expect(!smallTable.text(as: .markdown).contains("An empty cell"))
  }

  @Test func htmlHasScopesCaptionAndRegion() {
    let text = smallTable.text(as: .html)
    #expect(text.contains("<html lang=\"en\">"))
    #expect(text.ranges(of: "<h1>").count == 1)
    #expect(text.contains("<caption class=\"unseen\" id=\"caption-small\">Two trials</caption>"))
    #expect(text.contains("role=\"region\" aria-labelledby=\"caption-small\" tabindex=\"0\""))
    #expect(text.ranges(of: "scope=\"col\"").count == 5)
    #expect(text.ranges(of: "scope=\"row\"").count == 2)
    #expect(text.ranges(of: "scope=\"rowgroup\"").count == 2)
    #expect(!text.contains("<script"))
  }

  @Test func htmlGroupsColumns() {
    let text = hostileTable.text(as: .html)
    #expect(text.contains("scope=\"colgroup\" colspan=\"2\">Group &amp; co</th>"))
    #expect(text.contains("dir=\"auto\">שלום עולם"))
  }

  @Test func latexKeepsTheDirectionOfScriptsAndBreaksLongWords() {
    func cell(_ text: String) -> String {
      let table = EvidenceTable(
        id: "t", title: "T", columns: [.init("x", "X")], rows: [.init(id: "1", cells: [.init(.text(text))])])
      let lines = table.text(as: .latex).split(separator: "\n").filter { $0.hasPrefix("{}") }
      return String(lines.first?.dropFirst(2).dropLast(3) ?? "")
    }
    #expect(cell("אב (MS)") == "\\rtl{\\glyph{5D0}\\glyph{5D1}} (MS)")
    #expect(cell("doi:10.1000/ab") == "doi:10.1000/ab")
    #expect(
      cell("https://doi.org/x")
        == "https:\\allowbreak{}/\\allowbreak{}/\\allowbreak{}doi.\\allowbreak{}org/\\allowbreak{}x")
    #expect(cell(String(repeating: "x", count: 30)).contains("x\\allowbreak{}xxxxxx"))
  }

  @Test func latexMapsSignsAndEscapes() {
    let text = smallTable.text(as: .latex)
    #expect(text.contains("{}$\\blacktriangle$ supports"))
    #expect(text.contains("\\href{https://pubmed.ncbi.nlm.nih.gov/18728058/}{Gironi 2008}"))
    let hostile = hostileTable.text(as: .latex)
    #expect(hostile.contains("{}50\\% off"))
    #expect(hostile.contains("back\\textbackslash{}slash"))
    #expect(hostile.contains("\\glyph{4F4E}\\allowbreak{}"))
    #expect(hostile.contains("\\newcommand{\\glyph}"))
    #expect(!text.contains("\\newcommand{\\glyph}"))
  }
}
