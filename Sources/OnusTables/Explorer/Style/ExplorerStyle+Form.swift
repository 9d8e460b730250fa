extension ExplorerStyle {
  /// Filters: fields, choices and the lists that fields offer.
  static let form = """
    .filter-box > summary {
      font-weight: 600; padding: 0.6rem 0.9rem; border: 1px solid var(--line); border-radius: 6px;
      background: var(--card); cursor: pointer; margin-bottom: 0.8rem;
    }
    .field { position: relative; margin: 0 0 0.7rem; }
    .field label { display: block; font-size: 0.84rem; font-weight: 600; margin-bottom: 0.2rem; }
    .field input, .field select {
      width: 100%; padding: 0.42rem 0.6rem; border: 1px solid #7b8591; border-radius: 6px;
      background: var(--card);
    }
    .field input::placeholder { color: var(--quiet); opacity: 1; }
    .pair { display: grid; grid-template-columns: 1fr 1fr; gap: 0.6rem; }
    .flags { margin: -0.3rem 0 0.7rem; }
    .group { border-top: 1px solid var(--line); padding: 0.55rem 0; }
    .group > summary { font-weight: 600; font-size: 0.9rem; cursor: pointer; padding: 0.15rem 0; }
    .group > div { padding-top: 0.35rem; }
    .family p { margin: 0.35rem 0 0.1rem; font-size: 0.8rem; }
    .option {
      display: flex; gap: 0.5rem; align-items: center; padding: 0.17rem 0.2rem; font-size: 0.9rem;
      cursor: pointer;
      border-radius: 4px; line-height: 1.3;
    }
    .option:hover { background: var(--hover); }
    .option input { flex: none; width: 1rem; height: 1rem; margin: 0; accent-color: var(--link); }
    .option .name { flex: 1; min-width: 0; overflow-wrap: anywhere; }
    .option .icon { margin-right: 0.4em; color: var(--quiet); }
    .option.zero { color: var(--quiet); }
    .count { color: var(--quiet); font-variant-numeric: tabular-nums; font-size: 0.84rem; }
    .combo [role="listbox"] {
      position: absolute; z-index: 4; left: 0; right: 0; top: 100%; max-height: 19rem; overflow: auto;
      margin: 2px 0 0;
      padding: 0.25rem; list-style: none; background: var(--card); border: 1px solid #7b8591;
      border-radius: 6px;
      box-shadow: 0 6px 20px rgba(0, 0, 0, 0.18);
    }
    .combo [role="option"] {
      display: flex; gap: 0.6rem; justify-content: space-between; padding: 0.32rem 0.5rem; border-radius: 4px;
      font-size: 0.9rem; cursor: pointer;
    }
    .combo [role="option"]:hover { background: var(--hover); }
    .combo [aria-selected="true"] { background: var(--link); color: var(--paper); }
    .combo [aria-selected="true"] .count, .combo [aria-selected="true"] i { color: inherit; }
    .combo i { color: var(--quiet); font-size: 0.88em; }
    """
}
