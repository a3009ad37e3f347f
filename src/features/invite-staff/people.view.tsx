import { Button } from '../../ui/button.tsx';
import { Disclosure } from '../../ui/disclosure.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Pager } from '../../ui/pager.tsx';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { WayUp } from '../../ui/way-up.tsx';
import { InviteForm, type InviteFormProps } from './invite-form.view.tsx';
import { WaitingInvitations, type ShownWaiting } from './waiting.view.tsx';

export type ShownPerson = {
  readonly userId: string;
  readonly name: string;
  readonly login: string;
  /** Each post with its span. */
  readonly posts: readonly string[];
  readonly seen: string;
  readonly factor: string;
};

export type PeopleProps = {
  readonly frame: PageFrame;
  readonly words: string;
  readonly people: readonly ShownPerson[];
  readonly next?: string | undefined;
  readonly waiting: readonly ShownWaiting[];
  readonly form: Omit<InviteFormProps, 't'>;
  readonly done?: 'invited' | 'withdrawn' | 'reset' | 'taken_off' | undefined;
};

export const PeoplePage = ({ frame, words, people, next, waiting, form, done }: PeopleProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('people.title')} hasErrors={form.problems.length > 0}>
      <ErrorSummary t={t} problems={form.problems.map(({ field, named }) => ({ field, text: named }))} />
      {done !== undefined && (
        <NoticeBox tone="success" live="status">
          <p>{t(`people.done.${done}`)}</p>
        </NoticeBox>
      )}
      <WayUp href="/kelola" label={t('offices.home.title')} />
      <h1>{t('people.title')}</h1>
      <p>{t('people.hint')}</p>
      <Disclosure summary={t('people.invite')} isOpen={form.problems.length > 0}>
        {frame.keepsLetters === true && (
          <NoticeBox tone="warning">
            <p>{t('people.noLetters')}</p>
          </NoticeBox>
        )}
        <p>{t('people.inviteHint')}</p>
        <InviteForm t={t} {...form} />
      </Disclosure>
      <p>
        <a href="/kelola/orang/impor">{t('people.import')}</a>
      </p>
      <Search t={t} words={words} />
      {people.length === 0 ? <EmptyState title={t('people.none')} /> : <People t={t} people={people} />}
      <Pager t={t} next={next} />
      <h2>{t('people.open.title')}</h2>
      <WaitingInvitations t={t} waiting={waiting} />
    </Page>
  );
};

const Search = ({ t, words }: { readonly t: Text; readonly words: string }) => (
  <search class="tools">
    <form class="form" method="get" action="/kelola/orang">
      <TextField name="cari" type="search" label={t('people.search')} value={words} />
      <Button tone="secondary">{t('general.search')}</Button>
    </form>
  </search>
);

const People = ({ t, people }: { readonly t: Text; readonly people: readonly ShownPerson[] }) => (
  <Table
    caption={t('people.title')}
    isCaptionUnseen
    rows={people}
    rowKey={({ userId }) => userId}
    columns={[
      { label: t('people.column.name'), cell: (person) => <Name person={person} /> },
      { label: t('people.column.posts'), cell: ({ posts }) => <Lines lines={posts} /> },
      { label: t('people.column.seen'), cell: ({ seen }) => seen },
      { label: t('people.column.factor'), cell: ({ factor }) => factor },
    ]}
  />
);

const Name = ({ person: { userId, name, login } }: { readonly person: ShownPerson }) => (
  <>
    <a href={`/kelola/orang/${userId}`}>{name}</a>
    <br />
    <span class="item-words">{login}</span>
  </>
);

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <>
    {lines.map((line) => (
      <div key={line}>{line}</div>
    ))}
  </>
);
