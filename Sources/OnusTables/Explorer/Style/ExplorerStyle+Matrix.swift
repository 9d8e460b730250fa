extension ExplorerStyle {
  /// The matrix: heads that stay in view, names on end.
  static let matrix = """
    .legend { display: flex; flex-wrap: wrap; gap: 0.3rem 1.2rem; margin: 0 0 0.6rem; font-size: 0.88rem; }
    .grid {
      position: relative; overflow: auto; max-height: calc(100vh - 2rem); border: 1px solid var(--line);
      background: var(--card);
    }
    .grid table { border-collapse: separate; border-spacing: 0; font-size: 0.86rem; }
    .grid th, .grid td { background: var(--card); border-bottom: 1px solid var(--line); }
    .grid thead { position: sticky; top: 0; z-index: 2; }
    .grid .family {
      padding: 0.3rem 0.2rem; font-size: 0.76rem; line-height: 1.2; color: var(--quiet); text-align: left;
      border-left: 1px solid var(--line); vertical-align: bottom; overflow-wrap: anywhere;
    }
    .grid .family span { position: sticky; left: 18rem; display: inline-block; }
    .grid .study {
      height: 11.5rem; vertical-align: bottom; padding: 0.4rem 0; font-weight: 600; width: 2.9rem;
    }
    .grid .study div {
      writing-mode: vertical-rl; text-orientation: sideways; transform: rotate(180deg); white-space: nowrap; max-height: 11rem;
      text-align: left; line-height: 1.25; margin: 0 auto;
    }
    .grid .study div > * { display: block; max-height: 11rem; overflow: hidden; text-overflow: ellipsis; }
    .grid .study .quiet { font-weight: 400; font-size: 0.9em; }
    .grid .corner, .grid tbody th { position: sticky; left: 0; z-index: 1; text-align: left; }
    .grid .corner { vertical-align: bottom; padding: 0.5rem 0.8rem; }
    .grid tbody th {
      min-width: 17.5rem; width: 17.5rem; max-width: 17.5rem; padding: 0.5rem 0.8rem; font-weight: 400;
      line-height: 1.35;
      overflow-wrap: anywhere;
      border-right: 1px solid var(--line);
    }
    .grid tbody th a { color: var(--ink); text-decoration: none; display: block; margin-top: 0.25rem; }
    .grid tbody th a:hover { text-decoration: underline; }
    .grid td { text-align: center; min-width: 2.9rem; border-right: 1px solid var(--band); font-size: 1rem; }
    .grid tbody tr:hover > * { background: var(--hover); }
    @media (max-width: 48rem) {
      .grid .family span { left: 11.5rem; }
      .grid tbody th { min-width: 11rem; width: 11rem; max-width: 11rem; padding: 0.4rem 0.5rem; }
    }
    """
}
