extension ExplorerStyle {
  /// Evidence unfolded: one card a study, with its figures first.
  static let evidence = """
    .body { margin: 0.8rem 0 0; padding: 0.2rem 0 0 1.35rem; }
    .body h3 { font-size: 0.95rem; margin: 1.1rem 0 0.5rem; }
    .body p { margin: 0 0 0.5rem; }
    .why { border-left: 3px solid var(--line); padding-left: 0.8rem; font-size: 0.93rem; max-width: 56rem; }
    .evidence {
      display: grid; grid-template-columns: repeat(auto-fill, minmax(min(100%, 23rem), 1fr)); gap: 0.8rem;
    }
    .card {
      border: 1px solid var(--line); border-top: 3px solid currentColor; border-radius: 6px;
      padding: 0.7rem 0.9rem 0.8rem; background: var(--paper); min-width: 0;
    }
    .card.wide { grid-column: 1 / -1; }
    .card > * { color: var(--ink); }
    .card > .bearing { display: flex; gap: 0.6rem; justify-content: space-between; margin: 0 0 0.3rem; }
    .tag {
      font-size: 0.8rem; color: var(--quiet); border: 1px solid var(--line); border-radius: 4px;
      padding: 0 0.4rem;
    }
    .card h4 { margin: 0; font-size: 1rem; }
    .glance {
      display: grid; grid-template-columns: repeat(auto-fit, minmax(7.4rem, 1fr)); gap: 0.5rem 0.9rem;
      margin: 0.5rem 0; padding: 0.5rem 0; border: solid var(--line); border-width: 1px 0; font-size: 0.92rem;
    }
    .glance dt { font-size: 0.77rem; color: var(--quiet); }
    .glance dd {
      margin: 0; font-weight: 600; line-height: 1.3; overflow-wrap: anywhere;
      font-variant-numeric: tabular-nums;
    }
    .says { font-size: 0.93rem; max-width: 60rem; }
    blockquote {
      margin: 0 0 0.6rem; padding-left: 0.7rem; border-left: 2px solid var(--line); font-size: 0.9rem;
      font-style: italic; color: var(--quiet);
    }
    .outcomes { list-style: none; margin: 0 0 0.6rem; padding: 0; font-size: 0.89rem; }
    .outcomes li { padding: 0.4rem 0; border-top: 1px solid var(--line); }
    .outcomes li > span { display: block; }
    .outcomes .outcome { display: inline; font-weight: 600; margin-right: 0.7em; }
    .outcomes .direction { display: inline-flex; gap: 0.3em; align-items: center; color: var(--quiet); }
    .outcomes .figures { font-variant-numeric: tabular-nums; font-weight: 600; }
    .card summary, .study summary {
      cursor: pointer; color: var(--link); font-size: 0.9rem; padding: 0.2rem 0;
    }
    .more { padding-top: 0.5rem; font-size: 0.9rem; }
    .more h3, .more h5 { margin: 0.8rem 0 0.3rem; font-size: 0.9rem; }
    .facts {
      display: grid; grid-template-columns: minmax(6rem, max-content) 1fr; gap: 0.25rem 0.9rem; margin: 0;
    }
    .facts dt { color: var(--quiet); }
    .facts dd { margin: 0; overflow-wrap: anywhere; }
    .part ul { margin: 0; padding-left: 1.1rem; font-size: 0.92rem; list-style: disc; max-width: 60rem; }
    .part li { margin: 0.25rem 0; overflow-wrap: anywhere; }
    .part.findings ul { list-style: none; padding: 0; }
    code { font-size: 0.82rem; color: var(--quiet); }
    .permalink { margin-top: 1rem !important; font-size: 0.86rem; }
    """
}
