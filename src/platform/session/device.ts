import Bowser from 'bowser';

/** A browser in few words, `Chrome, Windows`: enough for its owner to know it by, and all that is kept of what it says of itself. */
export const deviceOf = (userAgent: string | null | undefined): string => {
  if (userAgent === null || userAgent === undefined || userAgent === '') return '';
  const { browser, os } = Bowser.parse(userAgent.slice(0, 500));
  return [browser.name, os.name]
    .filter((name) => name !== undefined && name !== '')
    .join(', ')
    .slice(0, 80);
};
