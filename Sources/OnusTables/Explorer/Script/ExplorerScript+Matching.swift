extension ExplorerScript {
  /// Finds the claims and studies that fit, and how many each further choice would leave, in one pass.
  static let matching = #"""
    /** Every word must begin some word of the claim, of its terms, of its studies or of its sources. */
    function textTest(query) {
      const words = fold(query).trim().split(" ").filter(Boolean);
      if (!words.length) return null;
      return words.map((word) => {
        const start = " " + word;
        const hits = (kind) => Uint8Array.from(texts[kind], (text) => text.includes(start) ? 1 : 0);
        const own = texts.claims;
        const [studies, sources, conditions, interventions] =
          ["studies", "sources", "conditions", "interventions"].map(hits);
        return {
          claim: (claim) => own[claim.place].includes(start)
            || claim.conditions.some((place) => conditions[place])
            || claim.interventions.some((place) => interventions[place])
            || claim.made.some(([place]) => sources[place])
            || claim.links.some((link) => studies[link.study]),
          study: (study, place) => studies[place] === 1
            || (study.conditions || []).some((place) => conditions[place])
            || (study.interventions || []).some((place) => interventions[place]),
        };
      });
    }

    function termTest(kind, id, allowNarrower, allowBroader) {
      const place = id ? data[kind].findIndex((term) => term.id === id) : -1;
      if (place < 0) return id ? () => false : null;
      const marks = relations(kind, place);
      const allowed = [false, true, allowNarrower, allowBroader];
      return (places) => (places || []).some((place) => allowed[marks[place]]);
    }

    const within = (value, from, to) => (from === null && to === null)
      || (value !== undefined && (from === null || value >= from) && (to === null || value <= to));

    /** Which of stance, design, size and duration a link does not meet, as bits. */
    function studyFailures(study, state) {
      return (state.design.size && !state.design.has(study.design) ? 2 : 0)
        | (within(study.n, state["people-from"], state["people-to"]) ? 0 : 4)
        | (within(study.days, state["days-from"], state["days-to"]) ? 0 : 8)
        | (state.study && study.id !== state.study ? 16 : 0);
    }

    const fitsLink = (link, state) => (!state.stance.size || state.stance.has(link.stance))
      && studyFailures(data.studies[link.study], state) === 0;

    function matchAll(state) {
      const text = textTest(state.q);
      const condition = termTest("conditions", state.condition, state.narrower, state.broader);
      const intervention = termTest("interventions", state.intervention, state.narrower, state.broader);
      const failures = data.studies.map((study) => studyFailures(study, state));
      const needsLink = hasLinkFilter(state);
      const counts = {};
      for (const key of lists) counts[key] = new Map();
      const add = (key, value) => counts[key].set(value, (counts[key].get(value) || 0) + 1);
      const claims = [];
      for (const claim of data.claims) {
        if (text && !text.every((word) => word.claim(claim))) continue;
        if (condition && !condition(claim.conditions)) continue;
        if (intervention && !intervention(claim.interventions)) continue;
        const codes = new Set(claim.findings.length ? claim.findings.map((finding) => finding[1]) : ["none"]);
        const failed = (state.standing.size && !state.standing.has(claim.standing || "none") ? 1 : 0)
          | (state.finding.size && ![...codes].some((code) => state.finding.has(code)) ? 2 : 0)
          | (state.kind.size && !state.kind.has(claim.kind) ? 4 : 0);
        let fits = !needsLink;
        const stancesLeft = new Set();
        const designsLeft = new Set();
        for (const link of claim.links) {
          const study = data.studies[link.study];
          const bits = failures[link.study] | (state.stance.size && !state.stance.has(link.stance) ? 1 : 0);
          if (bits === 0) fits = true;
          if ((bits & ~1) === 0) stancesLeft.add(link.stance);
          if ((bits & ~2) === 0) designsLeft.add(study.design);
        }
        if (!claim.links.length) {
          const onlyStance = !state.design.size && !state.study
            && numbers.every((key) => state[key] === null);
          if (onlyStance) stancesLeft.add("none");
          if (needsLink && onlyStance && state.stance.has("none")) fits = true;
        }
        if (failed === 0) {
          for (const stance of stancesLeft) add("stance", stance);
          for (const design of designsLeft) add("design", design);
        }
        if (!fits) continue;
        if ((failed & ~1) === 0) add("standing", claim.standing || "none");
        if ((failed & ~2) === 0) for (const code of codes) add("finding", code);
        if ((failed & ~4) === 0) add("kind", claim.kind);
        if (failed === 0) claims.push(claim);
      }
      const asksOfClaims = ["standing", "stance", "finding", "kind"].some((key) => state[key].size);
      const bearing = new Set();
      for (const link of asksOfClaims ? claims.flatMap((claim) => claim.links) : []) {
        if (!state.stance.size || state.stance.has(link.stance)) bearing.add(link.study);
      }
      const studies = data.studies.filter((study, place) => failures[place] === 0
        && (!asksOfClaims || bearing.has(place))
        && (!text || text.every((word) => word.study(study, place)))
        && (!condition || condition(study.conditions))
        && (!intervention || intervention(study.interventions)));
      return {claims: sorted(claims, state.sort), studies, counts};
    }

    const most = (claim, key) =>
      Math.max(-1, ...claim.links.map((link) => data.studies[link.study][key] || 0));
    const orders = {
      "": null,
      standing: (() => {
        const order = Object.keys(standings);
        return (claim) => order.indexOf(claim.standing);
      })(),
      evidence: (claim) => -claim.links.length,
      people: (claim) => -most(claim, "n"),
      newest: (claim) => -most(claim, "year"),
      findings: (claim) => -claim.findings.filter((finding) => finding[0] !== "note").length,
    };

    function sorted(claims, order) {
      const key = orders[order];
      if (!key) return claims;
      return claims.map((claim) => [key(claim), claim]).sort((left, right) => left[0] - right[0])
        .map((pair) => pair[1]);
    }
    """#
}
