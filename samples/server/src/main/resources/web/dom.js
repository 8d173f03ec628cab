// Small ways to make and change elements; text is always text, never markup.
const SVG = 'http://www.w3.org/2000/svg';

const ICONS = {
  play: 'M3.5 2v8l6.5-4z',
  stop: 'M2.5 2.5h7v7h-7z',
  up: 'M6 2l4.5 8h-9z',
  down: 'M6 10L1.5 2h9z',
  dot: 'M6 3a3 3 0 1 0 0 6 3 3 0 0 0 0-6z',
  pause: 'M3 2h2.2v8H3zM6.8 2H9v8H6.8z',
  cross: 'M2.2 3.6l1.4-1.4L6 4.6l2.4-2.4 1.4 1.4L7.4 6l2.4 2.4-1.4 1.4L6 7.4 3.6 9.8 2.2 8.4 4.6 6z',
};

export const byId = (id) => document.getElementById(id);

export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 12 12');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', ICONS[name]);
  svg.append(path);
  return svg;
}

/** An icon of lines, 16 by 16. */
export function lineIcon(d) {
  const svg = icon('dot');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.firstChild.setAttribute('d', d);
  return svg;
}

export function el(tag, className, ...children) {
  const element = document.createElement(tag);
  if (className) element.className = className;
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

/** A cell of a table's head. */
export function heading(name, numeric) {
  const cell = el('th', numeric ? 'n' : '', name);
  cell.scope = 'col';
  return cell;
}

/** A button that waits stays focusable, so that the keyboard's place is not lost. */
export function setBusy(button, busy) {
  if (busy) button.setAttribute('aria-disabled', 'true'); else button.removeAttribute('aria-disabled');
  button.setAttribute('aria-busy', String(busy));
}

export function setText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

export function announce(text) {
  setText(byId('announcer'), text);
}
