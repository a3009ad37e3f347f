/** What this device keeps for a page under a name. Private windows and full disks keep nothing: then there is nothing, and nothing breaks. */
export const readKept = (name: string): unknown => {
  try {
    return JSON.parse(localStorage.getItem(name) ?? 'null');
  } catch {
    return null;
  }
};

export const keep = (name: string, value: unknown): void => {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Nothing is kept, which the page does not promise.
  }
};

export const forget = (name: string): void => {
  try {
    localStorage.removeItem(name);
  } catch {
    // What cannot be reached is not there.
  }
};

const sent = 'laksa sent';

/** That a report was sent in this window: known for as long as the window is open. */
export const noteSent = (): void => note('1');

const note = (value: string): void => {
  try {
    sessionStorage.setItem(sent, value);
  } catch {
    // Nothing is kept, which the page does not promise.
  }
};

/** Whoever left the report does not want the next to hear of it; what stood in its form is emptied all the same. */
export const noteLeft = (): void => note('');

/** Whether it may be said. */
export const saysSent = (): boolean => noted() === '1';

export const wasSent = (): boolean => noted() !== null;

const noted = (): string | null => {
  try {
    return sessionStorage.getItem(sent);
  } catch {
    return null;
  }
};

export const forgetSent = (): void => {
  try {
    sessionStorage.removeItem(sent);
  } catch {
    // What cannot be reached is not there.
  }
};
