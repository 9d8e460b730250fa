import ArgumentParser
import Onus

struct Standings: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Prints the table by which the standing of a claim follows from its links and findings.")

  func run() throws {
    try reporting { try Console.write(DecisionTable.text) }
  }
}
