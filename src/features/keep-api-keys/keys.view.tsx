import { Button, Buttons } from '../../ui/button.tsx';
import { CheckboxGroup, type ChoiceOption } from '../../ui/choice-field.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { SelectField, type Option } from '../../ui/select-field.tsx';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { DateField } from '../../ui/text-field.tsx';
import { WayUp } from '../../ui/way-up.tsx';

export type ShownKey = {
  readonly id: string;
  readonly post: string;
  readonly scopes: readonly string[];
  readonly made: string;
  readonly until: string;
  readonly used: string;
  readonly state: 'good' | 'ending' | 'over' | 'revoked' | 'post_closed';
};

export type KeyFormProps = {
  /** The key it will make, sealed. */
  readonly drawn: string;
  readonly typed: { readonly post: string; readonly scopes: readonly string[]; readonly until: string };
  readonly posts: readonly Option[];
  readonly scopes: readonly ChoiceOption[];
  readonly problems: readonly { readonly field: string; readonly text: string; readonly named: string }[];
};

export type KeysProps = {
  readonly frame: PageFrame;
  /** Just made: shown this once. */
  readonly made?: string | null | undefined;
  readonly isRevoked: boolean;
  readonly keys: readonly ShownKey[];
  readonly form: KeyFormProps;
};

export const KeysPage = ({ frame, made, isRevoked, keys, form }: KeysProps) => {
  const { t } = frame;
  const ending = keys.filter(({ state }) => state === 'ending');
  return (
    <Page {...frame} robots="none" title={t('apiKey.title')} hasErrors={form.problems.length > 0}>
      <ErrorSummary t={t} problems={form.problems.map(({ field, named }) => ({ field, text: named }))} />
      {typeof made === 'string' && <Made t={t} made={made} />}
      {isRevoked && (
        <NoticeBox tone="success" live="status">
          <p>{t('apiKey.revoked')}</p>
        </NoticeBox>
      )}
      <WayUp href="/kelola" label={t('offices.home.title')} />
      <h1>{t('apiKey.title')}</h1>
      <p>{t('apiKey.hint')}</p>
      {ending.length > 0 && (
        <NoticeBox tone="warning" title={t('apiKey.ending')}>
          <ul>
            {ending.map(({ id, post, until }) => (
              <li key={id}>{t('apiKey.endingWhich', { post, until })}</li>
            ))}
          </ul>
        </NoticeBox>
      )}
      {keys.length === 0 ? <EmptyState title={t('apiKey.none')} /> : <Keys t={t} keys={keys} />}
      <h2>{t('apiKey.make')}</h2>
      <KeyForm t={t} {...form} />
    </Page>
  );
};

const Made = ({ t, made }: { readonly t: Text; readonly made: string }) => (
  <NoticeBox tone="success" title={t('apiKey.made')} live="status">
    <p>
      <code>{made}</code>
    </p>
    <p>{t('apiKey.once')}</p>
  </NoticeBox>
);

const Keys = ({ t, keys }: { readonly t: Text; readonly keys: readonly ShownKey[] }) => (
  <Table
    caption={t('apiKey.title')}
    isCaptionUnseen
    rows={keys}
    rowKey={({ id }) => id}
    columns={[
      { label: t('apiKey.field.post'), cell: ({ post }) => post },
      { label: t('apiKey.field.scopes'), cell: ({ scopes }) => scopes.join(', ') },
      { label: t('apiKey.column.made'), cell: ({ made }) => made },
      { label: t('apiKey.field.until'), cell: ({ until }) => until },
      { label: t('apiKey.column.used'), cell: ({ used }) => used },
      { label: t('apiKey.column.state'), cell: (key) => <State t={t} shown={key} /> },
    ]}
  />
);

const State = ({ t, shown: { id, post, state } }: { readonly t: Text; readonly shown: ShownKey }) => (
  <>
    {t(`apiKey.state.${state}`)}
    {state !== 'revoked' && state !== 'over' && (
      <form method="post" action={`/kelola/kunci/${id}/cabut`}>
        <button class="link-button" type="submit">
          {t('apiKey.revoke')} <span class="unseen">{post}</span>
        </button>
      </form>
    )}
  </>
);

const KeyForm = ({ t, drawn, typed, posts, scopes, problems }: { readonly t: Text } & KeyFormProps) => {
  const fieldOf = (name: 'post' | 'scopes' | 'until') => ({
    name,
    label: t(`apiKey.field.${name}`),
    error: problems.find(({ field }) => field === name)?.text,
  });
  return (
    <PostForm action="/kelola/kunci" hidden={{ drawn }}>
      <SelectField {...fieldOf('post')} value={typed.post} options={posts} empty={t('people.field.postNone')} />
      <CheckboxGroup {...fieldOf('scopes')} values={typed.scopes} options={scopes} />
      <DateField {...fieldOf('until')} value={typed.until} hint={t('apiKey.field.untilHint')} />
      <Buttons>
        <Button>{t('apiKey.make')}</Button>
      </Buttons>
    </PostForm>
  );
};
