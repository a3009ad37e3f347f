import { Button, Buttons } from '../../ui/button.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { WayUp } from '../../ui/way-up.tsx';
import type { ShownPerson } from './people.view.tsx';

/** Why something cannot be done to this person here. */
export type ResetBar = 'resetOwn' | 'resetElsewhere' | 'resetNoAddress' | null;
export type TakeOffBar = 'yourself' | 'takeOffLast' | null;

export type PersonProps = {
  readonly frame: PageFrame;
  readonly person: ShownPerson;
  /** Posts that nobody else holds. */
  readonly without: readonly string[];
  readonly resetBar: ResetBar;
  readonly takeOffBar: TakeOffBar;
};

export const PersonPage = ({ frame, person, without, resetBar, takeOffBar }: PersonProps) => {
  const { t } = frame;
  const at = `/kelola/orang/${person.userId}`;
  return (
    <Page {...frame} robots="none" title={person.name}>
      <WayUp href="/kelola/orang" label={t('people.title')} />
      <h1>{person.name}</h1>
      <DefinitionList
        items={[
          { term: t('staff.signIn.login'), details: person.login },
          { term: t('people.column.posts'), details: <Lines lines={person.posts} /> },
          { term: t('people.column.seen'), details: person.seen },
          { term: t('people.column.factor'), details: person.factor },
        ]}
      />
      <h2>{t('people.person.reset')}</h2>
      <p>{t('people.person.resetHint')}</p>
      <Act t={t} action={`${at}/lepas-faktor`} words={t('people.person.reset')} bar={resetBar} />
      <h2>{t('people.person.takeOff')}</h2>
      <p>
        {t('people.person.takeOffHint')} <a href="/kelola/serah-terima">{t('offices.handover.title')}</a>
      </p>
      {without.length === 0 ? (
        <p>{t('people.person.withoutNone')}</p>
      ) : (
        <NoticeBox tone="warning" title={t('people.person.without')}>
          <Lines lines={without} />
        </NoticeBox>
      )}
      <Act t={t} action={`${at}/akhiri`} words={t('people.person.takeOff')} bar={takeOffBar} />
    </Page>
  );
};

type ActProps = {
  readonly t: Text;
  readonly action: string;
  readonly words: string;
  readonly bar: ResetBar | TakeOffBar;
};

const Act = ({ t, action, words, bar }: ActProps) =>
  bar === null ? (
    <PostForm action={action}>
      <Buttons>
        <Button tone="danger">{words}</Button>
      </Buttons>
    </PostForm>
  ) : (
    <NoticeBox tone="info">
      <p>{t(`people.person.${bar}`)}</p>
    </NoticeBox>
  );

const Lines = ({ lines }: { readonly lines: readonly string[] }) => (
  <ul>
    {lines.map((line) => (
      <li key={line}>{line}</li>
    ))}
  </ul>
);
