// One line above the page. The worst thing that is true now is said; the rest waits.
import { byId, lineIcon, setText } from './dom.js';

const INFO = 'M8 1.8a6.2 6.2 0 1 0 0 12.4A6.2 6.2 0 0 0 8 1.8zM8 7.2v4M8 4.9v.1';
const WARN = 'M8 2.2L1.8 13.3h12.4zM8 6.6v3.2M8 11.6v.1';
const ORDER = ['lost', 'server', 'notice', 'news'];
const NEWS_MILLIS = 5_000;

const messages = new Map();

function paint() {
  const name = ORDER.find((each) => messages.has(each));
  const element = byId('banner');
  element.hidden = !name;
  if (!name) return;
  const { kind, text, action, run } = messages.get(name);
  element.dataset.kind = kind;
  element.querySelector('.banner-icon').replaceChildren(lineIcon(kind === 'info' ? INFO : WARN));
  setText(element.querySelector('p'), text);
  const button = element.querySelector('button');
  button.hidden = !action;
  setText(button, action ?? '');
  button.onclick = run ?? null;
}

/** Says something until it is no longer so. */
export function say(name, kind, text, action, run) {
  messages.set(name, { kind, text, action, run });
  paint();
}

export function unsay(name) {
  if (messages.delete(name)) paint();
}

/** Says something that can be dismissed. */
export function note(text) {
  say('notice', 'info', text, 'Dismiss', () => unsay('notice'));
}

/** Says something for a moment. */
export function flash(text) {
  say('news', 'info', text);
  setTimeout(() => unsay('news'), NEWS_MILLIS);
}
