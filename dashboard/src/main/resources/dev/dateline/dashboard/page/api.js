// Asks the server for data.

/** What went wrong, in one line for people. */
export class Failure extends Error {
  constructor(message, status) {
    super(message);
    this.status = status;
  }
}

/** Returns the answer as an object; throws Failure. */
export async function ask(path, parameters = {}, signal = undefined) {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') {
      query.set(name, value);
    }
  }
  const address = query.size > 0 ? `${path}?${query}` : path;
  let answer;
  try {
    answer = await fetch(address, { signal, headers: { accept: 'application/json' } });
  } catch (fault) {
    if (fault.name === 'AbortError') {
      throw fault;
    }
    throw new Failure('The dashboard does not answer. It is asked again as soon as it is back.', 0);
  }
  if (!answer.ok) {
    let message = `The dashboard answered ${answer.status}.`;
    try {
      message = (await answer.json()).error ?? message;
    } catch {
      // An answer of somebody in between; its status says enough.
    }
    throw new Failure(message, answer.status);
  }
  return answer.json();
}

/** Asks now and every so many milliseconds until the signal ends it; faults go to onFailure. */
export function askEvery(milliseconds, work, onFailure, signal) {
  let timer = 0;
  const round = async () => {
    try {
      if (!document.hidden) {
        await work();
      }
    } catch (fault) {
      if (fault.name !== 'AbortError' && !signal.aborted) {
        onFailure(fault);
      }
    }
    if (!signal.aborted) {
      timer = setTimeout(round, milliseconds);
    }
  };
  signal.addEventListener('abort', () => clearTimeout(timer));
  return round();
}
