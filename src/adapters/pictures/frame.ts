import type { SizeName, UnreadableProblem } from '../../domain/photo.ts';

/** What was read of a picture before everything about its making was thrown away. */
export type PictureFacts = {
  readonly width: number;
  readonly height: number;
  /** 64 bits in hex, alike for pictures that look alike. */
  readonly perceptualHash: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** `2026-11-21T10:00:00` as the camera's clock showed it, with `+07:00` where the camera wrote its zone. */
  readonly takenAt: string | null;
};

export type MadePicture = { readonly name: SizeName; readonly bytes: Buffer };

export type WorkedPicture =
  | { readonly ok: true; readonly facts: PictureFacts; readonly pictures: readonly MadePicture[] }
  | { readonly ok: false; readonly problem: UnreadableProblem };

type Head =
  | { readonly facts: PictureFacts; readonly parts: readonly { readonly name: SizeName; readonly length: number }[] }
  | { readonly problem: UnreadableProblem };

/** The file descriptor that the child answers on. */
export const answerLine = 3;

const lengthBytes = 4;

/** The child's answer in one piece: the length of its head, the head, then the pictures one after another. */
export const writeFrame = (worked: WorkedPicture): Buffer => {
  const parts = worked.ok ? worked.pictures : [];
  const said: Head = worked.ok
    ? { facts: worked.facts, parts: parts.map(({ name, bytes }) => ({ name, length: bytes.length })) }
    : { problem: worked.problem };
  const head = Buffer.from(JSON.stringify(said));
  const length = Buffer.alloc(lengthBytes);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, ...parts.map(({ bytes }) => bytes)]);
};

/** Null for what is no whole answer. */
export const readFrame = (frame: Buffer): WorkedPicture | null => {
  if (frame.length < lengthBytes) return null;
  const headEnd = lengthBytes + frame.readUInt32BE(0);
  if (frame.length < headEnd) return null;
  const head: Head = JSON.parse(frame.toString('utf8', lengthBytes, headEnd));
  if ('problem' in head) return { ok: false, problem: head.problem };
  let at = headEnd;
  const pictures = head.parts.map(({ name, length }) => {
    const bytes = frame.subarray(at, at + length);
    at += length;
    return { name, bytes };
  });
  return at === frame.length ? { ok: true, facts: head.facts, pictures } : null;
};
