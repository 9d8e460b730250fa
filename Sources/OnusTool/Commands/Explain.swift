import ArgumentParser
import Onus

struct Explain: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Explains a check: what it looks for, why, by which published source, with examples.",
    discussion: "Without a code it lists all checks.")

  @Argument(
    help: "The code that stands in brackets behind a message, for example universal-wording.",
    completion: .list(Onus.Check.all.map(\.code.rawValue)))
  var code: String?

  func validate() throws {
    guard let code, Onus.Check.named(code) == nil else { return }
    throw ValidationError(noSuch("check", code, among: Onus.Check.all.map(\.code.rawValue)))
  }

  func run() throws {
    try reporting {
      if let check = code.flatMap(Onus.Check.named) {
        return try Console.write(check.text(width: Console.width))
      }
      let width = Onus.Check.all.map(\.code.rawValue.count).max() ?? 0
      let groups = Onus.Check.groups.filter { !$0.checks.isEmpty }.map { group in
        group.title + "\n"
          + group.checks.map { check in
            let padding = String(repeating: " ", count: width - check.code.rawValue.count)
            return "  \(check.code.rawValue)\(padding)  \(check.documentation.title)\n"
          }.joined()
      }
      try Console.write(groups.joined(separator: "\n"))
    }
  }
}
