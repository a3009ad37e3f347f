import type { ComponentChildren } from 'preact';

import { DefinitionList, type Definition } from '../../ui/definition-list.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { WayUp } from '../../ui/way-up.tsx';

/** `named`: with the name of its field, for the summary. */
export type FieldProblemShown = { readonly field: string; readonly text: string; readonly named: string };

export type OfficePageProps = {
  readonly frame: PageFrame;
  readonly title: string;
  /** The page above this one. */
  readonly above: { readonly href: string; readonly label: string };
  readonly problems?: readonly FieldProblemShown[] | undefined;
  /** Why nothing was done. */
  readonly refused?: string | undefined;
  /** What was done. */
  readonly done?: string | undefined;
  /** Somebody else was faster: how it stands now. */
  readonly now?: readonly Definition[] | undefined;
  readonly children: ComponentChildren;
};

/** What the pages of the administration share: where one is, what was done or refused, and what stands in the way. */
export const OfficePage = ({ frame, title, above, problems = [], refused, done, now, children }: OfficePageProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={title} hasErrors={problems.length > 0}>
      <ErrorSummary t={t} problems={problems.map(({ field, named }) => ({ field, text: named }))} />
      {done !== undefined && (
        <NoticeBox tone="success" live="status">
          <p>{done}</p>
        </NoticeBox>
      )}
      {refused !== undefined && (
        <NoticeBox tone="warning" live="alert">
          <p>{refused}</p>
        </NoticeBox>
      )}
      {now !== undefined && (
        <NoticeBox tone="warning" live="alert">
          <p>{t('offices.changedMeanwhile')}</p>
        </NoticeBox>
      )}
      <WayUp {...above} />
      <h1>{title}</h1>
      {now !== undefined && (
        <section>
          <h2>{t('offices.nowIs')}</h2>
          <DefinitionList items={now} />
        </section>
      )}
      {children}
    </Page>
  );
};

/** What a control needs to know of its own field. */
export const fieldOf = (
  name: string,
  value: string,
  problems: readonly FieldProblemShown[],
): { readonly name: string; readonly value: string; readonly error: string | undefined } => ({
  name,
  value,
  error: problems.find(({ field }) => field === name)?.text,
});
