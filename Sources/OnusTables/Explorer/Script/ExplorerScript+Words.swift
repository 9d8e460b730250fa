extension ExplorerScript {
  /// Shapes and tones of stances, standings and severities; colour only repeats what shape and word say.
  static let words = #"""
    const stances = {
      "supports": {shape: "up", tone: "for"},
      "partly supports": {shape: "up-open", tone: "for"},
      "contradicts": {shape: "down", tone: "against"},
      "inconclusive": {shape: "diamond", tone: "between"},
    };
    const standings = {
      "supported": {shape: "check", tone: "for"},
      "partly supported": {shape: "half", tone: "for"},
      "overstated": {shape: "warn", tone: "between"},
      "contradicted": {shape: "cross", tone: "against"},
      "unsupported": {shape: "empty", tone: "neutral"},
      "outdated": {shape: "clock", tone: "neutral"},
      "not checkable": {shape: "question", tone: "neutral"},
    };
    const severities = {
      "error": {shape: "cross", tone: "against"},
      "warning": {shape: "warn", tone: "between"},
      "note": {shape: "info", tone: "neutral"},
    };
    const directions = {
      "benefit": "up", "harm": "down", "no difference": "empty", "mixed": "diamond", "unclear": "question",
    };

    /** Shape and word of a standing. */
    function badge(standing) {
      const look = standings[standing] || {shape: "question", tone: "neutral"};
      return el("span", {class: "badge " + look.tone}, icon(look.shape), upper(standing));
    }

    /** Shape and word of a stance. */
    function stanceMark(stance, isShort) {
      const look = stances[stance] || {shape: "question", tone: "neutral"};
      return el("span", {class: "stance " + look.tone}, icon(look.shape),
        isShort ? unseen(stance + ": ") : upper(stance));
    }

    /** A warning beside a study whose primary report has been retracted. */
    const retraction = (study) => study.retracted ? el("span", {class: "retracted"}, " Retracted") : null;

    /** The duration, with what lasted so long where that is not the treatment. */
    const lasted = (study) => study.duration
      && (study.durationOf ? study.durationOf + " " : "") + study.duration;

    /** "n = 80", and of a review in how many studies. */
    function people(study) {
      const studies = study.of === undefined ? "" : plural(study.of, "study", "studies");
      if (study.n === undefined) return studies || null;
      return "n\u00a0=\u00a0" + study.n.toLocaleString("en") + (studies ? " in " + studies : "");
    }
    """#
}
