import { browserSupportsWebAuthn, startAuthentication, startRegistration } from '@simplewebauthn/browser';

/** Whether this browser knows keys that a device keeps and opens by finger, face or PIN. */
export const knowsKeys = (): boolean => browserSupportsWebAuthn();

/** Asks the device for a key of its own; `begin` and `end` are where the site offers and takes it. */
export const makeKey = async (begin: Asked, end: Asked): Promise<string> => {
  const offered = await send(begin);
  const response = await startRegistration({ optionsJSON: await offered.json() }).catch(refusedByDevice);
  return nextOf(await send({ ...end, body: { ...end.body, response } }));
};

/** Has the device sign with a key it keeps. Gives the path that the site leads to. */
export const useKey = async (begin: Asked, end: Asked): Promise<string> => {
  const asked = await send(begin);
  const response = await startAuthentication({ optionsJSON: await asked.json() }).catch(refusedByDevice);
  return nextOf(await send({ ...end, body: { ...end.body, response } }));
};

export type Asked = { readonly path: string; readonly body: object };

/** Closed, without such a key, or refused: said in the words of the page. */
const refusedByDevice = (cause: unknown): never => {
  throw new Error('', { cause });
};

/** The answer to JSON; a refusal is thrown with its words. */
const send = async ({ path, body }: Asked): Promise<Response> => {
  const answer = await fetch(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  if (answer.ok) return answer;
  const { text } = await answer.json().catch(() => ({ text: '' }));
  throw new Error(typeof text === 'string' ? text : '');
};

const nextOf = async (answer: Response): Promise<string> => {
  const { next } = await answer.json();
  return next;
};
