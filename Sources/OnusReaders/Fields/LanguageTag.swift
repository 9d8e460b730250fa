internal import OnusModel

/// The language of a document as a BCP 47 tag.
enum LanguageTag {
  /// The tag for a language as files name it: "eng", "English", "en_US" or Word's 1033.
  ///
  /// What is not known for certain comes back as it was.
  static func tag(for text: String) -> String {
    // Most say it as NLM does.
    if let tag = codes[text] { return tag }
    let name = text.collapsed.lowercased()
    if let tag = codes[name] ?? names[name] { return tag }
    if name.count == 2, codes.values.contains(name) { return name }
    if let number = Int(name), let tag = windows[number] { return tag }
    let parts = text.collapsed.split { $0 == "_" || $0 == "-" }.map(String.init)
    guard parts.count == 2, let language = codes[parts[0].lowercased()] ?? two(parts[0]) else {
      return text.collapsed
    }
    let region = parts[1]
    guard region.count == 2, region.allSatisfy(\.isLetter) else { return text.collapsed }
    return language + "-" + region.uppercased()
  }

  /// The three letters that NLM has for a language, those of ISO 639-2/B; a tag that says more than the
  /// language, or of a language without such letters, comes back as it is.
  static func nlmCode(for tag: String) -> String { bibliographicCodes[tag] ?? tag }

  private static let bibliographicCodes: [String: String] = {
    // Where a language has two codes, the bibliographic one is that of its English name.
    let preferred: Set = [
      "alb", "arm", "baq", "bur", "chi", "cze", "dut", "fre", "geo", "ger", "gre", "ice", "mac", "mao", "may",
      "per", "rum", "slo", "tib", "wel",
    ]
    return Dictionary(codes.map { ($0.value, $0.key) }) { preferred.contains($1) ? $1 : $0 }
  }()

  private static func two(_ code: String) -> String? {
    let code = code.lowercased()
    return code.count == 2 && codes.values.contains(code) ? code : nil
  }

  private static func table(_ text: String) -> [String: String] {
    var table: [String: String] = [:]
    for entry in text.split(separator: ",") {
      let words = entry.split(separator: " ")
      if words.count == 2 { table[String(words[0])] = String(words[1]) }
    }
    return table
  }

  /// The codes of ISO 639-2, both sets, that have one of two letters in ISO 639-1.
  private static let codes = table(
    """
    aar aa, abk ab, afr af, aka ak, alb sq, amh am, ara ar, arg an, arm hy, asm as, ava av, ave ae, \
    aym ay, aze az, bak ba, bam bm, baq eu, bel be, ben bn, bih bh, bis bi, bod bo, bos bs, bre br, \
    bul bg, bur my, cat ca, ces cs, cha ch, che ce, chi zh, chu cu, chv cv, cor kw, cos co, cre cr, \
    cym cy, cze cs, dan da, deu de, div dv, dut nl, dzo dz, ell el, eng en, epo eo, est et, eus eu, \
    ewe ee, fao fo, fas fa, fij fj, fin fi, fra fr, fre fr, fry fy, ful ff, geo ka, ger de, gla gd, \
    gle ga, glg gl, glv gv, gre el, grn gn, guj gu, hat ht, hau ha, heb he, her hz, hin hi, hmo ho, \
    hrv hr, hun hu, hye hy, ibo ig, ice is, ido io, iii ii, iku iu, ile ie, ina ia, ind id, ipk ik, \
    isl is, ita it, jav jv, jpn ja, kal kl, kan kn, kas ks, kat ka, kau kr, kaz kk, khm km, kik ki, \
    kin rw, kir ky, kom kv, kon kg, kor ko, kua kj, kur ku, lao lo, lat la, lav lv, lim li, lin ln, \
    lit lt, ltz lb, lub lu, lug lg, mac mk, mah mh, mal ml, mao mi, mar mr, may ms, mkd mk, mlg mg, \
    mlt mt, mon mn, mri mi, msa ms, mya my, nau na, nav nv, nbl nr, nde nd, ndo ng, nep ne, nld nl, \
    nno nn, nob nb, nor no, nya ny, oci oc, oji oj, ori or, orm om, oss os, pan pa, per fa, pli pi, \
    pol pl, por pt, pus ps, que qu, roh rm, ron ro, rum ro, run rn, rus ru, sag sg, san sa, sin si, \
    slk sk, slo sk, slv sl, sme se, smo sm, sna sn, snd sd, som so, sot st, spa es, sqi sq, srd sc, \
    srp sr, ssw ss, sun su, swa sw, swe sv, tah ty, tam ta, tat tt, tel te, tgk tg, tgl tl, tha th, \
    tib bo, tir ti, ton to, tsn tn, tso ts, tuk tk, tur tr, twi tw, uig ug, ukr uk, urd ur, uzb uz, \
    ven ve, vie vi, vol vo, wel cy, wln wa, wol wo, xho xh, yid yi, yor yo, zha za, zho zh, zul zu
    """)

  /// Names in English and, for a few, in the language itself.
  private static let names = table(
    """
    english en, german de, french fr, spanish es, italian it, portuguese pt, dutch nl, russian ru, \
    chinese zh, japanese ja, korean ko, polish pl, swedish sv, danish da, norwegian no, finnish fi, \
    czech cs, hungarian hu, turkish tr, greek el, hebrew he, arabic ar, persian fa, ukrainian uk, \
    romanian ro, bulgarian bg, croatian hr, serbian sr, slovak sk, slovenian sl, slovene sl, \
    lithuanian lt, latvian lv, estonian et, icelandic is, catalan ca, galician gl, basque eu, \
    afrikaans af, indonesian id, malay ms, thai th, vietnamese vi, hindi hi, bengali bn, urdu ur, \
    latin la, armenian hy, georgian ka, macedonian mk, albanian sq, bosnian bs, irish ga, welsh cy, \
    deutsch de, englisch en, français fr, französisch fr, español es, italiano it, português pt, \
    nederlands nl
    """)

  /// Windows' numbers of languages, which Word writes as LCID.
  private static let windows = [
    1025: "ar-SA", 1026: "bg-BG", 1027: "ca-ES", 1028: "zh-TW", 1029: "cs-CZ", 1030: "da-DK", 1031: "de-DE",
    1032: "el-GR", 1033: "en-US", 1034: "es-ES", 1035: "fi-FI", 1036: "fr-FR", 1037: "he-IL", 1038: "hu-HU",
    1039: "is-IS", 1040: "it-IT", 1041: "ja-JP", 1042: "ko-KR", 1043: "nl-NL", 1044: "nb-NO", 1045: "pl-PL",
    1046: "pt-BR", 1048: "ro-RO", 1049: "ru-RU", 1050: "hr-HR", 1051: "sk-SK", 1053: "sv-SE", 1054: "th-TH",
    1055: "tr-TR", 1057: "id-ID", 1058: "uk-UA", 1060: "sl-SI", 1061: "et-EE", 1062: "lv-LV", 1063: "lt-LT",
    1065: "fa-IR", 1066: "vi-VN", 1069: "eu-ES", 1081: "hi-IN", 2052: "zh-CN", 2055: "de-CH", 2057: "en-GB",
    2058: "es-MX", 2060: "fr-BE", 2064: "it-CH", 2067: "nl-BE", 2068: "nn-NO", 2070: "pt-PT", 3076: "zh-HK",
    3079: "de-AT", 3081: "en-AU", 3082: "es-ES", 3084: "fr-CA", 4100: "zh-SG", 4105: "en-CA", 4108: "fr-CH",
    5129: "en-NZ", 6153: "en-IE", 7177: "en-ZA", 16393: "en-IN",
  ]
}
