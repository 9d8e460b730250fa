#if Office
  internal import CXlsxWriter
  internal import OnusModel

  #if canImport(Glibc)
    internal import Glibc
  #elseif canImport(Musl)
    internal import Musl
  #else
    internal import Darwin
  #endif

  /// A workbook on its way into a file through libxlsxwriter.
  ///
  /// The library hands out pointers that live as long as the workbook; ``write()`` ends both.
  final class WorkbookFile {
    /// The name of the file in its folder.
    static let name = "book.xlsx"

    private let workbook: Workbook
    private let book: UnsafeMutablePointer<lxw_workbook>
    private let names: [String]
    private let formats: WorkbookFormats

    /// Begins a workbook.
    ///
    /// - Throws: A `Diagnostic` with code `cannot-write`.
    init(_ workbook: Workbook, in folder: ScratchFolder) throws {
      self.workbook = workbook
      names = SheetNames.allowed(for: workbook.sheets.map(\.name))
      var options = lxw_workbook_options()
      // The library copies both paths.
      let temporary = strdup(folder.path)
      defer { free(temporary) }
      options.tmpdir = temporary
      guard let book = workbook_new_opt(folder.path(of: Self.name), &options) else {
        throw ScratchFolder.failure("there is no memory for a workbook")
      }
      self.book = book
      formats = WorkbookFormats(book)
    }

    /// Writes all sheets and closes the file.
    ///
    /// - Throws: A `Diagnostic` with code `cannot-write`.
    func write() throws {
      setProperties()
      // A link may lead to a later sheet, so all are made before any is filled.
      let sheets = names.map { workbook_add_worksheet(book, $0) }
      for (sheet, value) in zip(sheets, workbook.sheets) {
        guard let sheet else { continue }
        lay(value, out: sheet)
        fill(sheet, with: value)
      }
      let problem = workbook_close(book)
      guard problem == LXW_NO_ERROR else {
        let reason = lxw_strerror(problem).map { String(cString: $0).lowercased() } ?? "unknown reason"
        throw ScratchFolder.failure("the workbook cannot be written: \(reason)")
      }
    }

    private func setProperties() {
      var properties = lxw_doc_properties()
      let title = strdup(workbook.title.safeForXML.prefix(utf16: 255))
      let author = strdup("Onus")
      defer {
        free(title)
        free(author)
      }
      properties.title = title
      properties.author = author
      // Midnight of 1 January 1980, as the files within the archive have it; 0 would mean the time of writing.
      properties.created = 315_532_800
      workbook_set_properties(book, &properties)
    }

    private func lay(_ value: Workbook.Sheet, out sheet: UnsafeMutablePointer<lxw_worksheet>) {
      for (column, width) in value.widths.enumerated() {
        worksheet_set_column(sheet, lxw_col_t(column), lxw_col_t(column), width, nil)
      }
      worksheet_freeze_panes(sheet, lxw_row_t(value.head.upperBound), lxw_col_t(value.frozenColumns))
      if !value.head.isEmpty {
        let last = lxw_row_t(value.head.upperBound - 1)
        worksheet_repeat_rows(sheet, lxw_row_t(value.head.lowerBound), last)
        if value.filteredRows > 0, !value.widths.isEmpty {
          let right = lxw_col_t(value.widths.count - 1)
          worksheet_autofilter(sheet, last, 0, last + lxw_row_t(value.filteredRows), right)
        }
      }
      if value.frozenColumns > 0 {
        worksheet_repeat_columns(sheet, 0, lxw_col_t(value.frozenColumns - 1))
      }
      worksheet_set_landscape(sheet)
      worksheet_set_paper(sheet, 9)
      worksheet_set_margins(sheet, 0.4, 0.4, 0.5, 0.6)
      // As wide as was said, as long as needed.
      worksheet_fit_to_pages(sheet, UInt16(clamping: max(value.pagesWide, 1)), 0)
      worksheet_set_footer(sheet, "&L&A&R&P / &N")
      // Identifiers are words that look like numbers; Excel would put a warning on each.
      let all = "A1:\(Self.columnName(max(value.widths.count - 1, 0)))\(max(value.rows.count, 1))"
      worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), all)
    }

    private func fill(_ sheet: UnsafeMutablePointer<lxw_worksheet>, with value: Workbook.Sheet) {
      var links = 0
      for (index, row) in value.rows.enumerated() {
        let place = lxw_row_t(index)
        if row.cells.first?.look.role == .title {
          worksheet_set_row(sheet, place, 24, nil)
        } else if row.lines > 1 {
          worksheet_set_row(sheet, place, min(Double(row.lines) * 15, Workbook.highestRow), nil)
        }
        if row.span > 1, let cell = row.cells.first {
          let last = lxw_col_t(row.span - 1)
          worksheet_merge_range(sheet, place, 0, place, last, "", formats.format(cell.look))
        }
        for (column, cell) in row.cells.enumerated() where column == 0 || column >= row.span {
          write(cell, to: sheet, at: (place, lxw_col_t(column)), &links)
        }
      }
    }

    private func write(
      _ cell: Workbook.Cell, to sheet: UnsafeMutablePointer<lxw_worksheet>, at place: (lxw_row_t, lxw_col_t),
      _ links: inout Int
    ) {
      let address = links < Workbook.mostLinks ? address(of: cell.link) : nil
      let format = formats.format(cell.visibleLook, isLink: address != nil, of: cell.content)
      let (row, column) = place
      if let address {
        links += 1
        worksheet_write_url_opt(sheet, row, column, address, format, "", nil)
      }
      switch cell.content {
      case .blank: worksheet_write_blank(sheet, row, column, format)
      case .number(let number, _): worksheet_write_number(sheet, row, column, number, format)
      case .date(let year, let month, let day):
        var date = lxw_datetime()
        date.year = Int32(year)
        date.month = Int32(month)
        date.day = Int32(day)
        worksheet_write_datetime(sheet, row, column, &date, format)
      case .text(let runs):
        let pieces = Workbook.fitting(runs).map { run in
          Workbook.Run(run.text.withoutEscapes, isBold: run.isBold, isRaised: run.isRaised)
        }
        write(pieces, to: sheet, at: place, format)
      }
    }

    private func write(
      _ runs: [Workbook.Run], to sheet: UnsafeMutablePointer<lxw_worksheet>,
      at place: (lxw_row_t, lxw_col_t), _ format: UnsafeMutablePointer<lxw_format>?
    ) {
      let (row, column) = place
      // The library refuses to write a single piece richly.
      let words = runs.map(\.text).joined()
      guard runs.count > 1 else {
        worksheet_write_string(sheet, row, column, words, format)
        return
      }
      let texts = runs.map { strdup($0.text) }
      defer { for text in texts { free(text) } }
      let pieces = UnsafeMutableBufferPointer<lxw_rich_string_tuple>.allocate(capacity: runs.count)
      defer { pieces.deallocate() }
      for (index, run) in runs.enumerated() {
        pieces[index] = lxw_rich_string_tuple(format: formats.format(of: run), string: texts[index])
      }
      var list: [UnsafeMutablePointer<lxw_rich_string_tuple>?] = pieces.indices.map { index in
        pieces.baseAddress?.advanced(by: index)
      }
      list.append(nil)
      // The library counts the markup of the pieces too; a text that is then too long goes without their look.
      if worksheet_write_rich_string(sheet, row, column, &list, format) != LXW_NO_ERROR {
        worksheet_write_string(sheet, row, column, words, format)
      }
    }

    /// Where a cell leads, in the words of the library; `nil` where Excel would not follow.
    private func address(of link: Workbook.Link?) -> String? {
      switch link {
      case nil: return nil
      case .sheet(let index):
        guard names.indices.contains(index) else { return nil }
        return "internal:'\(names[index].replacing("'", with: "''"))'!A1"
      case .address(let address):
        guard address.utf16.count <= Workbook.longestAddress else { return nil }
        return address
      }
    }

    /// The letters of a column counted from 0: A, B, … Z, AA.
    private static func columnName(_ column: Int) -> String {
      var rest = column
      var letters = ""
      while true {
        letters = String(UnicodeScalar(UInt8(65 + rest % 26))) + letters
        if rest < 26 { return letters }
        rest = rest / 26 - 1
      }
    }
  }

  extension Workbook.Cell {
    /// How the cell looks: bold as a whole where all its words are, because one piece has no look of its own.
    fileprivate var visibleLook: Workbook.Look {
      guard case .text(let runs) = content, !runs.isEmpty, runs.allSatisfy({ $0.isBold && !$0.isRaised })
      else {
        return look
      }
      var look = look
      look.isBold = true
      return look
    }
  }
#endif
