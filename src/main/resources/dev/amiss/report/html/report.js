"use strict";
/*
 * The page of report.html. Everything that comes from the project reaches the page as text, never
 * as markup: `el` makes elements, `visible` shows what would hide or reorder text.
 */
(() => {
  const results = JSON.parse(document.getElementById("results").textContent);
  const mutants = results.mutants || [];
  const summary = results.summary || {};
  const byId = new Map(mutants.map((mutant) => [mutant.id, mutant]));
  const VERDICTS = ["killed", "timeout", "survived", "no-coverage"];
  const WORDS = {"no-coverage": "no coverage"};
  const PAGE = 50;
  const MOST = 2000;

  const $ = (id) => document.getElementById(id);
  const word = (status) => WORDS[status] || status;
  const count = (n, noun) => `${n.toLocaleString("en")} ${noun}${n === 1 ? "" : "s"}`;
  const percent = (share) =>
    share === null || share === undefined ? "–" : `${(Math.floor(share * 1000 + 1e-9) / 10).toFixed(1)} %`;

  /** Controls and what hides or reorders text, one sign for one so that columns stay true. */
  function visible(text) {
    return String(text)
      .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, (c) => String.fromCharCode(0x2400 + c.charCodeAt(0)))
      .replace(/[\u007f-\u009f\u2028\u2029]|\p{Cf}/gu, (c) => "\ufffd".repeat(c.length));
  }

  function clipped(text, most = MOST) {
    const shown = visible(text.length > most ? text.slice(0, most) : text);
    return text.length > most ? `${shown} … (${(text.length - most).toLocaleString("en")} more characters)` : shown;
  }

  /** An element: its attributes, then its children, strings among them as text. */
  function el(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (name === "class") element.className = value;
      else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
      else if (value !== null && value !== undefined && value !== false) element.setAttribute(name, value === true ? "" : value);
    }
    element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
    return element;
  }

  // What a mutant is worth -----------------------------------------------------------------------

  const scoreless = new Set(
    Object.entries(summary.operator || {})
      .filter(([, row]) => row.score === null && row.killed + row.timeout + row.survived + row["no-coverage"] > 0)
      .map(([operator]) => operator));
  const escaped = summary.escaped ? new Set(summary.escaped) : null;
  const isScored = (mutant) => !mutant.twinOf && !scoreless.has(mutant.operator);
  const isTested = (mutant) => mutant.use === "tested";
  const isWorth = (mutant) => mutant.status === "survived" && isScored(mutant) && !mutant.group;
  const rank = (mutant) => (mutant.group ? 4 : 0) + (isTested(mutant) ? 0 : 2) + (mutant.warned ? 1 : 0);

  function why(mutant) {
    const sentences = [];
    if (mutant.status === "survived") {
      sentences.push(isScored(mutant)
        ? "Every test passes with this defect in place."
        : "Every test passes, as it should: this operator preserves behaviour, so it is for linters to see.");
      if (isTested(mutant)) sentences.push("A coroutine is always true, so this condition would decide nothing.");
      sentences.push(mutant.warned ? "Python warned of it, and pytest let that pass." : "Nothing at all could be seen of it.");
    }
    if (mutant.status === "no-coverage") sentences.push("No test runs this line, so a defect here goes unnoticed.");
    if (escaped && escaped.has(mutant.id)) sentences.push("No linter notices it either.");
    if (mutant.cause) sentences.push(`Why: ${mutant.cause}.`);
    if (mutant.reason) sentences.push(`Reason: ${mutant.reason}.`);
    return clipped(sentences.join(" ").replace(/\.\.( |$)/g, ".$1"));
  }

  // The first page -------------------------------------------------------------------------------

  function head() {
    const name = (results.project.root || "").split(/[\\/]/).filter(Boolean).pop() || "project";
    $("project").textContent = visible(name);
    document.title = `${visible(name)} – amiss`;
    const facts = [(results.project.python || "").replace(/ \(.*\)$/s, ""), results.project.pytest && `pytest ${results.project.pytest}`];
    const base = results.baseline;
    if (base) facts.push(`${count(base.tests, "test")} in ${base.seconds.toFixed(1)} s`);
    $("facts").textContent = visible(facts.filter(Boolean).join(" · "));
    $("foot").textContent = visible(`Made by amiss ${results.amiss}. The source view is mutation-testing-elements (Apache-2.0).`);
  }

  /** Neither good nor bad is meant where nothing counts for the score. */
  function bar(row, label, isOut = false) {
    const all = VERDICTS.reduce((sum, verdict) => sum + row[verdict], 0);
    const text = VERDICTS.filter((v) => row[v]).map((v) => `${row[v]} ${word(v)}`).join(", ");
    return el("div", {class: isOut ? "bar out" : "bar", role: "img", "aria-label": `${label}: ${text || "nothing"}`, title: text},
      VERDICTS.filter((verdict) => row[verdict]).map((verdict) => {
        const part = el("i", {class: verdict});
        part.style.flexGrow = row[verdict] / all;
        return part;
      }));
  }

  const valid = (row) => row.killed + row.timeout + row.survived + row["no-coverage"];

  function figure(value, text, big) {
    return el("div", {class: big ? "figure big" : "figure"}, el("b", {}, value), el("span", {}, text));
  }

  /** An interval as a run on a sample reports it, in whichever of its forms. */
  function interval(name) {
    const sample = summary.sample || results.sample;
    const found = summary[`${name}Interval`] || (sample && sample[name]) || (summary.intervals && summary.intervals[name]);
    const ends = Array.isArray(found) ? found : found && [found.low, found.high];
    return ends && ends.length === 2 ? `, 95 % interval ${percent(ends[0])} – ${percent(ends[1])}` : "";
  }

  function score() {
    const all = summary.all;
    const detected = all.killed + all.timeout;
    const section = $("score");
    if (summary.score === null) {
      section.append(el("h2", {id: "score-title"}, "There is no score: no mutant was tested."));
      return;
    }
    section.append(
      el("h2", {id: "score-title", class: "visually-hidden"}, "Score"),
      el("div", {class: "figures"},
        figure(percent(summary.score), `mutation score: ${detected} of ${count(valid(all), "mutant")} detected${interval("score")}`, true),
        figure(percent(summary.strength), `test strength: of the ${valid(all) - all["no-coverage"]} that tests reach${interval("strength")}`),
        typeof summary.scoreWithWarningsAsErrors === "number"
          && figure(percent(summary.scoreWithWarningsAsErrors), "with never-awaited warnings as errors")),
      bar(all, "All mutants"),
      el("ul", {class: "key"}, VERDICTS.map((verdict) =>
        el("li", {}, el("i", {class: verdict, "aria-hidden": "true"}), el("b", {}, String(all[verdict])), ` ${word(verdict)}`))));
    const notes = [];
    const check = results.verify;
    if (check) notes.push(check.disagreements
      ? `${check.disagreements} of ${check.checked} verdicts came out otherwise when judged again by plain pytest.`
      : `${count(check.checked, "verdict")} judged again by plain pytest on the whole suite: all agree.`);
    const base = results.baseline;
    if (base && base.flaky.length) notes.push(`${count(base.flaky.length, "flaky test")} left out.`);
    if (base && base.leftOut.length) notes.push(`${count(base.leftOut.length, "failing test")} left out.`);
    if ((results.unparsed || []).length) notes.push(`${count(results.unparsed.length, "file")} could not be read: ${results.unparsed.slice(0, 3).map((f) => clipped(f.file, 200)).join(", ")}.`);
    notes.forEach((note) => section.append(el("p", {class: "hint"}, note)));
  }

  function table(section, title, rows, filter) {
    const names = Object.keys(rows);
    if (!names.length) { section.hidden = true; return; }
    const heading = el("h2", {id: `${section.id}-title`}, title);
    const cell = (n) => el("td", n ? {} : {class: "quiet"}, n ? String(n) : "–");
    section.append(heading, el("div", {class: "scroll", tabindex: "0", role: "region", "aria-labelledby": heading.id},
      el("table", {},
        el("thead", {}, el("tr", {}, ["", "score", "killed", "timeout", "survived", "no cov."].map((h) => el("th", {scope: "col"}, h)),
          el("th", {scope: "col", class: "share"}, el("span", {class: "visually-hidden"}, "share")))),
        el("tbody", {}, names.map((name) => {
          const row = rows[name];
          const isOut = row.score === null && valid(row) > 0;
          return el("tr", {},
            el("th", {scope: "row"}, el("button", {class: "link", type: "button", onclick: () => choose({[filter]: name, show: "all"})}, visible(name))),
            el("td", {title: isOut ? "preserves behaviour: for linters, not for tests" : null}, isOut ? "for linters" : percent(row.score)),
            VERDICTS.map((verdict) => cell(row[verdict])),
            el("td", {class: "share"}, valid(row) ? bar(row, name, isOut) : el("span", {class: "quiet"}, `${row.ignored} ignored`)));
        })))));
  }

  // Tests and linters ----------------------------------------------------------------------------

  const judged = mutants.filter((mutant) => VERDICTS.includes(mutant.status) && !mutant.twinOf);
  const linted = judged.filter((mutant) => (mutant.linters || []).length);
  const byTests = (mutant) => mutant.status === "killed" || mutant.status === "timeout";

  /** As the project configures it; by itself where the project does not. */
  const configured = new Set(linted.flatMap((m) => m.linters).filter((each) => each.profile === "project").map((each) => each.linter));
  const isUsual = (each) => each.profile === (configured.has(each.linter) ? "project" : "default");
  const byLinter = (mutant) => mutant.linters.some((each) => isUsual(each) && each.status === "detected");

  function detectors() {
    const section = $("detectors");
    section.append(el("h2", {id: "detectors-title"}, "What tests and linters noticed"));
    if (!linted.length) {
      section.append(el("p", {class: "hint"},
        "No linter was asked in this run, so that only the tests are judged here."));
      return;
    }
    const scored = linted.filter(isScored);
    const cell = (tests, linter, text) => {
      const n = scored.filter((m) => byTests(m) === tests && byLinter(m) === linter).length;
      const show = `${tests ? "tests" : "untested"}-${linter ? "linted" : "unlinted"}`;
      return el("button", {class: tests || linter ? "cell" : "cell escaped", type: "button", onclick: () => choose({show})},
        el("b", {}, String(n)), el("span", {}, text));
    };
    section.append(
      el("p", {class: "hint"}, `${count(scored.length, "mutant")} that tests can notice, shown to each linter as the project configures it. Choose a field to see them.`),
      el("div", {class: "picture"},
        el("span", {class: "corner"}), el("span", {class: "head"}, "a linter noticed"), el("span", {class: "head"}, "no linter noticed"),
        el("span", {class: "side"}, "a test noticed"), cell(true, true, "both"), cell(true, false, "tests alone"),
        el("span", {class: "side"}, "no test noticed"), cell(false, true, "linters alone"), cell(false, false, "nobody")));
    heat(section);
    decoys(section);
  }

  /** How linters tell defects from what only looks like them. */
  function decoys(section) {
    const rows = Object.entries(summary.linter || {}).flatMap(([name, each]) =>
      Object.entries(each.precision || {}).map(([operator, precision]) => ({name, operator, precision})));
    if (!rows.length) return;
    const share = (value, interval) => {
      if (!interval) return el("td", {class: "quiet"}, "–");
      const ends = [interval.low, interval.high].map((end) => (end * 100).toFixed(1)).join(" – ");
      return el("td", {}, `${(value * 100).toFixed(1)} %`, el("small", {}, `${ends} %`));
    };
    const headings = ["linter · profile", "operator", "sites", "false alarms", "precision", "F1", "decoys alone", "false alarms there"];
    section.append(el("div", {class: "part"},
      el("h3", {id: "decoys-title"}, "Defects told from decoys"),
      el("p", {class: "hint"}, "Over the sites that have a defect and a decoy, each weighing the same, with 95 % intervals; decoys without a defect at their site say nothing of precision."),
      el("div", {class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "decoys-title"},
        el("table", {class: "heat"},
          el("thead", {}, el("tr", {}, headings.map((heading) => el("th", {scope: "col"}, heading)))),
          el("tbody", {}, rows.map(({name, operator, precision}) => el("tr", {},
            el("th", {scope: "row"}, visible(name)),
            el("td", {}, visible(operator)),
            el("td", {}, String(precision.sites)),
            share(precision.falsePositiveRate, precision.intervals.falsePositiveRate),
            share(precision.precision, precision.intervals.precision),
            share(precision.f1, precision.intervals.f1),
            el("td", {}, String(precision.alone.sites)),
            share(precision.alone.falsePositiveRate, precision.alone.interval))))))));
  }

  function heat(section) {
    const operators = [...new Set(linted.map((mutant) => mutant.operator))].sort();
    const rows = new Map();
    for (const mutant of linted) {
      for (const each of mutant.linters) {
        const key = `${each.linter} · ${each.profile}`;
        const row = rows.get(key) || rows.set(key, new Map()).get(key);
        const tally = row.get(mutant.operator) || row.set(mutant.operator, {detected: 0, missed: 0, error: 0}).get(mutant.operator);
        if (each.status in tally) tally[each.status]++;
      }
    }
    const field = (tally) => {
      const all = tally ? tally.detected + tally.missed : 0;
      if (!all) return el("td", {class: "quiet"}, tally && tally.error ? "error" : "–");
      const share = tally.detected / all;
      const td = el("td", {title: tally.error ? `${tally.error} could not be checked` : null},
        `${Math.floor(share * 100)} %`, el("small", {}, `${tally.detected} of ${all}`));
      td.style.background = `color-mix(in oklab, var(--killed) ${Math.round(share * 55)}%, var(--chip))`;
      return td;
    };
    section.append(el("div", {class: "part"},
      el("h3", {id: "heat-title"}, "Share of mutants that each linter noticed, by operator"),
      el("div", {class: "scroll", tabindex: "0", role: "region", "aria-labelledby": "heat-title"},
        el("table", {class: "heat"},
          el("thead", {}, el("tr", {}, el("th", {scope: "col"}, "linter · profile"), operators.map((o) => el("th", {scope: "col"}, visible(o))))),
          el("tbody", {}, [...rows.keys()].sort().map((key) =>
            el("tr", {}, el("th", {scope: "row"}, visible(key)), operators.map((o) => field(rows.get(key).get(o))))))))));
  }

  // The list of mutants --------------------------------------------------------------------------

  const SHOWS = {
    worth: ["Survivors worth acting on", isWorth],
    survived: ["All survivors", (m) => m.status === "survived"],
    silent: ["Silent survivors", (m) => m.status === "survived" && !m.warned && isScored(m)],
    warned: ["Survivors that Python warned of", (m) => m.status === "survived" && m.warned],
    "no-coverage": ["No coverage", (m) => m.status === "no-coverage"],
    killed: ["Killed", (m) => m.status === "killed"],
    timeout: ["Timeout", (m) => m.status === "timeout"],
    stages: ["Compound mutants", (m) => Boolean(m.stages)],
    escaped: ["Escaped tests and linters", (m) => escaped !== null && escaped.has(m.id)],
    invalid: ["Invalid", (m) => m.status === "invalid"],
    pending: ["Pending", (m) => m.status === "pending"],
    ignored: ["Ignored", (m) => m.status === "ignored"],
    all: ["All but the ignored", (m) => m.status !== "ignored"],
  };
  for (const tests of [true, false]) {
    for (const linter of [true, false]) {
      SHOWS[`${tests ? "tests" : "untested"}-${linter ? "linted" : "unlinted"}`] = [
        `${tests ? "A test" : "No test"}, ${linter ? "a linter" : "no linter"} noticed`,
        (m) => linted.length > 0 && m.linters && m.linters.length > 0 && isScored(m) && VERDICTS.includes(m.status)
          && byTests(m) === tests && byLinter(m) === linter];
    }
  }
  const FIELDS = {q: "filter-text", show: "filter-show", operator: "filter-operator", use: "filter-use"};
  let shown = [];

  function options(select, entries) {
    select.append(...entries.map(([value, text]) => el("option", {value}, text)));
  }

  function fillFilters() {
    const tally = Object.entries(SHOWS).map(([key, [text, test]]) => [key, text, mutants.filter(test).length]);
    options($("filter-show"), tally.filter(([key, , n]) => n > 0 || key === "worth" || key === "all").map(([key, text, n]) => [key, `${text} (${n})`]));
    const operators = [...new Set(mutants.map((m) => m.operator))].sort();
    options($("filter-operator"), [["", "all"], ...operators.map((o) => [o, visible(o)])]);
    const uses = [...new Set(mutants.map((m) => m.use).filter(Boolean))].sort();
    options($("filter-use"), [["", "all"], ...uses.map((u) => [u, visible(u)])]);
    const form = $("filters");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("input", () => { list(); remember(); });
    form.addEventListener("reset", (event) => { event.preventDefault(); choose({}); });
    $("more").addEventListener("click", more);
  }

  const normal = () => (mutants.some(isWorth) ? "worth" : "all");

  function choose(values, isQuiet) {
    for (const [name, id] of Object.entries(FIELDS)) {
      const field = $(id);
      field.value = values[name] || (name === "show" ? normal() : "");
      if (field.selectedIndex === -1) field.value = name === "show" ? "all" : "";
    }
    list();
    if (!isQuiet) {
      remember();
      $("mutants").scrollIntoView();
    }
  }

  function remember() {
    const values = new URLSearchParams();
    for (const [name, id] of Object.entries(FIELDS)) {
      const value = $(id).value;
      if (value && !(name === "show" && value === normal())) values.set(name, value);
    }
    history.replaceState(null, "", values.size ? `#${values}` : "#");
  }

  function matches(mutant, words) {
    const text = `${mutant.id} ${mutant.function} ${mutant.callee ? mutant.callee.name : ""} ${mutant.patch || ""} ${mutant.reason || ""}`.toLowerCase();
    return words.every((each) => text.includes(each));
  }

  function list() {
    const words = $("filter-text").value.toLowerCase().split(/\s+/).filter(Boolean);
    const [, test] = SHOWS[$("filter-show").value] || SHOWS.all;
    const operator = $("filter-operator").value;
    const use = $("filter-use").value;
    shown = mutants.filter((m) => test(m) && (!operator || m.operator === operator) && (!use || m.use === use) && (!words.length || matches(m, words)));
    shown = shown.map((m, i) => [rank(m), i, m]).sort((a, b) => a[0] - b[0] || a[1] - b[1]).map((each) => each[2]);
    $("list").replaceChildren();
    $("count").textContent = `${count(shown.length, "mutant")} of ${mutants.length.toLocaleString("en")}`;
    more();
  }

  function more() {
    const have = $("list").childElementCount;
    $("list").append(...shown.slice(have, have + PAGE).map(item));
    $("more").hidden = have + PAGE >= shown.length;
  }

  function excerpt(mutant) {
    let inHunk = false;
    for (const line of (mutant.patch || "").slice(0, 20000).split("\n")) {
      inHunk = inHunk || line.startsWith("@@");
      if (inHunk && line[0] === "-") return clipped(line.slice(1).trim(), 300);
    }
    return "";
  }

  function item(mutant) {
    const details = el("details", {"data-id": mutant.id},
      el("summary", {},
        el("span", {class: "line"},
          el("span", {class: "name mono"}, clipped(mutant.id, 400)),
          el("span", {class: `chip verdict ${mutant.status}`}, word(mutant.status)),
          mutant.status === "survived" && el("span", {class: "chip"}, mutant.warned ? "warned" : "silent"),
          mutant.use && !isTested(mutant) && el("span", {class: "chip"}, visible(mutant.use)),
          mutant.group && el("span", {class: "chip"}, visible(mutant.group)),
          isTested(mutant) && el("span", {class: "chip danger"}, "tested: always true"),
          mutant.stages && el("span", {class: "chip"}, "compound")),
        el("span", {class: "excerpt mono"}, excerpt(mutant))));
    details.addEventListener("toggle", () => {
      if (details.open && details.childElementCount === 1) details.append(detail(mutant));
    });
    return el("li", {}, details);
  }

  function diff(patch) {
    const lines = patch.replace(/\n$/, "").split("\n");
    const kind = (line) => {
      if (line.startsWith("@@")) return "hunk";
      if (/^(---|\+\+\+) /.test(line)) return "file";
      return line[0] === "+" ? "add" : line[0] === "-" ? "del" : "";
    };
    const pre = el("pre", {class: "diff", tabindex: "0", role: "region", "aria-label": "Diff"},
      lines.slice(0, 400).map((line) => el("span", {class: kind(line)}, clipped(line.replace(/\r$/, "")) || " ")));
    if (lines.length > 400) pre.append(el("span", {class: "hunk"}, `… ${lines.length - 400} more lines: amiss show tells all`));
    return pre;
  }

  function facts(rows) {
    return el("dl", {}, rows.filter(([, value]) => (Array.isArray(value) ? value.length : value)).flatMap(([name, value]) =>
      [el("dt", {}, name), el("dd", {}, Array.isArray(value) ? value.map((v) => clipped(v, 600)).join("\n") : clipped(String(value)))]));
  }

  function some(list, most = 10) {
    return list.length > most ? [...list.slice(0, most), `… and ${list.length - most} more`] : list;
  }

  function stageOf(title, stage) {
    return el("div", {class: "stage"},
      el("h3", {}, `${title} `, el("span", {class: `chip verdict ${stage.status}`}, word(visible(stage.status || "")))),
      facts([["reason", stage.reason], ["killed by", some(stage.killedBy || [], 5)], ["message", stage.message]]),
      stage.patch && diff(stage.patch));
  }

  function stages(mutant) {
    const masked = {status: mutant.status, reason: mutant.reason, killedBy: mutant.tests.killedBy, message: mutant.tests.message, patch: mutant.patch};
    return el("div", {class: "stages"}, stageOf("masked", masked),
      Object.entries(mutant.stages).filter(([name]) => name !== "masked").map(([name, stage]) => stageOf(visible(name), stage || {})));
  }

  function linters(mutant) {
    return (mutant.linters || []).map((each) => {
      const rules = [...new Set((each.findings || []).filter((f) => f.direct).map((f) => f.rule))].join(", ");
      return `${each.linter} (${each.profile}): ${each.status}${rules ? ` by ${rules}` : ""}`;
    });
  }

  function shellQuoted(text) {
    return /^[\w./:@%+=,-]+$/.test(text) ? text : `'${text.replace(/'/g, "'\\''")}'`;
  }

  function detail(mutant) {
    const tests = mutant.tests || {killedBy: []};
    const callee = mutant.callee || {};
    const reached = mutant.isolation ? `${count(tests.covering, "test")} reach it, ${tests.run} run, ${mutant.isolation} in ${mutant.seconds.toFixed(2)} s` : null;
    const hasSource = sources().has(mutant.file);
    const copy = el("button", {class: "act", type: "button", onclick: () => {
      const command = `amiss show ${shellQuoted(mutant.id)}`;
      (navigator.clipboard ? navigator.clipboard.writeText(command) : Promise.reject(new Error("no clipboard")))
        .then(() => { copy.textContent = "Copied"; }, () => { copy.textContent = clipped(command, 400); });
    }}, "Copy amiss show …");
    const words = why(mutant);
    return el("div", {class: "detail"},
      words && el("p", {class: "why"}, words),
      mutant.stages ? stages(mutant) : mutant.patch && diff(mutant.patch),
      facts([
        ["function", mutant.function],
        ["callee", callee.name && `${callee.name} (${callee.known}, ${callee.where})`],
        ["value", mutant.use],
        ["shield", mutant.shield && "a try around it swallows what goes wrong"],
        ["tests", reached],
        ["killed by", mutant.stages ? null : some(tests.killedBy)],
        ["message", mutant.stages ? null : tests.message],
        ["warnings", some(mutant.warnings || [], 5)],
        ["linters", linters(mutant)],
      ]),
      el("p", {class: "actions"},
        el("a", {class: "act", href: `#id=${encodeURIComponent(mutant.id)}`}, "Link to this mutant"),
        hasSource && el("a", {class: "act", href: `#source=${encodeURIComponent(mutant.id)}`}, "In the source"),
        copy));
  }

  // The source view ------------------------------------------------------------------------------

  let mutation = null;
  let known = null;

  /** Files with source, without reading the whole of it at the start. */
  function sources() {
    known = known || new Set(Object.keys(report().files));
    return known;
  }

  function report() {
    mutation = mutation || JSON.parse(document.getElementById("mutation").textContent);
    return mutation;
  }

  /** The document as a person may safely look at it: nothing hidden, no line without end. */
  function shownReport() {
    const files = {};
    for (const [path, file] of Object.entries(report().files)) {
      const lines = file.source.split("\n").map((line) => (line.length > 5 * MOST ? `${line.slice(0, 5 * MOST)} …` : line));
      const within = (p) => ({line: Math.min(p.line, lines.length), column: Math.min(p.column, lines[Math.min(p.line, lines.length) - 1].length + 1)});
      files[visible(path)] = {
        language: file.language,
        source: visible(lines.join("\n")),
        mutants: file.mutants.map((m) => ({
          ...m,
          location: {start: within(m.location.start), end: within(m.location.end)},
          ...(m.replacement === undefined ? {} : {replacement: clipped(m.replacement, 5 * MOST)}),
          ...(m.statusReason === undefined ? {} : {statusReason: clipped(m.statusReason)}),
          description: clipped(m.description || "", 500),
        })),
      };
    }
    return {...report(), files};
  }

  /** The element's own address of a file: without the folders that all files share. */
  function address(file) {
    const folders = [...sources()].map((path) => path.split("/").slice(0, -1));
    let shared = 0;
    while (folders.every((each) => each.length > shared && each[shared] === folders[0][shared])) shared++;
    return visible(file).split("/").slice(shared).map(encodeURIComponent).join("/");
  }

  let app = null;

  function openSource() {
    if (!app) {
      app = document.createElement("mutation-test-report-app");
      app.setAttribute("title-postfix", "amiss");
      app.theme = theme();
      app.report = shownReport();
      app.addEventListener("theme-changed", (event) => setTheme(event.detail.theme));
      $("source").append(app);
      paint();
    }
  }

  function inShadows(root, selector) {
    const found = root.querySelector(selector);
    if (found) return found;
    for (const each of root.querySelectorAll("*")) {
      const deep = each.shadowRoot && inShadows(each.shadowRoot, selector);
      if (deep) return deep;
    }
    return null;
  }

  /** The element draws in its own time, and shows no mutant whose verdict is not ticked. */
  function select(id, tries = 100) {
    const find = (selector) => (app && app.shadowRoot ? inShadows(app.shadowRoot, selector) : null);
    const file = Object.values(report().files).find((each) => each.mutants.some((m) => m.id === id));
    const status = file && file.mutants.find((m) => m.id === id).status;
    const box = find(`[data-status="${status}"] input`);
    const mark = find(`span[data-mutant-id="${CSS.escape(id)}"]`);
    if (box && box.checked && mark) {
      mark.scrollIntoView({block: "center"});
      mark.click();
      return;
    }
    if (box && !box.checked) box.click();
    if (tries > 0) setTimeout(() => select(id, tries - 1), 30);
  }

  // Ways through the page ------------------------------------------------------------------------

  function theme() { return document.documentElement.dataset.theme; }

  /** The element's own colour behind it, to the edge. */
  function paint() {
    if (app) $("source").style.background = app.themeBackgroundColor;
  }

  function setTheme(name) {
    document.documentElement.dataset.theme = name;
    if (app && app.theme !== name) app.theme = name;
    paint();
    try { localStorage.setItem("mutation-testing-elements-theme", name); } catch { /* a page without storage forgets */ }
  }

  function startTheme() {
    const dark = matchMedia("(prefers-color-scheme: dark)");
    let kept = null;
    try { kept = localStorage.getItem("mutation-testing-elements-theme"); } catch { kept = null; }
    document.documentElement.dataset.theme = kept || (dark.matches ? "dark" : "light");
    dark.addEventListener("change", () => { document.documentElement.dataset.theme = dark.matches ? "dark" : "light"; });
    $("theme").addEventListener("click", () => setTheme(theme() === "dark" ? "light" : "dark"));
  }

  function view(name) {
    $("main").hidden = name !== "overview";
    $("source").hidden = name !== "source";
    for (const each of ["overview", "source"]) {
      if (each === name) $(`to-${each}`).setAttribute("aria-current", "page");
      else $(`to-${each}`).removeAttribute("aria-current");
    }
  }

  function openMutant(mutant) {
    choose({show: mutant.status === "ignored" ? "ignored" : "all", q: mutant.id}, true);
    const details = [...document.querySelectorAll("#list details")].find((each) => each.dataset.id === mutant.id);
    if (details) {
      details.open = true;
      details.scrollIntoView({block: "start"});
      details.querySelector("summary").focus({preventScroll: true});
    }
  }

  function route() {
    const hash = location.hash.slice(1);
    if (/^(mutant|test)(\/|$)/.test(hash)) {
      view("source");
      openSource();
      return;
    }
    const values = new URLSearchParams(hash);
    const wanted = byId.get(values.get("source") || values.get("id") || "");
    if (wanted && values.has("source")) {
      location.replace(`#mutant/${address(wanted.file)}`);
      select(wanted.id);
      return;
    }
    if (app) { app.remove(); app = null; document.title = `${$("project").textContent} – amiss`; }
    view("overview");
    if (wanted) openMutant(wanted);
    else if (hash !== "main") choose(Object.fromEntries(values), true);
  }

  startTheme();
  head();
  score();
  table($("operators"), "By operator", summary.operator || {}, "operator");
  table($("uses"), "By what becomes of the value", summary.use || {}, "use");
  detectors();
  fillFilters();
  addEventListener("hashchange", route);
  route();
})();
