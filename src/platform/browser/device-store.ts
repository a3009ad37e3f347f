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
export const noteSent = (): void => {
  try {
    sessionStorage.setItem(sent, '1');
  } catch {
    // Nothing is kept, which the page does not promise.
  }
};

export const wasSent = (): boolean => {
  try {
    return sessionStorage.getItem(sent) !== null;
  } catch {
    return false;
  }
};

export const forgetSent = (): void => {
  try {
    sessionStorage.removeItem(sent);
  } catch {
    // What cannot be reached is not there.
  }
};
