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
