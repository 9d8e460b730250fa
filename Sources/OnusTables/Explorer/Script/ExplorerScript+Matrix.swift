extension ExplorerScript {
  /// Claims against studies: a row for each claim that fits, a column for each study that bears on one.
  static let matrix = #"""
    const matrixRows = 60;
    const matrixColumns = 80;
    let matrixShown = matrixRows;

    function showMatrix(found, isNew) {
      if (isNew) matrixShown = matrixRows;
      const claims = found.filter((claim) => claim.links.length);
      const rows = claims.slice(0, matrixShown);
      const places = [...new Set(rows.flatMap((claim) => claim.links.map((link) => link.study)))];
      const families = [...new Set(data.designs.map((design) => design[2]))];
      const rank = (place) => families.indexOf(data.studies[place].family);
      places.sort((left, right) => rank(left) - rank(right) || left - right);
      const columns = places.slice(0, matrixColumns);
      const notes = [];
      if (claims.length < found.length) {
        const left = found.length - claims.length;
        notes.push(plural(left, "claim has", "claims have") + " no study and no row.");
      }
      if (columns.length < places.length) {
        notes.push("The first " + columns.length + " of " + places.length
          + " studies are shown; filters narrow them down.");
      }
      find("matrix-notes").replaceChildren(...notes.map((note) => el("p", {class: "quiet"}, note)));
      find("matrix-more").hidden = rows.length >= claims.length;
      find("matrix").replaceChildren(
        el("caption", {class: "unseen"}, "Claims against studies, with the stance of each study"),
        matrixHead(columns), el("tbody", {}, rows.map((claim) => matrixRow(claim, columns))));
    }

    function matrixHead(columns) {
      const groups = [];
      for (const place of columns) {
        const family = data.studies[place].family;
        const last = groups[groups.length - 1];
        if (last && last.family === family) last.count += 1;
        else groups.push({family, count: 1});
      }
      return el("thead", {},
        el("tr", {}, el("th", {class: "corner", rowspan: "2", scope: "col"}, "Claim"),
          groups.map((group) => el("th", {class: "family", colspan: String(group.count), scope: "colgroup"},
            el("span", {}, group.family)))),
        el("tr", {}, columns.map((place) => {
          const study = data.studies[place];
          const facts = [study.designText, people(study), lasted(study)].filter(Boolean).join(", ");
          return el("th", {scope: "col", class: "study", title: study.name + ": " + facts},
            el("div", {}, studyLink(study), el("span", {class: "quiet"},
              [people(study), study.duration].filter(Boolean).join(" · "))));
        })));
    }

    function matrixRow(claim, columns) {
      const links = new Map();
      for (const link of claim.links) {
        if (!links.has(link.study)) links.set(link.study, []);
        links.get(link.study).push(link.stance);
      }
      return el("tr", {},
        el("th", {scope: "row"}, claim.standing ? badge(claim.standing) : null,
          el("a", {href: claimAddress(claim)}, claim.text)),
        columns.map((place) => {
          const marks = [...new Set(links.get(place) || [])];
          return el("td", {class: marks.length ? "on" : null}, marks.map((stance) =>
            el("span", {class: "stance " + stances[stance].tone,
              title: data.studies[place].name + " " + stance},
              icon(stances[stance].shape), unseen(stance))));
        }));
    }
    """#
}
