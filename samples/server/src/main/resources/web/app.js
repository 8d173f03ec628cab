// The page of one bot: follows its events, sends commands, and always says how fresh its numbers are.
import { byId, lineIcon, setBusy, setText, announce } from './dom.js';
import { dayTime, clock } from './format.js';
import { Stream } from './stream.js';
import { Chart } from './chart.js';
import { ChartImage } from './picture.js';
import { Timeline } from './timeline.js';
import { Fills } from './fills.js';
import { Performance } from './performance.js';
import { Replay } from './replay.js';
import { theme, hint } from './theme.js';
import { say, unsay, note, flash } from './banner.js';
import { request, post, isAway, watchHealth } from './server.js';
import { showProfile, showStatus, showAccount, showPrice } from './panels.js';
import { showSituation, showAge } from './situation.js';

const MOVES = { left: 'M10 3L5 8l5 5', right: 'M6 3l5 5-5 5', out: 'M3 8h10', in: 'M3 8h10M8 3v10' };
const NOTICE_MILLIS = 60_000;

let bot = null;
let market = null;
let stream = null;
let status = null;
let account = null;
let lastCandle = null;
let beforeLast = null;
let newestClosed = null;
let lostAt = null;
let checkHealth = () => {};
const chart = new Chart(byId('chart'));
const image = new ChartImage(() => path('chart'), () => newestClosed);
const timeline = new Timeline();
const fills = new Fills();
const performance = new Performance();
const path = (what) => `/api/bots/${encodeURIComponent(bot)}/${what}`;
const replay = new Replay((speed) => post(path('feed'), { speed }).catch((failed) => setText(byId('action-note'), failed.message)));

const handlers = {
  snapshot(snapshot) {
    market = snapshot.profile.market;
    status = snapshot.status;
    account = snapshot.account;
    showProfile(snapshot.profile);
    replay.show(snapshot.feed);
    timeline.show(snapshot.decisions, market);
    fills.show(snapshot.fills, snapshot.fillCount, market);
    performance.show(snapshot.equity, account, market);
    lastCandle = snapshot.forming ?? snapshot.candles.at(-1) ?? null;
    newestClosed = snapshot.candles.at(-1)?.time ?? null;
    beforeLast = snapshot.candles.at(snapshot.forming ? -1 : -2) ?? null;
    chart.show(market, snapshot.candles, snapshot.forming, snapshot.fills);
    money();
    price();
    if (snapshot.notice && Date.now() - Date.parse(snapshot.notice.time) < NOTICE_MILLIS) note(snapshot.notice.text);
  },
  candle(candle) {
    chart.addCandle(candle);
    newestClosed = candle.time;
    image.outdated();
    newest(candle);
  },
  price(candle) {
    chart.setForming(candle);
    newest(candle);
  },
  decision: (decision) => timeline.add(decision),
  fill(fill) {
    fills.add(fill);
    chart.addFill(fill);
  },
  account(line) {
    account = line;
    performance.account(line);
    money();
  },
  state(line) {
    status = line;
    money();
    announce(byId('state').textContent);
    if (line.state !== 'RUNNING') checkHealth();
  },
  feed: (feed) => replay.show(feed),
  notice: (notice) => note(notice.text),
  replaced: (id) => follow(id),
  resumed(missed) {
    if (missed) flash(`Back. ${missed} ${missed === 1 ? 'event' : 'events'} while away.`);
  },
  heartbeat() {},
};

function newest(candle) {
  if (lastCandle && candle.time !== lastCandle.time) beforeLast = lastCandle;
  lastCandle = candle;
  price();
}

function money() {
  const had = document.activeElement;
  showStatus(status);
  showAccount(account, market);
  showSituation(status, account, market);
  showAge(status, account);
  keepFocus(had);
}

/** Whoever pressed a button that is gone now stands on the one that took its place. */
function keepFocus(had) {
  if (!had?.classList.contains('button') || had.offsetParent) return;
  const next = [byId('stop'), byId('start'), byId('bot-name')].find((each) => each.offsetParent);
  next?.focus();
}

function price() {
  showPrice(lastCandle, beforeLast, market);
  if (!lastCandle) return;
  replay.reached(lastCandle.time);
  setText(byId('freshness'), `${replay.clockName()} ${dayTime(lastCandle.time)} UTC`);
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
    setText(byId('action-note'), '');
    unsay('lost');
    checkHealth();
    return;
  }
  if (!lostAt) {
    lostAt = Date.now();
    announce('Connection lost');
    say('lost', 'warn', `Connection lost ${clock(lostAt)} UTC. Numbers are frozen; if the server runs, so do its bots. Reconnecting…`,
      'Retry now', () => stream?.retry());
  }
  followNewest();
}

/** A bot may have been replaced while this page was away. */
async function followNewest() {
  const bots = await request('/api/bots').catch(() => []);
  if (bots.length && !bots.some((each) => each.id === bot)) follow(bots[0].id);
}

function follow(id) {
  if (id === bot) return;
  stream?.close();
  bot = id;
  replay.reset();
  stream = new Stream(bot, ({ type, data }) => handlers[type]?.(data), connection);
}

/** The card already says what an error is about. */
function excuse(failed) {
  if (isAway(failed)) return 'No answer from the server. Nothing is known to have changed; try again.';
  return failed.code === 'BOT_IN_ERROR' ? `Tried again at ${clock(Date.now())} UTC: the bot is still in error.` : failed.message;
}

async function command(button, busy, send) {
  if (button.getAttribute('aria-disabled') === 'true') return;
  const label = [...button.childNodes];
  const wait = document.createTextNode(busy);
  const note = byId('action-note');
  setBusy(button, true);
  button.replaceChildren(wait);
  setText(note, '');
  try {
    await send();
  } catch (failed) {
    setText(note, excuse(failed));
    checkHealth();
  } finally {
    setBusy(button, false);
    if (wait.parentNode === button) button.replaceChildren(...label);
    if (status) money();
  }
}

function controls() {
  const on = (id, busy, send) => { byId(id).onclick = (event) => command(event.currentTarget, busy, send); };
  const changed = (snapshot) => {
    status = snapshot.status;
    account = snapshot.account;
    replay.show(snapshot.feed);
  };
  on('start', 'Starting…', async () => changed(await post(path('start'))));
  on('stop', 'Stopping…', async () => changed(await post(path('stop'))));
  on('start-over', 'Starting over…', async () => follow((await post(path('start-over'))).profile.id));
  on('pause', '…', async () => changed(await post(path('feed'), { paused: !replay.isPaused() })));
  for (const button of document.querySelectorAll('[data-move]')) {
    if (MOVES[button.dataset.move]) button.append(lineIcon(MOVES[button.dataset.move]));
    button.onclick = () => chart.move(button.dataset.move);
  }
  byId('table-view').ontoggle = (event) => {
    if (!event.currentTarget.open || !lastCandle) return;
    setText(byId('table-view-note'), `As it was at ${dayTime(lastCandle.time)} UTC. Close and open it again for newer candles.`);
    byId('table-view-body').replaceChildren(chart.table());
  };
}

async function begin() {
  try {
    const bots = await request('/api/bots');
    const wanted = new URLSearchParams(location.search).get('bot');
    const found = bots.find((each) => each.id === wanted) ?? bots[0];
    if (!found) throw new Error('The server is starting: its database and bots come first.');
    unsay('lost');
    checkHealth = watchHealth();
    follow(found.id);
  } catch (failed) {
    say('lost', isAway(failed) ? 'warn' : 'info', isAway(failed) ? 'The server does not answer. Trying again…' : failed.message);
    setTimeout(begin, 1_000);
  }
}

theme();
hint();
controls();
begin();
