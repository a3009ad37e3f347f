import { cleanText } from '../../platform/http/form-fields.ts';
import type { MoveFields } from '../../store/move-fields.ts';
import type { MoveBody } from './move-body.ts';

/** A JSON body as the fields that a form would send, which is what moves are read from. */
export const fieldsOf = ({
  move: _move,
  version: _version,
  claim_code: _code,
  publish,
  rating,
  proof,
  photos,
  checks,
  ...texts
}: MoveBody): MoveFields => ({
  ...cleaned(texts),
  publish_title: publish?.title === undefined ? undefined : cleanText(publish.title),
  publish_description: publish?.description === undefined ? undefined : cleanText(publish.description),
  photos: photos ?? publish?.photos,
  rating: rating?.toString(),
  proof,
  checks,
});

const cleaned = (texts: Readonly<Record<string, string | undefined>>): MoveFields =>
  Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [name, text === undefined ? undefined : cleanText(text)]),
  );
