// Has the device make a key for this account; browsers and devices that know none keep the page without the form.
import { knowsKeys, makeKey } from '../../platform/browser/device-key.ts';

const path = '/petugas/akun/kunci';
const form = document.querySelector<HTMLFormElement>('#add-passkey');

if (form !== null && knowsKeys()) {
  form.hidden = false;
  document.querySelector('#no-passkeys')?.remove();
  const told = form.querySelector<HTMLElement>('[role="alert"]');
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    if (told !== null) told.hidden = true;
    const fields = new FormData(form);
    const begin = { path: `${path}/mulai`, body: { password: fields.get('password') } };
    try {
      location.assign(await makeKey(begin, { path, body: { name: fields.get('name') } }));
    } catch (error) {
      if (told === null) return;
      const words = error instanceof Error ? error.message : '';
      told.textContent = words === '' ? (form.dataset['failed'] ?? '') : words;
      told.hidden = false;
    }
  });
}
