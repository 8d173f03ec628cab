// The head of the page and its tiles.
import { byId, el, icon, setText } from './dom.js';
import { fixed, signed, direction, units } from './format.js';

const STATES = { STARTING: ['dot', 'Starting'], RUNNING: ['play', 'Running'], RECOVERING: ['dot', 'Recovering'],
  STOPPED: ['stop', 'Stopped'], FAULTED: ['cross', 'Error'] };
const UNKNOWN = 'not known while in error';

const arrow = (value) => ({ up: '\u25B2 ', down: '\u25BC ', '': '' })[direction(value)];

/** `allowShort true` reads as `allow short`. */
function setting(name, value) {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return value === 'true' ? words : value === 'false' ? `no ${words}` : `${words} ${value}`;
}

/** Whose money it is; nothing is said about it before it is known. */
let mode = '';

export function showProfile(profile) {
  mode = profile.mode;
  document.body.dataset.mode = mode;
  for (const each of document.querySelectorAll('[data-known]')) each.hidden = false;
  for (const each of document.querySelectorAll('.badge-mode')) setText(each, mode);
  for (const each of document.querySelectorAll('[data-paper]')) each.hidden = mode !== 'PAPER';
  for (const each of document.querySelectorAll('[data-broker]')) each.hidden = mode === 'PAPER';
  setText(byId('bot-name'), profile.name);
  setText(byId('plan'), profile.plan);
  const settings = Object.entries(profile.strategy.parameters).map(([name, value]) => setting(name, value)).join(', ');
  setText(byId('strategy'), `${profile.strategy.name} (${settings}): ${profile.strategy.summary}`);
  setText(byId('chart-title'), profile.market.instrument);
  setText(byId('chart-meta'), `${profile.market.timeframe} candles · ${profile.market.currency}`);
}

/** The state in a word; a reason that says it as well takes its place. Errors are explained below, in full. */
export function showStatus(status) {
  const [mark, word] = STATES[status.state] ?? ['dot', status.state];
  const element = byId('state');
  const reason = status.reason.replace(/\.$/, '');
  const text = reason.startsWith(word) && reason.length < 40 ? reason : word;
  element.dataset.state = status.state;
  element.replaceChildren(icon(mark), text);
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
  if (!account || account.equity === null) {
    for (const id of ['tile-equity', 'tile-today', 'tile-position']) tile(id, '\u2013', '', '', account ? UNKNOWN : 'not known yet');
    document.title = `${mode} \u00B7 Trade Tracker`;
    return;
  }
  tile('tile-equity', fixed(account.equity, 2), '', unit,
    `${arrow(account.profit)}${signed(account.profit, 2)} (${signed(account.profitPercent, 2)} %) since the start`, direction(account.profit));
  tile('tile-today', signed(account.today, 2), direction(account.today), account.today === null ? '' : unit,
    account.today === null ? 'Known after the first candle' : 'since 00:00 UTC');
  showPosition(account.position, market);
  document.title = `${arrow(account.profit)}${signed(account.profit, 2)} ${unit} \u00B7 ${mode} \u00B7 Trade Tracker`;
}

function showPosition(position, market) {
  if (!position) {
    tile('tile-position', 'None', '', '', 'Nothing is held now');
    return;
  }
  const tone = direction(position.profit);
  tile('tile-position', `${position.side === 'LONG' ? 'Long' : 'Short'} ${units(position.quantity, market.quantityDecimals)}`, tone, market.unit,
    `${arrow(position.profit)}${signed(position.profit, 2)} ${market.currency} from ${fixed(position.averagePrice, market.priceDecimals)}`, tone);
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
