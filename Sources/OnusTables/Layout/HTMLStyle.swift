/// The style sheets of HTML pages.
enum HTMLStyle {
  /// Colours and type that every page shares; all text has a contrast of at least 4.5 to 1.
  static let base = """
    :root {
      --ink: #1b1f24; --quiet: #565e68; --paper: #ffffff; --band: #f3f5f7; --hover: #eaf1f8;
      --line: #d5dae0; --rule: #1b1f24; --link: #0b5394;
      --for: #1a6b37; --against: #a8261c; --between: #7a5200;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --ink: #e6e9ed; --quiet: #a6afba; --paper: #14171b; --band: #1d2126; --hover: #232c36;
        --line: #343b44; --rule: #8b95a1; --link: #86bdf3;
        --for: #7fd39c; --against: #ff9d92; --between: #e6bd6b;
      }
    }
    * { box-sizing: border-box; }
    body {
      margin: 0; background: var(--paper); color: var(--ink);
      font: 15px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
    }
    main { padding: 1.5rem clamp(1rem, 3vw, 2.5rem) 3rem; }
    h1 { font-size: 1.45rem; line-height: 1.25; margin: 0 0 1rem; max-width: 60rem; }
    a { color: var(--link); }
    a:focus-visible, [tabindex]:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; }
    :target { background: var(--hover); }
    .unseen {
      position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%);
      white-space: nowrap;
    }
    sup { line-height: 0; font-size: 0.75em; }
    """

  /// What a page adds whose table has too many columns for A4 paper.
  static let widePaper = "@media print { @page { size: A3 landscape; margin: 12mm; } }"

  /// What a page with a table adds.
  static let table = """
    .scroll {
      position: relative; overflow: auto; max-height: calc(100vh - 3rem); border-bottom: 2px solid var(--rule);
    }
    table { border-collapse: separate; border-spacing: 0; width: 100%; font-size: 0.88rem; table-layout: fixed; }
    th, td {
      padding: 0.45rem 0.65rem; text-align: left; vertical-align: top; overflow-wrap: break-word;
      border-bottom: 1px solid var(--line); background: var(--paper);
    }
    thead { position: sticky; top: 0; z-index: 2; }
    thead th {
      vertical-align: bottom; font-weight: 600; line-height: 1.3; border-bottom: 0;
    }
    thead tr:first-child th { border-top: 2px solid var(--rule); }
    thead tr:last-child th, thead th.tall { border-bottom: 1px solid var(--rule); }
    thead th.span { border-bottom: 1px solid var(--line); }
    thead .detail { display: block; font-weight: 400; font-size: 0.92em; color: var(--quiet); }
    tbody th { font-weight: 600; }
    tr.group th { background: var(--band); font-weight: 600; padding-top: 0.45rem; padding-bottom: 0.45rem; }
    tr.group span { position: sticky; left: 0.75rem; display: inline-block; max-width: min(70rem, 88vw); }
    tbody tr:not(.group):hover > * { background: var(--hover); }
    .number { text-align: right; font-variant-numeric: tabular-nums; }
    td.number { white-space: nowrap; }
    .line { display: block; }
    .line + .line { margin-top: 0.3rem; }
    .stay { position: sticky; top: 4.5rem; }
    .quiet { color: var(--quiet); }
    .sign { font-weight: 600; }
    .circles { white-space: nowrap; }
    .about { max-width: 60rem; margin-bottom: 1rem; }
    .about p { margin: 0 0 0.2rem; }
    .for { color: var(--for); }
    .against { color: var(--against); }
    .between { color: var(--between); }
    .foot { max-width: 60rem; margin-top: 1rem; font-size: 0.87rem; color: var(--quiet); }
    .foot p { margin: 0 0 0.4rem; }
    .foot ol { list-style: none; margin: 0 0 0.6rem; padding: 0; }
    .foot li { padding-left: 1.4rem; text-indent: -1.4rem; margin-bottom: 0.25rem; }
    .foot .mark { display: inline-block; min-width: 1.4rem; text-indent: 0; font-weight: 600; }
    @media (min-width: 48rem) {
      .pinned { position: sticky; left: 0; z-index: 1; box-shadow: 1px 0 0 var(--line); }
    }
    @media print {
      :root {
        --ink: #000; --quiet: #333; --paper: #fff; --band: #f0f0f0; --line: #aaa; --rule: #000;
        --link: #000; --for: #000; --against: #000; --between: #000;
      }
      @page { size: A4 landscape; margin: 12mm; }
      main { padding: 0; }
      .scroll { overflow: visible; max-height: none; }
      table { min-width: 0 !important; font-size: 8pt; table-layout: auto; }
      col { width: auto !important; }
      thead { display: table-header-group; position: static; }
      th, td { padding: 3pt 5pt; position: static !important; }
      .stay { position: static; }
      tr { break-inside: avoid; }
      tr.group { break-after: avoid; }
      a { text-decoration: none; }
    }
    """
}
