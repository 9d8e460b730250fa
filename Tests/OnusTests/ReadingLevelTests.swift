import Foundation
import Onus
import OnusTables
import Testing

/// Summaries are for people who are ill as well: plain language guides ask for about the eighth grade of school.
///
/// The grade is that of Kincaid JP et al. 1975, Derivation of New Readability Formulas, Naval Technical Training Command
/// research report 8-75, page 14: 0.39 words per sentence, and 11.8 syllables per word, less 15.59.
struct ReadingLevelTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent().path + "/../.."
  private static let corpus = root + "/Corpus"
  private static let summaries = root + "/Exports/summaries"

  /// Groups of vowels, without the silent e at the end; a number is read as one word of two syllables.
  private func syllables(_ word: Substring) -> Int {
    if word.allSatisfy(\.isNumber) { return 2 }
    var count = 0
    var wasVowel = false
    for letter in word.lowercased() {
      let isVowel = "aeiouy".contains(letter)
      if isVowel, !wasVowel { count += 1 }
      wasVowel = isVowel
    }
    if word.lowercased().hasSuffix("e"), !word.lowercased().hasSuffix("le"), count > 1 { count -= 1 }
    return max(1, count)
  }

  private func grade(of sentences: [String]) -> Double {
    let parts = sentences.flatMap { $0.split(separator: /[.;?!](\s|$)/) }.map { part in
      part.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "’" }
    }.filter { $0.count > 1 }
    let words = parts.flatMap(\.self)
    let perSentence = Double(words.count) / Double(parts.count)
    let perWord = Double(words.map(syllables).reduce(0, +)) / Double(words.count)
    return 0.39 * perSentence + 11.8 * perWord - 15.59
  }

  @Test func theFormulaGivesGradesThatCanBeCheckedByHand() {
    // Six words of one syllable each: 0.39 × 6 + 11.8 − 15.59.
    #expect(abs(grade(of: ["The cat sat on the mat."]) - -1.45) < 1e-9)
    // Four words with eight syllables: 0.39 × 4 + 11.8 × 2 − 15.59.
    #expect(abs(grade(of: ["Animals eat ripe bananas."]) - 9.57) < 1e-9)
  }

  @Test func summariesOfTheCorpusAreNearTheEighthGrade() throws {
    let corpus = try Corpus(path: Self.corpus)
    let conditions = try FileManager.default.contentsOfDirectory(atPath: Self.summaries)
      .filter { $0.hasSuffix(".txt") }.sorted().map { String($0.dropLast(4).replacing("-", with: " ")) }
    var grades: [(name: String, grade: Double)] = []
    for condition in conditions {
      guard let summary = try? corpus.summary(of: condition) else { continue }
      let sentences = summary.sections.flatMap(\.blocks).flatMap { block in
        switch block {
        case .paragraph(let sentences): sentences
        case .bullets(let points): points.flatMap { $0 }
        }
      }
      grades.append((condition, grade(of: sentences.map(\.text))))
    }
    #expect(grades.count > 8)
    let sorted = grades.map(\.grade).sorted()
    #expect(sorted[sorted.count / 2] < 8, "\(grades)")
    #expect((sorted.last ?? 0) < 9, "\(grades)")
    #expect((grades.first { $0.name == "multiple sclerosis" }?.grade ?? 99) < 8.5, "\(grades)")
  }
}
