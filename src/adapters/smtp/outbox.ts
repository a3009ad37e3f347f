import { randomBytes } from 'node:crypto';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { createTransport } from 'nodemailer';

import { letterOf } from './letter.ts';
import { checkMail, type SendMail } from '../../platform/mail/mail.ts';

/** Puts each letter as `<tenant>/<file name>.eml` (RFC 5322) into a folder instead of sending it. A repeat is the same letter under the same name: it replaces itself, so each lies there once. */
export function createOutbox(from: string, outboxDir: string): SendMail {
  const writer = createTransport({
    streamTransport: true,
    buffer: true,
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return async (mail) => {
    checkMail(mail);
    const { message } = await writer.sendMail(letterOf(mail, from));
    if (!Buffer.isBuffer(message)) throw new Error('the letter was not written as a whole');
    await writeDurably(join(outboxDir, mail.tenantSlug, `${mail.fileName}.eml`), message);
  };
}

/** Whole or not at all, also when the power fails; a reader never sees half a letter. Letters hold names: nobody else may read them. */
async function writeDurably(path: string, content: Buffer): Promise<void> {
  const folder = dirname(path);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const draft = join(folder, `.${randomBytes(8).toString('hex')}.draft`);
  try {
    await writeSynced(draft, content);
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  await syncFolder(folder);
}

async function writeSynced(path: string, content: Buffer): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(content);
    await file.sync();
  } finally {
    await file.close();
  }
}

async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
