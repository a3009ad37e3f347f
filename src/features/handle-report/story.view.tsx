import { Tag } from '../../ui/badge.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { DefinitionList, type Definition } from '../../ui/definition-list.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { History, type HistoryItem } from './history.view.tsx';

export type ClockLine = {
  readonly id: string;
  readonly name: string;
  readonly due: { readonly iso: string; readonly words: string };
  readonly provisional: string | null;
  readonly isLate: boolean;
  readonly state: string;
  readonly remaining: string | null;
};

export type StoryProps = {
  readonly t: Text;
  readonly facts: readonly Definition[];
  readonly said: { readonly title: string | null; readonly description: string | null };
  readonly published: { readonly title: string | null; readonly description: string | null; readonly answer: string | null; readonly how: string };
  readonly clocks: readonly ClockLine[];
  readonly assignments: readonly { readonly id: string; readonly who: string; readonly what: string; readonly isOver: boolean }[];
  readonly history: readonly HistoryItem[];
  readonly identity: { readonly mayBeRead: boolean; readonly isKnown: boolean; readonly isAnonymous: boolean; readonly action: string };
};

/** What was said, and beside it what everyone reads of it. */
export const Words = ({ t, said, published }: StoryProps) => (
  <div class="beside">
    <Said t={t} {...said} />
    <Published t={t} {...published} />
  </div>
);

/** Everything else that is known. */
export const Story = (props: StoryProps) => {
  const { t, facts, clocks, assignments, history } = props;
  return (
    <div>
      <h2>{t('staff.report.about')}</h2>
      <DefinitionList items={facts} />
      <h2>{t('staff.report.clocks')}</h2>
      <Clocks t={t} clocks={clocks} />
      {assignments.length > 0 && <Assignments t={t} assignments={assignments} />}
      <Identity t={t} {...props.identity} />
      <h2>{t('staff.report.history')}</h2>
      <History t={t} label={t('staff.report.history')} items={history} />
    </div>
  );
};

const Said = ({ t, title, description }: StoryProps['said'] & { readonly t: Text }) => (
  <section aria-labelledby="said">
    <h2 id="said">{t('staff.report.content')}</h2>
    {title !== null && (
      <p>
        <strong>{title}</strong>
      </p>
    )}
    {description === null ? <p class="quiet">{t('staff.report.erased')}</p> : <blockquote class="words">{description}</blockquote>}
  </section>
);

const Published = ({ t, title, description, answer, how }: StoryProps['published'] & { readonly t: Text }) => (
  <section aria-labelledby="published">
    <h2 id="published">{t('staff.report.publicText')}</h2>
    <p class="quiet">{how}</p>
    {title !== null && (
      <p>
        <strong>{title}</strong>
      </p>
    )}
    {description !== null && <blockquote class="words">{description}</blockquote>}
    {answer !== null && (
      <>
        <p class="quiet">{t('staff.report.answerPublic')}</p>
        <blockquote class="words">{answer}</blockquote>
      </>
    )}
  </section>
);

const Clocks = ({ t, clocks }: { readonly t: Text; readonly clocks: readonly ClockLine[] }) => (
  <Table
    caption={t('staff.report.clocks')}
    isCaptionUnseen
    rows={clocks}
    rowKey={(clock) => clock.id}
    columns={[
      { label: t('staff.clock.kind'), cell: (clock) => clock.name },
      { label: t('staff.clock.due'), cell: (clock) => <Due t={t} clock={clock} /> },
      { label: t('staff.clock.state'), cell: (clock) => clock.state },
    ]}
  />
);

/** Late is said in a word and a shape; the colour only repeats it. */
const Due = ({ t, clock }: { readonly t: Text; readonly clock: ClockLine }) => (
  <>
    {clock.isLate && (
      <>
        <span class="late-mark" aria-hidden="true">
          ▲
        </span>{' '}
        <Tag tone="late">{t('staff.queue.late')}</Tag>{' '}
      </>
    )}
    <time datetime={clock.due.iso}>{clock.due.words}</time>
    {clock.remaining !== null && ` (${clock.remaining})`}
    {clock.provisional !== null && <span class="quiet"> {clock.provisional}</span>}
  </>
);

const Assignments = ({ t, assignments }: { readonly t: Text; readonly assignments: StoryProps['assignments'] }) => (
  <>
    <h2>{t('staff.report.assignments')}</h2>
    <ul>
      {assignments.map((one) => (
        <li key={one.id}>
          {one.who}, {one.what}
        </li>
      ))}
    </ul>
  </>
);

const Identity = ({ t, mayBeRead, isKnown, isAnonymous, action }: StoryProps['identity'] & { readonly t: Text }) => (
  <section aria-labelledby="identity">
    <h2 id="identity">{t('staff.identity.title')}</h2>
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
