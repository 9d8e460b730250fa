extension Check.Group {
  /// Reviews whose numbers or decisions do not fit together.
  static let reviews = Check.Group(
    "Reviews", [.flowDoesNotAddUp, .screenersDisagree, .screeningUnfinished, .includedWithoutStudy])
}
