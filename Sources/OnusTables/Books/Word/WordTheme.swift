/// The theme part, which strict readers want in every document: plain colours, one font, no effects.
enum WordTheme {
  static var part: String {
    let names = [
      ("dk1", "000000"), ("lt1", "FFFFFF"), ("dk2", "1B1F24"), ("lt2", "F0F2F5"), ("accent1", "0B5394"),
      ("accent2", "A8261C"), ("accent3", "1A6B37"), ("accent4", "7A5200"), ("accent5", "565E68"),
      ("accent6", "5B3A8C"), ("hlink", "0B5394"), ("folHlink", "5B3A8C"),
    ]
    let colours = names.map { "<a:\($0.0)><a:srgbClr val=\"\($0.1)\"/></a:\($0.0)>" }.joined()
    let font = "<a:latin typeface=\"Arial\"/><a:ea typeface=\"\"/><a:cs typeface=\"\"/>"
    let fill = "<a:solidFill><a:schemeClr val=\"phClr\"/></a:solidFill>"
    let line = "<a:ln w=\"6350\">\(fill)</a:ln>"
    let effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    func thrice(_ element: String) -> String { String(repeating: element, count: 3) }
    return WordParts.declaration
      + "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"Evidence\">"
      + "<a:themeElements><a:clrScheme name=\"Evidence\">\(colours)</a:clrScheme>"
      + "<a:fontScheme name=\"Evidence\"><a:majorFont>\(font)</a:majorFont><a:minorFont>\(font)</a:minorFont>"
      + "</a:fontScheme><a:fmtScheme name=\"Evidence\"><a:fillStyleLst>\(thrice(fill))</a:fillStyleLst>"
      + "<a:lnStyleLst>\(thrice(line))</a:lnStyleLst><a:effectStyleLst>\(thrice(effect))</a:effectStyleLst>"
      + "<a:bgFillStyleLst>\(thrice(fill))</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>\n"
  }
}
