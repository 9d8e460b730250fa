extension ExplorerScript {
  /// A study's card under a claim, and all that is known of a study.
  static let evidence = #"""
    /** Design, people, duration and comparator as labelled figures. */
    function glance(study) {
      const lasted = study.durationOf ? "Lasted (" + study.durationOf + ")" : "Lasted";
      const counted = study.stage ? "People (" + study.stage + ")" : "People";
      const rows = [["Design", study.designText], [counted, people(study) || "–"],
        [lasted, study.duration || "–"], ["Compared with", study.comparator || "–"]];
      return el("dl", {class: "glance"},
        rows.map(([label, value]) => el("div", {}, el("dt", {}, label), el("dd", {}, value === "–"
          ? [el("span", {"aria-hidden": "true"}, "–"), unseen("not recorded")] : value))));
    }

    const cardLimit = 24;

    /** The cards of a claim; of very many the first ones, and the others when somebody asks for them. */
    function evidenceCards(links) {
      const cards = el("div", {class: "evidence"}, links.slice(0, cardLimit).map(evidenceCard));
      if (links.length <= cardLimit) return cards;
      const rest = links.slice(cardLimit);
      const button = el("button", {type: "button", class: "step", click: () => {
        const added = rest.map(evidenceCard);
        button.remove();
        cards.append(...added);
        added[0].querySelector("a").focus();
      }}, "Show " + plural(rest.length, "more study", "more studies"));
      return [cards, button];
    }

    function evidenceCard(link) {
      const study = data.studies[link.study];
      const result = (study.results || []).find((result) => result.id === link.result);
      const tone = (stances[link.stance] || {tone: "neutral"}).tone;
      return el("div", {class: "card " + tone},
        el("p", {class: "bearing"}, stanceMark(link.stance),
          link.direct ? el("span", {class: "tag"}, upper(link.direct)) : null),
        el("h4", {}, studyLink(study), retraction(study)),
        glance(study), el("p", {class: "says", dir: "auto"}, sentence(link.why)),
        link.quote ? el("blockquote", {dir: "auto"}, "“" + link.quote + "”") : null,
        result ? el("ul", {class: "outcomes"}, resultItem(result)) : null, more(study, result));
    }

    /** Everything else of a study, made when somebody asks for it. */
    function more(study, shown) {
      const inside = el("div", {class: "more"});
      const details = el("details", {}, el("summary", {}, "Facts, results and reports",
        unseen(" of " + study.name)), inside);
      details.addEventListener("toggle", () => {
        if (details.open && !inside.firstChild) inside.append(...studyBody(study, 5, shown));
        details.parentElement.classList.toggle("wide", details.open);
      });
      return details;
    }

    function studyBody(study, level, shown) {
      const results = (study.results || []).filter((result) => result !== shown);
      return [
        study.title ? el("p", {class: "quiet"}, study.title) : null,
        (study.facts || []).length ? el("dl", {class: "facts"}, study.facts.map(([label, value, how]) =>
          [el("dt", {}, label),
            el("dd", {}, value, how ? el("span", {class: "quiet"}, " (" + how + ")") : null)]))
          : null,
        results.length ? el("h" + level, {}, shown ? "Other results" : "Results") : null,
        results.length ? el("ul", {class: "outcomes"}, results.map(resultItem)) : null,
        section(level, "Harms", study.harms), section(level, "Limitations", study.limitations),
        section(level, "Notes", study.notes),
        section(level, "Reports", (study.reports || []).map((report) => inline([pieces(report.cite),
          report.status ? el("span", {class: "retracted"}, " " + upper(report.status)) : ""]))),
      ].filter(Boolean);
    }

    function resultItem(result) {
      const shape = directions[result.direction];
      return el("li", {},
        el("span", {class: "outcome"}, upper(result.outcome)),
        shape ? el("span", {class: "direction"}, icon(shape), result.direction) : null,
        result.figures ? el("span", {class: "figures"}, result.figures) : null,
        [result.measure, result.about].filter(Boolean).length
          ? el("span", {class: "quiet"}, [result.measure, result.about].filter(Boolean).join("; ")) : null,
        (result.arms || []).length ? el("span", {class: "quiet"}, result.arms.join("; ")) : null,
        result.finding ? el("span", {}, sentence(result.finding)) : null);
    }
    """#
}
