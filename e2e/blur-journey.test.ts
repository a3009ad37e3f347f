import { execFileSync } from 'node:child_process';
import { AxeBuilder } from '@axe-core/playwright';
import type { BrowserContextOptions, Page } from 'playwright-core';
import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';

import { telephonePicture } from '../src/features/take-photos/testing/pictures.ts';
import { codeOf, loginOf } from './officer.ts';
import { openStage } from './stage.ts';

const stage = openStage();
const known: { number: string; photo: string; state: BrowserContextOptions['storageState'] } = {
  number: '',
  photo: '',
  state: undefined,
};

const withPage = async (more: BrowserContextOptions, visit: (page: Page) => Promise<void>): Promise<void> => {
  const context = await stage.browser.newContext({ baseURL: stage.service.origin, locale: 'id-ID', ...more });
  context.setDefaultTimeout(15_000);
  try {
    await visit(await context.newPage());
  } finally {
    await context.close();
  }
};

const phone = { viewport: { width: 360, height: 740 } } as const;
const desk = { viewport: { width: 1280, height: 900 } } as const;
const asOfficer = () => (known.state === undefined ? {} : { storageState: known.state });

const fileWithPhoto = (page: Page): Promise<void> =>
  page
    .goto('/lapor')
    .then(() => page.locator('[name="description"]').fill('Anak-anak bermain di lubang besar di depan sekolah.'))
    .then(async () => {
      const file = { name: 'IMG.jpg', mimeType: 'image/jpeg', buffer: await telephonePicture() };
      await page.locator('input[name="photos"]').setInputFiles([file]);
      await page.getByText('IMG.jpg siap').waitFor();
      await page.locator('button[name="step"][value="send"]').click();
      known.number = (await page.locator('[data-number]').getAttribute('data-number')) ?? '';
    });

const signIn = async (page: Page): Promise<void> => {
  const login = loginOf(await stage.service.logins(), { role: 'verifier' });
  await page.goto('/petugas/masuk');
  await page.locator('[name="login"]').fill(login.login);
  await page.locator('[name="password"]').fill(login.password);
  await page.locator('main form button').first().click();
  await page.locator('form[action="/petugas/masuk/kode"] [name="code"]').fill(await codeOf(login));
  await page.locator('main form button').first().click();
  await page.waitForURL((url) => url.pathname === '/petugas');
  known.state = await page.context().storageState();
};

/** The picture is worked on in the background; then it is looked at and shown. */
const verify = async (page: Page): Promise<void> => {
  const form = page.locator('form[action$="/verify"]');
  for (let looks = 0; looks < 60; looks += 1) {
    await page.goto(`/petugas/laporan/${known.number}`);
    if ((await form.locator('input[type="checkbox"][name="photos"]').count()) > 0) break;
    await page.waitForTimeout(500);
  }
  await form.locator('[name="class"]').first().check();
  await form.locator('select[name="category"]').selectOption({ index: 1 });
  await form.locator('input[type="checkbox"][name="photos"]').check();
  await form.locator('button').last().click();
  await page.waitForURL('**selesai=verify');
};

beforeAll(async () => {
  await withPage(desk, fileWithPhoto);
  await withPage(desk, async (page) => {
    await signIn(page);
    await verify(page);
    await page.getByRole('link', { name: /^Kaburkan bagian foto/ }).click();
    known.photo = new URL(page.url()).pathname.split('/')[3] ?? '';
  });
}, 120_000);

const openBlur = async (page: Page): Promise<void> => {
  await page.goto(`/petugas/foto/${known.photo}/kabur`);
  await page.waitForFunction(`document.querySelector('.blur-stage img').naturalWidth > 0`);
};

const save = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Simpan', exact: true }).click();
  await page.waitForURL('**tersimpan=1');
};

const boxesOn = (page: Page): Promise<readonly (readonly number[])[]> =>
  page
    .locator('input[name="box"]')
    .evaluateAll((inputs) => inputs.map((input) => String(input.getAttribute('value') ?? Reflect.get(input, 'value'))))
    .then((texts) => texts.map((text) => text.split(',').map(Number)));

/** What everyone gets, once it is blurred. */
const publicPicture = async (page: Page, size = 'besar'): Promise<Buffer> => {
  for (let looks = 0; looks < 60; looks += 1) {
    const answer = await page.request.get(`/laporan/${known.number}/foto/${known.photo}/${size}`);
    if (answer.ok()) return answer.body();
    await page.waitForTimeout(500);
  }
  throw new Error('the blurred picture did not come');
};

const faultsOn = async (page: Page): Promise<readonly unknown[]> => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const isWide = await page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  return isWide === true ? [...faults, 'wider than the window'] : faults;
};

it('a box is drawn with the mouse', async () => {
  await withPage({ ...desk, ...asOfficer() }, async (page) => {
    await openBlur(page);
    await page.locator('.blur-stage').scrollIntoViewIfNeeded();
    const area = await page.locator('.blur-stage').boundingBox();
    if (area === null) throw new Error('no picture');
    await page.mouse.move(area.x + area.width * 0.2, area.y + area.height * 0.4);
    await page.mouse.down();
    await page.mouse.move(area.x + area.width * 0.8, area.y + area.height * 0.6, { steps: 5 });
    await page.mouse.up();
    const [[x = 0, y = 0, width = 0, height = 0] = []] = await boxesOn(page);
    for (const [is, wanted] of [
      [x, 200],
      [y, 400],
      [width, 600],
      [height, 200],
    ] as const)
      expect(Math.abs(is - wanted)).toBeLessThan(10);
    expect(await faultsOn(page)).toEqual([]);
    await save(page);
    const picture = await sharp(await publicPicture(page)).metadata();
    expect([picture.exif, picture.xmp, picture.iptc]).toEqual([undefined, undefined, undefined]);
  });
}, 90_000);

it('a box is added, moved, sized and removed with the keyboard, and all of it is said', async () => {
  await withPage({ ...desk, ...asOfficer(), colorScheme: 'dark' }, async (page) => {
    await openBlur(page);
    const before = await boxesOn(page);
    const status = page.locator('[data-blur] [role="status"]');
    await page.getByRole('button', { name: 'Tambah kotak' }).focus();
    await page.keyboard.press('Enter');
    expect(await status.textContent()).toBe('Kotak 2 ditambahkan.');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Shift+ArrowDown');
    expect(await status.textContent()).toContain('Kotak 2: 43 % dari kiri, 42 % dari atas, lebar 16 %, tinggi 17 %');
    expect((await boxesOn(page)).at(-1)).toEqual([430, 420, 160, 170]);
    expect(await faultsOn(page)).toEqual([]);
    await page.keyboard.press('Delete');
    expect(await status.textContent()).toBe('Kotak dihapus. Sisa: 1.');
    expect(await boxesOn(page)).toEqual(before);
    expect(await page.evaluate('document.activeElement.className')).toBe('blur-box');
  });
}, 60_000);

it('a box is tapped and dragged with a finger on a telephone', async () => {
  await withPage({ ...phone, ...asOfficer(), hasTouch: true, isMobile: true }, async (page) => {
    await openBlur(page);
    await page.locator('.blur-stage').scrollIntoViewIfNeeded();
    const area = await page.locator('.blur-stage').boundingBox();
    if (area === null) throw new Error('no picture');
    await page.touchscreen.tap(area.x + area.width * 0.2, area.y + area.height * 0.1);
    expect((await boxesOn(page)).length).toBe(2);
    const finger = await page.context().newCDPSession(page);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', ...points: readonly (readonly [number, number])[]) =>
      finger.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: points.map(([x, y]) => ({ x: area.x + area.width * x, y: area.y + area.height * y })),
      });
    await touch('touchStart', [0.3, 0.7]);
    await touch('touchMove', [0.5, 0.8]);
    await touch('touchMove', [0.7, 0.9]);
    await touch('touchEnd');
    const drawn = (await boxesOn(page)).at(-1) ?? [];
    for (const [at, wanted] of [300, 700, 400, 200].entries())
      expect(Math.abs((drawn[at] ?? 0) - wanted)).toBeLessThan(15);
    expect(await faultsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Hapus kotak terpilih' }).tap();
    expect((await boxesOn(page)).length).toBe(2);
    await save(page);
    await publicPicture(page);
  });
}, 90_000);

it('squares are ticked without script, and what was saved before comes back', async () => {
  await withPage({ ...phone, ...asOfficer(), javaScriptEnabled: false }, async (page) => {
    await page.goto(`/petugas/foto/${known.photo}/kabur`);
    expect(await page.locator('input[name="box"]').count()).toBe(2);
    await page.getByRole('checkbox', { name: 'Baris 1, kolom 1' }).check();
    await page.getByRole('checkbox', { name: 'Baris 1, kolom 2' }).check();
    await save(page);
    expect(await page.locator('input[name="box"]').count()).toBe(3);
    for (const answer of ['Jangan simpan, kembali', 'Ya, umum boleh melihatnya']) {
      expect(await page.locator('input[name="box"]').count()).toBe(3);
      await page.getByRole('button', { name: 'Kembali ke simpanan 2 (2 kotak)' }).click();
      expect(await page.locator('h1').textContent()).toBe('Umum akan melihat bagian yang sekarang kabur');
      expect(await page.locator('.blur-uncovered').count()).toBe(1);
      await page.getByRole('button', { name: answer }).click();
    }
    await page.waitForURL('**tersimpan=1');
    expect(await page.locator('input[name="box"]').count()).toBe(2);
  });
}, 60_000);

it('who leaves with a box that is not saved is asked first, and nobody else', async () => {
  await withPage({ ...desk, ...asOfficer() }, async (page) => {
    await openBlur(page);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      void dialog.dismiss();
    });
    await page.getByRole('button', { name: 'Tambah kotak' }).click();
    await page.locator('main a[href^="/petugas/laporan/"]').click({ noWaitAfter: true });
    await expect.poll(() => asked).toEqual(['beforeunload']);
    expect(new URL(page.url()).pathname).toBe(`/petugas/foto/${known.photo}/kabur`);
    await page.locator('.blur-box').last().press('Delete');
    await page.locator('main a[href^="/petugas/laporan/"]').click();
    await page.waitForURL(`**/petugas/laporan/${known.number}`);
    expect(asked).toEqual(['beforeunload']);
  });
}, 60_000);

it('a box that everyone would see under is taken away after a question alone, and what was drawn outlives the question', async () => {
  await withPage({ ...phone, ...asOfficer(), colorScheme: 'dark' }, async (page) => {
    await openBlur(page);
    const saved = await boxesOn(page);
    await page.locator('.blur-box').first().press('Delete');
    const left = await boxesOn(page);
    expect(left.length).toBe(saved.length - 1);
    await page.getByRole('button', { name: 'Simpan', exact: true }).click();
    await page.getByRole('heading', { name: 'Umum akan melihat bagian yang sekarang kabur' }).waitFor();
    expect(await faultsOn(page)).toEqual([]);
    await page.getByRole('button', { name: 'Jangan simpan, kembali' }).click();
    await page.locator('.blur-drawing').waitFor();
    expect(await boxesOn(page)).toEqual(left);
    await openBlur(page);
    expect(await boxesOn(page)).toEqual(saved);
  });
}, 60_000);

it('on a telephone the picture stands on the first screen', async () => {
  await withPage({ ...phone, ...asOfficer(), hasTouch: true, isMobile: true }, async (page) => {
    await page.goto(`/petugas/foto/${known.photo}/kabur?tersimpan=1`);
    await page.locator('.blur-drawing').waitFor();
    const area = await page.locator('.blur-stage').boundingBox();
    expect(area?.y).toBeLessThan(phone.viewport.height / 2);
  });
}, 60_000);

it('has no fault that axe sees where its script does not come, by night, and shows the picture as everyone will see it', async () => {
  await withPage({ ...phone, ...asOfficer(), colorScheme: 'dark' }, async (page) => {
    await publicPicture(page);
    await page.route('**/assets/*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
    await page.goto(`/petugas/foto/${known.photo}/kabur`);
    expect(await page.locator('input[name="square"]').count()).toBe(48);
    const outside = page.getByRole('img', { name: 'Foto menurut simpanan terakhir' });
    const address = (await outside.getAttribute('src')) ?? '';
    const seen = await page.request.get(address);
    expect((await seen.body()).equals(await publicPicture(page, 'sedang'))).toBe(true);
    expect(await faultsOn(page)).toEqual([]);
  });
}, 60_000);

it('whoever is nobody here gets the blurred picture and nothing of the original, by whatever address', async () => {
  await withPage(desk, async (page) => {
    const { number, photo } = known;
    const original = await telephonePicture();
    const [red = 255, , blue = 255] = await colourInTheMiddle(await publicPicture(page, 'sedang'));
    expect(Math.max(red, blue)).toBeLessThan(220); // red above, blue below: both in one
    for (const path of [
      `/petugas/foto/${photo}/besar`,
      `/petugas/foto/${photo}/kabur`,
      `/petugas/foto/${photo}/kabur/besar`,
      `/lacak/${number}/foto/${photo}/besar`,
      `/lapor/foto/${photo}/kecil`,
      ...['original', 'asli', '2048', '2048.jpg', 'b1.2048.jpg', 'b1.besar', '../original'].map(
        (name) => `/laporan/${number}/foto/${photo}/${name}`,
      ),
      `/api/v1/reports/${number}/photos/${photo}`,
    ]) {
      const answer = await page.request.get(path, { maxRedirects: 0 });
      expect([path, answer.status()]).not.toEqual([path, 200]);
    }
    const told = await (await page.request.get(`/api/v1/reports/${number}`)).text();
    expect(told).not.toContain('IMG.jpg');
    for (const size of ['kecil', 'sedang', 'besar']) {
      const bytes = await publicPicture(page, size);
      expect(bytes.includes(original.subarray(original.length - 200))).toBe(false);
      for (const word of ['Exif', 'Telepon Contoh', 'GPS', '2026:11:21']) expect(bytes.includes(word)).toBe(false);
    }
  });
}, 60_000);

it('exiftool finds nothing of the telephone in what everyone gets', async ({ skip }) => {
  if (!hasExiftool()) skip('needs exiftool');
  await withPage(desk, async (page) => {
    const told = execFileSync('exiftool', ['-a', '-G1', '-'], { input: await publicPicture(page), encoding: 'utf8' });
    expect(told).not.toMatch(/GPS|Make|Model|Date\/Time Original|Telepon/);
  });
}, 60_000);

const hasExiftool = (): boolean => {
  try {
    return execFileSync('exiftool', ['-ver']).length > 0;
  } catch {
    return false;
  }
};

const colourInTheMiddle = async (picture: Buffer): Promise<readonly number[]> => {
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  const at = (Math.floor(info.height / 2) * info.width + Math.floor(info.width / 2)) * info.channels;
  return [...data.subarray(at, at + 3)];
};
