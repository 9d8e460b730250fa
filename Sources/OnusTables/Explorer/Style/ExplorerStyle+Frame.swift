extension ExplorerStyle {
  /// Page, head, views and the two columns.
  static let frame = """
    :root {
      --for-tint: #e8f4ec; --against-tint: #fbecea; --between-tint: #fbf3e0; --neutral-tint: #eef1f4;
      --card: #ffffff; --neutral: #4a525c; --ground: #f6f7f9;
    }
    @media (prefers-color-scheme: dark) {
      :root {
        --for-tint: #17301f; --against-tint: #3a1d1a; --between-tint: #33290f; --neutral-tint: #262c33;
        --card: #1a1e23; --neutral: #b6bfc9; --ground: #121518;
      }
    }
    html { scroll-padding-top: 1rem; }
    body { background: var(--ground); }
    [hidden] { display: none !important; }
    .sheet { position: absolute; }
    .quiet { color: var(--quiet); }
    .icon { width: 0.95em; height: 0.95em; flex: none; vertical-align: -0.1em; }
    .skip { position: absolute; left: -100rem; background: var(--paper); padding: 0.6rem 1rem; z-index: 5; }
    .skip:focus { left: 0.5rem; top: 0.5rem; }
    button, input, select { font: inherit; color: inherit; }
    button:focus-visible, input:focus-visible, select:focus-visible, summary:focus-visible,
    main:focus-visible {
      outline: 2px solid var(--link); outline-offset: 2px;
    }
    main { padding-top: 1.1rem; }
    main:focus-visible { outline-offset: -2px; }
    .top {
      display: flex; flex-wrap: wrap; gap: 0.5rem 2rem; align-items: flex-end; justify-content: space-between;
      padding: 1.1rem clamp(1rem, 3vw, 2.5rem) 0; background: var(--card);
      border-bottom: 1px solid var(--line);
    }
    .top h1 { margin: 0; }
    .top p { margin: 0.2rem 0 0.9rem; font-size: 0.9rem; max-width: 62rem; }
    .top strong { font-weight: 600; color: var(--ink); }
    .top ul { display: flex; gap: 0.25rem; list-style: none; margin: 0; padding: 0; }
    .top nav a {
      display: block; padding: 0.6rem 0.95rem; color: var(--quiet); text-decoration: none; font-weight: 600;
      border-bottom: 3px solid transparent;
    }
    .top nav a:hover { color: var(--ink); background: var(--hover); }
    .top nav a[aria-current] { color: var(--ink); border-bottom-color: var(--link); }
    .results { min-width: 0; }
    #app.whole .filter-box { display: none; }
    @media (min-width: 62rem) {
      #app { display: grid; grid-template-columns: 18rem minmax(0, 1fr); gap: 2rem; align-items: start; }
      #app.whole { display: block; }
      .filter-box {
        position: sticky; top: 0; max-height: 100vh; overflow: auto; padding: 0 0.5rem 1.5rem 3px;
      }
      .filter-box > summary { display: none; }
    }
    .bar { display: flex; flex-wrap: wrap; gap: 0.5rem 1rem; align-items: center; margin: 0 0 0.8rem; }
    #count { margin: 0; font-weight: 600; font-size: 1.05rem; font-variant-numeric: tabular-nums; }
    #chips { display: flex; flex-wrap: wrap; gap: 0.35rem; list-style: none; margin: 0; padding: 0; flex: 1; }
    .tools { display: flex; flex-wrap: wrap; gap: 0.4rem; align-items: center; font-size: 0.88rem; }
    .tools label { color: var(--quiet); }
    .tools button, .tools select, .step, .pill, .plain {
      border: 1px solid var(--line); border-radius: 6px; background: var(--card); padding: 0.3rem 0.65rem;
      cursor: pointer;
    }
    .tools button:hover, .step:hover, .pill:hover, .plain:hover { background: var(--hover); }
    .pill, .plain { font-size: 0.85rem; border-radius: 1rem; text-align: left; }
    .plain { border-color: transparent; background: none; color: var(--link); text-decoration: underline; }
    .step {
      display: block; width: 100%; margin: 0.6rem 0; padding: 0.7rem; color: var(--link); font-weight: 600;
    }
    .empty { padding: 2rem; text-align: center; color: var(--quiet); border: 1px dashed var(--line); }
    .list { list-style: none; margin: 0; padding: 0; }
    .contents ul { margin: 0 0 1.5rem; padding-left: 1.2rem; columns: 22rem; }
    figure { margin: 0 0 2.5rem; }
    figcaption h2 { font-size: 1.1rem; margin: 0 0 0.3rem; }
    .drawing {
      overflow: auto; margin-top: 0.5rem; border: 1px solid var(--line); background: #fff; color: #1b1f24;
    }
    .drawing svg { display: block; }
    .drawing text { unicode-bidi: isolate; }
    @media (min-width: 62rem) { .drawing svg { max-width: 100%; height: auto; } }
    """
}
