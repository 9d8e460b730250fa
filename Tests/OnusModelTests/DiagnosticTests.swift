import OnusModel
import Testing

struct DiagnosticTests {
  let location = SourceLocation(file: "claims.yaml", line: 3, column: 13)

  @Test func printsAsCompilersDo() {
    let diagnostic = Diagnostic(.error, "wrong-type", "expected a whole number", at: location)
    #expect("\(diagnostic)" == "claims.yaml:3:13: error: expected a whole number [wrong-type]")
  }

  @Test func caretStandsUnderTheColumn() {
    let diagnostic = Diagnostic(.error, "wrong-type", "expected a whole number", at: location)
    #expect(
      diagnostic.rendered(sourceLine: "    sample: forty") == """
        claims.yaml:3:13: error: expected a whole number [wrong-type]
              sample: forty
                      ^
        """)
  }

  @Test func columnsCountScalarsAndTabsKeepTheirPlace() {
    let diagnostic = Diagnostic(
      .warning, "x", "here", at: SourceLocation(file: "f", line: 1, column: 4), notes: [.init("because")])
    #expect(
      diagnostic.rendered(sourceLine: "\té:z") == """
        f:1:4: warning: here [x]
           é:z
             ^
          note: because
        """)
  }

  @Test func longLineIsCutAroundTheColumn() throws {
    let line = String(repeating: "a", count: 500) + "!" + String(repeating: "b", count: 500)
    let diagnostic = Diagnostic(.error, "x", "y", at: SourceLocation(file: "f", line: 1, column: 501))
    let lines = diagnostic.rendered(sourceLine: line).split(separator: "\n")
    #expect(lines[1].count <= 104)
    let column = lines[2].prefix { $0 != "^" }.count
    #expect(Array(lines[1])[column] == "!")
  }

  @Test func locationWithoutALinePrintsTheFileAlone() {
    #expect("\(SourceLocation(file: "f"))" == "f")
    #expect("\(SourceLocation(file: "f", line: 2))" == "f:2")
  }
}
