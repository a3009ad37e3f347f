import { Button } from '../../ui/button.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type LikelySameItem = { readonly number: string; readonly shown: string; readonly words: string };

/** Public reports of the same matter: one presses the button of one's own, or files another all the same. */
export const LikelySameNotice = ({ t, same }: { readonly t: Text; readonly same: readonly LikelySameItem[] }) => (
  <NoticeBox tone="info" title={t('fileReport.preview.sameTitle')}>
    <p>{t('fileReport.preview.sameHint')}</p>
    <ul class="plain-list">
      {same.map(({ number, shown, words }) => (
        <li key={number}>
          <p>
            <a href={`/laporan/${number}`}>{words}</a>
          </p>
          <Button name="support" value={number} tone="secondary">
            {t('fileReport.preview.support', { number: shown })}
          </Button>
        </li>
      ))}
    </ul>
    <p>{t('fileReport.preview.sameOther')}</p>
  </NoticeBox>
);
