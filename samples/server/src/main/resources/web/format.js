// Numbers and times as people read them. Decimals arrive as text; nothing is calculated here but a difference of two
// prices of the chart.
const MINUS = '\u2212';
const utc = (options) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options });
const DAY_TIME = utc({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const DAY = utc({ day: 'numeric', month: 'short' });
const DAY_YEAR = utc({ day: 'numeric', month: 'short', year: 'numeric' });
const CLOCK = utc({ hour: '2-digit', minute: '2-digit', second: '2-digit' });
const HOUR_MINUTE = utc({ hour: '2-digit', minute: '2-digit' });
const numberFormats = new Map();

function numberFormat(decimals) {
  if (!numberFormats.has(decimals)) {
    numberFormats.set(decimals, new Intl.NumberFormat('en-US', {
      minimumFractionDigits: decimals, maximumFractionDigits: decimals }));
  }
  return numberFormats.get(decimals);
}

/** A number with fixed decimals; a dash when there is none. */
export function fixed(value, decimals) {
  if (value === null || value === undefined || value === '' || !Number.isFinite(Number(value))) return '\u2013';
  const text = numberFormat(decimals).format(Math.abs(Number(value)));
  return Number(value) < 0 && /[1-9]/.test(text) ? MINUS + text : text;
}

/** A gain or loss: always signed, zero unsigned. */
export function signed(value, decimals) {
  const text = fixed(value, decimals);
  return Number(value) > 0 && /[1-9]/.test(text) ? '+' + text : text;
}

/** 'up', 'down' or '' for zero and for what is not known. */
export function direction(value) {
  return Number(value) > 0 ? 'up' : Number(value) < 0 ? 'down' : '';
}

export const dayTime = (time) => DAY_TIME.format(new Date(time)).replace(',', '');
export const hourMinute = (time) => HOUR_MINUTE.format(new Date(time));
export const clock = (time) => CLOCK.format(new Date(time));
export const day = (time) => DAY.format(new Date(time));
export const span = (from, to) => `${DAY.format(new Date(from))} to ${DAY_YEAR.format(new Date(to))}`;

/** Units in few digits: two decimals where they say enough. */
export const units = (quantity, decimals) => fixed(quantity, Number(quantity) >= 1 ? Math.min(2, decimals) : decimals);

/** How long something takes, in its two largest units. */
export function duration(seconds) {
  const minutes = Math.round(seconds / 60);
  if (minutes < 1) return 'less than a minute';
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ${minutes % 60} min` : `${Math.floor(hours / 24)} days`;
}

/** `sma(CLOSE,10)` becomes `SMA 10`. */
export function indicatorName(name) {
  const match = /^([a-z]+)\(([^()]*)\)(.*)$/i.exec(name);
  if (!match) return name;
  const numbers = match[2].split(',').map((part) => part.trim()).filter((part) => /^[0-9.]+$/.test(part));
  return `${match[1].toUpperCase()} ${numbers.join(', ')}${match[3].replace('.', ' ')}`.trim();
}
