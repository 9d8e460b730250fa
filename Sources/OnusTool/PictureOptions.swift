import ArgumentParser
import Onus

/// A form of pictures.
enum PictureForm: String, CaseIterable, ExpressibleByArgument {
  case svg
  case png
}

/// How wide a picture of pixels is.
struct PixelOptions: ParsableArguments {
  @Option(
    name: .customLong("width"),
    help: ArgumentHelp(
      "The width of a PNG in pixels. (default: twice that of the drawing)", valueName: "pixels"))
  var width: Int?

  func validate() throws {
    if let width, !(16...20_000).contains(width) {
      throw ValidationError("the width of a PNG is between 16 and 20000 pixels")
    }
  }
}

/// In which form a picture is written, and where to.
struct PictureOptions: ParsableArguments {
  @Option(
    name: .customLong("format"),
    help: ArgumentHelp(
      "The form: svg, or png where librsvg's program rsvg-convert is installed. (default: the ending of --out, or svg)",
      valueName: "form"))
  var format: PictureForm?

  @OptionGroup var pixels: PixelOptions

  @OptionGroup var destination: DestinationOptions

  func validate() throws {
    if format == nil, let ending = destination.ending, destination.pictureForm == nil {
      throw ValidationError("a picture is written as svg or png, not as \(ending)")
    }
    try destination.check(form)
  }

  /// Writes a picture, whole or not at all.
  func print(_ picture: Picture) throws {
    try destination.write(picture, as: form, width: pixels.width)
  }

  private var form: PictureForm { format ?? destination.pictureForm ?? .svg }
}

extension DestinationOptions {
  /// The form of pictures that the ending of the file stands for; `nil` when it stands for none.
  var pictureForm: PictureForm? { ending.flatMap(PictureForm.init) }

  /// Stops when the form would upset a terminal.
  func check(_ form: PictureForm) throws {
    guard form == .png, path == nil, Console.isOutputInteractive else { return }
    throw ValidationError("png is not for a terminal; name a file with --out")
  }

  /// Writes a picture in a form.
  func write(_ picture: Picture, as form: PictureForm, width: Int?) throws {
    switch form {
    case .svg: try write(picture.svg)
    case .png: try write(try picture.png(width: width))
    }
  }
}
