import type { Text } from '../../ui/texts/text.ts';

/** From when on the chosen rules hold, by their names. */
export type Holding = { readonly atOnce: readonly string[]; readonly later: readonly string[] };

export const RulesHold = ({ t, holding: { atOnce, later } }: { readonly t: Text; readonly holding: Holding }) =>
  atOnce.length === 0 ? (
    <p>{t('promises.edit.rulesHold')}</p>
  ) : (
    <>
      <p>{t('promises.edit.holdAtOnce', { rules: atOnce.join('; ') })}</p>
      {later.length > 0 && <p>{t('promises.edit.holdLater', { rules: later.join('; ') })}</p>}
    </>
  );
