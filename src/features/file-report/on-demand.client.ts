// Fetches a script when somebody is about to use the field it belongs to: who sends no picture, who has not begun to write, does not wait for it.

/** `loaded` hears of it; a script that does not come is not missed, the form works without. */
const fetchFor = (
  field: HTMLElement | null,
  script: string | undefined,
  loaded: () => void = () => undefined,
): void => {
  if (field === null || script === undefined) return;
  const load = (): void => {
    void import(/* @vite-ignore */ script).then(loaded, () => undefined);
  };
  for (const wish of ['pointerdown', 'focus', 'change']) field.addEventListener(wish, load, { once: true });
};

const photos = document.querySelector<HTMLInputElement>('input[name=photos]');
fetchFor(photos, photos?.dataset['script'], () => {
  // What was chosen before the script came is told to it, unless it is on its way with the form already.
  if (photos?.files?.length !== 0 && photos?.form?.querySelector('[aria-busy]') === null)
    photos?.dispatchEvent(new Event('change'));
});

const story = document.querySelector<HTMLElement>('form[action="/lapor"] textarea[name=description]');
fetchFor(story, document.querySelector<HTMLElement>('[data-danger]')?.dataset['script']);
