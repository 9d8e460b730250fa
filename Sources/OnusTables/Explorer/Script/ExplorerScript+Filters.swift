extension ExplorerScript {
  /// The form at the side: native controls with the number of claims that each choice would leave.
  static let filters = #"""
    const counters = [];
    const syncs = [];

    function group(heading, isOpen, ...children) {
      return el("details", {class: "group", open: isOpen}, el("summary", {}, heading),
        el("div", {role: "group", "aria-label": heading}, children));
    }

    function choice(key, value, ...label) {
      const count = el("span", {class: "count"});
      const input = el("input", {type: "checkbox", value});
      const row = el("label", {class: "option"}, input, el("span", {class: "name"}, label), count);
      input.addEventListener("change", () => {
        const next = new Set(state[key]);
        if (input.checked) next.add(value);
        else next.delete(value);
        change({[key]: next});
      });
      syncs.push(() => { input.checked = state[key].has(value); });
      counters.push((counts) => {
        const number = counts[key].get(value) || 0;
        count.replaceChildren(number.toLocaleString("en"), unseen(number === 1 ? " claim" : " claims"));
        row.classList.toggle("zero", number === 0 && !state[key].has(value));
      });
      return row;
    }

    function flag(key, label) {
      const input = el("input", {type: "checkbox"});
      input.addEventListener("change", () => change({[key]: input.checked}));
      syncs.push(() => { input.checked = state[key]; });
      return el("label", {class: "option"}, input, el("span", {class: "name"}, label));
    }

    function numberField(key, label) {
      const input = el("input", {type: "number", min: "0", step: "1", inputmode: "numeric", id: key});
      input.addEventListener("input", () => {
        const number = parseFloat(input.value);
        change({[key]: number >= 0 ? number : null}, false);
      });
      syncs.push(() => {
        const value = state[key] === null ? "" : String(state[key]);
        if (document.activeElement !== input || input.value === "") input.value = value;
      });
      return el("div", {class: "field"}, el("label", {for: key}, label), input);
    }

    const spans = [[1, "1 day"], [7, "1 week"], [28, "4 weeks"], [56, "8 weeks"], [91, "3 months"],
      [182, "6 months"], [365, "1 year"], [730, "2 years"], [1826, "5 years"]];
    const spanName = (days) => (spans.find((span) => span[0] === days)
      || [0, plural(days, "day", "days")])[1];

    function spanField(key, label) {
      const select = el("select", {id: key}, el("option", {value: ""}, "any"),
        spans.map(([days, name]) => el("option", {value: String(days)}, name)));
      select.addEventListener("change", () => change({[key]: select.value ? Number(select.value) : null}));
      syncs.push(() => {
        const value = state[key] === null ? "" : String(state[key]);
        if (value && ![...select.options].some((option) => option.value === value)) {
          select.append(el("option", {value}, spanName(state[key])));
        }
        select.value = value;
      });
      return el("div", {class: "field"}, el("label", {for: key}, label), select);
    }

    function designChoices() {
      const used = new Set(data.studies.map((study) => study.design));
      const families = new Map();
      for (const [id, label, family] of data.designs) {
        if (!used.has(id)) continue;
        if (!families.has(family)) families.set(family, []);
        families.get(family).push(choice("design", id, upper(label)));
      }
      return [...families].map(([family, rows]) => el("div", {class: "family", role: "group",
        "aria-label": family}, el("p", {class: "quiet", "aria-hidden": "true"}, family), rows));
    }

    function buildFilters() {
      const search = find("search");
      search.addEventListener("input", () => change({q: search.value}, false));
      search.addEventListener("keydown", (event) => {
        if (event.key === "Escape" && search.value) {
          event.preventDefault();
          search.value = "";
          change({q: ""});
        }
      });
      syncs.push(() => { if (search.value !== state.q) search.value = state.q; });
      const condition = combobox("conditions", "condition", "Condition", "Any name or abbreviation");
      const intervention = combobox("interventions", "intervention", "Intervention", "Any name");
      syncs.push(condition.sync, intervention.sync);
      const codes = [...findingCodes].sort((left, right) => {
        const order = Object.keys(severities);
        return order.indexOf(left[1]) - order.indexOf(right[1]) || (left[0] < right[0] ? -1 : 1);
      });
      const kinds = [...new Set(data.claims.map((claim) => claim.kind))];
      const used = new Set(data.claims.map((claim) => claim.standing));
      const inUse = Object.keys(standings).filter((name) => used.has(name));
      find("filters").append(condition.root,
        el("div", {class: "flags"}, flag("narrower", "with narrower ones"),
          flag("broader", "with broader classes")),
        intervention.root,
        group("Where the claim stands", true, inUse.map((name) =>
          choice("standing", name, icon(standings[name].shape), upper(name)))),
        group("What a study says of it", true, Object.keys(stances).map((name) =>
          choice("stance", name, icon(stances[name].shape), upper(name))),
          choice("stance", "none", icon("empty"), "No study linked")),
        group("People in a study", true, el("div", {class: "pair"},
          numberField("people-from", "At least"), numberField("people-to", "At most"))),
        group("Duration of a study", true, el("div", {class: "pair"},
          spanField("days-from", "At least"), spanField("days-to", "At most"))),
        group("Design of a study", true, designChoices()),
        group("Findings of the checks", false, choice("finding", "none", icon("check"), "No finding"),
          codes.map(([code, severity]) => choice("finding", code, icon(severities[severity].shape), code))),
        group("Kind of claim", false, kinds.map((kind) => choice("kind", kind, upper(kind)))),
        el("p", {class: "quiet"}, "Stance, size, duration and design must be met by one and the same study."));
    }

    /** What is asked for, as words that can each be taken back. */
    function activeFilters() {
      const active = [];
      const put = (label, change) => active.push({label, change});
      const term = (kind, id) => (data[kind].find((term) => term.id === id) || {name: id}).name;
      if (state.q) put("“" + state.q + "”", {q: ""});
      if (state.condition) {
        put(term("conditions", state.condition) + (state.narrower ? " and narrower" : "")
          + (state.broader ? " and broader" : ""), {condition: ""});
      }
      if (state.intervention) put(term("interventions", state.intervention), {intervention: ""});
      if (state.study) {
        const study = data.studies[studyPlaces.get(state.study)];
        put("Study: " + (study ? study.name : state.study), {study: ""});
      }
      for (const key of lists) {
        for (const value of state[key]) {
          const rest = new Set(state[key]);
          rest.delete(value);
          const names = {design: () => designs.has(value) ? designs.get(value).label : value,
            stance: () => value === "none" ? "no study linked" : value,
            finding: () => value === "none" ? "no finding" : value};
          put(upper(names[key] ? names[key]() : value), {[key]: rest});
        }
      }
      const range = {"people-from": "n ≥ ", "people-to": "n ≤ ", "days-from": "≥ ", "days-to": "≤ "};
      for (const key of numbers) {
        if (state[key] === null) continue;
        const value = key.startsWith("days") ? spanName(state[key]) : state[key].toLocaleString("en");
        put(range[key] + value, {[key]: null});
      }
      return active;
    }
    """#
}
