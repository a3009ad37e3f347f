import { readFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { Decrypter, Encrypter } from 'age-encryption';

/** Closes what leaves the machine, in the format of age (age-encryption.org), so that the program `age` opens it as well. */
export type Sealer = {
  /** What names of sealed objects end with; empty where nothing is sealed. */
  readonly ending: string;
  readonly seal: (content: Uint8Array) => Promise<Uint8Array>;
  readonly sealStream: (content: Readable) => Promise<Readable>;
};

/** Opens what was sealed, told by the ending of its name. Throws on what was changed, or sealed for somebody else. */
export type Opener = {
  readonly open: (name: string, content: Uint8Array) => Promise<Uint8Array>;
  readonly openStream: (name: string, content: Readable) => Promise<Readable>;
};

const ageEnding = '.age';

/** `recipient`: a public key of age; null: what leaves is not sealed, and somebody said so aloud. */
export const sealerFor = (recipient: string | null): Sealer => {
  if (recipient === null)
    return {
      ending: '',
      seal: (content) => Promise.resolve(content),
      sealStream: (content) => Promise.resolve(content),
    };
  const encrypter = new Encrypter();
  encrypter.addRecipient(recipient);
  return {
    ending: ageEnding,
    seal: (content) => encrypter.encrypt(content),
    sealStream: async (content) => fromWeb(await encrypter.encrypt(toWeb(content))),
  };
};

export const openerFor = (identities: readonly string[]): Opener => {
  const decrypter = new Decrypter();
  for (const identity of identities) decrypter.addIdentity(identity);
  const isSealed = (name: string): boolean => {
    if (!name.endsWith(ageEnding)) return false;
    if (identities.length === 0) throw new Error(`${name} is sealed: name the file of the identity with --identity`);
    return true;
  };
  return {
    open: async (name, content) => (isSealed(name) ? decrypter.decrypt(content) : content),
    openStream: async (name, content) => (isSealed(name) ? fromWeb(await decrypter.decrypt(toWeb(content))) : content),
  };
};

/** The secret keys in a file as `age-keygen` writes it. */
export const readIdentities = async (path: string | undefined): Promise<readonly string[]> => {
  if (path === undefined) return [];
  const identities = (await readFile(path, 'utf8')).split('\n').filter((line) => line.startsWith('AGE-SECRET-KEY-'));
  if (identities.length === 0) throw new Error(`${path} holds no identity of age (AGE-SECRET-KEY-...)`);
  return identities.map((line) => line.trim());
};

/** The stream of a browser, which the library speaks; it is filled only as it is read. */
const toWeb = (content: Readable): ReadableStream<Uint8Array> => {
  const chunks: AsyncIterator<Uint8Array> = content[Symbol.asyncIterator]();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await chunks.next();
      if (next.done === true) controller.close();
      else controller.enqueue(next.value);
    },
    cancel: () => void content.destroy(),
  });
};

const fromWeb = (stream: ReadableStream<Uint8Array>): Readable =>
  Readable.from(chunksOf(stream), { objectMode: false });

async function* chunksOf(stream: ReadableStream<Uint8Array>): AsyncGenerator<Uint8Array> {
  const reader = stream.getReader();
  for (let next = await reader.read(); !next.done; next = await reader.read()) yield next.value;
}
