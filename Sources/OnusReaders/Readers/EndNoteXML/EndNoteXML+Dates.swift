internal import OnusModel

extension EndNoteXML {
  /// Reads the year and the date beside it, which has the year in it or not.
  static func readDates(_ record: XMLElement, into reference: inout Reference) {
    if let text = text(record, "access-date") {
      reference.history.append(HistoryDate("accessed", PartialDate(written: text)))
    }
    guard let dates = record.child("dates") else { return }
    let year = text(dates, "year")
    let printed = dates.descendant("pub-dates", "date").flatMap(text)
    if let text = dates.descendant("copyright-dates", "date").flatMap(text) {
      reference.history.append(HistoryDate("copyright", PartialDate(written: text)))
    }
    guard let printed else {
      reference.issued = year.map(PartialDate.init(written:))
      return
    }
    let date = PartialDate(written: printed)
    guard let year else {
      reference.issued = date
      return
    }
    let whole = PartialDate(written: year)
    if date.year == whole.year {
      reference.issued = date
    } else if date.year == nil {
      reference.issued = PartialDate(written: "\(printed) \(year)")
    } else {
      reference.issued = whole
      reference.history.append(HistoryDate("pub-date", date))
    }
  }
}
