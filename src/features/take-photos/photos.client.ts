// Sends pictures one by one while the form is still being filled in, made smaller on the telephone; without it they go with the form as they are.

import { exifOf } from '../../domain/exif-place.ts';
import { shrink } from '../../platform/browser/shrink-picture.ts';

const tries = 3;
const headBytes = 128 * 1024;

type Words = Readonly<
  Record<'waiting' | 'holding' | 'without' | 'sending' | 'sent' | 'remove' | 'retry' | 'unsent' | 'tooMany', string>
>;

const input = document.querySelector<HTMLInputElement>('input[name="photos"][data-words]');
const nonce = document.querySelector<HTMLInputElement>('input[name="nonce"]')?.value ?? '';

const fieldsOf = async (file: File, body: Blob): Promise<FormData> => {
  const said = exifOf(new DataView(await file.slice(0, headBytes).arrayBuffer()));
  const form = new FormData();
  form.set('nonce', nonce);
  if (said.latitude !== undefined) form.set('lat', String(said.latitude));
  if (said.longitude !== undefined) form.set('lng', String(said.longitude));
  if (said.takenAt !== undefined) form.set('taken_at', said.takenAt);
  form.set('photo', body, file.name);
  return form;
};

/** `state`: with its form (`staged`), or in the report already, whose form was sent before (`filed`). */
type Answer = {
  readonly status: number;
  readonly id?: string;
  readonly state?: string;
  readonly words?: string;
  readonly problem?: string;
};

/**
 * XMLHttpRequest because fetch does not tell how far an upload is. Status 0: no answer came. Never broken off: nobody here knows how much of it has
 * arrived, and what has arrived whole can be dropped by the id in its answer alone.
 */
const post = (form: FormData, onPart: (share: number) => void): Promise<Answer> =>
  new Promise((done) => {
    const request = new XMLHttpRequest();
    request.open('POST', '/lapor/foto');
    request.responseType = 'json';
    request.upload.onprogress = ({ loaded, total }) => onPart(loaded / total);
    request.onload = () => done({ ...request.response, status: request.status });
    request.onerror = () => done({ status: 0 });
    request.send(form);
  });

const send = async (form: FormData, onPart: (share: number) => void): Promise<Answer> => {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await post(form, onPart);
    const isLasting = answer.status !== 0 && answer.status < 500;
    if (isLasting || attempt === tries) return answer;
    await new Promise((wait) => setTimeout(wait, 1_000 * 3 ** attempt));
  }
};

/** What is pressed, and on which picture for who hears it alone. */
const button = (label: string, of: string, onPress: () => void): HTMLButtonElement => {
  const made = Object.assign(document.createElement('button'), { type: 'button', textContent: label });
  made.className = 'button button-secondary';
  made.setAttribute('aria-label', `${label}: ${of}`);
  made.addEventListener('click', onPress);
  return made;
};

/** One picture on the page: how far it is, and what can be done with it. */
const addPhoto = (file: File, list: HTMLElement, words: Words) => {
  const item = document.createElement('li');
  const state = document.createElement('p');
  item.className = 'photo';
  state.setAttribute('role', 'status');
  let [isSending, isUnwanted] = [false, false];
  const say = (text: string, percent = 0): void => {
    state.textContent = text.replace('{name}', file.name).replace('{percent}', String(percent));
  };
  const takeAway = (): void => {
    const { id } = item.dataset;
    item.remove();
    if (id === undefined || list.querySelector(`[data-id="${id}"]`) !== null) return; // chosen twice, it stays once
    list.after(Object.assign(document.createElement('input'), { type: 'hidden', name: 'drop', value: id }));
  };
  const remove = button(words.remove, file.name, () => {
    isUnwanted = true;
    remove.disabled = true;
    if (!isSending) takeAway();
  });
  item.append(state, remove);
  list.append(item);
  say(words.waiting);
  return {
    item,
    say,
    refuse: (problem: string): void => noteRefused(item, problem, file.name),
    isUnwanted: (): boolean => isUnwanted,
    /** On its way it stays on the page, with nothing to press; whether it was taken is known when the answer is there. */
    whileSent: async (work: () => Promise<Answer>): Promise<Answer> => {
      isSending = true;
      const answer = await work();
      isSending = false;
      if (answer.id !== undefined) item.dataset['id'] = answer.id;
      if (isUnwanted) takeAway();
      else document.querySelector(`input[name="drop"][value="${answer.id}"]`)?.remove(); // removed before, and chosen again
      if (answer.state === 'filed') remove.remove();
      return answer;
    },
  };
};

/** What was not taken goes with the form by its name, so that the page after it says so too. */
const noteRefused = (item: HTMLElement, problem: string, name: string): void => {
  item.classList.add('photo-whole');
  item.querySelector('[role=status]')?.classList.add('field-error');
  item.append(
    Object.assign(document.createElement('input'), { type: 'hidden', name: 'not_taken', value: `${problem} ${name}` }),
  );
};

/** One after another: two uploads at once over a bad line are two that fail. */
const createQueue = () => {
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  return {
    isBusy: (): boolean => waiting > 0,
    whenDone: (): Promise<void> => last,
    add: (work: () => Promise<void>): void => {
      waiting += 1;
      last = last.then(work).finally(() => {
        waiting -= 1;
      });
    },
  };
};

type Queue = ReturnType<typeof createQueue>;

const upload = async (file: File, photo: ReturnType<typeof addPhoto>, words: Words, queue: Queue): Promise<void> => {
  if (photo.isUnwanted()) return;
  photo.say(words.sending);
  const { body, canvas } = await shrink(file);
  if (canvas !== null) photo.item.prepend(canvas);
  const onPart = (share: number): void => photo.say(words.sending, Math.round(share * 100));
  const fields = await fieldsOf(file, body);
  if (photo.isUnwanted()) return;
  const answer = await photo.whileSent(() => send(fields, onPart));
  if (photo.isUnwanted()) return;
  if (answer.id !== undefined) return photo.say(words.sent);
  photo.say(answer.words === undefined ? words.unsent : `{name}: ${answer.words}`);
  if (answer.words !== undefined) return photo.refuse(answer.problem ?? '');
  const again = button(words.retry, file.name, () => {
    again.remove();
    queue.add(() => upload(file, photo, words, queue));
  });
  again.dataset['again'] = '';
  photo.item.append(again);
};

const run = (chosen: HTMLInputElement): void => {
  const words: Words = JSON.parse(chosen.dataset['words'] ?? '{}');
  const most = Number(chosen.dataset['most']);
  const list = Object.assign(document.createElement('ul'), { className: 'photos' });
  const queue = createQueue();
  chosen.dataset['sends'] = '';
  chosen.after(list);
  chosen.addEventListener('change', () => {
    for (const file of chosen.files ?? []) {
      const photo = addPhoto(file, list, words);
      if (list.children.length > most) photo.say(`{name}: ${words.tooMany}`);
      else queue.add(() => upload(file, photo, words, queue));
    }
    chosen.value = '';
  });
  if (chosen.form !== null) holdBack(chosen.form, { list, queue, words });
};

type Held = { readonly list: HTMLElement; readonly queue: Queue; readonly words: Words };

/**
 * Whoever presses "send" while a picture is on its way means to send it too, and one that got lost on the way is tried once more. Where that fails as
 * well it is said; pressed again, and failed again, the form goes without.
 */
const holdBack = (form: HTMLFormElement, { list, queue, words }: Held): void => {
  const lost = () => list.querySelectorAll<HTMLElement>('[data-again]');
  let [isTold, goesNow] = [false, false];
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented || goesNow || (!queue.isBusy() && lost().length === 0)) return;
    event.preventDefault();
    for (const again of lost()) again.click();
    const { submitter } = event;
    const said = sayWaiting(submitter, list, words);
    void queue.whenDone().then(() => {
      const staysHere = lost().length > 0 && !isTold;
      said.end(staysHere);
      isTold = staysHere;
      goesNow = !staysHere;
      if (goesNow) form.requestSubmit(submitter);
      else submitter?.removeAttribute('aria-busy');
      goesNow = false;
    });
  });
};

/** Beside the button that was pressed: what is waited for, and how far it is, since the pictures may be out of sight. */
const sayWaiting = (button: HTMLElement | null, list: HTMLElement, words: Words) => {
  const line = Object.assign(document.createElement('p'), { className: 'notice notice-info' });
  line.setAttribute('role', 'status');
  document.querySelector('[data-held]')?.remove();
  line.dataset['held'] = '';
  const say = (): void => {
    const states = [...list.querySelectorAll('[role=status]')].map(({ textContent }) => textContent);
    line.textContent = `${words.holding} ${states.find((state) => /\d %/.test(state ?? '')) ?? ''}`;
  };
  const watch = new MutationObserver(say);
  watch.observe(list, { childList: true, subtree: true, characterData: true });
  say();
  button?.parentElement?.before(line);
  return {
    end: (isLost: boolean): void => {
      watch.disconnect();
      line.className = 'notice notice-warning';
      line.textContent = words.without;
      if (!isLost) line.remove();
    },
  };
};

if (input !== null && nonce !== '') run(input);
