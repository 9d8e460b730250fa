extension ExplorerScript {
  /// Shows a list piece by piece: a few items at once, more when they are needed or asked for.
  static let results = #"""
    const pieceSize = 20;

    /** A list of which only a window is in the page; it grows at both ends. */
    class Pieces {
      constructor(parent, one, many, render) {
        Object.assign(this, {parent, one, many, render, items: [], from: 0, to: 0});
        this.earlier = el("button", {type: "button", class: "step", click: () => this.growUp()});
        this.later = el("button", {type: "button", class: "step", click: () => this.growDown(true)});
        this.watcher = new IntersectionObserver((entries) => {
          if (entries.some((entry) => entry.isIntersecting)) this.growDown(false);
        }, {rootMargin: "900px"});
      }

      show(items, first) {
        this.items = items;
        this.from = Math.max(0, Math.floor((first || 0) / pieceSize) * pieceSize);
        this.to = Math.min(items.length, this.from + pieceSize);
        this.parent.replaceChildren(...items.slice(this.from, this.to).map(this.render));
        this.edges();
      }

      growUp() {
        const from = Math.max(0, this.from - pieceSize);
        const added = this.items.slice(from, this.from).map(this.render);
        const anchor = this.parent.firstElementChild;
        const top = anchor ? anchor.getBoundingClientRect().top : 0;
        this.parent.prepend(...added);
        if (anchor) window.scrollBy(0, anchor.getBoundingClientRect().top - top);
        this.from = from;
        this.edges();
      }

      growDown(isAsked) {
        const to = Math.min(this.items.length, this.to + pieceSize);
        const added = this.items.slice(this.to, to).map(this.render);
        this.parent.append(...added);
        this.to = to;
        this.edges();
        const target = isAsked && added[0] && added[0].querySelector("button, a");
        if (target) target.focus();
      }

      /** Puts at most so many items into the page, for paper. */
      showAll(limit) {
        while (this.to < Math.min(this.items.length, limit)) this.growDown(false);
      }

      edges() {
        const rest = this.items.length - this.to;
        const before = Math.min(pieceSize, this.from);
        this.earlier.textContent = "Show " + plural(before, this.one, this.many) + " before";
        this.later.textContent = "Show " + Math.min(pieceSize, rest) + " more of "
          + plural(rest, this.one, this.many);
        this.watcher.disconnect();
        if (this.from > 0) this.parent.before(this.earlier);
        else this.earlier.remove();
        if (rest > 0) {
          this.parent.after(this.later);
          this.watcher.observe(this.later);
        } else {
          this.later.remove();
        }
      }
    }

    const claimList = new Pieces(find("claims"), "claim", "claims", (claim) =>
      el("li", {}, claimCard(claim)));

    /** Brings a claim into view, whatever the filters say of it, and puts the focus on it. */
    function goTo(claim, found) {
      let place = found.indexOf(claim);
      find("pinned").replaceChildren();
      if (place < 0) {
        const words = "The filters leave this claim out:";
        find("pinned").append(el("p", {class: "quiet"}, words), claimCard(claim));
      } else if (place < claimList.from || place >= claimList.to) {
        claimList.show(found, place);
      }
      const card = find("claim-" + claim.place);
      unfold(card, claim, true);
      card.querySelector(".toggle").focus({preventScroll: true});
      card.scrollIntoView({block: "start"});
    }
    """#
}
