// What is to be done when the bot does not run: why, what it means for the position, and the buttons that help.
import { byId, icon, setText } from './dom.js';
import { fixed, units, dayTime, hourMinute } from './format.js';

const IDLE = new Set(['STOPPED', 'FAULTED']);
const ICONS = { FAULTED: 'cross', STOPPED: 'stop', RECOVERING: 'dot', STARTING: 'dot' };
const TITLES = {
  FAULTED: 'The bot stopped because of an error',
  STOPPED: 'The bot is stopped',
  RECOVERING: 'The bot makes itself anew from its record',
  STARTING: 'The bot is starting',
};

/** Whether it waits for somebody to start it. */
const isIdle = (status) => IDLE.has(status.state);

function holding(account, market) {
  if (!account || account.equity === null) return 'What it holds is not known while it is in error.';
  const position = account.position;
  if (!position) return 'It holds no position.';
  const guards = [position.stopLoss && `stop loss at ${fixed(position.stopLoss, market.priceDecimals)}`,
    position.takeProfit && `take profit at ${fixed(position.takeProfit, market.priceDecimals)}`].filter(Boolean);
  const side = position.side === 'LONG' ? 'long' : 'short';
  return `Its position stays open: ${side} ${units(position.quantity, market.quantityDecimals)} ${market.unit} from `
    + `${fixed(position.averagePrice, market.priceDecimals)}, ${guards.length ? `with its ${guards.join(' and ')}` : 'without a stop loss'}.`;
}

function advice(status, account, market) {
  const anew = `Start over begins a new account with ${fixed(account?.startingCash, 2)} ${market.currency}; this record is kept.`;
  switch (status.state) {
    case 'STOPPED': return `${holding(account, market)} Start bot catches up with the prices that came meanwhile and goes on. ${anew}`;
    case 'FAULTED': return `No real money is at stake. ${holding(account, market)} Try again makes the bot anew from its record. ${anew}`;
    case 'RECOVERING': return 'Its record or its prices failed. It tries again until that works.';
    default: return 'It reads its record first, so that it goes on where it was.';
  }
}

export function showSituation(status, account, market) {
  const element = byId('situation');
  element.hidden = status.state === 'RUNNING';
  element.dataset.state = status.state;
  byId('stop').hidden = status.state !== 'RUNNING';
  const actions = element.querySelector('.situation-actions');
  actions.hidden = !isIdle(status);
  const place = actions.hidden ? document.querySelector('.bot-actions') : element;
  if (byId('action-note').parentNode !== place) place.append(byId('action-note'));
  setText(byId('start'), status.state === 'FAULTED' ? 'Try again' : 'Start bot');
  if (element.hidden) return;
  element.querySelector('.situation-icon').replaceChildren(icon(ICONS[status.state] ?? 'dot'));
  setText(byId('situation-title'), TITLES[status.state] ?? status.state);
  setText(byId('situation-cause'), status.state === 'STOPPED' ? '' : status.reason);
  setText(byId('situation-advice'), advice(status, account, market));
}

/** Says on each tile of the account how old it is while the bot stands still. */
export function showAge(status, account) {
  const age = status.state !== 'RUNNING' && account?.time && account.equity !== null ? `as of ${hourMinute(account.time)}` : '';
  for (const element of document.querySelectorAll('.as-of')) {
    setText(element, age);
    element.title = age ? dayTime(account.time) : '';
  }
}
