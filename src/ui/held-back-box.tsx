import { NoticeBox } from './notice-box.tsx';
import type { Text } from './texts/text.ts';

/** Nothing is wrong with what was typed: so much like it has come that it waits, or that a small question is asked first. */
export const HeldBackBox = ({ t, isAsked }: { readonly t: Text; readonly isAsked: boolean }) => (
  <NoticeBox tone="warning" live="alert">
    <p>{t(isAsked ? 'proof.heldBack' : 'refusal.kind.too_many_tries')}</p>
  </NoticeBox>
);
