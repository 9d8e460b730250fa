/// What is known about something, in plain sentences, each of which says what it rests on.
public struct EvidenceSummary: Sendable, Hashable {
  /// What a sentence rests on: a claim, a study, a check.
  public struct Trace: Sendable, Hashable {
    /// The name of the thing: its kind, a colon and its key, for example `study:gironi-2008`.
    public var id: String

    /// What the evidence list at the end says of it.
    public var description: String

    /// Where it can be seen.
    public var link: String?

    /// Creates a trace.
    public init(id: String, description: String, link: String? = nil) {
      self.id = id
      self.description = description
      self.link = link
    }
  }

  /// One sentence and what it rests on.
  public struct Sentence: Sendable, Hashable {
    /// The words.
    public let text: String

    /// What the sentence rests on, never empty.
    public let traces: [Trace]

    /// Creates a sentence.
    ///
    /// - Precondition: There is a trace: a sentence that rests on nothing has no place in a summary.
    public init(_ text: String, traces: [Trace]) {
      precondition(!traces.isEmpty, "a sentence rests on nothing: \(text)")
      self.text = text
      self.traces = traces
    }
  }

  /// A paragraph or a list of points.
  public enum Block: Sendable, Hashable {
    /// Sentences that follow one another.
    case paragraph([Sentence])

    /// Points of one or more sentences each.
    case bullets([[Sentence]])

    var sentences: [Sentence] {
      switch self {
      case .paragraph(let sentences): sentences
      case .bullets(let points): points.flatMap { $0 }
      }
    }
  }

  /// A heading with what stands below it.
  public struct Section: Sendable, Hashable {
    /// The heading.
    public var heading: String

    /// The paragraphs and lists.
    public var blocks: [Block]

    /// Creates a section.
    public init(_ heading: String, _ blocks: [Block]) {
      self.heading = heading
      self.blocks = blocks
    }
  }

  /// The title.
  public var title: String

  /// The sections, from first to last.
  public var sections: [Section]

  /// The last line, which is about the summary itself and so needs no trace.
  public var notice: String

  /// Creates a summary.
  public init(title: String, sections: [Section], notice: String = "This is not medical advice.") {
    self.title = title
    self.sections = sections
    self.notice = notice
  }

  /// Everything that the sentences rest on, in the order of first use.
  public var evidence: [Trace] { Numbering(self).traces }

  /// The summary as bytes in a writer's format.
  public func rendered(as writer: SummaryWriter) -> [UInt8] { writer.render(self) }
}

extension EvidenceSummary {
  /// The numbers by which sentences refer to the evidence list.
  struct Numbering {
    private(set) var traces: [Trace] = []
    private var numbers: [String: Int] = [:]

    init(_ summary: EvidenceSummary) {
      let used = summary.sections.flatMap(\.blocks).flatMap(\.sentences).flatMap(\.traces)
      for trace in used where numbers[trace.id] == nil {
        traces.append(trace)
        numbers[trace.id] = traces.count
      }
    }

    /// The numbers of a sentence's traces, neighbours drawn together: 1…3, 5…5.
    func ranges(of sentence: Sentence) -> [ClosedRange<Int>] {
      var ranges: [ClosedRange<Int>] = []
      for number in Set(sentence.traces.compactMap { numbers[$0.id] }).sorted() {
        if let last = ranges.last, last.upperBound + 1 == number {
          ranges[ranges.count - 1] = last.lowerBound...number
        } else {
          ranges.append(number...number)
        }
      }
      return ranges
    }
  }
}

extension ClosedRange<Int> {
  /// The range as references print it: "4", "4,5" or "4–9".
  var referenceText: String {
    switch count {
    case 1: "\(lowerBound)"
    case 2: "\(lowerBound),\(upperBound)"
    default: "\(lowerBound)–\(upperBound)"
    }
  }
}
