// What was executed, newest first, and what each round trip earned.
import { byId, el, heading, icon, setText, announce } from './dom.js';
import { fixed, signed, direction, dayTime } from './format.js';

const REASONS = { ENTRY: 'Opened the position', EXIT: 'Closed the position', REVERSE: 'Reversed the position',
  STOP_LOSS: 'Stop loss reached', TAKE_PROFIT: 'Take profit reached', TRAILING_STOP: 'Trailing stop reached', CLOSE_OUT: 'Margin was missing', HALT: 'Limit of loss reached', END_OF_RUN: 'The run ended', EXTERNAL: 'Made elsewhere' };
const MOST_ROWS = 200;

function fillRow(fill, market) {
  const buy = fill.side === 'BUY';
  const cell = (name, numeric, ...content) => el('td', `c-${name}${numeric ? ' n' : ''}`, ...content);
  const result = fill.result === null ? '' : signed(fill.result, 2);
  return el('tr', '',
    cell('time', false, dayTime(fill.time)),
    cell('side', false, el('span', 'side', icon(buy ? 'up' : 'down'), buy ? 'Buy' : 'Sell')),
    cell('quantity', true, fixed(fill.quantity, market.quantityDecimals), el('span', 'phone-unit', ` ${market.unit}`)),
    cell('price', true, fixed(fill.price, market.priceDecimals)),
    cell('value', true, fixed(Number(fill.quantity) * Number(fill.price), 2)),
    cell('result', true, el('span', direction(fill.result), result)),
    cell('reason', false, REASONS[fill.reason] ?? fill.reason));
}

export class Fills {
  #element = byId('fills'); #body = null; #market = null; #count = 0;

  show(fills, count, market) {
    this.#market = market;
    this.#count = Math.max(count, fills.length);
    this.#body = el('tbody', '', ...fills.map((fill) => fillRow(fill, market)));
    const head = el('tr', '', heading('Recorded time (UTC)'), heading('Side'), heading(`Quantity (${market.unit})`, true),
      heading('Price', true), Object.assign(heading(`Value (${market.currency})`, true), { className: 'n c-value' }), heading(`Result (${market.currency})`, true), heading('Why'));
    head.children[5].title = 'What the units that this fill closed earned, after fees';
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
    this.#body.firstChild.classList.add('fresh');
    announce(`${fill.side === 'BUY' ? 'Bought' : 'Sold'} ${fixed(fill.quantity, this.#market.quantityDecimals)} ${this.#market.unit} at ${fixed(fill.price, this.#market.priceDecimals)}`);
  }

  #label() {
    const more = this.#count > MOST_ROWS ? `, the latest ${MOST_ROWS} below` : '';
    setText(byId('fill-count'), this.#count ? `${this.#count} in all${more}` : '');
  }
}
