extension ExplorerScript {
  /// A claim as a card: closed at a glance, open with everything that is known about it.
  static let cards = #"""
    const opened = new Set();
    const claimAddress = (claim) => "#claim=" + encodeURIComponent(claim.id);
    const termNames = (kind, places) => places.map((place) => data[kind][place].name);

    /** What a claim is about and who makes it, in one quiet line. */
    function claimLine(claim) {
      const about = [...termNames("conditions", claim.conditions), ...(claim.topics || [])];
      const makers = claim.made.slice(0, 2).map(([place, where]) => {
        const source = data.sources[place];
        return [(source.authors || [])[0] || source.title, where].filter(Boolean).join(", ");
      });
      if (claim.made.length > 2) makers.push(plural(claim.made.length - 2, "more place", "more places"));
      return el("p", {class: "line"},
        el("span", {}, upper(claim.kind), " claim, ", claim.wording, " wording"),
        about.length ? el("span", {}, about.slice(0, 4).join("; "), about.length > 4 ? " …" : "") : null,
        makers.length ? el("span", {}, "Made by ", makers.join("; ")) : null);
    }

    /** One study in a few figures: stance, name, design, size and duration. */
    function chip(link) {
      const study = data.studies[link.study];
      const facts = [study.designText, people(study), lasted(study)].filter(Boolean);
      const isHit = hasLinkFilter(state) && fitsLink(link, state);
      return el("li", {class: isHit ? "chip hit" : "chip"}, stanceMark(link.stance, true),
        el("b", {dir: "auto"}, study.name), " ", el("span", {}, facts.join(" · ")),
        retraction(study));
    }

    /** Links that fit what is asked of studies first, then the strongest designs: studies are kept so. */
    function inOrder(links) {
      const rank = (link) => hasLinkFilter(state) && !fitsLink(link, state) ? 1 : 0;
      return [...links].sort((left, right) => rank(left) - rank(right) || left.study - right.study);
    }

    function strip(claim) {
      const links = inOrder(claim.links);
      if (!links.length) {
        const words = claim.searches ? "Searched, no study found" : "No study linked";
        return el("p", {class: "line nothing"}, words);
      }
      const rest = links.length - 4;
      return el("ul", {class: "strip", "aria-label": "Studies"}, links.slice(0, rest > 1 ? 4 : 5).map(chip),
        rest > 1 ? el("li", {class: "chip rest"}, plural(rest, "more study", "more studies")) : null);
    }

    function claimCard(claim) {
      const id = "claim-" + claim.place;
      const body = el("div", {class: "body", id: id + "-body", hidden: true});
      const toggle = el("button",
        {type: "button", class: "toggle", dir: "auto", "aria-expanded": "false",
          "aria-controls": id + "-body"}, claim.text);
      const warnings = claim.findings.filter((finding) => finding[0] !== "note").length;
      const card = el("article", {class: "claim", id, "aria-labelledby": id + "-head"},
        el("div", {class: "marks"}, claim.standing ? badge(claim.standing) : null,
          claim.links.length ? el("span", {class: "tally"}, tally(claim)) : null,
          warnings ? el("span", {class: "alert"}, icon("warn"), plural(warnings, "finding", "findings"))
            : null),
        el("h2", {id: id + "-head"}, toggle), claimLine(claim), strip(claim), body);
      toggle.addEventListener("click", () => showClaim(claim, body.hidden));
      if (opened.has(claim.place)) unfold(card, claim, true);
      return card;
    }

    /** How many studies point which way. */
    function tally(claim) {
      const counts = new Map();
      for (const link of claim.links) counts.set(link.stance, (counts.get(link.stance) || 0) + 1);
      return Object.keys(stances).filter((stance) => counts.has(stance)).map((stance) =>
        el("span", {class: "stance " + stances[stance].tone, title: stance}, icon(stances[stance].shape),
          String(counts.get(stance)), unseen(" " + stance + " ")));
    }

    function unfold(card, claim, isOpen) {
      const body = card.querySelector(".body");
      if (isOpen && !body.firstChild) body.append(...claimBody(claim));
      body.hidden = !isOpen;
      card.classList.toggle("open", isOpen);
      card.querySelector(".toggle").setAttribute("aria-expanded", String(isOpen));
      if (isOpen) opened.add(claim.place);
      else opened.delete(claim.place);
    }

    /** Opens or closes a claim and keeps the address in step, so that it can be sent to somebody. */
    function showClaim(claim, isOpen) {
      const card = find("claim-" + claim.place);
      if (card) unfold(card, claim, isOpen);
      if (isOpen) {
        state.claim = claim.id;
        writeState(true);
      } else if (state.claim === claim.id) {
        state.claim = "";
        writeState(false);
      }
    }

    function claimBody(claim) {
      const links = inOrder(claim.links);
      return [
        el("div", {class: "why"},
          claim.why ? el("p", {}, el("b", {}, "Why it stands there: "), sentence(claim.why),
            el("span", {class: "quiet"}, " Row " + claim.row + " of the published table.")) : null,
          claim.verdict ? el("p", {}, el("b", {}, "An editor says: "), upper(claim.verdict[0]), ". ",
            sentence(claim.verdict[1])) : null,
          aboutLine("About", "condition", claim), aboutLine("Intervention", "intervention", claim)),
        el("h3", {}, links.length ? "Evidence" : "No study is linked"),
        links.length ? evidenceCards(links) : null,
        section(3, "Searches", claim.searches),
        section(3, "What the checks say", claim.findings.map(([severity, code, message]) =>
          [el("span", {class: "stance " + severities[severity].tone}, icon(severities[severity].shape),
            upper(severity)), " ", sentence(message), " ", el("code", {}, code)]).map(inline), "findings"),
        section(3, "Where the claim is made", claim.made.map(([place, where]) => madeIn(place, where))),
        section(3, "Studies the source itself cites",
          (claim.cites || []).map((place) => studyLink(data.studies[place]))),
        claim.note ? el("p", {class: "quiet"}, claim.note) : null,
        el("p", {class: "quiet permalink"}, el("a", {href: claimAddress(claim)}, "Link to this claim"),
          " ", el("code", {}, claim.id)),
      ].flat().filter(Boolean);
    }

    /** The terms of a claim, each leading to all claims about it. */
    function aboutLine(label, key, claim) {
      const kind = key + "s";
      const links = claim[kind].map((place) => data[kind][place]).map((term) =>
        el("a", {href: "#" + key + "=" + encodeURIComponent(term.id)}, term.name));
      if (!links.length) return null;
      return el("p", {}, el("b", {}, label + ": "),
        links.flatMap((link, place) => place ? ["; ", link] : [link]));
    }

    const inline = (parts) => el("span", {}, parts);

    function madeIn(place, where) {
      const source = data.sources[place];
      return inline([(source.authors || []).join(", "), (source.authors || []).length ? ", " : "",
        link(source.title, source.address), where ? ", " + where : "", " (" + source.kind + ").",
        source.interests ? el("span", {class: "quiet"}, " Interests: " + sentence(source.interests)) : null]
        .filter(Boolean));
    }

    const studyLink = (study) =>
      el("a", {href: "#view=studies&study=" + encodeURIComponent(study.id), dir: "auto"}, study.name);
    """#
}
