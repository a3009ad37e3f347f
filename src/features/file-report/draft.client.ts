// Keeps what is being written on this device until it is sent: a call, an empty battery or a lost page costs nobody their words.
import { forget, forgetSent, keep, readKept, saysSent, wasSent } from '../../platform/browser/device-store.ts';

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
  form.querySelector('[name=category]')?.dispatchEvent(new Event('change'));
};

/** What is to be secret does not stay on a device that may be shared. */
const isSecret = (form: HTMLFormElement): boolean =>
  form.querySelector<HTMLInputElement>('[name=secret]')?.checked === true;

/** Says that something is kept, or that it was cleared and can be brought back. */
const notices = (notice: HTMLElement) => {
  const [clear, undo] = ['clear', 'undo'].map((what) =>
    notice.querySelector<HTMLButtonElement>(`[data-draft-${what}]`),
  );
  const words = notice.querySelector('output');
  const show = (isKept: boolean): void => {
    notice.hidden = false;
    if (clear != null) clear.hidden = !isKept;
    if (undo != null) undo.hidden = isKept;
    if (words !== null) words.textContent = words.dataset[isKept ? 'kept' : 'cleared'] ?? '';
  };
  return { clear, undo, show };
};

/** Keeps what is typed a moment after it is; gives how to keep at once, and how to let it be. */
const keepTyped = (form: HTMLFormElement, notice: HTMLElement, until: string) => {
  let waiting: number | undefined;
  const stop = (): void => window.clearTimeout(waiting);
  const { show } = notices(notice);
  const save = (): void => {
    if (isSecret(form)) {
      forget(name);
      notice.hidden = true;
      return;
    }
    keep(name, { until, fields: written(form) } satisfies Draft);
    show(true);
  };
  form.addEventListener('input', () => {
    stop();
    waiting = window.setTimeout(save, settledMs);
  });
  form.addEventListener('submit', stop);
  return { save, stop };
};

/** Who somebody is and what they photographed goes too, and does not come back: the next to hold the device may be somebody else. */
const clearPersonal = (form: HTMLFormElement): void => {
  for (const field of form.querySelectorAll<HTMLInputElement>('input:not([type=hidden])'))
    if (neverKept.has(field.name)) field.value = '';
  for (const drop of form.querySelectorAll<HTMLElement>('.photos button, .photos input[name=drop]:not(:checked)'))
    drop.click();
};

/** What was cleared by mistake is one press away, until something else is written. */
const offerClearing = (
  form: HTMLFormElement,
  notice: HTMLElement,
  { save, stop }: ReturnType<typeof keepTyped>,
): void => {
  const { clear, undo, show } = notices(notice);
  let cleared: Draft['fields'] = [];
  const put = (fields: Draft['fields']): void => fill(form, { until: '', fields });
  clear?.addEventListener('click', () => {
    stop();
    cleared = written(form);
    forget(name);
    put([['kind', 'complaint']]);
    clearPersonal(form);
    show(false);
    undo?.focus();
  });
  undo?.addEventListener('click', () => {
    put(cleared);
    save();
    clear?.focus();
  });
};

const start = (form: HTMLFormElement, notice: HTMLElement): void => {
  const story = form.querySelector<HTMLTextAreaElement>('textarea[name=description]');
  const kept = readKept(name);
  const { today = '', until = '' } = notice.dataset;
  // What the server sent back is newer than what was kept.
  if (!isDraft(kept, today)) forget(name);
  else if (story?.value === '') {
    fill(form, kept);
    notice.hidden = false;
  }
  offerClearing(form, notice, keepTyped(form, notice, until));
};

/** After a report was sent the way back leads to an empty form: a browser that fills in what stood there would show it to whoever holds the device. */
const emptyAfterSending = (form: HTMLFormElement): void => {
  const [visit] = performance.getEntriesByType('navigation');
  const isBack = visit instanceof PerformanceNavigationTiming && visit.type === 'back_forward';
  if (!isBack) forgetSent();
  window.addEventListener('pageshow', ({ persisted }) => {
    if (!(isBack || persisted) || !wasSent()) return;
    form.reset();
    const said = document.querySelector<HTMLElement>('[data-sent]');
    if (said === null || !saysSent()) return;
    history.scrollRestoration = 'manual';
    said.hidden = false;
    said.scrollIntoView();
  });
};

const form = document.querySelector<HTMLFormElement>('form[action="/lapor"]');
const notice = document.querySelector<HTMLElement>('[data-draft]');
if (form !== null && notice !== null) {
  emptyAfterSending(form);
  start(form, notice);
}
