// How well the bot did: four facts, and its equity as a line.
import { byId, el, setText } from './dom.js';
import { fixed, signed, direction, dayTime } from './format.js';

const SVG = 'http://www.w3.org/2000/svg';
const MOST = 1_200;
const WIDTH = 1000;
const HEIGHT = 100;

function shape(tag, className, attributes) {
  const element = document.createElementNS(SVG, tag);
  element.setAttribute('class', className);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return element;
}

export class Performance {
  #points = []; #market = null; #start = 0; #due = 0; #curve = byId('curve');

  constructor() {
    this.#curve.addEventListener('pointermove', (event) => this.#hover(event));
    this.#curve.addEventListener('pointerleave', () => this.#readout(null));
  }

  show(points, account, market) {
    this.#market = market;
    this.#points = points.map((point) => [point.time, point.equity]);
    this.account(account, false);
  }

  account(account, append = true) {
    if (!account) return;
    this.#start = Number(account.startingCash);
    if (append && account.equity !== null && account.time) this.#add([Date.parse(account.time), Number(account.equity)]);
    this.#facts(account);
    this.#due ||= setTimeout(() => { this.#due = 0; this.#paint(); }, 250);
  }

  #add(point) {
    if (this.#points.at(-1)?.[0] === point[0]) this.#points.pop();
    this.#points.push(point);
    if (this.#points.length > MOST) this.#points = this.#points.filter((_, i) => i % 2 === 0);
  }

  #facts({ profitPercent, track }) {
    const fact = (name, title, value, tone, sub) => {
      const term = el('dt', '', name);
      term.title = title;
      return el('div', '', term, el('dd', '', el('b', tone, value), sub ? el('span', 'meta', sub) : null));
    };
    const trips = track.roundTrips;
    byId('facts').replaceChildren(
      fact('Return', 'Equity now, against the starting cash', profitPercent === null ? '\u2013' : `${signed(profitPercent, 2)} %`,
        direction(profitPercent), profitPercent === null ? 'not known while in error' : `of ${fixed(this.#start, 2)} ${this.#market.currency}`),
      fact('Worst fall', 'The deepest fall of equity below its highest before', `${signed(-Number(track.worstFallPercent), 2)} %`, '', 'below the highest before'),
      fact('Win rate', 'Round trips that earned money after fees', trips ? `${fixed(track.winPercent, 0)} %` : '\u2013', '',
        trips ? `${track.wins} of ${trips} won` : 'after the first round trip'),
      fact('Round trips', 'Positions opened and closed again', String(trips), '', trips === 1 ? 'position closed' : 'positions closed'));
  }

  #paint() {
    const points = this.#points;
    if (points.length < 2) {
      this.#curve.replaceChildren(el('p', 'curve-note', 'The line begins with the first candle.'));
      return;
    }
    const values = points.map((point) => point[1]);
    const low = Math.min(this.#start, ...values);
    const high = Math.max(this.#start, ...values);
    const span = points.at(-1)[0] - points[0][0] || 1;
    const x = (time) => ((time - points[0][0]) * WIDTH / span).toFixed(1);
    const y = (value) => (4 + (high - value) * (HEIGHT - 8) / (high - low || 1)).toFixed(1);
    const line = points.map(([time, value], i) => `${i ? 'L' : 'M'}${x(time)} ${y(value)}`).join('');
    const base = y(this.#start);
    const svg = shape('svg', `line ${direction(values.at(-1) - this.#start)}`, { viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
      preserveAspectRatio: 'none', role: 'img', 'aria-label': `Equity from ${fixed(values[0], 2)} to ${fixed(values.at(-1), 2)} ${this.#market.currency}` });
    svg.append(shape('path', 'area', { d: `${line}L${WIDTH} ${base}L0 ${base}Z` }),
      shape('path', 'base', { d: `M0 ${base}H${WIDTH}` }), shape('path', 'stroke', { d: line }));
    this.#curve.replaceChildren(svg, el('span', 'scale high', fixed(high, 2)), el('span', 'scale low', fixed(low, 2)));
    this.#readout(null);
  }

  #hover(event) {
    const box = this.#curve.querySelector('svg')?.getBoundingClientRect();
    if (!box) return;
    const wanted = this.#points[0][0] + (event.clientX - box.left) / box.width * (this.#points.at(-1)[0] - this.#points[0][0]);
    this.#readout(this.#points.reduce((best, point) => (Math.abs(point[0] - wanted) < Math.abs(best[0] - wanted) ? point : best)));
  }

  #readout(point) {
    const [first, last] = [this.#points[0], this.#points.at(-1)];
    setText(byId('performance-readout'), point ? `${dayTime(point[0])} · ${fixed(point[1], 2)} ${this.#market.currency}`
      : first ? `${dayTime(first[0])} to ${dayTime(last[0])}` : '');
  }
}
