extension ExplorerStyle {
  /// Claims at a glance: badge, statement, studies.
  static let claims = """
    .claim {
      background: var(--card); border: 1px solid var(--line); border-radius: 8px; padding: 0.9rem 1.1rem;
      margin: 0 0 0.7rem; overflow-wrap: anywhere;
    }
    .claim.open { border-color: #7b8591; }
    .claim h2 { font-size: 1.06rem; line-height: 1.35; margin: 0.4rem 0 0.25rem; font-weight: 600; }
    .marks { display: flex; flex-wrap: wrap; gap: 0.4rem 0.9rem; align-items: center; font-size: 0.84rem; }
    .badge {
      display: inline-flex; gap: 0.4em; align-items: center; padding: 0.14rem 0.6rem 0.14rem 0.45rem;
      border-radius: 1rem; font-weight: 600; font-size: 0.82rem; white-space: nowrap;
      border: 1px solid currentColor;
    }
    .badge.for { background: var(--for-tint); }
    .badge.against { background: var(--against-tint); }
    .badge.between { background: var(--between-tint); }
    .badge.neutral { background: var(--neutral-tint); }
    .for { color: var(--for); }
    .against { color: var(--against); }
    .between { color: var(--between); }
    .neutral { color: var(--neutral); }
    .stance { display: inline-flex; gap: 0.35em; align-items: center; font-weight: 600; }
    .tally { display: inline-flex; gap: 0.8rem; font-variant-numeric: tabular-nums; }
    .alert { display: inline-flex; gap: 0.35em; align-items: center; color: var(--quiet); margin-left: auto; }
    .toggle {
      display: block; position: relative; width: 100%; padding: 0 0 0 1.35rem; border: 0; background: none;
      font: inherit; color: inherit; text-align: left; cursor: pointer;
    }
    .toggle::before {
      content: ""; position: absolute; left: 0.15rem; top: 0.42em; width: 0.42em; height: 0.42em;
      border: solid var(--quiet); border-width: 0 2px 2px 0; transform: rotate(-45deg);
    }
    .toggle[aria-expanded="true"]::before { transform: rotate(45deg); }
    .toggle:hover { text-decoration: underline; }
    .toggle:focus-visible { outline: 2px solid var(--link); outline-offset: 3px; border-radius: 3px; }
    .line { margin: 0; color: var(--quiet); font-size: 0.86rem; }
    .claim > .line { padding-left: 1.35rem; }
    .claim.study > .line { padding-left: 0; }
    .line > span + span::before { content: " · "; }
    .strip {
      display: flex; flex-wrap: wrap; gap: 0.35rem; list-style: none; margin: 0.55rem 0 0;
      padding: 0 0 0 1.35rem;
    }
    .chip {
      font-size: 0.82rem; padding: 0.16rem 0.55rem; border: 1px solid var(--line); border-radius: 6px;
      background: var(--ground); color: var(--quiet);
    }
    .chip .stance { margin-right: 0.45em; vertical-align: -0.06em; }
    .chip.hit { border-color: var(--quiet); background: var(--hover); }
    .chip b { color: var(--ink); font-weight: 600; }
    .claim.open > .strip { display: none; }
    .nothing { font-style: italic; margin-top: 0.35rem; }
    .retracted { color: var(--against); font-weight: 600; }
    #pinned .claim { border-style: dashed; }
    .bears { list-style: none; margin: 0.6rem 0 0; padding: 0; font-size: 0.9rem; }
    .bears li { display: flex; gap: 0.5rem; align-items: baseline; margin: 0.2rem 0; }
    .bears .stance { min-width: 8.6rem; flex: none; font-size: 0.86rem; }
    """
}
