import { createHash, generateKeyPairSync, randomBytes, sign, type KeyObject } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

/** A device with one key, as a browser would speak for it: what the browser adds of its own can be forged. */
export type SoftwareKey = {
  readonly make: (options: Offered, said: Said) => object;
  readonly prove: (options: { readonly challenge: string }, said: Said) => object;
};

type Offered = { readonly challenge: string };
export type Said = {
  readonly origin: string;
  readonly rpId: string;
  /** How often the key was used, as the device counts. */
  readonly counter: number;
  /** Whether the device asked its owner; true when absent. */
  readonly isVerified?: boolean;
};

export const softwareKey = (): SoftwareKey => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(16);
  return {
    make: ({ challenge }, said) => {
      const authData = Buffer.concat([
        head(said, 0x41),
        Buffer.alloc(16),
        Buffer.from([0, id.length]),
        id,
        coseOf(publicKey),
      ]);
      const attestation = new Map<string, unknown>([
        ['fmt', 'none'],
        ['attStmt', new Map()],
        ['authData', new Uint8Array(authData)],
      ]);
      return shown(id, {
        clientDataJSON: clientData('webauthn.create', challenge, said),
        attestationObject: url(Buffer.from(isoCBOR.encode(cborOf(attestation)))),
      });
    },
    prove: ({ challenge }, said) => {
      const authData = head(said, 0x01);
      const clientDataJSON = clientData('webauthn.get', challenge, said);
      const hash = createHash('sha256').update(Buffer.from(clientDataJSON, 'base64url')).digest();
      const signature = url(sign('sha256', Buffer.concat([authData, hash]), privateKey));
      return shown(id, { clientDataJSON, authenticatorData: url(authData), signature });
    },
  };
};

const url = (bytes: Buffer): string => bytes.toString('base64url');

const shown = (id: Buffer, response: object): object => ({
  id: url(id),
  rawId: url(id),
  type: 'public-key',
  clientExtensionResults: {},
  response,
});

const clientData = (type: string, challenge: string, { origin }: Said): string =>
  url(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));

const head = ({ rpId, counter, isVerified = true }: Said, flags: number): Buffer => {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(counter);
  return Buffer.concat([
    createHash('sha256').update(rpId).digest(),
    Buffer.from([flags | (isVerified ? 0x04 : 0)]),
    count,
  ]);
};

/** Of the curve P-256, for ES256 (RFC 9052). */
const coseOf = (key: KeyObject): Buffer => {
  const { x = '', y = '' } = key.export({ format: 'jwk' });
  const numbers = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
  ]);
  return Buffer.from(isoCBOR.encode(cborOf(numbers)));
};

type Cbor = Parameters<typeof isoCBOR.encode>[0];
const cborOf = (value: unknown): Cbor => value as Cbor;
