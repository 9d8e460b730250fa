import ArgumentParser
import Onus

/// Which reader a command uses.
struct ReaderOptions: ParsableArguments {
  @Option(
    name: .customLong("from"),
    help: ArgumentHelp(
      "The format of the files, where it is not to be recognised: see onus formats.", valueName: "format"),
    completion: .list(Reader.all.map(\.name)))
  var format: String?

  func validate() throws {
    if let format, reader == nil {
      throw ValidationError(noSuch("format", format, among: Reader.all.map(\.name)))
    }
  }

  /// The reader that was asked for; `nil` when the format is to be recognised.
  var reader: Reader? { format.flatMap { format in Reader.all.first { $0.name == format } } }
}
