// Candles, volume, the strategy's averages and the bot's fills. Loaded when the page already shows its numbers.
import { byId, el, heading, setText } from './dom.js';
import { fixed, signed, dayTime, hourMinute, day, indicatorName } from './format.js';

const ECHARTS = '/vendor/echarts/6.0.0/dist/echarts.esm.min.js';
const MOST = 600;
const REPAINT = 250;
const FRESH = 2_500;
const PHONE = window.matchMedia('(max-width: 719px)');
const token = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

export class Chart {
  #echarts = null; #chart = null; #element; #market; #candles = []; #forming = null; #fills = []; #names = [];
  #window = 0; #start = 0; #following = true; #due = 0; #hover = null; #fresh = null; #gutter = 0;

  constructor(element) {
    this.#element = element;
    import(ECHARTS).then((echarts) => this.#begin(echarts), () => this.#fail());
  }

  show(market, candles, forming, fills) {
    this.#market = market;
    this.#candles = candles.slice(-MOST);
    this.#forming = forming;
    this.#fills = [...fills];
    this.#window = this.#window || (PHONE.matches ? 60 : 120);
    this.#names = [...new Set(this.#candles.flatMap((candle) => Object.keys(candle.plots)))].slice(0, 4);
    this.#later();
  }

  addCandle(candle) {
    this.#forming = null;
    this.#candles.push(candle);
    if (this.#candles.length > MOST) {
      this.#candles.shift();
      this.#start = Math.max(0, this.#start - 1);
    }
    for (const name of Object.keys(candle.plots)) {
      if (!this.#names.includes(name) && this.#names.length < 4) this.#names.push(name);
    }
    this.#later();
  }

  setForming(candle) {
    const last = this.#candles.at(-1);
    if (!last || candle.time > last.time) this.#forming = candle;
    this.#later();
  }

  addFill(fill) {
    this.#fills.unshift(fill);
    this.#fresh = fill;
    setTimeout(() => { this.#fresh = null; this.#later(); }, FRESH);
    this.#later();
  }

  move(how) {
    const all = this.#all().length;
    if (how === 'in' || how === 'out') {
      const wanted = Math.round(this.#window * (how === 'in' ? 0.7 : 1.4));
      const end = this.#start + this.#window;
      this.#window = Math.min(Math.max(wanted, 20), Math.max(all, 20));
      this.#start = end - this.#window;
    } else if (how === 'latest') {
      this.#following = true;
    } else {
      const step = Math.max(1, Math.round(this.#window / 4));
      this.#start += how === 'left' ? -step : step;
      this.#following = this.#start + this.#window >= all;
    }
    this.#start = Math.min(Math.max(0, this.#start), Math.max(0, all - this.#window));
    this.#paint();
  }

  /** The latest candles as a table, for those who cannot see the picture. */
  table() {
    const rows = this.#all().slice(-100).reverse();
    const decimals = this.#market?.priceDecimals ?? 2;
    const head = el('tr', '', ...['Opened (UTC)', 'Open', 'High', 'Low', 'Close', 'Volume'].map((name, i) => heading(name, i > 0)));
    const body = rows.map((c) => el('tr', '', el('td', '', dayTime(c.time)),
      ...[c.o, c.h, c.l, c.c].map((value) => el('td', 'n', fixed(value, decimals))), el('td', 'n', fixed(c.v, 2))));
    return el('table', '', el('caption', 'visually-hidden', 'The latest 100 candles'), el('thead', '', head),
      el('tbody', '', ...body));
  }

  #begin(echarts) {
    this.#echarts = echarts;
    this.#paint();
  }

  /** Takes the place of the silhouette once there is something to show. */
  #create() {
    this.#chart = this.#echarts.init(this.#element, null, { renderer: 'canvas' });
    this.#chart.on('datazoom', () => this.#zoomed());
    this.#chart.on('updateAxisPointer', (event) => {
      const value = event.axesInfo?.[0]?.value;
      this.#hover = Number.isInteger(value) ? value : null;
      this.#readout();
    });
    this.#chart.on('globalout', () => { this.#hover = null; this.#readout(); });
    this.#element.addEventListener('keydown', (event) => this.#key(event));
    new ResizeObserver(() => { this.#chart.resize(); this.#paint(); }).observe(this.#element);
    window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.#paint());
    new MutationObserver(() => this.#paint())
      .observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  }

  #fail() {
    const note = byId('chart-note');
    setText(note, 'The chart could not be loaded. Everything else on this page goes on; reload to try again.');
    note.hidden = false;
  }

  #key(event) {
    const how = { ArrowLeft: 'left', ArrowRight: 'right', '+': 'in', '=': 'in', '-': 'out', End: 'latest' }[event.key];
    if (how) {
      event.preventDefault();
      this.move(how);
    }
  }

  #all() {
    return this.#forming ? [...this.#candles, this.#forming] : this.#candles;
  }

  /** At most four pictures a second, none in a hidden tab. */
  #later() {
    if (this.#due) return;
    this.#due = setTimeout(() => {
      this.#due = 0;
      if (!document.hidden) requestAnimationFrame(() => this.#paint());
    }, REPAINT);
  }

  #zoomed() {
    const zoom = this.#chart.getOption().dataZoom[0];
    this.#start = zoom.startValue;
    this.#window = Math.max(2, zoom.endValue - zoom.startValue + 1);
    this.#following = zoom.endValue >= this.#all().length - 1;
  }

  #paint() {
    const all = this.#all();
    if (!this.#echarts || !this.#market) return;
    if (!this.#chart) this.#create();
    const note = byId('chart-note');
    note.hidden = all.length > 0;
    if (all.length === 0) setText(note, 'No candles yet. The first one closes after a minute of recorded time.');
    if (this.#following) this.#start = Math.max(0, all.length - this.#window);
    this.#chart.setOption(this.#option(all), { replaceMerge: ['series'] });
    this.#readout();
  }

  #readout() {
    const all = this.#all();
    const i = this.#hover !== null && this.#hover < all.length ? this.#hover : all.length - 1;
    if (i < 0) return;
    const c = all[i];
    const decimals = this.#market.priceDecimals;
    const before = i > 0 ? all[i - 1].c : c.o;
    const change = 100 * (c.c - before) / before;
    const part = (key, text, tone) => el('span', tone ?? '', key ? `${key} ` : '', el('b', tone ?? '', text));
    const plots = this.#names.map((name, n) => el('span', 'key', el('i', `s${n + 1}`), `${indicatorName(name)} `,
      el('b', '', fixed(this.#plotAt(all, i, name), decimals))));
    byId('readout').replaceChildren(
      part('', `${dayTime(c.time)} UTC`), part('O', fixed(c.o, decimals)), part('H', fixed(c.h, decimals)),
      part('L', fixed(c.l, decimals)), part('C', fixed(c.c, decimals)),
      part('', `${change > 0 ? '\u25B2 ' : change < 0 ? '\u25BC ' : ''}${signed(change, 2)} %`,
        change > 0 ? 'up' : change < 0 ? 'down' : ''),
      part('Vol', fixed(c.v, 1)), ...plots);
  }

  /** The value at a candle; one that has not closed shows that of the candle before. */
  #plotAt(all, i, name) {
    return all[i].plots[name] ?? (all[i] === this.#forming ? all[i - 1]?.plots[name] : undefined);
  }

  #option(all) {
    const colour = Object.fromEntries(['text', 'muted', 'faint', 'hairline', 'surface', 'overlay', 'control', 'up',
      'down', 'series-1', 'series-2', 'series-3', 'series-4'].map((name) => [name, token(`--${name}`)]));
    const slider = !PHONE.matches;
    const height = this.#element.clientHeight;
    const volume = slider ? 52 : 44;
    const bottom = slider ? 66 : 26;
    const main = height - bottom - volume - 14 - 12;
    this.#gutter = this.#widest(all) + 20;
    const pane = (top, paneHeight) => ({ left: 12, right: this.#gutter, top, height: paneHeight, outerBoundsMode: 'none' });
    return {
      animation: false,
      aria: { enabled: true, label: { description: this.#summary(all) } },
      textStyle: { fontFamily: token('--font'), fontSize: 11 },
      axisPointer: { link: [{ xAxisIndex: 'all' }], lineStyle: { color: colour.control },
        label: { backgroundColor: colour.overlay, color: colour.text, borderColor: colour.control, borderWidth: 1, fontSize: 11 } },
      tooltip: { trigger: 'axis', renderMode: 'richText', showContent: false, axisPointer: { type: 'cross', crossStyle: { color: colour.control } } },
      grid: [pane(12, main), pane(12 + main + 14, volume)],
      xAxis: [this.#timeAxis(all, 0, colour), this.#timeAxis(all, 1, colour)],
      yAxis: [this.#priceAxis(all, colour), { gridIndex: 1, position: 'right', axisLabel: { show: false }, splitLine: { show: false }, axisLine: { show: false }, axisTick: { show: false }, axisPointer: { show: false }, min: 0 }],
      dataZoom: this.#zoom(all, slider, colour),
      series: [...this.#candleSeries(all, colour), ...this.#plotSeries(all, colour), ...this.#fillSeries(all, colour)],
    };
  }

  #zoom(all, slider, colour) {
    const range = { xAxisIndex: [0, 1], startValue: this.#start, endValue: Math.min(all.length - 1, this.#start + this.#window - 1) };
    const inside = { type: 'inside', ...range, zoomOnMouseWheel: 'ctrl', moveOnMouseWheel: false, preventDefaultMouseMove: false };
    const bar = { type: 'slider', ...range, show: slider, bottom: 8, height: 24, left: 12, right: this.#gutter, brushSelect: false,
      borderColor: colour.hairline, fillerColor: token('--info-tint') + '80', handleStyle: { color: colour.surface, borderColor: colour.control },
      moveHandleSize: 0, showDetail: false, dataBackground: { lineStyle: { color: colour.control }, areaStyle: { opacity: 0 } },
      selectedDataBackground: { lineStyle: { color: colour.faint }, areaStyle: { opacity: 0 } } };
    return [inside, bar];
  }

  #timeAxis(all, index, colour) {
    return {
      type: 'category', gridIndex: index, data: all.map((c) => c.time), boundaryGap: true,
      axisLine: { lineStyle: { color: colour.hairline } }, axisTick: { show: false }, splitLine: { show: false },
      axisLabel: { show: index === 1, color: colour.faint, hideOverlap: true, interval: (i) => this.#labelled(all, i),
        formatter: (time) => (Number(time) % 86_400_000 === 0 ? day(Number(time)) : hourMinute(Number(time))) },
      axisPointer: { label: { show: index === 1, formatter: ({ value }) => `${dayTime(Number(value))}` } },
    };
  }

  /** A label at each whole half hour, hour or four hours, whichever leaves room. */
  #labelled(all, i) {
    const minutes = this.#window > 360 ? 240 : this.#window > 180 ? 60 : this.#window > 70 ? 30 : 15;
    const width = minutes * 60_000;
    const bucket = Math.floor(all[i].time / width);
    const isAtTheEdge = i - this.#start < this.#window / 40;
    return i > 0 && !isAtTheEdge && bucket !== Math.floor(all[i - 1].time / width);
  }

  #priceAxis(all, colour) {
    const decimals = this.#market.priceDecimals;
    return {
      scale: true, position: 'right', splitNumber: 5, axisLine: { show: false }, axisTick: { show: false },
      splitLine: { lineStyle: { color: colour.hairline } },
      axisLabel: { color: colour.faint, formatter: (value) => (this.#isUnderTag(value, all) ? '' : fixed(value, decimals)) },
      axisPointer: { label: { formatter: ({ value }) => fixed(value, decimals) } },
    };
  }

  /** The tag of the last price covers a label that is too near. */
  #isUnderTag(value, all) {
    const shown = all.slice(this.#start, this.#start + this.#window);
    const range = Math.max(...shown.map((c) => c.h)) - Math.min(...shown.map((c) => c.l));
    return all.length > 0 && Math.abs(value - all.at(-1).c) < range * 16 / Math.max(80, this.#element.clientHeight - 140);
  }

  #candleSeries(all, colour) {
    const last = all.at(-1);
    const decimals = this.#market.priceDecimals;
    const rising = (c) => c.c >= c.o;
    return [{
      name: 'Price', type: 'candlestick', barMaxWidth: 12,
      data: all.map((c) => [c.o, c.c, c.l, c.h]),
      itemStyle: { color: colour.surface, color0: colour.down, borderColor: colour.up, borderColor0: colour.down, borderColorDoji: colour.up, borderWidth: 1.5 },
      markLine: last ? { symbol: 'none', silent: true, lineStyle: { color: colour.muted, type: 'dashed', width: 1 },
        label: { position: 'end', distance: 4, formatter: fixed(last.c, decimals), color: colour.text, backgroundColor: colour.overlay, borderColor: colour.control, borderWidth: 1, borderRadius: 3, padding: [3, 4] },
        data: [{ yAxis: last.c }] } : undefined,
    }, {
      name: 'Volume', type: 'bar', xAxisIndex: 1, yAxisIndex: 1, barMaxWidth: 12,
      data: all.map((c) => ({ value: c.v, itemStyle: rising(c)
        ? { color: colour.surface, borderColor: colour.up, borderWidth: 1 } : { color: colour.down, borderColor: colour.down, borderWidth: 1 } })),
    }];
  }

  #plotSeries(all, colour) {
    return this.#names.map((name, i) => ({
      name: indicatorName(name), type: 'line', showSymbol: false, silent: true, connectNulls: false,
      lineStyle: { width: 1.5, color: colour[`series-${i + 1}`] }, itemStyle: { color: colour[`series-${i + 1}`] },
      data: all.map((c) => c.plots[name] ?? null),
    }));
  }

  #fillSeries(all, colour) {
    const indexOf = new Map(all.map((c, i) => [c.time, i]));
    const length = this.#market.candleMillis;
    const points = { BUY: [], SELL: [] };
    for (const fill of this.#fills) {
      const i = indexOf.get(Math.floor(Date.parse(fill.time) / length) * length);
      const value = [i, fill.side === 'BUY' ? all[i]?.l : all[i]?.h];
      if (i !== undefined) points[fill.side]?.push(fill === this.#fresh ? { value, symbolSize: [20, 16] } : { value });
    }
    const marker = (side, text, tone, rotate, offset, position) => ({
      name: text, type: 'scatter', silent: true, z: 5, symbol: 'triangle', symbolSize: [11, 9], symbolRotate: rotate,
      symbolOffset: [0, offset], itemStyle: { color: tone, opacity: 1 }, data: points[side],
      label: { show: true, formatter: text, position, distance: 4, color: tone, fontSize: 11, fontWeight: 500 },
    });
    return [marker('BUY', 'Buy', colour.text, 0, 12, 'bottom'), marker('SELL', 'Sell', colour.text, 180, -12, 'top')];
  }

  #widest(all) {
    const context = this.#element.querySelector('canvas')?.getContext('2d');
    const texts = all.slice(-this.#window).map((c) => c.h);
    const text = fixed(Math.max(1, ...texts), this.#market.priceDecimals);
    if (!context) return 56;
    context.save();
    context.font = `11px ${token('--font')}`;
    const width = context.measureText(text).width;
    context.restore();
    return Math.ceil(width);
  }

  #summary(all) {
    const last = all.at(-1);
    if (!last) return 'No candles yet.';
    const decimals = this.#market.priceDecimals;
    const shown = all.slice(this.#start, this.#start + this.#window);
    return `${this.#market.instrument}: ${shown.length} candles to ${dayTime(last.time)} UTC, last price `
      + `${fixed(last.c, decimals)}, highest ${fixed(Math.max(...shown.map((c) => c.h)), decimals)}, lowest `
      + `${fixed(Math.min(...shown.map((c) => c.l)), decimals)}, ${this.#fills.length} fills in all.`;
  }
}
