import { Button, Buttons } from '../../ui/button.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { Page } from '../../ui/layout.tsx';
import { EmergencyNotice, NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { Unreachable } from './unreachable.view.tsx';

/** What will be stored, in the words it will be read in. */
export type ReportSummary = {
  readonly kind: string;
  readonly title: string | null;
  readonly description: string;
  readonly category: string | null;
  readonly occurredOn: string | null;
  readonly village: string | null;
  readonly place: string | null;
  readonly coordinates: string | null;
  readonly name: string | null;
  readonly phone: string | null;
  readonly email: string | null;
};

export type PreviewProps = {
  readonly frame: PageFrame;
  readonly summary: ReportSummary;
  readonly isAnonymous: boolean;
  readonly isSecret: boolean;
  readonly isDanger: boolean;
  /** Public reports that say the same of the same place. */
  readonly same: readonly { readonly href: string; readonly words: string }[];
  /** The whole form, as it was typed. */
  readonly hidden: Readonly<Record<string, string>>;
};

export const PreviewPage = ({ frame, summary, isAnonymous, isSecret, isDanger, same, hidden }: PreviewProps) => {
  const { t } = frame;
  return (
    <Page {...frame} title={t('fileReport.preview.title')}>
      {isDanger && <EmergencyNotice t={t} />}
      <h1>{t('fileReport.preview.title')}</h1>
      <p class="lead">{t('fileReport.preview.notYet')}</p>
      {same.length > 0 && <AlreadyThere t={t} same={same} />}
      <Stored frame={frame} summary={summary} />
      <NoticeBox tone="info" title={t('fileReport.preview.publicTitle')}>
        <p>{t(isSecret ? 'fileReport.preview.publicSecret' : 'fileReport.preview.publicLater')}</p>
        {isAnonymous && <p>{t('fileReport.preview.anonymous')}</p>}
      </NoticeBox>
      <Unreachable t={t} reporter={summary} />
      <PostForm action="/lapor" isMultipart hidden={hidden}>
        <Buttons>
          <Button name="step" value="send">
            {t('fileReport.submit')}
          </Button>
          <Button name="step" value="edit" tone="secondary">
            {t('fileReport.preview.edit')}
          </Button>
        </Buttons>
      </PostForm>
    </Page>
  );
};

/** Who finds the own matter here need not send it again; who means another sends it all the same. */
const AlreadyThere = ({ t, same }: { readonly t: Text; readonly same: PreviewProps['same'] }) => (
  <NoticeBox tone="info" title={t('fileReport.preview.sameTitle')}>
    <p>{t('fileReport.preview.sameHint')}</p>
    <ul>
      {same.map(({ href, words }) => (
        <li key={href}>
          <a href={href}>{words}</a>
        </li>
      ))}
    </ul>
  </NoticeBox>
);

const Stored = ({ frame: { t }, summary }: { readonly frame: PageFrame; readonly summary: ReportSummary }) => (
  <DefinitionList
    items={[
      { term: t('fileReport.receipt.kind'), details: summary.kind },
      { term: t('fileReport.field.title'), details: summary.title },
      { term: t('fileReport.group.story'), details: summary.description },
      { term: t('fileReport.field.category'), details: summary.category },
      { term: t('fileReport.field.occurred_on'), details: summary.occurredOn },
      { term: t('fileReport.field.village'), details: summary.village },
      { term: t('fileReport.field.place'), details: summary.place },
      { term: t('fileReport.coordinates'), details: summary.coordinates },
      { term: t('fileReport.field.name'), details: summary.name },
      { term: t('fileReport.field.phone'), details: summary.phone },
      { term: t('fileReport.field.email'), details: summary.email },
    ]}
  />
);
