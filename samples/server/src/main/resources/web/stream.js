// One WebSocket with resume: a snapshot or what was missed comes first, then every event. Silence for twelve seconds
// counts as lost, since the server says something at least every five.
const SILENCE = 12_000;
const WAITS = [1, 2, 4, 8, 15];

export class Stream {
  #bot; #onEvent; #onState; #socket = null; #lastId = ''; #tries = 0; #watchdog = 0; #timer = 0; #listening = new AbortController();

  constructor(bot, onEvent, onState) {
    this.#bot = bot;
    this.#onEvent = onEvent;
    this.#onState = onState;
    const { signal } = this.#listening;
    window.addEventListener('online', () => this.retry(), { signal });
    window.addEventListener('offline', () => this.#lost('offline'), { signal });
    document.addEventListener('visibilitychange', () => { if (!document.hidden && !this.#socket) this.retry(); }, { signal });
    this.#open();
  }

  close() {
    this.#listening.abort();
    clearTimeout(this.#timer);
    this.#drop();
  }

  retry() {
    clearTimeout(this.#timer);
    this.#drop();
    this.#open();
  }

  #open() {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const query = new URLSearchParams({ bot: this.#bot, after: this.#lastId });
    const socket = new WebSocket(`${scheme}://${location.host}/ws?${query}`);
    this.#socket = socket;
    this.#heard();
    socket.onmessage = (message) => { if (socket === this.#socket) this.#receive(JSON.parse(message.data)); };
    socket.onclose = () => { if (socket === this.#socket) this.#lost('reconnecting'); };
  }

  #receive(event) {
    this.#heard();
    this.#tries = 0;
    if (event.id) this.#lastId = event.id;
    if (event.type === 'snapshot' || event.type === 'resumed') this.#onState('live');
    this.#onEvent(event);
  }

  #heard() {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => this.#lost('reconnecting'), SILENCE);
  }

  #lost(state) {
    this.#drop();
    this.#onState(navigator.onLine === false ? 'offline' : state);
    const wait = WAITS[Math.min(this.#tries++, WAITS.length - 1)] * 1000;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#open(), wait * (0.8 + 0.4 * Math.random()));
  }

  #drop() {
    clearTimeout(this.#watchdog);
    const socket = this.#socket;
    this.#socket = null;
    if (socket) {
      socket.onmessage = socket.onclose = null;
      socket.close();
    }
  }
}
