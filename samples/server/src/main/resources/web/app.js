// The page of one bot: follows its events, sends commands, and always says how fresh its numbers are.
import { byId, lineIcon, setText, announce } from './dom.js';
import { dayTime, clock } from './format.js';
import { Stream } from './stream.js';
import { Chart } from './chart.js';
import { Timeline, Fills, showProfile, showStatus, showFeed, showAccount, showPrice } from './panels.js';

const INFO = 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 7.2v4M8 4.9v.1';
const WARN = 'M8 2.2L1.8 13.3h12.4zM8 6.6v3.2M8 11.6v.1';
const THEMES = {
  system: ['Colours: as the system', 'M8 2.2a5.8 5.8 0 1 0 0 11.6zM8 2.2a5.8 5.8 0 0 1 0 11.6'],
  light: ['Colours: light', 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M3.2 12.8l1-1M11.8 4.2l1-1'],
  dark: ['Colours: dark', 'M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7z'],
};
const MOVES = { left: 'M10 3L5 8l5 5', right: 'M6 3l5 5-5 5', out: 'M3 8h10', in: 'M3 8h10M8 3v10' };

let bot = null;
let market = null;
let stream = null;
let lastCandle = null;
let beforeLast = null;
let lostAt = null;
let notice = null;
const chart = new Chart(byId('chart'));
const timeline = new Timeline();
const fills = new Fills();

const handlers = {
  snapshot(snapshot) {
    market = snapshot.profile.market;
    showProfile(snapshot.profile);
    showStatus(snapshot.status);
    showFeed(snapshot.feed);
    showAccount(snapshot.account, market);
    timeline.show(snapshot.decisions, market);
    fills.show(snapshot.fills, snapshot.fillCount, market);
    lastCandle = snapshot.forming ?? snapshot.candles.at(-1) ?? null;
    beforeLast = snapshot.candles.at(snapshot.forming ? -1 : -2) ?? null;
    chart.show(market, snapshot.candles, snapshot.forming, snapshot.fills);
    price();
    if (snapshot.notice && Date.now() - Date.parse(snapshot.notice.time) < 60_000) showNotice(snapshot.notice);
  },
  candle(candle) {
    chart.addCandle(candle);
    if (lastCandle && candle.time !== lastCandle.time) beforeLast = lastCandle;
    lastCandle = candle;
    price();
  },
  price(candle) {
    chart.setForming(candle);
    if (lastCandle && candle.time !== lastCandle.time) beforeLast = lastCandle;
    lastCandle = candle;
    price();
  },
  decision: (decision) => timeline.add(decision),
  fill(fill) {
    fills.add(fill);
    chart.addFill(fill);
  },
  account: (account) => showAccount(account, market),
  state(status) {
    showStatus(status);
    announce(`Bot ${status.state.toLowerCase()}`);
  },
  feed: showFeed,
  notice: showNotice,
  resumed(missed) {
    if (missed) flashBanner(`Back. ${missed} ${missed === 1 ? 'event' : 'events'} while away.`);
  },
  heartbeat() {},
};

function price() {
  showPrice(lastCandle, beforeLast, market);
  if (lastCandle) setText(byId('freshness'), `Recorded time ${dayTime(lastCandle.time)} UTC`);
}

function showNotice(value) {
  notice = value;
  if (!lostAt) banner('info', value.text, 'Dismiss', () => { notice = null; hideBanner(); });
}

function banner(kind, text, action, run) {
  const element = byId('banner');
  element.dataset.kind = kind;
  element.querySelector('.banner-icon').replaceChildren(lineIcon(kind === 'info' ? INFO : WARN));
  setText(element.querySelector('p'), text);
  const button = element.querySelector('button');
  button.hidden = !action;
  setText(button, action ?? '');
  button.onclick = run ?? null;
  element.hidden = false;
}

function hideBanner() {
  byId('banner').hidden = true;
}

function flashBanner(text) {
  banner('info', text);
  setTimeout(() => { if (!lostAt) (notice ? showNotice(notice) : hideBanner()); }, 5_000);
}

function connection(state) {
  const words = { live: 'Live', reconnecting: 'Reconnecting', offline: 'Offline', connecting: 'Connecting' };
  const element = byId('link-state');
  element.dataset.state = state;
  setText(element.querySelector('b'), words[state]);
  document.body.classList.toggle('stale', state !== 'live');
  if (state === 'live') {
    if (lostAt) announce('Connection is back');
    lostAt = null;
    if (notice) showNotice(notice); else hideBanner();
  } else if (!lostAt) {
    lostAt = Date.now();
    announce('Connection lost');
    banner('warn', `Connection lost ${clock(lostAt)} UTC. Numbers are frozen; if the server runs, so do its bots. Reconnecting…`,
      'Retry now', () => stream?.retry());
  }
}

async function request(path, options) {
  const answer = await fetch(path, { headers: { 'X-Requested-With': 'trade-tracker' }, signal: AbortSignal.timeout(10_000), ...options });
  const body = await answer.json().catch(() => null);
  if (!answer.ok) throw new Error(body?.error?.message ?? `The server answered ${answer.status}.`);
  return body;
}

async function command(button, busy, path, body) {
  const text = button.textContent;
  const note = byId('action-note');
  button.disabled = true;
  button.setAttribute('aria-busy', 'true');
  setText(button, busy);
  setText(note, '');
  try {
    const snapshot = await request(path, { method: 'POST', body: body === undefined ? undefined : JSON.stringify(body) });
    showStatus(snapshot.status);
    showFeed(snapshot.feed);
  } catch (failed) {
    setText(note, failed.name === 'TimeoutError' || failed instanceof TypeError
      ? 'No answer from the server. Nothing is known to have changed; try again.' : failed.message);
  } finally {
    button.disabled = false;
    button.removeAttribute('aria-busy');
    if (button.textContent === busy) setText(button, text);
  }
}

function controls() {
  const path = (what) => `/api/bots/${encodeURIComponent(bot)}/${what}`;
  byId('start').onclick = (event) => command(event.currentTarget, 'Starting…', path('start'));
  byId('stop').onclick = (event) => command(event.currentTarget, 'Stopping…', path('stop'));
  byId('pause').onclick = (event) => {
    const resume = event.currentTarget.textContent.startsWith('Resume');
    command(event.currentTarget, resume ? 'Resuming…' : 'Pausing…', path('feed'), { paused: !resume });
  };
  byId('speed').onchange = (event) => request(path('feed'), { method: 'POST', body: JSON.stringify({ speed: Number(event.currentTarget.value) }) })
    .catch((failed) => setText(byId('action-note'), failed.message));
  for (const button of document.querySelectorAll('[data-move]')) {
    if (MOVES[button.dataset.move]) button.append(lineIcon(MOVES[button.dataset.move]));
    button.onclick = () => chart.move(button.dataset.move);
  }
  byId('table-view').ontoggle = (event) => {
    if (event.currentTarget.open) byId('table-view-body').replaceChildren(chart.table());
  };
}

function theme() {
  const names = Object.keys(THEMES);
  const apply = (name) => {
    if (name === 'system') delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = name;
    const button = byId('theme');
    button.setAttribute('aria-label', THEMES[name][0]);
    button.title = THEMES[name][0];
    button.replaceChildren(lineIcon(THEMES[name][1]));
    button.onclick = () => {
      const next = names[(names.indexOf(name) + 1) % names.length];
      localStorage.setItem('theme', next);
      apply(next);
    };
  };
  const stored = localStorage.getItem('theme');
  apply(names.includes(stored) ? stored : 'system');
}

async function begin() {
  try {
    const bots = await request('/api/bots');
    const wanted = new URLSearchParams(location.search).get('bot');
    const found = bots.find((each) => each.id === wanted) ?? bots[0];
    if (!found) throw new Error('The server is starting: its database and bots come first.');
    bot = found.id;
    controls();
    stream = new Stream(bot, ({ type, data }) => handlers[type]?.(data), connection);
  } catch (failed) {
    const away = failed instanceof TypeError || failed.name === 'TimeoutError';
    banner(away ? 'warn' : 'info', away ? 'The server does not answer. Trying again…' : failed.message);
    setTimeout(begin, 1_000);
  }
}

theme();
begin();
