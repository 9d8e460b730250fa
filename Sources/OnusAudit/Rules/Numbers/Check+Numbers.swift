extension Check.Group {
  /// Figures that cannot be, or that do not fit each other.
  static let numbers = Check.Group("Numbers", [])
}
