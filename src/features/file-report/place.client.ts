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

const showPlace = async ({ coords }: GeolocationPosition, words: HTMLElement): Promise<void> => {
  const [lat, lng] = [coords.latitude.toFixed(digits), coords.longitude.toFixed(digits)];
  put('lat', lat);
  put('lng', lng);
  field('lat')?.closest('details')?.setAttribute('open', '');
  const answer = await fetch(`/lapor/tempat?lat=${lat}&lng=${lng}`);
  const place: unknown = await answer.json();
  if (!isPlace(place)) return;
  words.textContent = place.words;
  if (place.village === null) return;
  put('village_words', '');
  put('village', place.village);
};

const offerPosition = (part: HTMLElement): void => {
  const button = part.querySelector<HTMLButtonElement>('[data-position-use]');
  const words = part.querySelector<HTMLElement>('[data-position-words]');
  if (button === null || words === null) return;
  const failed = (): void => {
    words.textContent = part.dataset['failed'] ?? '';
  };
  const done = (): void => button.removeAttribute('aria-busy');
  button.addEventListener('click', () => {
    button.setAttribute('aria-busy', 'true');
    navigator.geolocation.getCurrentPosition(
      (position) => void showPlace(position, words).catch(failed).finally(done),
      () => {
        failed();
        done();
      },
      { enableHighAccuracy: true, timeout: waitMs, maximumAge: 60_000 },
    );
  });
  part.hidden = false;
};

const part = document.querySelector<HTMLElement>('[data-position]');
if (part !== null && 'geolocation' in navigator) offerPosition(part);

// Whichever was used last is meant.
field('village')?.addEventListener('change', () => put('village_words', ''));
field('village_words')?.addEventListener('change', () => {
  const list = field('village');
  if (list !== null && field('village_words')?.value !== '') list.value = '';
});
