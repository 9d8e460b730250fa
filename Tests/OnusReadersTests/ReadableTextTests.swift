import Testing

@testable import OnusReaders

struct ReadableTextTests {
  private func readable(_ content: String) throws -> String? {
    try withRecord("<t xmlns:m='http://www.w3.org/1998/Math/MathML'>\(content)</t>") { $0.readableText }
      ?? nil
  }

  @Test(arguments: [
    ("<m:msup><m:mn>10</m:mn><m:mrow><m:mo>-</m:mo><m:mn>5</m:mn></m:mrow></m:msup>", "10^-5"),
    ("<m:msub><m:mi>x</m:mi><m:mrow><m:mi>n</m:mi><m:mo>+</m:mo><m:mn>1</m:mn></m:mrow></m:msub>", "x_(n+1)"),
    ("<m:msubsup><m:mi>x</m:mi><m:mn>1</m:mn><m:mn>2</m:mn></m:msubsup>", "x_1^2"),
    ("<m:mfrac><m:mn>1</m:mn><m:mn>2</m:mn></m:mfrac>", "1/2"),
    ("<m:msqrt><m:mi>a</m:mi><m:mo>+</m:mo><m:mi>b</m:mi></m:msqrt>", "√(a+b)"),
    ("<m:mover><m:mi>x</m:mi><m:mo>¯</m:mo></m:mover>", "x\u{304}"),
    ("<m:mfenced><m:mi>a</m:mi><m:mi>b</m:mi></m:mfenced>", "(a,b)"),
    ("<m:semantics><m:mi>p</m:mi><m:annotation encoding='TeX'>\\pi</m:annotation></m:semantics>", "p"),
    ("<m:mfenced separators=''><m:mi>a</m:mi><m:mi>b</m:mi></m:mfenced>", "(ab)"),
    ("<m:mfenced><m:mn>5</m:mn><m:mo>+</m:mo><m:mi>b</m:mi></m:mfenced>", "(5+b)"),
    (
      "<m:matrix><m:matrixrow><m:cn>0</m:cn><m:cn>1</m:cn></m:matrixrow><m:matrixrow><m:cn>1</m:cn>"
        + "<m:infinity/></m:matrixrow></m:matrix>", "0, 1; 1, ∞"
    ),
    (
      "<m:mmultiscripts><m:mi>C</m:mi><m:mprescripts/><m:none/><m:mn>14</m:mn></m:mmultiscripts>", "^14C"
    ),
  ]) func formulaIsALineOfText(formula: String, line: String) throws {
    #expect(try readable("<m:math>\n  \(formula)\n</m:math>") == line)
  }

  @Test func paragraphsDoNotRunTogether() throws {
    #expect(try readable("<p>One.</p><p>Two <b>and</b> a half.</p>") == "One. Two and a half.")
  }

  @Test func formulaInTeXLosesTheDocumentAroundIt() throws {
    let formula = "\\documentclass{x}\\begin{document}$$\\alpha$$\\end{document}"
    #expect(try readable("Level <tex-math>\(formula)</tex-math>.") == "Level \\alpha.")
  }
}
