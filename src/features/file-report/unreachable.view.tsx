import { NoticeBox } from '../../ui/notice-box.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type Reachable = { readonly name: string | null; readonly phone: string | null; readonly email: string | null };

/** Says plainly what cannot happen for somebody who told no name or no way to be reached. */
export const Unreachable = ({ t, reporter }: { readonly t: Text; readonly reporter: Reachable }) => {
  if (reporter.email !== null) return null;
  const cannot = [
    ...(reporter.phone === null ? [t('fileReport.cannot.call')] : []),
    t('fileReport.cannot.write'),
    t('fileReport.cannot.newCode'),
    ...(reporter.name === null ? [t('fileReport.cannot.receipt')] : []),
  ];
  return (
    <NoticeBox
      tone="warning"
      title={t(reporter.phone === null ? 'fileReport.cannot.noContact' : 'fileReport.cannot.noEmail')}
    >
      <ul>
        {cannot.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t('fileReport.cannot.keep')}</p>
    </NoticeBox>
  );
};
