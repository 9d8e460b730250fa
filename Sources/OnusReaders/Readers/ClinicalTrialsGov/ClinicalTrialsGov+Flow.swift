internal import OnusModel

extension ClinicalTrialsGov {
  /// Reads how many started the first period and completed the last one, for each group.
  ///
  /// Everything else of the flow is told in words.
  static func readFlow(_ flow: XMLElement, into study: inout Study) {
    let groups = groups(flow, study: &study)
    var arms = groups.ids.map { SampleSize.Arm(name: groups[$0], counts: [:]) }
    for name in ["recruitment_details", "pre_assignment_details"] as [StaticString] {
      if let element = flow.child(name), let text = element.nonEmptyText {
        study.notes.append(Located(text, at: element.location))
      }
    }
    let periods = flow.items(of: "period_list", "period")
    for (index, period) in periods.enumerated() {
      let title = period.text(at: "title") ?? "Period \(index + 1)"
      for milestone in period.items(of: "milestone_list", "milestone") {
        let name = milestone.text(at: "title") ?? ""
        if name == "STARTED", index == 0 {
          read(milestone, .enrolled, groups, into: &arms)
        } else if name == "COMPLETED", index == periods.count - 1 {
          read(milestone, .completed, groups, into: &arms)
        }
        addNote(milestone, "\(title), \(name)", groups, into: &study)
      }
      let reasons =
        period.items(of: "drop_withdraw_reason_list", "drop_withdraw_reason")
      for reason in reasons {
        addNote(reason, "\(title), left: \(reason.text(at: "title") ?? "")", groups, into: &study)
      }
    }
    guard arms.contains(where: { !$0.counts.isEmpty }) else { return }
    study.sample = study.sample ?? SampleSize()
    study.sample?.arms = arms
  }

  private static func read(
    _ milestone: XMLElement, _ stage: SampleSize.Stage, _ groups: Groups, into arms: inout [SampleSize.Arm]
  ) {
    for element in milestone.items(of: "participants_list", "participants") {
      guard let group = element.attribute("group_id"), let index = groups.ids.firstIndex(of: group),
        let count = element.attribute("count").flatMap({ Int($0) })
      else { continue }
      arms[index].counts[stage] = Located(.value(count), at: element.location)
    }
  }

  private static func addNote(
    _ element: XMLElement, _ title: String, _ groups: Groups, into study: inout Study
  ) {
    let counts = element.child("participants_list")?.children("participants").map { people in
      let name = people.attribute("group_id").map { groups[$0] } ?? ""
      let remark = people.nonEmptyText.map { " (\($0))" } ?? ""
      return "\(name) \(people.attribute("count") ?? "")\(remark)"
    }
    guard let counts, !counts.isEmpty else { return }
    study.notes.append(Located("\(title): \(counts.joined(separator: "; "))", at: element.location))
  }

  /// Reads harms: for each kind, how many of how many in each group had it.
  static func readHarms(_ reported: XMLElement, into study: inout Study) {
    let groups = groups(reported, study: &study)
    let frame = [reported.text(at: "time_frame"), reported.text(at: "desc")].compactMap { $0 }
    study.harms += frame.map { Located($0, at: reported.location) }
    for (name, label) in [("serious_events", "Serious"), ("other_events", "Other")]
      as [(StaticString, String)]
    {
      guard let events = reported.child(name) else { continue }
      for category in events.items(of: "category_list", "category") {
        let title = category.text(at: "title")
        for event in category.items(of: "event_list", "event") {
          let words = [label, title, event.text(at: "sub_title")].compactMap { $0 }.joined(separator: ", ")
          let counts = event.children("counts").map { tally($0, groups) }.joined(separator: "; ")
          study.harms.append(Located("\(words): \(counts)", at: event.location))
        }
      }
    }
  }

  private static func tally(_ element: XMLElement, _ groups: Groups) -> String {
    let name = element.attribute("group_id").map { groups[$0] } ?? ""
    let affected = element.attribute("subjects_affected") ?? "?"
    let atRisk = element.attribute("subjects_at_risk").map { " of \($0)" } ?? ""
    let events = element.attribute("events").map { " (\($0) events)" } ?? ""
    return "\(name) \(affected)\(atRisk)\(events)"
  }
}
