import Foundation
import OnusModel
import Testing

struct JSONValueTests {
  @Test func membersKeepTheirOrderAndNilIsLeftOut() {
    let value: JSONValue = ["b": 1, "a": "x", "none": nil, "list": .array([true, .null])]
    #expect(value.compact == #"{"b":1,"a":"x","list":[true,null]}"#)
  }

  @Test func prettyFormIsIndented() {
    let value: JSONValue = ["a": .array([1, 2]), "b": .object([]), "c": .array([])]
    #expect(
      value.pretty == """
        {
          "a": [
            1,
            2
          ],
          "b": {},
          "c": []
        }
        """)
  }

  @Test func hostileTextSurvivesAnotherParser() throws {
    let text = "\"\\/\n\r\t\u{0}\u{1F}\u{2028}\u{2029} é 👩‍⚕️ <script>"
    let object = try JSONSerialization.jsonObject(with: Data(JSONValue.array([.string(text)]).compact.utf8))
    #expect(object as? [String] == [text])
  }

  @Test func numbersAreWrittenAsTheShortestText() {
    #expect(JSONValue.array([.number(0.1), .number(3), .number(.infinity)]).compact == "[0.1,3,null]")
  }
}
