/// The addresses that a document leads to, each with the number by which its parts refer to it.
struct WordLinks {
  private var ids: [String: String] = [:]

  /// The addresses in the order of first use, with their ids.
  private(set) var targets: [(id: String, address: String)] = []

  /// Runs that lead to an address.
  mutating func link(_ runs: String, to address: String) -> String {
    "<w:hyperlink r:id=\"\(id(of: address))\" w:history=\"1\">\(runs)</w:hyperlink>"
  }

  private mutating func id(of address: String) -> String {
    if let id = ids[address] { return id }
    let id = "link\(targets.count + 1)"
    ids[address] = id
    targets.append((id, address))
    return id
  }
}
