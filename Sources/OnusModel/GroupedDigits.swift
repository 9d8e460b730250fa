extension String {
  /// A number with a comma between each three digits before the point, as 1,000 is printed.
  ///
  /// What is no plain number stays as it is.
  package var groupedByThousand: String {
    let start = firstIndex { $0.isASCII && $0.isNumber } ?? endIndex
    let end = self[start...].firstIndex { !($0.isASCII && $0.isNumber) } ?? endIndex
    let digits = self[start..<end]
    guard digits.count > 3, self[..<start].allSatisfy({ "-–−+".contains($0) }) else { return self }
    let grouped = digits.enumerated().reduce(into: "") { text, digit in
      if digit.offset > 0, (digits.count - digit.offset).isMultiple(of: 3) { text.append(",") }
      text.append(digit.element)
    }
    return self[..<start] + grouped + self[end...]
  }
}
