import { DefinitionList } from '../../ui/definition-list.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Table } from '../../ui/table.tsx';
import { RulesHold, type Holding } from './rules-hold.view.tsx';
import { SaveOrEdit } from './save-or-edit.view.tsx';

/** One thing about one rule, as it was and as it is. */
export type RuleDiff = {
  readonly key: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
};

export type RulesPreviewProps = {
  readonly frame: PageFrame;
  readonly holding: Holding;
  readonly diffs: readonly RuleDiff[];
  readonly reason: string;
  /** Everything that was typed: it is sent again to be saved, or to be changed. */
  readonly hidden: Readonly<Record<string, string>>;
  /** Somebody else has changed the rules since this was typed. */
  readonly isChanged: boolean;
};

export const RulesPreviewPage = ({ frame, holding, diffs, reason, hidden, isChanged }: RulesPreviewProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('promises.edit.previewTitle')}>
      {isChanged && (
        <NoticeBox tone="warning" live="alert">
          <p>{t('promises.edit.changedMeanwhile')}</p>
        </NoticeBox>
      )}
      <h1>{t('promises.edit.previewTitle')}</h1>
      <RulesHold t={t} holding={holding} />
      <Table
        caption={t('promises.edit.previewTitle')}
        isCaptionUnseen
        rows={diffs}
        rowKey={({ key }) => key}
        columns={[
          { label: t('promises.grounds.rule'), cell: ({ name }) => name },
          { label: t('promises.edit.before'), cell: ({ before }) => <del>{before}</del> },
          { label: t('promises.edit.after'), cell: ({ after }) => <ins>{after}</ins> },
        ]}
      />
      <DefinitionList items={[{ term: t('promises.edit.reason'), details: reason }]} />
      <SaveOrEdit t={t} action="/kelola/janji/aturan" hidden={hidden} />
    </Page>
  );
};
