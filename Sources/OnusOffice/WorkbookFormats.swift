#if Office
  internal import CXlsxWriter

  /// The formats of a workbook, each made once.
  final class WorkbookFormats {
    private struct Key: Hashable {
      var look: Workbook.Look
      var isLink = false
      var number: String?
    }

    private let book: UnsafeMutablePointer<lxw_workbook>
    private var formats: [Key: UnsafeMutablePointer<lxw_format>] = [:]
    private var runs: [Workbook.Run: UnsafeMutablePointer<lxw_format>] = [:]

    init(_ book: UnsafeMutablePointer<lxw_workbook>) { self.book = book }

    /// The format of a cell.
    func format(
      _ look: Workbook.Look, isLink: Bool = false, of content: Workbook.Content = .blank
    ) -> UnsafeMutablePointer<lxw_format>? {
      let key = Key(look: look, isLink: isLink, number: Self.numberFormat(of: content))
      if let format = formats[key] { return format }
      guard let format = workbook_add_format(book) else { return nil }
      draw(key, on: format)
      formats[key] = format
      return format
    }

    /// The format of a piece of a cell's words; `nil` for one that looks like its cell.
    func format(of run: Workbook.Run) -> UnsafeMutablePointer<lxw_format>? {
      guard run.isBold || run.isRaised else { return nil }
      let key = Workbook.Run("", isBold: run.isBold, isRaised: run.isRaised)
      if let format = runs[key] { return format }
      guard let format = workbook_add_format(book) else { return nil }
      if run.isBold { format_set_bold(format) }
      if run.isRaised { format_set_font_script(format, UInt8(LXW_FONT_SUPERSCRIPT.rawValue)) }
      runs[key] = format
      return format
    }

    private func draw(_ key: Key, on format: UnsafeMutablePointer<lxw_format>) {
      let look = key.look
      format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue))
      if look.isRight { format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue)) }
      if look.isBold { format_set_bold(format) }
      switch look.role {
      case .title:
        format_set_bold(format)
        format_set_font_size(format, 14)
      case .heading, .spanningHeading:
        // A heading over several columns stands in the first of them and runs on over the others.
        if look.role == .heading { format_set_text_wrap(format) }
        format_set_bg_color(format, Self.band)
        format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_BOTTOM.rawValue))
        let isSpanning = look.role == .spanningHeading
        format_set_bottom(format, UInt8(isSpanning ? LXW_BORDER_THIN.rawValue : LXW_BORDER_MEDIUM.rawValue))
      case .body:
        format_set_text_wrap(format)
        format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        format_set_bottom_color(format, Self.line)
      case .note:
        format_set_text_wrap(format)
      }
      if key.isLink {
        format_set_font_color(format, Self.link)
        format_set_underline(format, UInt8(LXW_UNDERLINE_SINGLE.rawValue))
      } else if look.isQuiet {
        format_set_font_color(format, Self.quiet)
      }
      if let number = key.number { format_set_num_format(format, number) }
      // A day is a number to a spreadsheet, which would put it at the right.
      if key.number == Self.day { format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue)) }
    }

    /// All have a contrast of at least 4.5 to 1 on white.
    private static let quiet: lxw_color_t = 0x6B6B6B
    private static let link: lxw_color_t = 0x0B5394
    private static let band: lxw_color_t = 0xE8EDF2
    private static let line: lxw_color_t = 0xC4CBD3

    private static let day = "yyyy-mm-dd"

    private static func numberFormat(of content: Workbook.Content) -> String? {
      switch content {
      case .date: day
      // From 10 on only whole units are shown; the value keeps its fraction. The room of a bracket keeps a
      // number off the words of the next column.
      case .number(let number, let suffix):
        (number.rounded() == number || abs(number) >= 10 ? "0" : "0.##")
          + (suffix.isEmpty ? "_)" : "\"\(quoted(suffix))\"")
      case .blank, .text: nil
      }
    }

    /// What stands in quotes in a number format: without quotes, and short.
    private static func quoted(_ suffix: String) -> String {
      suffix.replacing("\"", with: "”").prefix(utf16: 100)
    }
  }
#endif
