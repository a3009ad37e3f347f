import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';

export type Reachable = { readonly name: string | null; readonly phone: string | null; readonly email: string | null };

const titleFor = ({ phone, email }: Reachable) =>
  email !== null
    ? 'fileReport.cannot.noLetters'
    : phone === null
      ? 'fileReport.cannot.noContact'
      : 'fileReport.cannot.noEmail';

/** Says plainly what cannot happen for somebody who told no name or no way to be reached, or lives where no letters are sent yet. */
type UnreachableProps = { readonly frame: PageFrame; readonly reporter: Reachable };

export const Unreachable = ({ frame: { t, keepsLetters }, reporter }: UnreachableProps) => {
  if (reporter.email !== null && keepsLetters !== true) return null;
  const cannot = [
    ...(reporter.phone === null ? [t('fileReport.cannot.call')] : []),
    t('fileReport.cannot.write'),
    t('fileReport.cannot.newCode'),
    ...(reporter.name === null ? [t('fileReport.cannot.receipt')] : []),
  ];
  return (
    <NoticeBox tone="warning" title={t(titleFor(reporter))}>
      <ul>
        {cannot.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p>{t('fileReport.cannot.keep')}</p>
    </NoticeBox>
  );
};
