/// A study's number in a trial register.
public struct Registration: Hashable, Sendable, Codable, CustomStringConvertible {
  /// The register, for example "ClinicalTrials.gov".
  public var register: String
  /// The number in the register's own form.
  public var number: String

  /// Creates a registration from a register's name and a number in its own form.
  public init(register: String, number: String) {
    self.register = register
    self.number = number
  }

  /// Reads `NCT00501696`, `EudraCT:2005-005679-13`, `ISRCTN12345678`, a number whose beginning tells the
  /// register, or `REGISTER:NUMBER`.
  ///
  /// The WHO's `EUCTR2005-005679-13-IT` is the EudraCT number in one country and becomes the number.
  public init(parsing text: String) {
    let text = text.trimmed
    let upper = text.uppercased()
    if upper.hasPrefix("NCT") {
      register = "ClinicalTrials.gov"
      number = upper
    } else if upper.hasPrefix("ISRCTN") {
      register = "ISRCTN"
      number = upper
    } else if upper.hasPrefix("EUCTR"), let eudraCT = Self.eudraCTNumber(upper.dropFirst(5)) {
      register = "EudraCT"
      number = eudraCT
    } else if let colon = text.firstIndex(of: ":") {
      register = text[..<colon].trimmed
      number = text[text.index(after: colon)...].trimmed
    } else {
      register = Self.registers.first { Self.isNumber(upper, startingWith: $0.prefix) }?.name ?? ""
      number = text
    }
  }

  /// The number with its register where the number does not tell it.
  public var description: String {
    register.isEmpty || number.hasPrefix("NCT") || number.hasPrefix("ISRCTN")
      || Self.registers.contains { $0.name == register && Self.isNumber(number, startingWith: $0.prefix) }
      ? number : "\(register) \(number)"
  }

  /// What is wrong with the number's form; `nil` when it is well formed or the register's form is not known.
  public var malformation: String? {
    func isDigits(_ text: Substring, _ count: Int) -> Bool {
      text.count == count && text.allSatisfy(\.isASCIIDigit)
    }
    switch register {
    case "ClinicalTrials.gov":
      return isDigits(number.dropFirst(3), 8) ? nil : "an NCT number is NCT and eight digits"
    case "ISRCTN":
      return isDigits(number.dropFirst(6), 8) ? nil : "an ISRCTN is ISRCTN and eight digits"
    case "EudraCT":
      let parts = number.split(separator: "-", omittingEmptySubsequences: false)
      let fits = parts.count == 3 && isDigits(parts[0], 4) && isDigits(parts[1], 6) && isDigits(parts[2], 2)
      return fits ? nil : "a EudraCT number is four, six and two digits joined by hyphens"
    default: return nil
    }
  }

  /// Whether the register is known and the number has the form that its numbers have.
  public var isCertain: Bool { !register.isEmpty && malformation == nil }

  private static func eudraCTNumber(_ text: Substring) -> String? {
    let number = String(text.prefix(14))
    return Registration(register: "EudraCT", number: number).malformation == nil ? number : nil
  }

  /// Whether a number starts like those of a register and goes on with digits.
  private static func isNumber(_ text: String, startingWith prefix: String) -> Bool {
    let upper = text.uppercased()
    guard upper.hasPrefix(prefix), !upper.contains(where: \.isWhitespace) else { return false }
    // Brazil's numbers are six letters and digits, of which one may be a digit.
    return upper.dropFirst(prefix.count).count(where: \.isASCIIDigit) >= (prefix == "RBR-" ? 1 : 2)
  }

  /// The primary registers of the WHO's network, with the letters that their numbers start with.
  private static let registers: [(prefix: String, name: String)] = [
    ("ACTRN", "ANZCTR"), ("RBR-", "ReBEC"), ("CHICTR", "ChiCTR"), ("KCT", "CRiS"), ("CTRI/", "CTRI"),
    ("RPCEC", "RPCEC"), ("CTIS", "CTIS"), ("EUCTR", "EU Clinical Trials Register"), ("DRKS", "DRKS"),
    ("IRCT", "IRCT"), ("ITMCTR", "ITMCTR"), ("JPRN-", "JPRN"), ("JRCT", "jRCT"), ("UMIN", "UMIN-CTR"),
    ("JAPICCTI", "JapicCTI"), ("LBCTR", "LBCTR"), ("NTR", "Netherlands Trial Register"),
    ("NL-OMON", "OMON"), ("PACTR", "PACTR"), ("PER-", "REPEC"), ("SLCTR/", "SLCTR"), ("TCTR", "TCTR"),
  ]
}
