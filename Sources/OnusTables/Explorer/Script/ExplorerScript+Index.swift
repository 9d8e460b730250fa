extension ExplorerScript {
  /// Reads the data and prepares what searching and filtering need, once.
  static let index = #"""
    const data = JSON.parse(find("data").textContent);
    const designs = new Map(data.designs.map(([id, label, family]) => [id, {label, family}]));

    /** Text in the form in which it is searched: no accents, no case, words parted by single spaces. */
    function fold(text) {
      return (" " + text.normalize("NFD").replace(/\p{M}+/gu, "").toLowerCase() + " ")
        .replace(/[^\p{L}\p{N}]+/gu, " ");
    }

    const claimPlaces = new Map();
    const studyPlaces = new Map(data.studies.map((study, place) => [study.id, place]));
    const findingCodes = new Map();
    const texts = {claims: [], studies: [], sources: [], conditions: [], interventions: []};

    for (const [place, claim] of data.claims.entries()) {
      claim.place = place;
      claim.links = claim.links || [];
      claim.findings = claim.findings || [];
      claim.conditions = claim.conditions || [];
      claim.interventions = claim.interventions || [];
      claim.made = claim.made || [];
      claimPlaces.set(claim.id, place);
      for (const [severity, code] of claim.findings) findingCodes.set(code, severity);
      texts.claims.push(fold([claim.text, claim.id, claim.kind, claim.standing, ...(claim.topics || []),
        ...claim.links.map((link) => link.why), ...claim.findings.map((finding) => finding[1])].join(" ")));
    }
    for (const study of data.studies) {
      study.claims = [];
      study.family = (designs.get(study.design) || {}).family;
      texts.studies.push(fold([study.name, study.title, study.id, study.designText].join(" ")));
    }
    for (const claim of data.claims) {
      for (const link of claim.links) {
        const known = data.studies[link.study].claims;
        if (known[known.length - 1] !== claim.place) known.push(claim.place);
      }
    }
    for (const source of data.sources) {
      texts.sources.push(fold([source.title, source.venue, ...(source.authors || [])].join(" ")));
    }
    for (const kind of ["conditions", "interventions"]) {
      for (const term of data[kind]) texts[kind].push(fold([term.name, ...(term.names || [])].join(" ")));
    }

    /** For each term whether it is the one asked for (1), narrower (2) or broader (3). */
    function relations(kind, place) {
      const marks = new Uint8Array(data[kind].length);
      const wanted = data[kind][place];
      for (const broader of wanted.up || []) marks[broader] = 3;
      data[kind].forEach((term, other) => { if ((term.up || []).includes(place)) marks[other] = 2; });
      marks[place] = 1;
      return marks;
    }

    /** How many claims name a term or a narrower one. */
    function reach(kind) {
      const counts = new Array(data[kind].length).fill(0);
      for (const claim of data.claims) {
        const all = new Set();
        for (const place of claim[kind]) {
          all.add(place);
          for (const broader of data[kind][place].up || []) all.add(broader);
        }
        for (const place of all) counts[place] += 1;
      }
      return counts;
    }
    """#
}
