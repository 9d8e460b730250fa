internal import OnusModel

extension Study {
  /// Creates a study from what every register gives: its number and how it was designed.
  ///
  /// - Parameters:
  ///   - number: The number as the register writes it; in lower case it becomes the key.
  ///   - registration: The same number with its register.
  ///   - register: The name of the register or portal that delivers the record.
  ///   - design: The design in the register's words.
  ///   - section: Where the register tells the design.
  init(
    number: String, registration: Registration, register: String, design: TrialDesign, section: String,
    at location: SourceLocation
  ) {
    self.init(
      id: Self.key(number), name: number, design: Located(design.studyDesign, at: location),
      location: location)
    registrations = [Located(registration, at: location)]
    let source =
      register.lowercased() == registration.register.lowercased()
      ? "\(register) \(number)" : "\(register), \(number)"
    bases[""] = Located(.stated(source), at: location)
    bases["design"] = Located(
      .stated(([source, section] + [design.text].compactMap { $0 }).joined(separator: ", ")))
    blinding = design.masking.flatMap(Blinding.init(masking:)).map { Located(.value($0), at: location) }
    if blinding == nil, let blinding = design.words.flatMap(Blinding.init(masking:)) {
      self.blinding = Located(.value(blinding), at: location)
    }
    var entry = RegisterEntry(registration)
    entry.type = design.type
    entry.design = design.text
    entry.blinded = design.masking.map(Blinding.parties) ?? []
    registerEntry = entry
  }

  /// The key for a register's number: lower case, and a hyphen for what a key should not have.
  static func key(_ number: String) -> ID {
    let letters = number.lowercased().map { $0.isLetter || $0.isNumber || $0 == "." ? $0 : "-" }
    return ID(String(letters).split(separator: "-").joined(separator: "-"))
  }

  /// Says of a fact in which section of the register it stands.
  mutating func setBasis(of fact: String, section: String) {
    guard let whole = bases[""] else { return }
    bases[fact] = Located(.stated("\(whole.value.detail), \(section)"), at: whole.location)
  }

  /// Takes the follow-up from when the primary outcomes are measured, the longest of those that say it.
  mutating func readFollowUp(section: String) {
    let frames = (registerEntry?.outcomes ?? []).filter { $0.role == .primary }.compactMap(\.timeFrame)
    guard durations.followUp == nil, let longest = frames.compactMap(TimeFrame.duration).max() else { return }
    durations.followUp = Located(.value(longest), at: location)
    setBasis(of: "duration", section: section)
  }

  /// Sets who took part from the register's words for sex, age and health.
  mutating func readParticipants() {
    guard let eligibility = registerEntry?.eligibility else { return }
    var parts = [eligibility.sex.map { ["all", "both"].contains($0.lowercased()) ? "all sexes" : $0 }]
    switch (eligibility.minimumAge, eligibility.maximumAge) {
    case (let low?, let high?): parts.append("\(low) to \(high)")
    case (let low?, nil): parts.append("\(low) and older")
    case (nil, let high?): parts.append("up to \(high)")
    case (nil, nil): break
    }
    if eligibility.acceptsHealthyVolunteers == true { parts.append("healthy volunteers too") }
    let text = parts.compactMap { $0 }.joined(separator: ", ")
    if !text.isEmpty { participants = Located(.value(text), at: location) }
  }

  /// Sets the comparator from the arms: those that are there to compare with; "none" for a single arm.
  mutating func readComparator() {
    let arms = registerEntry?.arms ?? []
    let controls = arms.filter { arm in
      let kind = arm.kind?.lowercased() ?? ""
      return kind.contains("comparator") || kind.contains("no intervention") || kind.contains("control")
    }
    if !controls.isEmpty, controls.count < arms.count {
      comparator = Located(.value(controls.map(\.name).joined(separator: "; ")), at: location)
    } else if design.value == .singleArmTrial {
      comparator = Located(.value("none"), at: location)
    }
  }
}
