import { Tag } from '../../ui/badge.tsx';
import { Button, Buttons } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import type { ReadinessWords } from '../../ui/readiness-words.ts';
import { Table } from '../../ui/table.tsx';
import { TextField } from '../../ui/text-field.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { WayUp } from '../../ui/way-up.tsx';

export type ShownItem = ReadinessWords & {
  readonly key: string;
  /** Who confirmed it, or took it back, and when. */
  readonly said: string | null;
  /** Null: no person has to say it. */
  readonly action: 'confirm' | 'undo' | null;
};

export type ReadinessProps = {
  readonly frame: PageFrame;
  readonly isOpen: boolean;
  /** Who opened it, and when. */
  readonly opened: string | null;
  readonly missing: readonly ShownItem[];
  readonly advised: readonly ShownItem[];
  readonly finished: readonly ShownItem[];
  readonly done?: 'confirmed' | 'undone' | 'opened' | undefined;
  /** Opening was tried while something is missing, without a word why. */
  readonly needsReason?: boolean | undefined;
};

/** Of a reason, in letters. */
export const mostWords = 1_000;

export const ReadinessPage = ({ frame, needsReason = false, done, ...props }: ReadinessProps) => {
  const { t } = frame;
  const problem = needsReason ? t('readiness.reasonNeeded') : undefined;
  return (
    <Page {...frame} robots="none" title={t('readiness.title')} hasErrors={needsReason}>
      <ErrorSummary t={t} problems={problem === undefined ? [] : [{ field: 'reason', text: problem }]} />
      {done !== undefined && (
        <NoticeBox tone="success" live="status">
          <p>{t(`readiness.done.${done}`)}</p>
        </NoticeBox>
      )}
      <WayUp href="/kelola" label={t('offices.home.title')} />
      <h1>{t('readiness.title')}</h1>
      <p>{t(props.isOpen ? 'readiness.hintOpen' : 'readiness.hint')}</p>
      {props.opened !== null && <p>{props.opened}</p>}
      <Items t={t} items={props.missing} title={t('readiness.missing', { count: props.missing.length })} isLate />
      <Items t={t} items={props.advised} title={t('readiness.advised', { count: props.advised.length })} />
      {!props.isOpen && <OpenForm t={t} isReady={props.missing.length === 0} problem={problem} />}
      <Finished t={t} items={props.finished} />
    </Page>
  );
};

type ItemsProps = {
  readonly t: Text;
  readonly items: readonly ShownItem[];
  readonly title: string;
  readonly isLate?: boolean;
};

const Items = ({ t, items, title, isLate = false }: ItemsProps) =>
  items.length === 0 ? null : (
    <>
      <h2>{title}</h2>
      <Table
        caption={title}
        isCaptionUnseen
        rows={items}
        rowKey={({ key }) => key}
        columns={[
          { label: t('readiness.what'), cell: (item) => <What t={t} item={item} isLate={isLate} /> },
          { label: t('readiness.why'), cell: ({ why }) => why },
          { label: t('readiness.where'), cell: (item) => <Where t={t} item={item} /> },
        ]}
      />
    </>
  );

/** What is done needs no advice any more, only the way back. */
const Finished = ({ t, items }: Pick<ItemsProps, 't' | 'items'>) => {
  const title = t('readiness.finished', { count: items.length });
  return (
    <>
      <h2>{title}</h2>
      <Table
        caption={title}
        isCaptionUnseen
        rows={items}
        rowKey={({ key }) => key}
        columns={[
          { label: t('readiness.what'), cell: (item) => item.title },
          {
            label: t('readiness.who'),
            cell: (item) => (item.action === null ? t('readiness.seen') : <Said t={t} item={item} />),
          },
        ]}
      />
    </>
  );
};

type OfItem = { readonly t: Text; readonly item: ShownItem };

const What = ({ t, item, isLate }: OfItem & { readonly isLate: boolean }) => (
  <>
    {item.title} {isLate && <Tag tone="late">{t('readiness.blocks')}</Tag>}
  </>
);

const Where = ({ t, item }: OfItem) => (
  <>
    <p>
      {item.where} {item.href !== null && <a href={item.href}>{item.href}</a>}
    </p>
    <Said t={t} item={item} />
  </>
);

/** Who said what, and the way to say otherwise. */
const Said = ({ t, item }: OfItem) => (
  <>
    {item.said !== null && <p>{item.said}</p>}
    {item.action !== null && <Say t={t} item={item} isConfirming={item.action === 'confirm'} />}
  </>
);

const Say = ({ t, item, isConfirming }: OfItem & { readonly isConfirming: boolean }) => (
  <form method="post" action={`/kelola/siap/${item.key}`}>
    <input type="hidden" name="confirmed" value={isConfirming ? 'yes' : 'no'} />
    {isConfirming ? (
      <Button tone="secondary">
        {t('readiness.confirm')} <span class="unseen">{item.title}</span>
      </Button>
    ) : (
      <button class="link-button" type="submit">
        {t('readiness.undo')} <span class="unseen">{item.title}</span>
      </button>
    )}
  </form>
);

type OpenFormProps = { readonly t: Text; readonly isReady: boolean; readonly problem: string | undefined };

const OpenForm = ({ t, isReady, problem }: OpenFormProps) => (
  <PostForm action="/kelola/siap/buka">
    <h2>{t('readiness.open.title')}</h2>
    <p>{t('readiness.open.hint')}</p>
    {!isReady && (
      <TextField
        name="reason"
        label={t('readiness.open.reason')}
        hint={t('readiness.open.reasonHint')}
        maxLength={mostWords}
        error={problem}
      />
    )}
    <Buttons>
      <Button>{t(isReady ? 'readiness.open.button' : 'readiness.open.anyway')}</Button>
    </Buttons>
  </PostForm>
);
