extension ExplorerScript {
  /// The studies that fit, each with its figures and the claims that it bears on.
  static let studies = #"""
    const studyList = new Pieces(find("studies"), "study", "studies", (study) =>
      el("li", {}, studyCard(study)));

    function studyCard(study) {
      const place = studyPlaces.get(study.id);
      const isOnly = study.id === state.study;
      const conditions = termNames("conditions", study.conditions || []).join("; ");
      const shown = study.claims.slice(0, isOnly ? 200 : 6);
      const inside = el("div", {class: "more"});
      const details = el("details", {}, el("summary", {}, "Facts, results and reports",
        unseen(" of " + study.name)), inside);
      const fill = () => { if (!inside.firstChild) inside.append(...studyBody(study, 3)); };
      details.addEventListener("toggle", () => { if (details.open) fill(); });
      if (isOnly) {
        details.open = true;
        fill();
      }
      return el("article", {class: "claim study", "aria-labelledby": "study-" + place},
        el("h2", {id: "study-" + place}, study.name, retraction(study)),
        el("p", {class: "line"}, conditions ? el("span", {}, conditions) : null,
          study.address ? el("span", {}, el("a", {href: study.address}, "Primary report",
            unseen(" of " + study.name))) : null),
        glance(study),
        shown.length ? el("ul", {class: "bears"},
          shown.map((claim) => bears(study, place, data.claims[claim])))
          : el("p", {class: "line nothing"}, "No claim is linked"),
        !isOnly && study.claims.length > shown.length ? el("p", {class: "line"}, el("a",
          {href: "#study=" + encodeURIComponent(study.id)},
          "All " + plural(study.claims.length, "claim", "claims"))) : null,
        details);
    }

    function bears(study, place, claim) {
      const links = claim.links.filter((link) => link.study === place);
      return el("li", {}, [...new Set(links.map((link) => link.stance))].map((stance) => stanceMark(stance)),
        " ", el("a", {href: claimAddress(claim)}, claim.text));
    }
    """#
}
