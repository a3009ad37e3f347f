// Fills in the place from where the device is, and keeps the two ways to name a kelurahan from contradicting each other.

const field = (name: string): HTMLInputElement | HTMLSelectElement | null =>
  document.querySelector<HTMLInputElement | HTMLSelectElement>(`form [name="${name}"]`);

const put = (name: string, value: string): void => {
  const control = field(name);
  if (control === null) return;
  control.value = value;
  control.dispatchEvent(new Event('input', { bubbles: true }));
};

/** Some meters: more digits would only look exact. */
const digits = 5;
const waitMs = 15_000;

type Place = { readonly village: string | null; readonly words: string };

const isPlace = (answer: unknown): answer is Place =>
  typeof answer === 'object' && answer !== null && 'words' in answer && typeof answer.words === 'string';

const showPlace = ({ coords }: GeolocationPosition, words: HTMLElement): Promise<void> => {
  put('lat', coords.latitude.toFixed(digits));
  put('lng', coords.longitude.toFixed(digits));
  return showVillage(words, '');
};

/** Of the point that stands in the form; its kelurahan is named where one types it. Outside there is none: what stood there was another place. */
const showVillage = async (words: HTMLElement, from: string): Promise<void> => {
  const [lat = '', lng = ''] = [field('lat')?.value, field('lng')?.value];
  const answer = await fetch(`/lapor/tempat?lat=${lat}&lng=${lng}${from}`);
  const place: unknown = await answer.json();
  if (!isPlace(place)) return;
  words.textContent = place.words;
  put('village', '');
  put('village_words', place.village === null ? '' : nameOf(place.village));
};

/** As the list has it, with its kecamatan. */
const nameOf = (code: string): string => {
  const option = field('village')?.querySelector<HTMLOptionElement>(`option[value="${code}"]`);
  const group = option?.closest('optgroup');
  return option == null || group == null ? '' : `${option.text}, ${group.label}`;
};

const offerPosition = (part: HTMLElement, words: HTMLElement): void => {
  const button = part.querySelector<HTMLButtonElement>('[data-position-use]');
  if (button === null) return;
  const failed = (): void => {
    words.textContent = part.dataset['failed'] ?? '';
  };
  const unnamed = (): void => {
    words.textContent = part.dataset['unnamed'] ?? '';
  };
  const done = (): void => button.removeAttribute('aria-busy');
  button.addEventListener('click', () => {
    button.setAttribute('aria-busy', 'true');
    navigator.geolocation.getCurrentPosition(
      (position) => void showPlace(position, words).catch(unnamed).finally(done),
      () => {
        failed();
        done();
      },
      { enableHighAccuracy: true, timeout: waitMs, maximumAge: 60_000 },
    );
  });
  button.hidden = false;
};

/** The map is a script of its own, which comes when it is asked for: it is told to open, and tells of the point that was chosen. */
const offerMap = (part: HTMLElement, words: HTMLElement): void => {
  const button = part.querySelector<HTMLButtonElement>('[data-map]');
  if (button === null) return;
  const { map = '', failed = '' } = button.dataset;
  const { unnamed = '' } = part.dataset;
  const busy = 'aria-busy';
  const done = (): void => button.removeAttribute(busy);
  const fail = (): void => {
    words.textContent = failed;
    done();
  };
  button.addEventListener('click', () => {
    if (button.hasAttribute(busy)) return;
    button.setAttribute(busy, 'true');
    import(/* @vite-ignore */ map).then(() => part.dispatchEvent(new Event('map')), fail);
  });
  part.addEventListener('nomap', fail);
  part.addEventListener('mapclosed', done);
  part.addEventListener(
    'point',
    () =>
      void showVillage(words, '&dari=peta').catch(() => {
        words.textContent = unnamed;
      }),
  );
};

const part = document.querySelector<HTMLElement>('[data-position]');
const words = part?.querySelector('output') ?? null;
if (part !== null && words !== null) {
  part.hidden = false;
  if ('geolocation' in navigator) offerPosition(part, words);
  offerMap(part, words);
}

// Whichever was used last is meant.
field('village')?.addEventListener('change', () => {
  if (field('village')?.value !== '') put('village_words', '');
});
field('village_words')?.addEventListener('change', () => {
  const list = field('village');
  if (list !== null && field('village_words')?.value !== '') list.value = '';
});

/** The names of the list, offered while one is typed: "Neroktog, Pinang", since kelurahan of one name lie in two kecamatan. */
const offerNames = (typed: HTMLElement, list: HTMLElement): void => {
  const names = Object.assign(document.createElement('datalist'), { id: 'village-names' });
  for (const group of list.querySelectorAll('optgroup'))
    for (const { text } of group.querySelectorAll('option')) names.append(new Option(`${text}, ${group.label}`));
  typed.after(names);
  typed.setAttribute('list', names.id);
};

const [typed, list] = [field('village_words'), field('village')];
if (typed !== null && list !== null) offerNames(typed, list);
