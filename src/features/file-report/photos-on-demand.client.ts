// Fetches the script that sends pictures when somebody is about to choose one: who sends none does not wait for it.

const wishes = ['pointerdown', 'focus', 'change'];

const start = (input: HTMLInputElement, script: string): void => {
  // What was chosen before the script came is told to it.
  const tell = (): void => {
    if (input.files?.length !== 0) input.dispatchEvent(new Event('change'));
  };
  const load = (): void => {
    void import(/* @vite-ignore */ script).then(tell, () => undefined); // without it the pictures go with the form
  };
  for (const wish of wishes) input.addEventListener(wish, load, { once: true });
};

const input = document.querySelector<HTMLInputElement>('input[name=photos]');
const script = input?.dataset['script'];
if (input !== null && script !== undefined) start(input, script);
