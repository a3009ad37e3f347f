// Signs in with a key of the device, where browser and device know how; without it, password and code do.
import { knowsKeys, useKey } from '../../platform/browser/device-key.ts';

const path = '/petugas/masuk/kunci';
const part = document.querySelector<HTMLElement>('#by-passkey');

if (part !== null && knowsKeys()) {
  part.hidden = false;
  part.querySelector('button')?.addEventListener('click', async () => {
    const told = part.querySelector('output');
    if (told !== null) told.value = '';
    try {
      const next = part.dataset['next'] ?? '';
      location.assign(await useKey({ path: `${path}/mulai`, body: {} }, { path, body: { next } }));
    } catch {
      if (told !== null) told.value = part.dataset['failed'] ?? '';
    }
  });
}
