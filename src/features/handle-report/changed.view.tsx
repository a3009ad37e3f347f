import type { ReportState } from '../../domain/report.ts';
import { StateBadge } from '../../ui/badge.tsx';
import { ButtonLink, Buttons } from '../../ui/button.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { History, type HistoryItem } from './history.view.tsx';
import { MoveForm, type MoveFormProps } from './move-form.view.tsx';

export type ChangedProps = {
  readonly frame: PageFrame;
  readonly number: string;
  readonly href: string;
  readonly state: ReportState;
  readonly move: string;
  /** What was about to be done, ready to be sent on the report as it is now; null where that is no longer possible. */
  readonly form: MoveFormProps | null;
  /** What was typed, where there is no form left for it. */
  readonly kept: readonly { readonly term: string; readonly details: string }[];
  readonly changes: readonly HistoryItem[];
};

/** Two hands on one report: what one was about to do beside what the other has done. Nothing is lost, nothing is overwritten. */
export const ChangedPage = ({ frame, number, href, state, move, form, kept, changes }: ChangedProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('staff.changed.title')}>
      <NoticeBox tone="warning" live="alert">
        <p>{t(form === null ? 'staff.changed.gone' : 'staff.changed.keep')}</p>
      </NoticeBox>
      <h1>{t('staff.changed.title')}</h1>
      <p>
        {t('staff.report.title', { number })} · <StateBadge t={t} state={state} />
      </p>
      <div class="beside">
        <section aria-labelledby="theirs">
          <h2 id="theirs">{t('staff.changed.by')}</h2>
          <History t={t} label={t('staff.changed.by')} items={changes} />
        </section>
        <section aria-labelledby="mine">
          <h2 id="mine">{t('staff.changed.mine')}</h2>
          <h3>{move}</h3>
          {form === null ? <DefinitionList items={kept} /> : <MoveForm {...form} button={t('staff.changed.again')} />}
        </section>
      </div>
      <Buttons>
        <ButtonLink href={href} tone="secondary">
          {t('staff.changed.open')}
        </ButtonLink>
      </Buttons>
    </Page>
  );
};
