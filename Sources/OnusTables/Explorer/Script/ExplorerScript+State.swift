extension ExplorerScript {
  /// What is asked for, and its form in the address after the number sign.
  static let state = #"""
    const views = ["claims", "matrix", "studies"].concat(find("plots") ? ["plots"] : []);
    const lists = ["standing", "stance", "design", "finding", "kind"];
    const numbers = ["people-from", "people-to", "days-from", "days-to"];
    const single = ["q", "condition", "intervention", "sort", "study", "plot", "claim"];

    function emptyState() {
      const state = {view: "claims", narrower: true, broader: false};
      for (const key of lists) state[key] = new Set();
      for (const key of numbers) state[key] = null;
      for (const key of single) state[key] = "";
      return state;
    }

    let state = emptyState();

    /** The state that an address stands for; what it does not know it leaves out. */
    function parseState(hash) {
      const next = emptyState();
      const words = new URLSearchParams(hash.replace(/^#/, ""));
      if (views.includes(words.get("view"))) next.view = words.get("view");
      for (const key of single) next[key] = words.get(key) || "";
      for (const key of lists) next[key] = new Set((words.get(key) || "").split(",").filter(Boolean));
      for (const key of numbers) {
        const number = parseFloat(words.get(key));
        if (number >= 0) next[key] = number;
      }
      next.narrower = words.get("narrower") !== "no";
      next.broader = words.get("broader") === "yes";
      return next;
    }

    function formatState(state) {
      const words = new URLSearchParams();
      if (state.view !== "claims") words.set("view", state.view);
      for (const key of single) if (state[key] && key !== "claim") words.set(key, state[key]);
      for (const key of lists) if (state[key].size) words.set(key, [...state[key]].join(","));
      for (const key of numbers) if (state[key] !== null) words.set(key, String(state[key]));
      if (!state.narrower) words.set("narrower", "no");
      if (state.broader) words.set("broader", "yes");
      if (state.claim) words.set("claim", state.claim);
      const text = words.toString().replaceAll("%2C", ",").replaceAll("%2F", "/").replaceAll("%3A", ":");
      return "#" + text;
    }

    let written = null;

    /** Puts the state into the address: as a step to go back from, or in place of the last one. */
    function writeState(isStep) {
      const hash = formatState(state);
      if (hash === written || (hash === "#" && !location.hash)) return;
      written = hash;
      if (isStep) location.hash = hash;
      else location.replace(hash);
    }

    const hasLinkFilter = (state) => state.stance.size > 0 || state.design.size > 0
      || numbers.some((key) => state[key] !== null) || state.study !== "";
    """#
}
