import { NoticeBox } from '../../ui/notice-box.tsx';
import type { Text } from '../../ui/texts/text.ts';

type DisownedAddressProps = {
  readonly t: Text;
  readonly number: string;
  /** When its owner said so; null: nobody did lately. */
  readonly when: string | null;
};

/** An address that was mistyped is gone: whoever has the code is asked to see whether the right one is there. */
export const DisownedAddress = ({ t, number, when }: DisownedAddressProps) =>
  when === null ? null : (
    <NoticeBox tone="warning">
      <p>
        {t('contact.disowned', { when })} <a href={`/lacak/${number}/kontak`}>{t('contact.disownedLink')}</a>
      </p>
    </NoticeBox>
  );
