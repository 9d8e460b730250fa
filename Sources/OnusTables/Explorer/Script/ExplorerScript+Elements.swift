extension ExplorerScript {
  /// Makes elements, always from names and text, never from markup.
  static let elements = #"""
    const find = (id) => document.getElementById(id);

    /** An element; attributes that are false or absent are left out, and functions listen to events. */
    function el(name, attributes, ...children) {
      const element = document.createElement(name);
      for (const [key, value] of Object.entries(attributes || {})) {
        if (value === undefined || value === null || value === false) continue;
        if (typeof value === "function") element.addEventListener(key, value);
        else element.setAttribute(key, value === true ? "" : value);
      }
      element.append(...children.flat(Infinity).filter((child) => child !== undefined && child !== null));
      return element;
    }

    const unseen = (text) => el("span", {class: "unseen"}, text);

    /** A shape that the page defines once; the word beside it says the same. */
    function icon(name) {
      const space = "http://www.w3.org/2000/svg";
      const svg = document.createElementNS(space, "svg");
      svg.setAttribute("class", "icon");
      svg.setAttribute("aria-hidden", "true");
      svg.setAttribute("focusable", "false");
      const use = document.createElementNS(space, "use");
      use.setAttribute("href", "#shape-" + name);
      svg.append(use);
      return svg;
    }

    const plural = (count, one, many) => count.toLocaleString("en") + " " + (count === 1 ? one : many);
    const upper = (text) => text.charAt(0).toUpperCase() + text.slice(1);
    const sentence = (text) => /[.?!…]$/.test(text) ? text : text + ".";

    /** A link where there is an address that is safe to follow, else the words. */
    function link(text, address) {
      return address && /^https?:\/\//i.test(address) ? el("a", {href: address}, text) : text;
    }

    /** Pieces of a citation: text, or text with an address. */
    const pieces = (list) => list.map((piece) => Array.isArray(piece) ? link(piece[0], piece[1]) : piece);

    /** A short list under a small heading; nothing where there is nothing to list. */
    function section(level, heading, items, name) {
      if (!items || !items.length) return null;
      return el("div", {class: "part " + (name || "")}, el("h" + level, {}, heading),
        el("ul", {}, items.map((item) => el("li", {}, item))));
    }
    """#
}
