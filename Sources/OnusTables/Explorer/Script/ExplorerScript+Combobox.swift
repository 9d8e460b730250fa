extension ExplorerScript {
  /// A text field that offers terms by any of their names (the combobox pattern of ARIA 1.2).
  static let combobox = #"""
    function combobox(kind, key, label, hint) {
      const counts = reach(kind);
      const id = "pick-" + key;
      const list = el("ul", {role: "listbox", id: id + "-list", "aria-label": label, hidden: true});
      const input = el("input", {id, type: "text", role: "combobox", autocomplete: "off", spellcheck: "false",
        "aria-expanded": "false", "aria-controls": id + "-list", "aria-autocomplete": "list",
          placeholder: hint});
      const root = el("div", {class: "field combo"}, el("label", {for: id}, label), input, list);
      let offers = [];
      let active = -1;

      const chosen = () => data[kind].find((term) => term.id === state[key]);
      const names = (term) => [term.name, ...(term.names || [])];

      /** Terms one of whose names has all the words, those first whose own name begins so. */
      function offersFor(text) {
        const words = fold(text).trim().split(" ").filter(Boolean);
        const found = [];
        data[kind].forEach((term, place) => {
          if (!counts[place]) return;
          const other = names(term).find((name) => words.every((word) => fold(name).includes(" " + word)));
          if (other === undefined) return;
          const starts = fold(term.name).trim().startsWith(words.join(" "));
          found.push({term, count: counts[place], other: other === term.name ? "" : other,
            rank: other !== term.name ? 2 : starts ? 0 : 1});
        });
        return words.length ? found.sort((left, right) => left.rank - right.rank).slice(0, 60) : found;
      }

      function open() {
        const current = chosen();
        offers = offersFor(current && input.value === current.name ? "" : input.value);
        list.replaceChildren(...offers.map((offer, place) => el("li",
          {role: "option", id: id + "-" + place, "aria-selected": "false",
            mousedown: (event) => { event.preventDefault(); choose(offer.term); }},
          el("span", {}, offer.term.name, offer.other ? el("i", {}, " also " + offer.other) : null),
          el("span", {class: "count"}, String(offer.count), unseen(" claims")))));
        if (!offers.length) list.append(el("li", {role: "option", "aria-disabled": "true", class: "quiet"},
          "Nothing has this name"));
        list.hidden = false;
        input.setAttribute("aria-expanded", "true");
        activate(-1);
      }

      function close() {
        list.hidden = true;
        input.setAttribute("aria-expanded", "false");
        input.removeAttribute("aria-activedescendant");
        active = -1;
      }

      function activate(place) {
        if (list.children[active]) list.children[active].setAttribute("aria-selected", "false");
        active = place;
        const option = offers.length ? list.children[active] : null;
        if (option) {
          option.setAttribute("aria-selected", "true");
          option.scrollIntoView({block: "nearest"});
          input.setAttribute("aria-activedescendant", option.id);
        } else {
          input.removeAttribute("aria-activedescendant");
        }
      }

      function choose(term) {
        input.value = term ? term.name : "";
        close();
        change({[key]: term ? term.id : ""});
      }

      /** What was typed counts when it is a name; nothing typed is no choice. */
      function settle() {
        const text = fold(input.value);
        const exact = data[kind].find((term) => names(term).some((name) => fold(name) === text));
        close();
        if (text.trim() === "" && state[key]) choose(null);
        else if (exact && exact.id !== state[key]) choose(exact);
        else sync();
      }

      function sync() {
        const term = chosen();
        input.value = term ? term.name : "";
      }

      input.addEventListener("input", open);
      input.addEventListener("click", open);
      input.addEventListener("blur", settle);
      input.addEventListener("keydown", (event) => {
        const isOpen = !list.hidden;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
          event.preventDefault();
          if (!isOpen) open();
          const step = event.key === "ArrowDown" ? 1 : -1;
          const start = active < 0 && step < 0 ? offers.length : active;
          if (offers.length) activate((start + step + offers.length) % offers.length);
        } else if (event.key === "Enter") {
          event.preventDefault();
          if (isOpen && offers.length && input.value) choose(offers[Math.max(0, active)].term);
          else if (isOpen && active >= 0) choose(offers[active].term);
          else settle();
        } else if (event.key === "Escape" && (isOpen || input.value)) {
          event.preventDefault();
          if (isOpen) close();
          else choose(null);
        }
      });
      return {root, sync};
    }
    """#
}
