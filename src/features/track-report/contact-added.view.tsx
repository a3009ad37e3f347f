import { Button, Buttons } from '../../ui/button.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type AddedAddressProps = {
  readonly t: Text;
  readonly number: string;
  /** When a mail address was added where there was none; null: not lately. */
  readonly when: string | null;
};

/** Nobody could be told of it by letter: whoever comes in is asked. */
export const AddedAddress = ({ t, number, when }: AddedAddressProps) =>
  when === null ? null : (
    <NoticeBox tone="warning">
      <p>{t('contact.added.text', { when })}</p>
      <PostForm action={`/lacak/${number}/kontak`} hidden={{ apa: 'remove_added' }}>
        <Buttons>
          <Button tone="secondary">{t('contact.added.button')}</Button>
        </Buttons>
      </PostForm>
    </NoticeBox>
  );
