extension Explorer {
  /// The drawings with a list that leads to them; nothing where there is none.
  var plotSection: [String] {
    guard !plots.isEmpty else { return [] }
    let entries = plots.enumerated().map { index, plot in
      "<li><a href=\"#view=plots&amp;plot=\(index + 1)\">\(plot.title.html)</a></li>"
    }
    let list = ["<nav class=\"contents\" aria-label=\"Plots\"><ul>"] + entries + ["</ul></nav>"]
    let figures = plots.enumerated().flatMap { index, plot in
      let name = "plot-\(index + 1)"
      let file = plot.address?.safeAddress.map { " <a href=\"\($0.html)\">As a file</a>" } ?? ""
      return [
        "<figure id=\"\(name)\">", "<figcaption><h2>\(plot.title.html)</h2>\(file)</figcaption>",
        "<div class=\"drawing\" role=\"region\" aria-label=\"\(plot.title.html)\" tabindex=\"0\">",
        plot.element(naming: name), "</div>", "</figure>",
      ]
    }
    // The outer element is a view among others; the inner one tells the script that there are plots.
    return ["<div id=\"view-plots\"><div id=\"plots\">"] + (plots.count > 1 ? list : []) + figures
      + ["</div></div>"]
  }
}

extension Explorer.Plot {
  /// The drawing's element alone, without what may only stand at the beginning of a file.
  ///
  /// Every drawing names its parts as if it were alone, so the names get the drawing's own in front of them.
  ///
  /// - Parameter name: The name of the drawing in the page.
  func element(naming name: String) -> String {
    guard let start = svg.firstRange(of: "<svg") else { return "" }
    return String(svg[start.lowerBound...])
      // The page has styles of its own for the text of drawings, and allows no others.
      .replacing(Drawing.style + "\n", with: "")
      .replacing(/\sid="([^"]*)"/) { " id=\"\(name)-\($0.1)\"" }
      .replacing(/\s(aria-labelledby|aria-describedby)="([^"]*)"/) { match in
        let names = match.2.split(separator: " ").map { "\(name)-\($0)" }
        return " \(match.1)=\"\(names.joined(separator: " "))\""
      }
      .replacing(/url\(#([^)]*)\)/) { "url(#\(name)-\($0.1))" }
      .replacing(/href="#([^"]*)"/) { "href=\"#\(name)-\($0.1)\"" }
  }
}
