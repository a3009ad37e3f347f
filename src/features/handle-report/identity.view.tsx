import { Button, Buttons } from '../../ui/button.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type IdentityProps = {
  readonly t: Text;
  readonly mayBeRead: boolean;
  /** Whether the reporter told anything of themselves, or of whom they report for. */
  readonly isKnown: boolean;
  readonly isAnonymous: boolean;
  /** That it was filed for somebody else, and when their consent was noted. */
  readonly forOther: string | null;
  readonly action: string;
};

/** Who the reporter is stays closed until somebody says what for. */
export const Identity = ({ t, mayBeRead, isKnown, isAnonymous, forOther, action }: IdentityProps) => (
  <section aria-labelledby="identity">
    <h2 id="identity">{t('staff.identity.title')}</h2>
    {mayBeRead && forOther !== null && <p>{forOther}</p>}
    {!mayBeRead && <p>{t('staff.identity.closed')}</p>}
    {mayBeRead && isAnonymous && <p>{t('staff.identity.anonymous')}</p>}
    {mayBeRead && !isKnown && <p>{t('staff.identity.none')}</p>}
    {mayBeRead && isKnown && <IdentityForm t={t} action={action} />}
  </section>
);

const IdentityForm = ({ t, action }: { readonly t: Text; readonly action: string }) => (
  <details class="more">
    <summary>{t('staff.identity.show')}</summary>
    <PostForm action={action}>
      <p>{t('staff.identity.hint')}</p>
      <SelectField
        name="ground"
        scope="identity"
        label={t('staff.identity.ground')}
        options={[
          { value: 'handling', label: t('staff.identity.grounds.handling') },
          { value: 'lost_code', label: t('staff.identity.grounds.lost_code') },
        ]}
      />
      <Buttons>
        <Button tone="secondary">{t('staff.identity.show')}</Button>
      </Buttons>
    </PostForm>
  </details>
);
