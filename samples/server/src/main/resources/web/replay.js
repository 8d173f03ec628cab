// The prices: where they come from, and of recorded ones how fast they come, whether they wait, and how far they are.
import { byId, el, icon, setText } from './dom.js';
import { span, duration } from './format.js';

const SPEEDS = [1, 10, 60, 300];

export class Replay {
  #feed = null; #onSpeed; #time = 0;

  constructor(onSpeed) {
    this.#onSpeed = onSpeed;
  }

  isPaused() {
    return this.#feed?.paused ?? false;
  }

  /** What the clock of the prices is called: later rounds have dates that nobody recorded. */
  clockName() {
    if (this.#feed && !this.#feed.replay) return 'Market time';
    return (this.#feed?.replay?.round ?? 1) > 1 ? 'Replay time' : 'Recorded';
  }

  show(feed) {
    byId('feed').hidden = !feed;
    if (!feed) return;
    this.#feed = feed;
    const recorded = Boolean(feed.replay);
    setText(byId('feed-source'), feed.source);
    for (const each of document.querySelectorAll('[data-recorded]')) each.hidden = !recorded;
    for (const each of document.querySelectorAll('[data-live]')) each.hidden = recorded;
    if (!recorded) {
      setText(byId('feed-text'), 'as they happen');
      return;
    }
    this.#time = Math.max(this.#time, Date.parse(feed.time));
    setText(byId('feed-text'), `Real trades of ${span(feed.replay.from, feed.replay.to)}, ${feed.paused ? 'paused' : `replayed ${feed.speed}\u00D7 as fast`}`);
    this.#speeds(feed.speed);
    byId('pause').replaceChildren(icon(feed.paused ? 'play' : 'pause'), feed.paused ? 'Resume replay' : 'Pause replay');
    this.#progress();
  }

  /** Prices came to this moment. */
  reached(time) {
    this.#time = Math.max(this.#time, time);
    if (this.#feed) this.#progress();
  }

  /** Another bot has prices of its own. */
  reset() {
    this.#time = 0;
  }

  #speeds(speed) {
    const group = byId('speed');
    const all = [...new Set([...SPEEDS, speed])].sort((a, b) => a - b);
    if (group.children.length !== all.length) {
      group.replaceChildren(...all.map((each) => {
        const button = el('button', '', `${each}\u00D7`);
        button.type = 'button';
        button.dataset.speed = each;
        button.onclick = () => this.#onSpeed(each);
        return button;
      }));
    }
    for (const button of group.children) button.setAttribute('aria-pressed', String(Number(button.dataset.speed) === speed));
  }

  #progress() {
    const { replay, speed, paused } = this.#feed;
    if (!replay) return;
    const { roundFrom, roundTo, round } = replay;
    const left = Math.max(0, Date.parse(roundTo) - this.#time);
    const done = Math.min(100, Math.max(0, 100 - 100 * left / (Date.parse(roundTo) - Date.parse(roundFrom))));
    const bar = byId('progress');
    bar.setAttribute('aria-valuenow', done.toFixed(0));
    bar.firstChild.style.setProperty('width', `${done.toFixed(2)}%`);
    setText(byId('progress-text'), `Round ${round} \u00B7 ${done.toFixed(0)} % played`
      + (paused ? '' : ` \u00B7 about ${duration(left / 1000 / speed)} left`));
  }
}
