// The chart as a picture that the server draws, with a crosshair by the geometry that comes with it.
import { byId, setText } from './dom.js';
import { dayTime, fixed } from './format.js';
import { request } from './server.js';

const AT_LEAST_MILLIS = 5_000;
const FORMATS = ['png', 'svg', 'pdf', 'json'];

export class ChartImage {
  #path;
  #newest;
  #geometry = null;
  #loadedAt = 0;
  #loading = false;

  /** Where the chart is, without its ending; and when the newest closed candle opened. */
  constructor(path, newest) {
    this.#path = path;
    this.#newest = newest;
    if (matchMedia('(max-width: 600px)').matches) {
      byId('picture-patterns').value = '';
      byId('picture-last').value = '75';
    }
    byId('picture-view').ontoggle = () => this.#load();
    for (const id of ['picture-patterns', 'picture-last']) byId(id).onchange = () => this.#load();
    const picture = byId('picture');
    picture.onpointermove = (event) => this.#point(event);
    picture.onpointerleave = () => this.#leave();
  }

  /** A candle closed: an open picture is drawn anew, but not all the time. */
  outdated() {
    if (Date.now() - this.#loadedAt >= AT_LEAST_MILLIS) this.#load();
  }

  #query(width) {
    const dark = document.documentElement.dataset.theme === 'dark'
      || (!document.documentElement.dataset.theme && matchMedia('(prefers-color-scheme: dark)').matches);
    const height = Math.round(Math.max(320, width * 0.56));
    const query = new URLSearchParams({
      size: `${width}x${height}@${Math.min(3, Math.max(1, devicePixelRatio))}`,
      theme: dark ? 'dark' : 'light',
      last: byId('picture-last').value,
      volume: 'overlay',
    });
    const newest = this.#newest();
    if (newest) query.set('to', newest);
    const patterns = byId('picture-patterns').value;
    if (patterns) query.set('pattern', patterns);
    return query;
  }

  async #load() {
    if (!byId('picture-view').open || this.#loading) return;
    this.#loading = true;
    try {
      const query = this.#query(Math.max(280, Math.floor(byId('picture').clientWidth)));
      const geometry = await request(`${this.#path()}.json?${query}`);
      const image = byId('picture-image');
      image.src = `${this.#path()}.png?${query}`;
      await image.decode();
      this.#geometry = geometry;
      for (const format of FORMATS) {
        byId(`picture-${format}`).href = `${this.#path()}.${format}?${query}`;
      }
      this.#leave();
    } catch (failed) {
      setText(byId('picture-note'), `No picture: ${failed.message}`);
    } finally {
      this.#loadedAt = Date.now();
      this.#loading = false;
    }
  }

  #point(event) {
    const geometry = this.#geometry;
    if (!geometry || !geometry.columns.time.length) return;
    const box = byId('picture-image').getBoundingClientRect();
    const x = ((event.clientX - box.left) * geometry.width) / box.width;
    const last = geometry.columns.time.length - 1;
    const column = Math.min(last, Math.max(0, Math.round((x - geometry.x.first) / geometry.x.step)));
    const cross = byId('picture-cross');
    cross.hidden = false;
    cross.style.left = `${((geometry.x.first + column * geometry.x.step) * box.width) / geometry.width}px`;
    this.#tell(column);
  }

  #tell(column) {
    const { columns, panes } = this.#geometry;
    const value = (name) => fixed(columns[name][column], 2);
    const rows = panes.flatMap((pane) => pane.rows)
      .filter((row) => row.values[column] !== null)
      .map((row) => `${row.label} ${fixed(row.values[column], 2)}`);
    setText(byId('picture-note'), [`${dayTime(columns.time[column])} UTC`, `open ${value('open')}`, `high ${value('high')}`,
      `low ${value('low')}`, `close ${value('close')}`, ...rows].join(' · '));
  }

  #leave() {
    byId('picture-cross').hidden = true;
    const times = this.#geometry?.columns.time;
    setText(byId('picture-note'), times?.length ? `As it was at ${dayTime(times.at(-1))} UTC. Point at it to read values.` : 'No candles yet.');
  }
}
