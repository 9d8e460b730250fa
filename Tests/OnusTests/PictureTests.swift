import Foundation
import Onus
import OnusModel
import OnusTables
import Testing

struct PictureTests {
  private let picture = Picture(
    title: "A bar", description: "A black bar.",
    svg: Array(
      #"<svg xmlns="http://www.w3.org/2000/svg" width="30" height="10"><rect width="30" height="10"/></svg>"#
        .utf8))

  @Test func aProgramThatIsNotThereIsNamedWithWhatToInstall() throws {
    let problem = try #require(throws: Diagnostic.self) { try picture.png(program: "no-rsvg-here") }
    #expect(problem.code == "no-such-program")
    #expect(problem.message == "PNG is drawn by librsvg's program no-rsvg-here, which is not installed")
    #expect(problem.remedy?.contains("librsvg2-bin") == true)
  }

  @Test func aProgramThatDrawsNothingIsAnError() throws {
    let problem = try #require(throws: Diagnostic.self) { try picture.png(program: "true") }
    #expect(problem.code == "cannot-draw-png")
  }

  private static var isLibrsvgHere: Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: "\($0)/rsvg-convert") }
  }

  @Test(.enabled(if: isLibrsvgHere, "rsvg-convert is not installed"), arguments: [(nil, 60), (300, 300)])
  func aPNGIsTwiceAsWideAsTheDrawingOrAsAsked(width: Int?, pixels: Int) throws {
    let png = try picture.png(width: width)
    // IHDR: four bytes of width after the signature and the head of the chunk.
    #expect(png[16..<20].reduce(0) { $0 << 8 | Int($1) } == pixels)
    #expect(png[20..<24].reduce(0) { $0 << 8 | Int($1) } == pixels / 3)
  }
}
