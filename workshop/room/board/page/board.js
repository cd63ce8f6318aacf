// The board's page: what the room tells, as it comes, and what the instructor wishes.

const find = (selector, within = document) => within.querySelector(selector);

/** The course: lessons, each with its exercises' full names. */
let lessons = [];
/** What is known of each learner, by seat. */
const learners = new Map();
let stuck = [], hands = [], answers = [], rules = {}, clock = { began: null, added: {}, slots: [] };

/** Make an element. Everything that comes from a seat goes through here, as text. */
function make(tag, { text, ...properties } = {}, ...children) {
  const element = Object.assign(document.createElement(tag), properties);
  if (text !== undefined) {
    element.textContent = text;
  }
  element.append(...children);
  return element;
}

const numberOf = lesson => String(lesson.number).padStart(2, '0');
const shortName = exercise => exercise.split('.').at(-1);
const nameOf = seat => learners.get(seat)?.name ?? seat;
const minutesSince = moment => Math.max(0, Math.round((Date.now() / 1000 - moment) / 60));

// What comes from the room.

const news = new EventSource('news');
news.addEventListener('course', ({ data }) => {
  lessons = JSON.parse(data);
  learners.clear();
  rows.clear();
  delete find('#standings thead').dataset.shown;
  find('#lessons ul').replaceChildren(...lessons.map(
    lesson => make('li', {}, `${numberOf(lesson)} ${lesson.title} `, ...shown(lesson))));
  find('#deed-lesson').replaceChildren(...lessons.map(
    (lesson, index) => make('option', { value: index, text: `${numberOf(lesson)} ${lesson.title}` })));
  const every = find('#of').firstElementChild;
  find('#of').replaceChildren(every, ...lessons.flatMap(lesson => lesson.exercises.map(
    each => make('option', { value: each, text: shortName(each) }))));
});
news.addEventListener('message', ({ data }) => {
  const told = JSON.parse(data);
  told.gone.forEach(seat => learners.delete(seat));
  told.learners.forEach(each => learners.set(each.learner, each));
  ({ stuck, hands, answers, rules, clock } = told);
  const pinned = find('#pinned');
  if (document.activeElement !== pinned) {
    pinned.value = told.pinned;
  }
  draw();
});
news.addEventListener('open', () => { find('#away').hidden = true; });
news.addEventListener('error', () => { find('#away').hidden = false; });

// What is shown.

function draw() {
  const all = [...learners.values()].sort((a, b) => a.name.localeCompare(b.name));
  const here = all.filter(each => each.here).length;
  find('#counts').textContent = `${here} online, ${all.length} in total`;
  drawClock(all);
  drawHelping(all);
  drawStuck();
  drawHands();
  drawStandings(all);
  drawExercises(all);
  drawAnswers();
  drawRules();
  const to = find('#to'), chosen = to.value;
  to.replaceChildren(to.firstElementChild, ...all.map(
    each => make('option', { value: each.learner, text: each.name })));
  to.value = chosen;
  for (const section of document.querySelectorAll('section')) {
    const nothing = find('.nothing', section);
    if (nothing) {
      nothing.hidden = !!find('li, tbody tr', section);
    }
  }
}

/** Links to what there is to show of a lesson, each in a tab of its own. */
function shown(lesson) {
  return [['slides', 'Slides'], ['notes', 'Notes']].map(([kind, text]) => {
    const link = make('a', { href: `${kind}/${lesson.number}`, target: kind, text });
    link.setAttribute('aria-label', `${text} of ${numberOf(lesson)} ${lesson.title}`);
    return link;
  });
}

/** The slots as they are now: what one lasts longer, the time for questions pays for. */
function slotsNow() {
  let owed = Object.values(clock.added).reduce((sum, minutes) => sum + minutes, 0);
  return clock.slots.map((slot, place) => {
    const longer = slot.minutes + (clock.added[place] ?? 0);
    const paid = slot.kind === 'questions' ? Math.min(owed, longer) : 0;
    owed -= paid;
    return { ...slot, minutes: longer - paid };
  });
}

/** The place of the slot that it's time for, and when it ends: minutes from the beginning. */
function slotAt(slots, passed) {
  let until = 0, at = 0;
  while (at < slots.length && passed >= until + slots[at].minutes) {
    until += slots[at].minutes;
    at += 1;
  }
  return { at, until: until + (slots[at]?.minutes ?? 0) };
}

const minutesPassed = () => (Date.now() / 1000 - clock.began) / 60;

/** The lesson that it's time for, by the clock; none before, after, or in a break. */
function lessonNow() {
  const slots = slotsNow();
  const slot = clock.began === null ? undefined : slots[slotAt(slots, minutesPassed()).at];
  return lessons.find(each => each.number === slot?.lesson);
}

/** Where the session should be by its agenda, and where the room is. */
function drawClock(all) {
  const { began } = clock;
  const slots = slotsNow();
  find('#no-agenda').hidden = !!slots.length;
  find('[data-clock=begin]').hidden = !slots.length || began !== null;
  find('[data-clock=more]').hidden = find('[data-clock=stop]').hidden = !slots.length || began === null;
  const total = slots.reduce((sum, slot) => sum + slot.minutes, 0);
  find('#now-shown').replaceChildren();
  if (began === null || !slots.length) {
    find('#now').textContent = slots.length ? `${total} minutes, not started` : '';
    find('#room-is').textContent = '';
    return;
  }
  const passed = minutesPassed();
  const { at, until } = slotAt(slots, passed);
  if (at === slots.length) {
    find('#now').textContent = 'The session is over';
    find('#room-is').textContent = '';
    return;
  }
  const lesson = lessonNow();
  find('#now-shown').replaceChildren(...(lesson ? shown(lesson) : []));
  const ends = new Date((began + total * 60) * 1000).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });
  const left = Math.ceil(until - passed);
  const next = slots[at + 1] ? `, then ${slots[at + 1].title}` : '';
  find('#now').textContent = `${slots[at].title}: ${left} min left${next}`;
  // The exercises whose time is over, and the one whose time it is.
  const due = slots.slice(0, at + 1).filter(slot => slot.exercise).map(slot => slot.exercise);
  const here = all.filter(each => each.here);
  const count = exercise => here.filter(
    each => ['done', 'given'].includes(each.attempts[exercise]?.outcome)).length;
  const behind = due.find(exercise => count(exercise) < here.length / 2);
  find('#room-is').textContent = `Ends at ${ends}. ` + (!due.length || !here.length ? ''
    : `${count(due.at(-1))} of ${here.length} have done ${shortName(due.at(-1))}. `
      + (behind && behind !== due.at(-1) ? `Half of the room is at ${shortName(behind)}, or before it.` : ''));
}

/** In whose JupyterLab the instructor is. */
function drawHelping(all) {
  const helped = all.filter(each => each.helped);
  find('#helping').hidden = !helped.length;
  find('#helping').replaceChildren(...helped.map(({ learner, name }) => {
    const stop = make('button', { type: 'button', text: `Stop helping ${name}` });
    stop.onclick = () => stopHelping(learner);
    return stop;
  }));
}

function drawStuck() {
  find('#stuck ol').replaceChildren(...stuck.map(({ exercise, title, learners: seats }) => {
    const people = seats.length === 1 ? 'one person' : `${seats.length} people`;
    const count = make('span', { className: 'count', text: seats.length, ariaHidden: 'true' });
    const spoken = make('span', { className: 'spoken', text: `${people}: ` });
    const what = make('div', {}, spoken, make('em', { text: title }), ' ',
      make('span', { className: 'dim', text: shortName(exercise) }));
    const who = make('div', { className: 'dim names', text: seats.map(nameOf).join(', ') });
    return make('li', {}, count, make('div', {}, what, who));
  }));
}

function drawHands() {
  find('#hands ol').replaceChildren(...hands.map(seat => {
    const since = learners.get(seat)?.raised;
    const waits = since ? `${minutesSince(since)} min` : '';
    const seen = make('button', { type: 'button', text: 'Lower hand' });
    seen.setAttribute('aria-label', `Lower the hand of ${nameOf(seat)}`);
    seen.onclick = () => wish('DELETE', `hands/${encodeURIComponent(seat)}`);
    return make('li', {}, make('span', {}, opener(seat), ' ',
      make('span', { className: 'dim', text: waits })), seen);
  }));
}

/** The lessons of the agenda, and those that somebody has begun; without an agenda all of them. */
function columnsOf(all) {
  const planned = new Set(clock.slots.map(slot => slot.lesson));
  const begun = new Set(all.flatMap(each => Object.keys(each.attempts)));
  return clock.slots.length
    ? lessons.filter(lesson => planned.has(lesson.number) || lesson.exercises.some(each => begun.has(each)))
    : lessons;
}

/** The rows that are shown, by seat; each is made again when its learner has changed, or a minute later. */
const rows = new Map();

function drawStandings(all) {
  const focused = document.activeElement?.dataset?.seat;
  const minute = Math.floor(Date.now() / 60000);
  const columns = columnsOf(all);
  const shownNow = columns.map(numberOf).join();
  if (shownNow !== find('#standings thead').dataset.shown) {
    find('#standings thead').dataset.shown = shownNow;
    rows.clear();
    const head = find('#standings thead tr');
    head.replaceChildren(head.firstElementChild, ...columns.map(
      lesson => make('th', { scope: 'col', text: numberOf(lesson), title: lesson.title })));
  }
  for (const seat of rows.keys()) {
    if (!learners.has(seat)) {
      rows.delete(seat);
    }
  }
  find('#standings tbody').replaceChildren(...all.map(learner => {
    const known = rows.get(learner.learner);
    if (known?.learner === learner && known.minute === minute) {
      return known.row;
    }
    const row = make('tr', { className: learner.here ? '' : 'away' });
    row.append(make('th', { scope: 'row' }, opener(learner.learner)));
    for (const lesson of columns) {
      row.append(make('td', {}, ...marks(learner, lesson)));
    }
    rows.set(learner.learner, { learner, minute, row });
    return row;
  }));
  if (focused) {
    find(`#standings [data-seat="${CSS.escape(focused)}"]`)?.focus();
  }
}

/** One sign for each exercise of a lesson, and the same in words. */
function marks(learner, lesson) {
  const words = [];
  const signs = lesson.exercises.map(exercise => {
    const attempt = learner.attempts[exercise];
    const [kind, sign, word] = standing(attempt);
    words.push(`${shortName(exercise)}: ${word}`);
    return make('span', { className: `mark ${kind}`, text: sign, ariaHidden: 'true',
      title: `${shortName(exercise)}: ${word}` });
  });
  return [...signs, make('span', { className: 'spoken', text: words.join('; ') })];
}

function standing(attempt) {
  if (!attempt || attempt.outcome === 'not_attempted') {
    return ['', '○', 'not begun'];
  }
  if (attempt.outcome === 'given') {
    return ['', '◇', 'given'];
  }
  if (attempt.outcome === 'done') {
    return ['done', '●', `done after ${attempt.tries ? `${attempt.tries + 1} checks` : '1 check'}`];
  }
  const tries = attempt.tries === 1 ? '1 check' : `${attempt.tries} checks`;
  const word = `trying for ${minutesSince(attempt.began)} min, ${tries}: ${attempt.title}`;
  return [attempt.spinning ? 'spinning' : 'trying', '◐', word];
}

function drawExercises(all) {
  const rows = lessons.flatMap(lesson => lesson.exercises).map(exercise => {
    const attempts = all.map(each => each.attempts[exercise]).filter(Boolean);
    const done = attempts.filter(each => each.outcome === 'done').length;
    return [exercise, done, attempts.filter(each => each.outcome === 'not_yet').length];
  }).filter(([, done, trying]) => done || trying);
  find('#exercises tbody').replaceChildren(...rows.map(([exercise, done, trying]) =>
    make('tr', {}, make('th', { scope: 'row', text: shortName(exercise) }),
      make('td', { text: done }), make('td', { text: trying }),
      make('td', { className: 'wide' }, make('progress', { max: all.length, value: done })))));
}

/** What people said at a lesson's end, without their names. */
function drawAnswers() {
  find('#answers ul').replaceChildren(...lessons.flatMap(lesson => {
    const own = answers.filter(each => each.lesson === lesson.name);
    const said = [...new Set(own.map(each => each.question))].map(question =>
      make('li', {}, `${question} `, make('strong', {
        text: own.filter(each => each.question === question)
          .map(each => `${each.answer} ${each.people}`).join(', ')
      })));
    return said.length ? [make('li', {}, `${numberOf(lesson)} ${lesson.title}`, make('ul', {}, ...said))] : [];
  }));
}

function drawRules() {
  const when = rule => rule === null ? 'locked' : rule ? `open after ${rule}` : 'open';
  const of = name => name === '*' ? 'every exercise' : shortName(name);
  find('#rules').replaceChildren(...['hints', 'solution'].flatMap(what =>
    Object.entries(rules[what] ?? {}).map(([name, rule]) =>
      make('li', { text: `${what === 'hints' ? 'Hints' : 'Solutions'} of ${of(name)}: ${when(rule)}` }))));
}

/** The place of the lesson that somebody was at last. */
function lastLesson(seat) {
  const at = learners.get(seat)?.at;
  return Math.max(0, lessons.findIndex(lesson => lesson.exercises.includes(at)));
}

/** A button with a learner's name; it opens what is known and what can be done. */
function opener(seat) {
  const button = make('button', { type: 'button', className: 'plain', text: nameOf(seat) });
  button.dataset.seat = seat;
  button.onclick = () => {
    const dialog = find('#learner');
    dialog.dataset.seat = seat;
    find('h2', dialog).textContent = nameOf(seat);
    const lesson = lessonNow();
    find('#deed-lesson').value = String(lesson ? lessons.indexOf(lesson) : lastLesson(seat));
    find('[data-do=leave]', dialog).hidden = !learners.get(seat)?.helped;
    find('#certificate').hidden = !Object.values(learners.get(seat)?.attempts ?? {}).some(
      attempt => attempt.outcome === 'done');
    find('#certificate').href = `certificate/${encodeURIComponent(seat)}`;
    find('[data-do=lower]', dialog).hidden = !hands.includes(seat);
    const begun = Object.entries(learners.get(seat)?.attempts ?? {});
    find('ul', dialog).replaceChildren(...begun.map(([exercise, attempt]) =>
      make('li', { text: `${shortName(exercise)}: ${standing(attempt)[2]}` })));
    dialog.showModal();
  };
  return button;
}

// What the instructor wishes.

async function wish(method, path, body, done = 'Done.') {
  const headers = { 'X-Workshop-Board': '1', 'Content-Type': 'application/json' };
  const answer = await fetch(path, { method, headers, body: body && JSON.stringify(body) })
    .catch(() => ({ ok: false, status: 0 }));
  if (answer.status === 401) {
    location.reload(); // logged in again, it comes back here
  }
  const why = answer.ok ? '' : await answer.json?.().then(({ detail }) => detail, () => '');
  const failed = typeof why === 'string' && why ? why : `That didn't work (${answer.status}). Try again.`;
  find('#said').textContent = answer.ok ? done : failed;
  return answer.ok ? answer : null;
}

find('#clock').onclick = event => {
  const what = event.target.dataset.clock;
  if (what === 'begin') {
    void wish('PUT', 'clock', { began: Date.now() / 1000, added: {} }, 'The session has begun.');
  } else if (what === 'more') {
    const slots = slotsNow();
    const at = Math.min(slotAt(slots, minutesPassed()).at, slots.length - 1);
    const added = { ...clock.added, [at]: (clock.added[at] ?? 0) + 5 };
    void wish('PUT', 'clock', { began: clock.began, added }, `Five minutes more for ${slots[at].title}.`);
  } else if (what === 'stop') {
    void wish('PUT', 'clock', { began: null }, 'The clock is stopped.');
  }
};
find('#send').onsubmit = async event => {
  event.preventDefault();
  const text = find('#text');
  const to = find('#to').value;
  const sent = `Sent to ${to ? nameOf(to) : 'everybody'}.`;
  if (await wish('POST', 'messages', { learner: to || null, text: text.value }, sent)) {
    text.value = '';
  }
};
find('#laptop').onsubmit = async event => {
  event.preventDefault();
  const answer = await wish('POST', 'laptops', { name: find('#whose').value }, 'The link is below.');
  if (answer) {
    const { token } = await answer.json();
    const board = new URL('.', location.href).href.replace(/\/$/, '');
    find('#laptop-link').textContent = `workshop lab --room "${board}#${token}"`;
  }
};
find('#pin').onsubmit = event => {
  event.preventDefault();
  const text = find('#pinned').value;
  void wish('PUT', 'pinned', { text }, text ? 'Pinned in every course panel.' : 'Nothing is pinned any more.');
};
find('#rule').onsubmit = event => {
  event.preventDefault();
  const when = find('#when').value;
  void wish('PUT', 'rules', {
    what: find('#what').value, exercise: find('#of').value, rule: when === '' ? null : Number(when)
  }, 'The rule is set.');
};
find('#learner').onclick = event => {
  const { seat } = find('#learner').dataset;
  const path = encodeURIComponent(seat);
  const deed = event.target.dataset.do;
  if (deed === 'reset' || deed === 'catch_up') {
    const lesson = lessons[find('#deed-lesson').value];
    if (deed === 'reset' && !confirm(`Reset ${lesson.title} for ${nameOf(seat)}? What they have goes to their backups.`)) {
      return;
    }
    const reset = `${lesson.title} was put back as it came. Close its notebook without saving, and open it again. What you had is in .workshop/backups.`;
    const given = `You have our solutions of what comes before ${lesson.title}, marked ◇. Nothing of yours was changed. Press Continue in the course panel.`;
    const done = deed === 'reset' ? `${nameOf(seat)} has ${lesson.title} as it came.`
      : `${nameOf(seat)} has the solutions of what comes before ${lesson.title}.`;
    void wish('POST', 'deeds', { learner: seat, what: deed, lesson: String(lesson.number) }, done).then(
      answer => answer && wish('POST', 'messages', { learner: seat, text: deed === 'reset' ? reset : given }));
  } else if (deed === 'help') {
    // Opened by the click itself, before the answer: a browser blocks what opens later.
    const tab = window.open('', `help-${seat}`);
    void wish('PUT', `help/${path}`, undefined, `You're in ${nameOf(seat)}'s JupyterLab.`).then(async answer => {
      if (answer) {
        tab.location = (await answer.json()).url;
      } else {
        tab.close();
      }
    });
  } else if (deed === 'revoke') {
    void wish('DELETE', `laptops/${path}`, undefined, `${nameOf(seat)}'s token is worthless now.`);
  } else if (deed === 'leave') {
    stopHelping(seat);
  } else if (deed === 'lower') {
    void wish('DELETE', `hands/${path}`);
  } else if (deed === 'forget' && confirm(`Delete what the board knows of ${nameOf(seat)}?`)) {
    void wish('DELETE', `learners/${path}`);
  } else if (deed === 'message') {
    find('#to').value = seat;
    find('#text').focus();
  }
  if (deed) {
    find('#learner').close();
  }
};

function stopHelping(seat) {
  void wish('DELETE', `help/${encodeURIComponent(seat)}`, undefined, `You've left ${nameOf(seat)}'s JupyterLab.`);
}

// The projector's view has an address of its own: a page that is loaded again shows no names either.
function project(isOn) {
  document.body.classList.toggle('projector', isOn);
  find('#projector').setAttribute('aria-pressed', isOn);
  history.replaceState(null, '', isOn ? '#projector' : location.pathname);
}
const isProjected = () => document.body.classList.contains('projector');
project(location.hash === '#projector');
find('#projector').onclick = () => project(!isProjected());
document.addEventListener('keydown', event => {
  const isTyping = event.target.closest('input, textarea, select, dialog');
  if (event.key === 'p' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey) {
    project(!isProjected());
  }
});
setInterval(draw, 30_000); // minutes pass
