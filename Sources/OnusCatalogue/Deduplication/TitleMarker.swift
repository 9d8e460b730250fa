/// A remark that a database puts in brackets behind a title.
enum TitleAddition {
  /// Something that says nothing of the work: "Review", "45 refs", "Chinese", "Erratum appears in …".
  case remark
  /// The record is of an abstract.
  case abstract
  /// The Web of Science's mark of a correction: "(vol 12, pg 345, 2010)".
  case correction

  init?(_ text: FoldedText) {
    let words = (0..<text.count).map { String(decoding: text.word($0), as: UTF8.self) }
    guard let first = words.first else {
      self = .remark
      return
    }
    let spaced = words.joined(separator: " ")
    if first == "vol", words.count > 2, words[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      self = .correction
    } else if Self.abstracts.contains(spaced) {
      self = .abstract
    } else if Self.remarks.contains(spaced)
      || Self.starts.contains(where: { spaced.hasPrefix($0) })
      || words.allSatisfy({ Self.languages.contains($0) || $0 == "and" })
      || words.count == 2 && ["refs", "references", "ref"].contains(words[1])
    {
      self = .remark
    } else {
      return nil
    }
  }

  private static let abstracts: Set = [
    "abstract", "conference abstract", "meeting abstract", "poster", "abstracts",
  ]
  private static let remarks: Set = [
    "review", "reviews", "corrected", "letter", "editorial", "comment", "commentary", "news", "retracted",
    "retracted article", "withdrawn", "provisional abstract", "structured abstract", "brief record",
    "record supplied by publisher", "proceedings", "proceeding", "authors transl", "transl", "article",
    "electronic resource", "original article", "original", "proceeding paper", "see comments", "see comment",
    "in process citation", "clinical trial", "case reports", "biography", "interview", "note",
    "summary for patients", "letter to editor", "full text", "online",
  ]
  private static let starts = [
    "erratum appears", "published erratum appears", "comment in", "comments in", "erratum in",
    "retraction in", "retracted by", "see comment", "summary for patients", "update of", "update in",
    "republished", "corrected and republished", "article in", "in ", "reprint of",
  ]
  private static let languages: Set = [
    "english", "german", "french", "spanish", "italian", "portuguese", "dutch", "danish", "swedish",
    "norwegian", "finnish", "russian", "ukrainian", "polish", "czech", "slovak", "hungarian", "romanian",
    "bulgarian", "serbian", "croatian", "slovenian", "greek", "turkish", "hebrew", "arabic", "persian",
    "chinese", "japanese", "korean", "thai", "vietnamese", "lithuanian", "latvian", "estonian", "catalan",
    "icelandic", "farsi", "indonesian", "macedonian", "bosnian", "afrikaans", "serbocroatian",
  ]
}

/// Words at the ends of a title that say what became of the work, or that this is a text about it.
enum TitleMarker {
  /// How many words in front say only what became of the work: "RETRACTED: …", "WITHDRAWN: …".
  static func standing(of text: FoldedText) -> Int? {
    standings.first { words in
      text.count > words.count && starts(text, with: words)
        && text.breaks.contains(text.ends[words.count - 1])
    }?.count
  }

  /// Which notice or comment the title announces, and the words of the title that it is about.
  static func notice(of text: FoldedText) -> (FoldedTitle.Notice, Range<Int>)? {
    for marker in markers {
      let count = marker.words.count
      guard text.count >= count else { continue }
      if starts(text, with: marker.words) {
        let isBroken = text.count == count || text.breaks.contains(text.ends[count - 1])
        if isBroken || marker.isEnough {
          return (marker.notice, text.count == count ? 0..<count : count..<text.count)
        }
      }
      let end = text.count - count
      if end > 0, text.breaks.contains(text.ends[end - 1]), ends(text, with: marker.words) {
        return (marker.notice, 0..<end)
      }
    }
    return nil
  }

  private static func starts(_ text: FoldedText, with words: [[UInt8]]) -> Bool {
    words.indices.allSatisfy { text.word($0).elementsEqual(words[$0]) }
  }

  private static func ends(_ text: FoldedText, with words: [[UInt8]]) -> Bool {
    let start = text.count - words.count
    return words.indices.allSatisfy { text.word(start + $0).elementsEqual(words[$0]) }
  }

  private struct Marker {
    var notice: FoldedTitle.Notice
    var words: [[UInt8]]
    /// Whether the words tell without a colon behind them; "Correction of anaemia" is no notice.
    var isEnough: Bool
  }

  private static func split(_ text: String) -> [[UInt8]] { text.split(separator: " ").map { Array($0.utf8) } }

  private static let standings = [
    "retracted", "retracted article", "withdrawn", "removed", "temporary removal", "retracted chapter",
    "withdrawn article", "partial retraction",
  ].map(split)

  /// The longest come first; an asterisk marks words that tell on their own.
  private static let markers: [Marker] = {
    let texts: [(FoldedTitle.Notice, [String])] = [
      (
        .correction,
        [
          "*erratum to", "*erratum for", "*erratum regarding", "*erratum", "*errata", "*corrigendum to",
          "*corrigendum",
          "*corrigenda", "*author correction", "*publisher correction", "*correction to", "correction",
          "corrections", "*addendum to", "addendum", "*publishers erratum", "*publishers note",
          "correction notice",
        ]
      ),
      (
        .retraction,
        [
          "*retraction notice to", "*retraction notice", "*notice of retraction", "*retraction note to",
          "*retraction note", "*retraction to", "*retraction of", "retraction", "*statement of retraction",
          "*withdrawal notice", "*removal notice", "retraction statement",
        ]
      ),
      (
        .concern,
        ["*editorial expression of concern", "*expression of concern", "*notice of concern"]
      ),
      (
        .comment,
        [
          "re", "*reply to", "reply", "*response to letter", "response to", "response", "*in reply to",
          "in reply", "in response", "*authors reply", "*author reply", "*the authors reply",
          "*authors response", "*author response", "*comment on", "*comments on", "comment", "a comment",
          "*commentary on", "commentary", "a commentary", "*letter regarding", "letter",
          "letter to the editor",
          "*reply from the authors", "rebuttal", "*invited commentary", "*invited comment",
          "*editorial comment",
          "*editorial commentary", "discussion", "*letter to the editor regarding", "*reply letter",
          "editorial",
        ]
      ),
    ]
    let all = texts.flatMap { notice, texts in
      texts.map { text in
        let isEnough = text.hasPrefix("*")
        return Marker(
          notice: notice, words: split(String(isEnough ? text.dropFirst() : text[...])), isEnough: isEnough)
      }
    }
    return all.enumerated().sorted {
      ($1.element.words.count, $0.offset) < ($0.element.words.count, $1.offset)
    }
    .map(\.element)
  }()
}
