// The parts of the page that are text: head, tiles, decisions and fills.
import { byId, el, icon, setText, announce } from './dom.js';
import { fixed, signed, direction, dayTime, span, indicatorName } from './format.js';

const STATES = { STARTING: ['dot', 'Starting'], RUNNING: ['play', 'Running'], STOPPED: ['stop', 'Stopped'], FAULTED: ['cross', 'Error'] };
const MARKS = { BUY: ['up', 'buy'], SELL: ['down', 'sell'], EXIT: ['cross', ''], REFUSED: ['cross', 'refused'] };
const REASONS = { ENTRY: 'Opened the position', EXIT: 'Closed the position', REVERSE: 'Reversed the position',
  STOP_LOSS: 'Stop loss reached', TAKE_PROFIT: 'Take profit reached', TRAILING_STOP: 'Trailing stop reached', EXTERNAL: 'Made elsewhere' };
const MOST_ROWS = 200;

const arrow = (value) => ({ up: '\u25B2 ', down: '\u25BC ', '': '' })[direction(value)];

/** `allowShort true` reads as `allow short`. */
function setting(name, value) {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return value === 'true' ? words : value === 'false' ? `no ${words}` : `${words} ${value}`;
}

export function showProfile(profile) {
  setText(byId('bot-name'), profile.name);
  setText(byId('plan'), profile.plan);
  const settings = Object.entries(profile.strategy.parameters).map(([name, value]) => setting(name, value)).join(', ');
  setText(byId('strategy'), `${profile.strategy.name} (${settings}): ${profile.strategy.summary}`);
  setText(byId('chart-title'), profile.market.instrument);
  setText(byId('chart-meta'), `${profile.market.timeframe} candles · ${profile.market.currency}`);
}

export function showStatus(status) {
  const [mark, word] = STATES[status.state] ?? ['dot', status.state];
  const element = byId('state');
  element.dataset.state = status.state;
  element.replaceChildren(icon(mark), word, ...(status.reason ? [el('span', 'reason', status.reason)] : []));
  byId('start').hidden = status.state !== 'STOPPED';
  byId('stop').hidden = status.state !== 'RUNNING';
}

export function showFeed(feed) {
  byId('feed').hidden = !feed;
  if (!feed) return;
  const round = feed.round > 1 ? ` · round ${feed.round}` : '';
  const recorded = feed.from ? span(feed.from, feed.to) : '';
  setText(byId('feed-text'), `Real trades of ${recorded}${feed.paused ? ', paused' : `, replayed ${feed.speed}× as fast`}${round}`);
  const select = byId('speed');
  if (document.activeElement !== select) {
    const text = String(feed.speed);
    if (![...select.options].some((option) => option.value === text)) select.append(new Option(`${text}×`, text));
    select.value = text;
  }
  setText(byId('pause'), feed.paused ? 'Resume replay' : 'Pause replay');
}

function tile(id, value, tone, unit, sub, subTone) {
  const [valueElement, subElement] = byId(id).querySelectorAll('p');
  valueElement.className = `value ${tone}`;
  valueElement.replaceChildren(value, ...(unit ? [el('span', 'unit', unit)] : []));
  subElement.className = `sub ${subTone ?? ''}`;
  setText(subElement, sub || '\u00A0');
}

export function showAccount(account, market) {
  const unit = market.currency;
  if (!account) {
    for (const id of ['tile-equity', 'tile-today', 'tile-position']) tile(id, '\u2013', '', '', 'Not known yet');
    return;
  }
  tile('tile-equity', fixed(account.equity, 2), '', unit,
    `${arrow(account.profit)}${signed(account.profit, 2)} (${signed(account.profitPercent, 2)} %) since the start`, direction(account.profit));
  tile('tile-today', signed(account.today, 2), direction(account.today), unit,
    account.today === null ? 'Known after the first candle' : 'since 00:00 UTC of the recorded day');
  const position = account.position;
  if (position) {
    const long = position.side === 'LONG';
    tile('tile-position', `${long ? '\u25B2 Long' : '\u25BC Short'} ${fixed(position.quantity, market.quantityDecimals)}`, long ? 'up' : 'down', '',
      `from ${fixed(position.averagePrice, market.priceDecimals)} · ${signed(position.profit, 2)} ${unit}`, direction(position.profit));
  } else {
    tile('tile-position', 'None', '', '', 'The bot waits for its next signal');
  }
  document.title = `${arrow(account.profit)}${signed(account.profit, 2)} ${unit} · PAPER · Trade Tracker`;
}

export function showPrice(candle, before, market) {
  if (!candle) {
    tile('tile-price', '\u2013', '', '', 'No price yet');
    return;
  }
  const change = before ? candle.c - before.c : 0;
  tile('tile-price', fixed(candle.c, market.priceDecimals), '', market.currency,
    `${arrow(change)}${signed(change, market.priceDecimals)} since the candle before`, direction(change));
}

function decisionItem(decision, market) {
  const [mark, tone] = MARKS[decision.action] ?? ['dot', ''];
  const time = el('time', '', dayTime(decision.time));
  time.dateTime = decision.time;
  const values = Object.entries(decision.values)
    .map(([name, value]) => el('span', '', `${indicatorName(name)} `, el('b', '', fixed(value, market.priceDecimals))));
  const why = decision.reason.replace(/\b[a-z]+\([^()]*\)/gi, (name) => indicatorName(name));
  return el('li', '', el('span', `mark ${tone}`, icon(mark)), el('span', 'what', decision.text), time,
    why ? el('p', 'why', why) : null, values.length ? el('p', 'values', ...values) : null);
}

export class Timeline {
  #list = byId('timeline'); #pill = byId('new-decisions'); #waiting = []; #market = null; #count = 0;

  constructor() {
    this.#pill.addEventListener('click', () => { this.#list.scrollTop = 0; this.#release(); });
    this.#list.addEventListener('scroll', () => { if (this.#list.scrollTop < 8) this.#release(); });
  }

  show(decisions, market) {
    this.#market = market;
    this.#waiting = [];
    this.#count = decisions.length;
    this.#list.replaceChildren(...decisions.map((decision) => decisionItem(decision, market)));
    if (decisions.length === 0) {
      this.#list.append(el('li', 'empty', el('b', '', 'No decisions yet'),
        'The bot looks at the market each time a candle closes. What it decides, and why, appears here.'));
    }
    this.#label();
  }

  add(decision) {
    this.#count++;
    this.#waiting.push(decision);
    if (this.#list.scrollTop < 8) this.#release();
    this.#label();
  }

  #release() {
    if (this.#waiting.length) this.#list.querySelector('.empty')?.remove();
    for (const decision of this.#waiting) this.#list.prepend(decisionItem(decision, this.#market));
    this.#waiting = [];
    while (this.#list.children.length > MOST_ROWS) this.#list.lastChild.remove();
    this.#label();
  }

  #label() {
    this.#pill.hidden = this.#waiting.length === 0;
    setText(this.#pill, `${this.#waiting.length} new`);
    setText(byId('decision-count'), this.#count ? `latest ${Math.min(this.#count, MOST_ROWS)}` : '');
  }
}

function fillRow(fill, market) {
  const buy = fill.side === 'BUY';
  const cell = (name, numeric, ...content) => el('td', `c-${name}${numeric ? ' n' : ''}`, ...content);
  const value = Number(fill.quantity) * Number(fill.price);
  return el('tr', '',
    cell('time', false, dayTime(fill.time)),
    cell('side', false, el('span', `side ${buy ? 'up' : 'down'}`, icon(buy ? 'up' : 'down'), buy ? 'Buy' : 'Sell')),
    cell('quantity', true, fixed(fill.quantity, market.quantityDecimals)),
    cell('price', true, fixed(fill.price, market.priceDecimals)),
    cell('value', true, fixed(value, 2)),
    cell('reason', false, REASONS[fill.reason] ?? fill.reason));
}

export class Fills {
  #element = byId('fills'); #body = null; #market = null; #count = 0;

  show(fills, count, market) {
    this.#market = market;
    this.#count = Math.max(count, fills.length);
    this.#body = el('tbody', '', ...fills.map((fill) => fillRow(fill, market)));
    const names = [['Time (UTC)', 0], ['Side', 0], ['Quantity', 1], ['Price', 1], [`Value (${market.currency})`, 1], ['Why', 0]];
    const head = el('tr', '', ...names.map(([name, numeric]) => { const th = el('th', numeric ? 'n' : '', name); th.scope = 'col'; return th; }));
    this.#element.replaceChildren(fills.length
      ? el('table', '', el('caption', 'visually-hidden', 'Fills, newest first'), el('thead', '', head), this.#body)
      : el('p', 'empty', el('b', '', 'No fills yet'), 'When an order is executed, its price and the reason appear here.'));
    this.#label();
  }

  add(fill) {
    if (this.#count === 0) {
      this.show([fill], 1, this.#market);
    } else {
      this.#count++;
      this.#body.prepend(fillRow(fill, this.#market));
      while (this.#body.children.length > MOST_ROWS) this.#body.lastChild.remove();
      this.#label();
    }
    announce(`${fill.side === 'BUY' ? 'Bought' : 'Sold'} ${fixed(fill.quantity, this.#market.quantityDecimals)} at ${fixed(fill.price, this.#market.priceDecimals)}`);
  }

  #label() {
    setText(byId('fill-count'), this.#count ? `${this.#count} in all` : '');
  }
}
