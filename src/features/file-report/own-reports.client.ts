// Remembers on this device the numbers of the reports sent from it, never their codes, and lists them on the page "Laporan saya".
import { forget, keep, noteLeft, noteSent, readKept } from '../../platform/browser/device-store.ts';

const name = 'laksa reports';
const draft = 'laksa draft';
const mostKept = 50;

type Own = { readonly number: string; readonly on: string };

const isOwn = (one: unknown): one is Own =>
  typeof one === 'object' &&
  one !== null &&
  'number' in one &&
  typeof one.number === 'string' &&
  /^\d{10}$/.test(one.number) &&
  'on' in one &&
  typeof one.on === 'string';

const ownReports = (): readonly Own[] => {
  const kept = readKept(name);
  return Array.isArray(kept) ? kept.filter(isOwn) : [];
};

/** After filing: what was a draft has arrived. */
const remember = (number: string, on: string): void => {
  forget(draft);
  noteSent();
  const others = ownReports().filter((one) => one.number !== number);
  keep(name, [{ number, on }, ...others].slice(0, mostKept));
};

const list = (place: HTMLElement, none: HTMLElement | null): void => {
  const lines = place.querySelector<HTMLElement>('[data-own-list]');
  const own = ownReports();
  place.hidden = own.length === 0;
  if (none !== null) none.hidden = own.length > 0;
  lines?.replaceChildren(...own.map((one) => lineOf(one, lines.dataset['filed'] ?? '')));
};

const lineOf = ({ number, on }: Own, filed: string): HTMLElement => {
  const [line, link] = [document.createElement('li'), document.createElement('a')];
  link.href = `/lacak?nomor=${number}`;
  link.textContent = number.replace(/^(\d{3})(\d{3})(\d{4})$/, '$1-$2-$3');
  line.append(link, ` (${filed} ${on})`);
  return line;
};

/** Who leaves a report on a shared device leaves no trace of it in the list either. */
const leaving = document.querySelector<HTMLFormElement>('form[action^="/lacak/"][action$="/keluar"]');
leaving?.addEventListener('submit', () => {
  noteLeft();
  const number = leaving.action.split('/').at(-2);
  keep(
    name,
    ownReports().filter((one) => one.number !== number),
  );
});

const { number: filed, filedOn = '' } = document.querySelector<HTMLElement>('[data-number]')?.dataset ?? {};
if (filed !== undefined) remember(filed, filedOn);
document.querySelector('[data-own-link]')?.removeAttribute('hidden');

const place = document.querySelector<HTMLElement>('[data-own-reports]');
if (place !== null) {
  const none = document.querySelector<HTMLElement>('[data-own-none]');
  list(place, none);
  place.querySelector('[data-own-forget]')?.addEventListener('click', () => {
    forget(name);
    list(place, none);
  });
}
