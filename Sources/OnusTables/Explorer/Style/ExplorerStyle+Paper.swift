extension ExplorerStyle {
  /// Small screens and paper.
  static let paper = """
    @media (max-width: 40rem) {
      .claim { padding: 0.8rem 0.85rem; }
      .strip, .claim > .line, .body { padding-left: 0; }
      .alert { margin-left: 0; }
      #chips { flex-basis: 100%; }
      .facts { grid-template-columns: 1fr; gap: 0; }
      .facts dd { margin-bottom: 0.4rem; }
      .bears li { display: block; }
      .top nav a { padding: 0.6rem 0.7rem; }
    }
    @media print {
      :root {
        --ink: #000; --quiet: #333; --paper: #fff; --card: #fff; --ground: #fff; --band: #f0f0f0;
        --line: #999;
        --link: #000; --for: #000; --against: #000; --between: #000; --neutral: #000; --for-tint: #fff;
        --against-tint: #fff; --between-tint: #fff; --neutral-tint: #fff; --hover: #fff;
      }
      @page { size: A4; margin: 14mm; }
      body { font-size: 9.5pt; }
      .filter-box, .top nav, .tools, .step, .skip, .plain, .permalink a, summary { display: none !important; }
      #app { display: block; }
      main, .top { padding-left: 0; padding-right: 0; }
      .claim, .card { break-inside: auto; border-color: #999; }
      .claim h2, .marks, h3, h4 { break-after: avoid; }
      .card { break-inside: avoid; }
      .toggle { padding-left: 0; }
      .toggle::before { display: none; }
      .strip, .claim > .line, .body { padding-left: 0; }
      .grid { max-height: none; overflow: visible; border: 0; }
      .grid thead, .grid .corner, .grid tbody th { position: static; }
      .evidence { display: block; }
      .card { margin-bottom: 8pt; }
      .card.wide { break-inside: auto; }
      .pill span[aria-hidden] { display: none; }
      a { text-decoration: none; }
    }
    """
}
