// Colours: as the system, light or dark, remembered on this device.
import { byId, lineIcon } from './dom.js';

const THEMES = {
  system: ['Colours: as the system', 'M8 2.2a5.8 5.8 0 1 0 0 11.6zM8 2.2a5.8 5.8 0 0 1 0 11.6'],
  light: ['Colours: light', 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6zM8 1.2v1.4M8 13.4v1.4M1.2 8h1.4M13.4 8h1.4M3.2 3.2l1 1M11.8 11.8l1 1M3.2 12.8l1-1M11.8 4.2l1-1'],
  dark: ['Colours: dark', 'M13.4 9.6A5.8 5.8 0 0 1 6.4 2.6a5.8 5.8 0 1 0 7 7z'],
};

export function theme() {
  const names = Object.keys(THEMES);
  const apply = (name) => {
    if (name === 'system') delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = name;
    const button = byId('theme');
    button.setAttribute('aria-label', THEMES[name][0]);
    button.title = THEMES[name][0];
    button.replaceChildren(lineIcon(THEMES[name][1]));
    button.onclick = () => {
      const next = names[(names.indexOf(name) + 1) % names.length];
      localStorage.setItem('theme', next);
      apply(next);
    };
  };
  const stored = localStorage.getItem('theme');
  apply(names.includes(stored) ? stored : 'system');
}

/** A line for those who are here for the first time; once closed it stays away. */
export function hint() {
  const element = byId('hint');
  element.hidden = localStorage.getItem('hint') === 'read';
  byId('hint-close').onclick = () => {
    localStorage.setItem('hint', 'read');
    element.hidden = true;
    byId('bot-name').focus();
  };
}
