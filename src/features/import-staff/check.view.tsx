import { Button, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { WayUp } from '../../ui/way-up.tsx';

export type ShownLine = {
  readonly line: number;
  readonly status: 'new' | 'changed' | 'unchanged' | 'faulty';
  readonly name: string;
  readonly email: string;
  readonly post: string;
  /** It names nobody. */
  readonly isPostAlone: boolean;
  /** What is made because of it, in words. */
  readonly makes: readonly string[];
  /** What is wrong, each with its column. */
  readonly problems: readonly string[];
};

export type CheckProps = {
  readonly frame: PageFrame;
  readonly id: string;
  readonly lines: readonly ShownLine[];
};

/** What a list would do, line by line, before anything is done. */
export const CheckPage = ({ frame, id, lines }: CheckProps) => {
  const { t } = frame;
  const count = (status: ShownLine['status']): number => lines.filter((line) => line.status === status).length;
  const faulty = lines.filter(({ status }) => status === 'faulty');
  const others = lines.filter(({ status }) => status !== 'faulty');
  return (
    <Page {...frame} robots="none" title={t('importPeople.checkTitle')}>
      <WayUp href="/kelola/orang/impor" label={t('importPeople.title')} />
      <h1>{t('importPeople.checkTitle')}</h1>
      <ul>
        {(['new', 'changed', 'unchanged', 'faulty'] as const).map((status) => (
          <li key={status}>{t(`importPeople.count.${status}`, { count: count(status) })}</li>
        ))}
      </ul>
      <Next t={t} id={id} isFaulty={faulty.length > 0} isNothing={count('new') + count('changed') === 0} />
      {faulty.length > 0 && <Lines t={t} caption={t('importPeople.faultyTitle')} lines={faulty} />}
      {others.length > 0 && <Lines t={t} caption={t('importPeople.goodTitle')} lines={others} />}
    </Page>
  );
};

type NextProps = { readonly t: Text; readonly id: string; readonly isFaulty: boolean; readonly isNothing: boolean };

const Next = ({ t, id, isFaulty, isNothing }: NextProps) => {
  if (isFaulty || isNothing)
    return (
      <NoticeBox tone={isFaulty ? 'warning' : 'info'}>
        <p>{t(isFaulty ? 'importPeople.mend' : 'importPeople.nothing')}</p>
      </NoticeBox>
    );
  return (
    <PostForm action={`/kelola/orang/impor/${id}`}>
      <p>{t('importPeople.confirmHint')}</p>
      <Buttons>
        <Button>{t('importPeople.confirm')}</Button>
      </Buttons>
    </PostForm>
  );
};

const Lines = ({
  t,
  caption,
  lines,
}: {
  readonly t: Text;
  readonly caption: string;
  readonly lines: readonly ShownLine[];
}) => (
  <Table
    caption={caption}
    rows={lines}
    rowKey={({ line }) => String(line)}
    columns={[
      { label: t('importPeople.file'), cell: ({ line }) => t('importPeople.line', { line }) },
      { label: t('people.column.name'), cell: ({ name }) => name },
      { label: t('people.field.address'), cell: ({ email }) => email },
      { label: t('people.field.post'), cell: ({ post }) => post },
      { label: t('importPeople.status'), cell: (line) => <Judged t={t} line={line} /> },
    ]}
  />
);

const Judged = ({ t, line }: { readonly t: Text; readonly line: ShownLine }) => {
  const { status, isPostAlone, makes, problems } = line;
  if (problems.length > 0) return <Words words={problems} />;
  return <Words words={isPostAlone && status === 'new' ? makes : [...makes, t(`importPeople.is.${status}`)]} />;
};

const Words = ({ words }: { readonly words: readonly string[] }) =>
  words.length === 1 ? (
    <>{words[0]}</>
  ) : (
    <ul>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ul>
  );

type ImportedProps = {
  readonly frame: PageFrame;
  /** What was done, in words. */
  readonly done: string | null;
  /** Why nothing was. */
  readonly refused: string | null;
};

/** On its way in, in, or kept out. */
export const ImportedPage = ({ frame, done, refused }: ImportedProps) => {
  const { t } = frame;
  const isUnderWay = done === null && refused === null;
  return (
    <Page {...frame} robots="none" title={t('importPeople.title')}>
      <h1>{t('importPeople.title')}</h1>
      <NoticeBox tone={isUnderWay ? 'info' : refused === null ? 'success' : 'warning'} live="status">
        <p>{refused ?? done ?? t('importPeople.underWay')}</p>
      </NoticeBox>
      {isUnderWay && (
        <p>
          <a href={frame.path}>{t('importPeople.lookAgain')}</a>
        </p>
      )}
      <p>
        <a href="/kelola/orang">{t('people.title')}</a>
      </p>
    </Page>
  );
};
