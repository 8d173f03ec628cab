// Questions and commands to the server, and whether it is well.
import { say, unsay } from './banner.js';

const PATIENCE = 12_000;
// A command may wait for a database that does not answer.
const COMMAND_PATIENCE = 30_000;
const HEALTH_EVERY = 10_000;

export const isAway = (failed) => failed instanceof TypeError || failed.name === 'TimeoutError';

export async function request(path, options) {
  const answer = await fetch(path, { headers: { 'X-Requested-With': 'trade-tracker' }, signal: AbortSignal.timeout(PATIENCE), ...options });
  const body = await answer.json().catch(() => null);
  if (!answer.ok) throw Object.assign(new Error(body?.error?.message ?? `The server answered ${answer.status}.`), { code: body?.error?.code });
  return body;
}

export const post = (path, body) => request(path, { method: 'POST', signal: AbortSignal.timeout(COMMAND_PATIENCE), body: body === undefined ? undefined : JSON.stringify(body) });

async function faults() {
  const answer = await fetch('/health/ready', { signal: AbortSignal.timeout(PATIENCE) });
  const { checks = {} } = await answer.json();
  return Object.values(checks).filter((each) => each !== 'ok');
}

/** Looks now, and every ten seconds, whether a part of the server is down. */
export function watchHealth() {
  let timer = 0;
  const look = async () => {
    clearTimeout(timer);
    try {
      const [fault] = await faults();
      if (fault) say('server', 'danger', `${fault} Until then the bot cannot keep a record, so it does not trade.`);
      else unsay('server');
    } catch {
      // The stream says when the server is away.
    }
    clearTimeout(timer);
    timer = setTimeout(look, HEALTH_EVERY);
  };
  look();
  return look;
}
