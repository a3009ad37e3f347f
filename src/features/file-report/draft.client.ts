// Keeps what is being written on this device until it is sent: a call, an empty battery or a lost page costs nobody their words.
import { forget, keep, readKept } from '../../platform/browser/device-store.ts';

const name = 'laksa draft';
const settledMs = 400;

/** Who somebody is stays off a device that may be shared. */
const neverKept = new Set(['name', 'phone', 'email', 'other_name', 'other_contact', 'photos']);

/** `until`: the last day on which it is offered again, `YYYY-MM-DD`. */
type Draft = { readonly until: string; readonly fields: readonly (readonly [name: string, value: string])[] };

const isDraft = (kept: unknown, today: string): kept is Draft =>
  typeof kept === 'object' &&
  kept !== null &&
  'until' in kept &&
  typeof kept.until === 'string' &&
  kept.until >= today &&
  'fields' in kept &&
  Array.isArray(kept.fields);

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const controlsOf = (form: HTMLFormElement): readonly Control[] =>
  [...form.querySelectorAll<Control>('input:not([type=hidden]):not([type=file]), textarea, select')].filter(
    (control) => !neverKept.has(control.name),
  );

const isBox = (control: Control): control is HTMLInputElement =>
  control instanceof HTMLInputElement && (control.type === 'checkbox' || control.type === 'radio');

const written = (form: HTMLFormElement): Draft['fields'] =>
  controlsOf(form).flatMap((control) =>
    (isBox(control) ? control.checked : control.value !== '') ? [[control.name, control.value] as const] : [],
  );

/** Otherwise than the form comes: what came back must not lie folded away. */
const isFilled = (control: Control): boolean =>
  isBox(control) ? control.checked && !control.defaultChecked : control.value !== '';

const fill = (form: HTMLFormElement, { fields }: Draft): void => {
  for (const control of controlsOf(form)) {
    const values = fields.filter(([field]) => field === control.name).map(([, value]) => value);
    if (isBox(control)) control.checked = values.includes(control.value);
    else control.value = values[0] ?? '';
    if (isFilled(control)) control.closest('details')?.setAttribute('open', '');
  }
};

const start = (form: HTMLFormElement, notice: HTMLElement): void => {
  const story = form.querySelector<HTMLTextAreaElement>('textarea[name=description]');
  const kept = readKept(name);
  // What the server sent back is newer than what was kept.
  const { today = '', until = '' } = notice.dataset;
  if (isDraft(kept, today) && story?.value === '') {
    fill(form, kept);
    notice.hidden = false;
  }
  let waiting: number | undefined;
  const save = (): void => {
    keep(name, { until, fields: written(form) } satisfies Draft);
    notice.hidden = false;
  };
  form.addEventListener('input', () => {
    window.clearTimeout(waiting);
    waiting = window.setTimeout(save, settledMs);
  });
  form.addEventListener('submit', () => window.clearTimeout(waiting));
  notice.querySelector('[data-draft-clear]')?.addEventListener('click', () => {
    window.clearTimeout(waiting);
    forget(name);
    fill(form, { until, fields: [['kind', 'complaint']] });
    notice.hidden = true;
    story?.focus();
  });
};

const form = document.querySelector<HTMLFormElement>('form[action="/lapor"]');
const notice = document.querySelector<HTMLElement>('[data-draft]');
if (form !== null && notice !== null) start(form, notice);
