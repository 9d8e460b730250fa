extension ExplorerScript {
  /// Puts it together: each change of what is asked for goes into the address and into the page.
  static let start = #"""
    const pageTitle = document.title;
    let found = {claims: [], studies: [], counts: {}};
    let settling = 0;

    /** Takes a change of the state; typing replaces the last address, a choice adds a step to go back to. */
    function change(part, isStep = true) {
      state = {...state, claim: "", ...part};
      update();
      clearTimeout(settling);
      if (isStep) writeState(true);
      else settling = setTimeout(() => writeState(false), 400);
    }

    function countText() {
      const isStudies = state.view === "studies";
      const [now, all] = isStudies ? [found.studies.length, data.studies.length]
        : [found.claims.length, data.claims.length];
      const words = isStudies ? plural(all, "study", "studies") : plural(all, "claim", "claims");
      return now === all ? words : now.toLocaleString("en") + " of " + words;
    }

    function showChips() {
      const active = activeFilters();
      const cross = el("span", {"aria-hidden": "true"}, " ×");
      const button = (label, part, name) => el("button", {type: "button", class: name, click: () => {
        change(part);
        find("main").focus({preventScroll: true});
      }}, label);
      find("chips").replaceChildren(...active.map(({label, change}) => el("li", {},
        button([unseen("Remove the filter "), label, cross.cloneNode(true)], change, "pill"))));
      if (active.length) {
        const none = emptyState();
        none.view = state.view;
        none.sort = state.sort;
        find("chips").append(el("li", {}, button("Clear all", none, "plain")));
      }
      find("filter-title").textContent = active.length ? "Filters (" + active.length + ")" : "Filters";
    }

    /** Shows the state: counts, what is asked for, and the view. */
    function update() {
      found = matchAll(state);
      for (const sync of syncs) sync();
      for (const count of counters) count(found.counts);
      find("count").textContent = countText();
      showChips();
      for (const view of views) {
        find("view-" + view).hidden = view !== state.view;
        const tab = find("tab-" + view);
        const same = {...state, claim: "", study: "", plot: "", view};
        tab.setAttribute("href", formatState(same));
        if (view === state.view) tab.setAttribute("aria-current", "page");
        else tab.removeAttribute("aria-current");
      }
      find("tools").hidden = state.view !== "claims";
      find("side").hidden = state.view === "plots";
      find("bar").hidden = state.view === "plots";
      find("app").classList.toggle("whole", state.view === "plots");
      find("pinned").replaceChildren();
      if (state.view === "claims") claimList.show(found.claims, 0);
      if (state.view === "matrix") showMatrix(found.claims, true);
      if (state.view === "studies") studyList.show(found.studies, 0);
      const empty = state.view === "studies" ? !found.studies.length : !found.claims.length;
      find("empty").hidden = !empty || state.view === "plots";
      document.title = state.view === "claims" ? pageTitle : upper(state.view) + " – " + pageTitle;
    }

    /** Follows the address: on arrival, and when somebody goes back or forth. */
    function arrive(isFirst) {
      const hash = location.hash || "#";
      if (!isFirst && hash === written) return;
      const before = state;
      state = parseState(hash);
      written = hash;
      const claim = data.claims[claimPlaces.get(state.claim)];
      if (before.claim && before.claim !== state.claim) opened.delete(claimPlaces.get(before.claim));
      const place = window.scrollY;
      update();
      if (claim && state.view === "claims") goTo(claim, found.claims);
      else if (state.claim) find("pinned").append(el("p", {class: "empty"}, "No claim: ", state.claim));
      else if (state.plot && find("plot-" + state.plot)) goToPlot(find("plot-" + state.plot));
      else if (!isFirst && before.view !== state.view) window.scrollTo(0, 0);
      else if (!isFirst) window.scrollTo(0, place);
    }

    function goToPlot(figure) {
      figure.querySelector(".drawing").focus({preventScroll: true});
      figure.scrollIntoView({block: "start"});
    }

    /** Links to a claim keep the filters; other links within the page are what they say. */
    function follow(event) {
      const anchor = event.target.closest ? event.target.closest("a[href^='#claim=']") : null;
      if (!anchor || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
      const claim = data.claims[claimPlaces.get(parseState(anchor.getAttribute("href")).claim)];
      if (!claim) return;
      event.preventDefault();
      if (state.view !== "claims" || state.study) {
        state = {...state, view: "claims", study: "", claim: claim.id};
        update();
      }
      state.claim = claim.id;
      goTo(claim, found.claims);
      writeState(true);
    }

    function start() {
      buildFilters();
      document.addEventListener("click", follow);
      find("filters").addEventListener("submit", (event) => event.preventDefault());
      find("skip").addEventListener("click", (event) => {
        event.preventDefault();
        find("main").focus();
      });
      const sort = find("sort");
      sort.addEventListener("change", () => change({sort: sort.value}));
      syncs.push(() => { sort.value = state.sort; });
      find("unfold").addEventListener("click", () => foldAll(true));
      find("fold").addEventListener("click", () => foldAll(false));
      find("matrix-more").addEventListener("click", () => {
        matrixShown += matrixRows;
        showMatrix(found.claims, false);
      });
      const wide = matchMedia("(min-width: 62rem)");
      const adapt = () => { find("filter-box").open = wide.matches; };
      wide.addEventListener("change", adapt);
      adapt();
      addEventListener("hashchange", () => arrive(false));
      addEventListener("beforeprint", () => {
        if (state.view === "claims") claimList.showAll(2000);
        if (state.view === "studies") studyList.showAll(2000);
      });
      find("app").hidden = false;
      find("views").hidden = false;
      arrive(true);
    }

    function foldAll(isOpen) {
      for (const claim of found.claims.slice(claimList.from, claimList.to)) {
        const card = find("claim-" + claim.place);
        if (card) unfold(card, claim, isOpen);
      }
      if (!isOpen) opened.clear();
    }

    start();
    """#
}
