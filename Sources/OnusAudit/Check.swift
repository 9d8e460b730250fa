public import OnusModel

/// One rule that the entries of a catalogue are held against: what it looks for, why, and the function.
///
/// A new check is one file that makes a static member, and one line in its ``Group``. Everything that is said
/// of a check, on a terminal and in the documentation, is made from its value.
public struct Check: Sendable {
  /// The code of its diagnostics.
  public var code: Diagnostic.Code
  /// How much its findings weigh, unless a corpus settles otherwise.
  public var severity: Diagnostic.Severity
  /// What it looks for, and why.
  public var documentation: Documentation
  /// A corpus in which it finds something, and one in which it is quiet.
  public var examples: Examples
  /// Runs it: nothing is returned when nothing is wrong.
  public var run: @Sendable (Input) throws -> [Finding]

  /// Creates a check.
  ///
  /// - Parameters:
  ///   - code: The code of its findings.
  ///   - severity: How much they weigh.
  ///   - documentation: What it looks for, and why.
  ///   - examples: Corpora that the contract tests run.
  ///   - run: Finds what is wrong. Every finding has the check's code and severity.
  public init(
    _ code: Diagnostic.Code, severity: Diagnostic.Severity = .warning, documentation: Documentation,
    examples: Examples, run: @escaping @Sendable (Input) throws -> [Finding]
  ) {
    self.code = code
    self.severity = severity
    self.documentation = documentation
    self.examples = examples
    self.run = run
  }
}

extension Check: CustomStringConvertible {
  /// The check's code.
  public var description: String { code.rawValue }
}

extension Check {
  /// What a check says of one claim or study; code and severity are the check's own.
  public struct Remark: Sendable {
    /// What is wrong and why it matters, one sentence.
    public var message: String
    /// The place that must change.
    public var location: SourceLocation?
    /// Other places involved.
    public var notes: [Diagnostic.Note]
    /// What would settle it, one sentence.
    public var remedy: String?

    /// Creates a remark.
    public init(
      _ message: String, at location: SourceLocation?, notes: [Diagnostic.Note] = [], remedy: String? = nil
    ) {
      self.message = message
      self.location = location
      self.notes = notes
      self.remedy = remedy
    }
  }

  /// Creates a check that looks at one claim after the other.
  ///
  /// - Parameters:
  ///   - code: The code of its findings.
  ///   - severity: How much they weigh.
  ///   - documentation: What it looks for, and why.
  ///   - examples: Corpora that the contract tests run.
  ///   - check: Finds what is wrong with a claim; the whole input is there to compare with.
  public init(
    ofEachClaim code: Diagnostic.Code, severity: Diagnostic.Severity = .warning,
    documentation: Documentation, examples: Examples,
    _ check: @escaping @Sendable (CataloguedClaim, Input) -> [Remark]
  ) {
    self.init(code, severity: severity, documentation: documentation, examples: examples) { input in
      input.claims.flatMap { claim in
        check(claim, input).map { Finding($0.diagnostic(severity, code), claim: claim.claim.id) }
      }
    }
  }

  /// Creates a check that looks at one study after the other.
  ///
  /// - Parameters:
  ///   - code: The code of its findings.
  ///   - severity: How much they weigh.
  ///   - documentation: What it looks for, and why.
  ///   - examples: Corpora that the contract tests run.
  ///   - check: Finds what is wrong with a study; the whole input is there to compare with.
  public init(
    ofEachStudy code: Diagnostic.Code, severity: Diagnostic.Severity = .warning,
    documentation: Documentation, examples: Examples,
    _ check: @escaping @Sendable (CataloguedStudy, Input) -> [Remark]
  ) {
    self.init(code, severity: severity, documentation: documentation, examples: examples) { input in
      input.studies.flatMap { study in
        check(study, input).map { Finding($0.diagnostic(severity, code), study: study.study.id) }
      }
    }
  }

  /// Creates a check that looks at one synthesis after the other.
  ///
  /// - Parameters:
  ///   - code: The code of its findings.
  ///   - severity: How much they weigh.
  ///   - documentation: What it looks for, and why.
  ///   - examples: Corpora that the contract tests run.
  ///   - check: Finds what is wrong with a synthesis; the whole input is there to compare with.
  public init(
    ofEachSynthesis code: Diagnostic.Code, severity: Diagnostic.Severity = .warning,
    documentation: Documentation, examples: Examples,
    _ check: @escaping @Sendable (CataloguedSynthesis, Input) -> [Remark]
  ) {
    self.init(code, severity: severity, documentation: documentation, examples: examples) { input in
      input.syntheses.flatMap { entry in
        check(entry, input).map { Finding($0.diagnostic(severity, code), synthesis: entry.synthesis.id) }
      }
    }
  }

  /// Creates a check that looks at one review after the other.
  ///
  /// - Parameters:
  ///   - code: The code of its findings.
  ///   - severity: How much they weigh.
  ///   - documentation: What it looks for, and why.
  ///   - examples: Corpora that the contract tests run.
  ///   - check: Finds what is wrong with a review.
  public init(
    ofEachReview code: Diagnostic.Code, severity: Diagnostic.Severity = .warning,
    documentation: Documentation, examples: Examples,
    _ check: @escaping @Sendable (CataloguedReview) -> [Remark]
  ) {
    self.init(code, severity: severity, documentation: documentation, examples: examples) { input in
      input.reviews.flatMap { entry in
        check(entry).map { Finding($0.diagnostic(severity, code), review: entry.review.id) }
      }
    }
  }
}

extension Check.Remark {
  /// The remark as a diagnostic of a check.
  func diagnostic(_ severity: Diagnostic.Severity, _ code: Diagnostic.Code) -> Diagnostic {
    Diagnostic(severity, code, message, at: location, notes: notes, remedy: remedy)
  }
}
