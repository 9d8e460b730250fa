#!/usr/bin/env python3
"""Drives an explorer page in headless Chromium: keyboard, deep links, the back button, latency, accessibility.

usage: explorer_check.py PAGE [--axe axe.min.js] [--pictures FOLDER] [--claims NUMBER]
                               [--slowest MILLISECONDS]

Exits with 0 when everything holds or when there is no Chromium, 1 when something does not hold.
With --claims the page's claims and studies are repeated until there are so many.
Without --axe the accessibility rules are skipped; axe.min.js is in the wheel axe-playwright-python.
"""
import argparse, base64, fcntl, json, os, pathlib, shutil, subprocess, sys, tempfile, time

KEYS = {"Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "ArrowUp": 38, "ArrowDown": 40, "Backspace": 8}


class Browser:
    """Chromium at the other end of a pair of pipes that carry the DevTools protocol."""

    def __init__(self, command, profile):
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        # The numbers 3 and 4 are fixed by the browser; copies above them cannot be in the way.
        high = [fcntl.fcntl(end, fcntl.F_DUPFD, 20) for end in (theirs_in, theirs_out)]

        def place():
            os.dup2(high[0], 3)
            os.dup2(high[1], 4)

        self.process = subprocess.Popen(
            [command, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
             "--remote-debugging-pipe", f"--user-data-dir={profile}", "about:blank"],
            pass_fds=(3, 4), preexec_fn=place, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for end in (theirs_in, theirs_out, *high):
            os.close(end)
        self.output, self.input = ours_out, ours_in
        self.rest, self.number, self.session = b"", 0, None
        target = self.call("Target.createTarget", url="about:blank")["targetId"]
        self.session = self.call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
        self.call("Page.enable")

    def call(self, method, **parameters):
        self.number += 1
        message = {"id": self.number, "method": method, "params": parameters}
        if self.session:
            message["sessionId"] = self.session
        text = json.dumps(message).encode() + b"\0"
        while text:
            text = text[os.write(self.output, text):]
        while True:
            while b"\0" not in self.rest:
                piece = os.read(self.input, 1 << 16)
                if not piece:
                    raise EOFError("Chromium went away")
                self.rest += piece
            head, _, self.rest = self.rest.partition(b"\0")
            answer = json.loads(head)
            if answer.get("id") == self.number:
                if "error" in answer:
                    raise RuntimeError(f"{method}: {answer['error']['message']}")
                return answer["result"]

    def run(self, code):
        answer = self.call("Runtime.evaluate", expression=code, awaitPromise=True, returnByValue=True)
        if "exceptionDetails" in answer:
            details = answer["exceptionDetails"]
            raise RuntimeError(details.get("exception", {}).get("description", details["text"]))
        return answer["result"].get("value")

    def open(self, address):
        self.call("Page.navigate", url="about:blank")
        self.call("Page.navigate", url=address)
        for _ in range(600):
            if self.run("document.readyState === 'complete' && location.href !== 'about:blank'"):
                return
            time.sleep(0.05)
        raise RuntimeError("the page does not load")

    def press(self, key, times=1):
        for _ in range(times):
            text = {"Enter": "\r", " ": " "}.get(key, "")
            common = dict(key=key, code="Space" if key == " " else key, windowsVirtualKeyCode=KEYS[key])
            self.call("Input.dispatchKeyEvent", type="keyDown", text=text, **common)
            self.call("Input.dispatchKeyEvent", type="keyUp", **common)

    def type(self, text):
        for letter in text:
            self.call("Input.dispatchKeyEvent", type="keyDown", key=letter, text=letter)
            self.call("Input.dispatchKeyEvent", type="keyUp", key=letter)

    def size(self, width, height):
        self.call("Emulation.setDeviceMetricsOverride", width=width, height=height, deviceScaleFactor=1,
                  mobile=False)

    def scheme(self, name):
        self.call("Emulation.setEmulatedMedia", features=[{"name": "prefers-color-scheme", "value": name}])

    def picture(self, path):
        self.run("new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))")
        data = self.call("Page.captureScreenshot", format="png")["data"]
        pathlib.Path(path).write_bytes(base64.b64decode(data))

    def end(self):
        self.process.terminate()
        self.process.wait()


class Checks:
    """Facts that hold or do not."""

    def __init__(self):
        self.failures = 0

    def that(self, holds, words, seen=None):
        print(("ok    " if holds else "FAIL  ") + words + ("" if holds or seen is None else f"; seen: {seen}"))
        self.failures += not holds


COUNT = "document.getElementById('count').textContent"
HASH = "decodeURIComponent(location.hash)"
FOCUS = "document.activeElement.id || document.activeElement.className || document.activeElement.tagName"
CHIPS = "[...document.querySelectorAll('#chips .pill')].map((pill) => pill.textContent)"


def tab_to(browser, test, limit=80):
    """Presses Tab until the focus is on what passes a test; how often, or None."""
    for count in range(1, limit):
        browser.press("Tab")
        if browser.run(f"((e) => {test})(document.activeElement)"):
            return count
    return None


def settle(browser):
    browser.run("new Promise((done) => setTimeout(done, 500))")


def check_keyboard(browser, checks, page):
    browser.open(page)
    all_claims = browser.run(COUNT)
    checks.that("claim" in all_claims, "the number of claims is said", all_claims)
    browser.press("Tab")
    checks.that(browser.run(FOCUS) == "skip", "the first stop of Tab is the skip link", browser.run(FOCUS))
    browser.press("Enter")
    checks.that(browser.run(FOCUS) == "main", "the skip link puts the focus on the results", browser.run(FOCUS))
    browser.open(page)
    checks.that(tab_to(browser, "e.id === 'search'") is not None, "Tab reaches the search field")
    word = browser.run("JSON.parse(document.getElementById('data').textContent).studies[0].name.split(' ')[0]")
    browser.type(word)
    settle(browser)
    found = browser.run(COUNT)
    checks.that(found != all_claims and " of " in found, "typing narrows the claims", found)
    checks.that(browser.run(f"new URLSearchParams({HASH}.slice(1)).get('q')") == word,
                "what is typed goes into the address", browser.run(HASH))
    browser.press("Escape")
    checks.that(browser.run(COUNT) == all_claims, "Escape takes the search back", browser.run(COUNT))
    name = browser.run("""(() => {
      const data = JSON.parse(document.getElementById('data').textContent);
      const used = new Set(data.claims.flatMap((claim) => claim.conditions || []));
      const terms = [...used].map((place) => data.conditions[place]);
      const term = terms.find((term) => (term.names || []).some((name) => name.length < 5)) || terms[0];
      return [(term.names || []).find((name) => name.length < 5) || term.name, term.name, term.id];
    })()""")
    if name:
        tab_to(browser, "e.id === 'pick-condition'")
        browser.type(name[0])
        checks.that(browser.run("document.activeElement.getAttribute('aria-expanded')") == "true",
                    "typing in the field of conditions offers conditions")
        offers = browser.run("[...document.querySelectorAll('#pick-condition-list [role=option]')]"
                             ".map((option) => option.textContent)")
        place = next((place for place, offer in enumerate(offers) if offer.startswith(name[1])), None)
        checks.that(place is not None, f"“{name[0]}” offers {name[1]}", offers)
        browser.press("ArrowDown", (place or 0) + 1)
        checks.that(browser.run("!!document.getElementById("
                                "document.activeElement.getAttribute('aria-activedescendant'))"),
                    "an arrow key makes an offer the active one")
        browser.press("Enter")
        checks.that(f"condition={name[2]}" in browser.run(HASH), "Enter chooses the condition",
                    browser.run(HASH))
        checks.that(any(name[1] in chip for chip in browser.run(CHIPS)), "the condition is shown as chosen",
                    browser.run(CHIPS))
        browser.run("history.back()")
        settle(browser)
        checks.that(browser.run(COUNT) == all_claims, "going back takes the condition back", browser.run(COUNT))
    browser.open(page)
    reached = tab_to(browser, "e.type === 'checkbox' && e.value === 'contradicts'")
    checks.that(reached is not None, "Tab reaches the choices of stance")
    browser.press(" ")
    stanced = browser.run(COUNT)
    checks.that(" of " in stanced, "the space bar chooses a stance", stanced)
    checks.that(browser.run("document.activeElement.value") == "contradicts", "the focus stays on the choice")
    checks.that(tab_to(browser, "e.classList.contains('pill')") is not None, "Tab reaches what is asked for")
    browser.press("Enter")
    checks.that(browser.run(COUNT) == all_claims, "Enter takes it back", browser.run(COUNT))
    checks.that(tab_to(browser, "e.classList.contains('toggle')") is not None, "Tab reaches a claim")
    browser.press("Enter")
    checks.that(browser.run("document.activeElement.getAttribute('aria-expanded')") == "true",
                "Enter unfolds the claim")
    checks.that(browser.run("document.querySelector('.claim.open .body').innerText.length") > 20,
                "the unfolded claim says more")
    checks.that("claim=" in browser.run(HASH), "the address names the claim", browser.run(HASH))


def check_deep_links(browser, checks, page):
    claims = "JSON.parse(document.getElementById('data').textContent).claims"
    browser.open(page)
    for place in ("claims.length - 1", "Math.floor(claims.length / 2)"):
        key = browser.run(f"((claims) => claims[{place}].id)({claims})")
        text = browser.run(f"((claims) => claims[{place}].text)({claims})")
        browser.open(page + "#claim=" + key)
        settle(browser)
        checks.that(browser.run("document.activeElement.textContent") == text,
                    f"#claim={key} puts the focus on its claim",
                    browser.run("document.activeElement.textContent"))
        checks.that(browser.run("!document.activeElement.closest('.claim').querySelector('.body').hidden"),
                    f"#claim={key} unfolds it")
        top = browser.run("document.activeElement.getBoundingClientRect().top")
        checks.that(-1 <= top < browser.run("innerHeight"), f"#claim={key} brings it into view", top)
    browser.open(page + "#stance=none&claim=" + browser.run(
        f"{claims}.find((claim) => (claim.links || []).length).id"))
    settle(browser)
    checks.that(browser.run("document.activeElement.closest('#pinned') !== null"),
                "a claim that the filters leave out is shown all the same")


def check_latency(browser, checks, page, slowest):
    browser.open(page)
    code = """(async () => {
      const rest = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const search = document.getElementById('search');
      const times = {};
      async function time(name, act) {
        const all = [];
        for (let round = 0; round < 5; round += 1) {
          const start = performance.now();
          act(round);
          document.body.getBoundingClientRect();
          all.push(performance.now() - start);
          await rest();
        }
        all.sort((left, right) => left - right);
        times[name] = [all[2], all[4]];
      }
      const type = (text) => { search.value = text; search.dispatchEvent(new Event('input')); };
      await time('one letter', (round) => type('pltrs'[round]));
      await time('two words', (round) => type(['trial study', 'works people', 'no effect', 'pain sleep',
        'claim that'][round]));
      type('');
      const box = (value) => document.querySelector(`input[value="${value}"]`);
      await time('stance', () => box('contradicts').click());
      if (box('contradicts').checked) box('contradicts').click();
      await time('standing', () => document.querySelector('.option input[value=unsupported]').click());
      const from = document.getElementById('people-from');
      await time('people', (round) => {
        from.value = String(20 * round + 10);
        from.dispatchEvent(new Event('input'));
      });
      from.value = '';
      from.dispatchEvent(new Event('input'));
      const sort = document.getElementById('sort');
      await time('order', (round) => {
        sort.value = ['standing', 'people', 'newest', 'evidence', ''][round];
        sort.dispatchEvent(new Event('change'));
      });
      const views = ['matrix', 'studies', 'claims', 'matrix', 'claims'];
      await time('another view', (round) => {
        history.pushState(null, '', '#view=' + views[round]);
        dispatchEvent(new HashChangeEvent('hashchange'));
      });
      return times;
    })()"""
    browser.run("document.readyState")
    load = browser.run("(() => { const t = performance.getEntriesByType('navigation')[0];"
                       " return [t.domInteractive, t.loadEventEnd]; })()")
    print(f"      loading: markup {load[0]:.0f} ms, all {load[1]:.0f} ms; "
          f"{browser.run('document.querySelectorAll(`*`).length')} elements")
    worst = 0
    for name, (median, longest) in browser.run(code).items():
        worst = max(worst, longest)
        print(f"      {name}: median {median:.1f} ms, longest {longest:.1f} ms")
    if slowest:
        checks.that(worst <= slowest, f"every filter takes at most {slowest} ms", worst)


def check_axe(browser, checks, page, axe):
    script = pathlib.Path(axe).read_text(encoding="utf-8")
    browser.call("Page.setBypassCSP", enabled=True)
    first = browser.run("JSON.parse(document.getElementById('data').textContent).claims[0].id")
    places = ["", "#claim=" + first, "#view=matrix", "#view=studies", "#view=plots", "#q=nothingfitsthis"]
    for width, scheme in ((1280, "light"), (1280, "dark"), (390, "light")):
        browser.size(width, 900)
        browser.scheme(scheme)
        for place in places:
            browser.open(page + place)
            browser.run("for (const box of document.querySelectorAll('details')) box.open = true;")
            settle(browser)
            browser.run(script + ";0")
            found = browser.run(
                "axe.run(document, {resultTypes: ['violations']}).then((result) => result.violations.map("
                "(rule) => `${rule.id}: ${rule.help} (${rule.nodes.length}: ${rule.nodes[0].target})`))")
            checks.that(not found, f"axe: no violation at “{place or '#'}”, {width} px, {scheme}", found)


def take_pictures(browser, page, folder):
    os.makedirs(folder, exist_ok=True)
    first = browser.run("JSON.parse(document.getElementById('data').textContent).claims.reduce((best, claim) => "
                        "(claim.links || []).length > (best.links || []).length ? claim : best).id")
    places = {"claims": "", "claim": "#claim=" + first, "matrix": "#view=matrix", "studies": "#view=studies",
              "filtered": "#stance=contradicts&people-from=50", "plots": "#view=plots"}
    for width, height, scheme in ((1280, 900, "light"), (1280, 900, "dark"), (390, 844, "light")):
        browser.size(width, height)
        browser.scheme(scheme)
        for name, place in places.items():
            browser.open(page + place)
            settle(browser)
            browser.picture(f"{folder}/{name}-{width}-{scheme}.png")


def multiplied(page, number, folder):
    """A page with so many claims: those of a page over and over, each round with studies of its own."""
    text = pathlib.Path(page).read_text(encoding="utf-8")
    head, _, rest = text.partition('<script type="application/json" id="data">')
    data, _, tail = rest.partition("</script>")
    data = json.loads(data)
    claims, studies = data["claims"], data["studies"]
    data["claims"], data["studies"] = [], []
    for place in range(number):
        turn, origin = divmod(place, len(claims))
        if origin == 0:
            data["studies"] += [dict(study, id=f"{study['id']}-{turn}", name=f"{study['name']} {turn}")
                                for study in studies]
        claim = dict(claims[origin], id=f"{claims[origin]['id']}-{turn}")
        claim["text"] = f"{claim['text']} ({turn})"
        claim["links"] = [dict(link, study=link["study"] + turn * len(studies))
                          for link in claim.get("links", [])]
        claim["cites"] = [study + turn * len(studies) for study in claim.get("cites", [])]
        data["claims"].append(claim)
    before, _, plain = head.partition("<noscript>")
    plain, _, after = plain.partition("</noscript>")
    # The list for browsers without scripts is as much longer: it has to be loaded too.
    plain = plain * max(1, number // len(claims))
    embedded = json.dumps(data, ensure_ascii=False, separators=(",", ":")).replace("<", "\\u003c")
    path = pathlib.Path(folder) / "many.html"
    path.write_text(before + "<noscript>" + plain + "</noscript>" + after
                    + '<script type="application/json" id="data">' + embedded + "</script>" + tail,
                    encoding="utf-8")
    print(f"      {number} claims, {len(data['studies'])} studies, {path.stat().st_size / 1e6:.1f} MB")
    return path


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("page")
    parser.add_argument("--axe")
    parser.add_argument("--pictures")
    parser.add_argument("--claims", type=int)
    parser.add_argument("--slowest", type=float)
    options = parser.parse_args()
    command = next((found for found in map(shutil.which, (
        "chromium", "chromium-browser", "google-chrome", "chrome")) if found), None)
    if command is None:
        print("skipped: no Chromium here")
        return 0
    checks = Checks()
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        path = multiplied(options.page, options.claims, profile) if options.claims else options.page
        page = pathlib.Path(path).resolve().as_uri()
        browser = Browser(command, profile)
        try:
            browser.size(1280, 900)
            check_keyboard(browser, checks, page)
            check_deep_links(browser, checks, page)
            check_latency(browser, checks, page, options.slowest)
            if options.pictures:
                take_pictures(browser, page, options.pictures)
            if options.axe and os.path.exists(options.axe):
                check_axe(browser, checks, page, options.axe)
            else:
                print("skipped: the rules of axe, for want of axe.min.js")
        finally:
            browser.end()
    print("everything holds" if not checks.failures else f"{checks.failures} do not hold")
    return 1 if checks.failures else 0


if __name__ == "__main__":
    sys.exit(main())
