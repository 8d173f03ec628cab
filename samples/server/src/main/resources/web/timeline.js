// What the bot decided and why, newest first; what arrives while somebody reads further down waits behind a button.
import { byId, el, icon, setText } from './dom.js';
import { fixed, dayTime, indicatorName } from './format.js';

const MARKS = { BUY: ['up', 'trade'], SELL: ['down', 'trade'], EXIT: ['cross', 'trade'], REFUSED: ['cross', 'refused'] };
const MOST_ROWS = 200;

function decisionItem(decision, market) {
  const [mark, tone] = MARKS[decision.action] ?? ['dot', ''];
  const time = el('time', '', dayTime(decision.time));
  time.dateTime = decision.time;
  const values = Object.entries(decision.values)
    .map(([name, value]) => el('span', '', `${indicatorName(name)} `, el('b', '', fixed(value, market.priceDecimals))));
  const technical = decision.reason.replace(/\b[a-z]+\([^()]*\)/gi, (name) => indicatorName(name));
  const details = decision.plain && technical ? [el('span', 'technical', technical), ...values] : values;
  const why = decision.plain || technical;
  return el('li', '', el('span', `mark ${tone}`, icon(mark)), el('span', 'what', decision.text), time,
    why ? el('p', 'why', why) : null, details.length ? el('p', 'values', ...details) : null);
}

export class Timeline {
  #list = byId('timeline'); #pill = byId('new-decisions'); #waiting = []; #market = null; #count = 0;

  constructor() {
    this.#pill.addEventListener('click', () => { this.#list.scrollTop = 0; this.#release(); this.#list.focus(); });
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
    for (const decision of this.#waiting) {
      const item = decisionItem(decision, this.#market);
      item.classList.add('fresh');
      this.#list.prepend(item);
    }
    this.#waiting = [];
    while (this.#list.children.length > MOST_ROWS) this.#list.lastChild.remove();
    this.#label();
  }

  #label() {
    this.#pill.hidden = this.#waiting.length === 0;
    setText(this.#pill, `${this.#waiting.length} new`);
    setText(byId('decision-count'), this.#count < MOST_ROWS ? `${this.#count || ''}` : `latest ${MOST_ROWS}`);
  }
}
