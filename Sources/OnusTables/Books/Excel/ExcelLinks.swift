internal import OnusOffice

/// The links within the texts of one column, each in a column of its own by the place it leads to.
struct ExcelLinks {
  private let index: Int
  private let table: EvidenceTable
  private let group: String?

  init(_ index: Int, of table: EvidenceTable) {
    self.index = index
    self.table = table
    group = table.columns[index].group
  }

  /// The most links to one place that a row shows; the words of the others stand in their cell all the same.
  private static let most = 3

  var columns: [ExcelColumn] {
    let places = table.rows.map { row in links(in: row).map { Self.place(of: $0.address) } }
    return Self.places.flatMap { place in
      let most = places.map { row in row.count { $0 == place } }.max() ?? 0
      return (0..<min(most, Self.most)).map { column(place, number: $0, of: most) }
    }
  }

  private func column(_ place: String, number: Int, of count: Int) -> ExcelColumn {
    let heading = count == 1 ? place : "\(place) \(number + 1)"
    return ExcelColumn(
      heading: ExcelColumn.head(heading), group: group, width: place == "DOI" ? 30 : 17, namesRows: false
    ) { row in
      let links = links(in: row).filter { Self.place(of: $0.address) == place }
      guard number < links.count else { return Workbook.Cell(.blank) }
      return Workbook.Cell(.text([.init(links[number].words)]), link: .address(links[number].address))
    }
  }

  /// The links of a row's text in their order, each address once.
  private func links(in row: EvidenceTable.Row) -> [(words: String, address: String)] {
    guard case .list(let lines) = row.cells[index].value else { return [] }
    var links: [(words: String, address: String)] = []
    for span in lines.flatMap(\.spans) {
      guard let address = span.link?.webAddress,
        !links.contains(where: { $0.address == address })
      else { continue }
      links.append((span.text, address))
    }
    return links
  }

  private static let places = ["DOI", "PubMed", "PMC", "Registry", "Link"]

  private static func place(of address: String) -> String {
    let host = address.drop { $0 != ":" }.drop { $0 == ":" || $0 == "/" }.prefix { $0 != "/" }.lowercased()
    return switch host {
    case "doi.org", "dx.doi.org": "DOI"
    case "pubmed.ncbi.nlm.nih.gov": "PubMed"
    case "pmc.ncbi.nlm.nih.gov": "PMC"
    case "www.ncbi.nlm.nih.gov" where address.contains("/pmc/"): "PMC"
    case "clinicaltrials.gov", "www.clinicaltrials.gov", "www.isrctn.com": "Registry"
    default: "Link"
    }
  }
}
