import { Button, Buttons } from '../../ui/button.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { SelectField, type Option } from '../../ui/select-field.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type FlagsProps = {
  readonly t: Text;
  readonly items: readonly {
    readonly at: { readonly iso: string; readonly words: string };
    readonly reason: string;
    readonly words: string | null;
  }[];
  readonly isHidden: boolean;
  /** Where the decision goes, and the version it is made on. */
  readonly action: string;
  readonly version: string;
  /** What is public when it is kept. */
  readonly keepAs: 'public' | 'title_only';
  readonly reasons: readonly Option[];
};

/** What people have flagged, and the two ways to decide on it. Who they are is not known. */
export const Flags = (props: FlagsProps) => {
  const { t, items, isHidden } = props;
  return (
    <section aria-labelledby="flags">
      <h2 id="flags">{t('flag.staff.title')}</h2>
      <NoticeBox tone="warning">
        <p>{t(isHidden ? 'flag.staff.hidden' : 'flag.staff.isShown')}</p>
        <p>{t('flag.staff.intro')}</p>
      </NoticeBox>
      <ul aria-label={t('flag.staff.said')}>
        {items.map(({ at, reason, words }) => (
          <li key={`${at.iso} ${reason} ${words}`}>
            <strong>{reason}</strong>, <time datetime={at.iso}>{at.words}</time>
            {words !== null && <blockquote class="words">{words}</blockquote>}
          </li>
        ))}
      </ul>
      <Decision {...props} />
    </section>
  );
};

const Decision = ({ t, action, version, keepAs, reasons }: FlagsProps) => (
  <>
    <PostForm action={action} hidden={{ version, publication: keepAs }}>
      <p>{t('flag.staff.keepHint')}</p>
      <Buttons>
        <Button tone="secondary">{t('flag.staff.keep')}</Button>
      </Buttons>
    </PostForm>
    <PostForm action={action} hidden={{ version, publication: 'withdrawn_from_public' }}>
      <SelectField
        name="reason"
        scope="flags"
        label={t('flag.staff.reason')}
        options={reasons}
        empty={t('staff.field.reasonNone')}
      />
      <Buttons>
        <Button tone="danger">{t('flag.staff.withdraw')}</Button>
      </Buttons>
    </PostForm>
  </>
);
