import { Button, Buttons } from '../../ui/button.tsx';
import { RadioGroup, type ChoiceOption } from '../../ui/choice-field.tsx';
import { DefinitionList, type Definition } from '../../ui/definition-list.tsx';
import { Page } from '../../ui/layout.tsx';
import { EmergencyNotice, NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { RefusedPhotos, type RefusedPhotoProps } from '../../ui/photo-strip.tsx';
import { PostForm, type HiddenFields } from '../../ui/post-form.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { LikelySameNotice, type LikelySameItem } from './likely-same.view.tsx';
import { OwnPhotos, type OwnPhoto } from './photo-field.view.tsx';
import { MaskedItems, PublicView, type PersonalItem, type PublicViewProps } from './public-view.view.tsx';
import { Offline, offlineScript } from './offline.view.tsx';
import { Unreachable, type Reachable } from './unreachable.view.tsx';

export type PreviewProps = {
  readonly frame: PageFrame;
  readonly isDanger: boolean;
  /** Pictures that go with it. */
  readonly photos: readonly OwnPhoto[];
  readonly refusedPhotos: readonly RefusedPhotoProps[];
  /** Null: the reporter keeps the content from the public. */
  readonly publicView: PublicViewProps | null;
  readonly isAnonymous: boolean;
  readonly masked: readonly PersonalItem[];
  /** The kelurahan among which the typed words do not decide. */
  readonly villages: readonly ChoiceOption[];
  /** What is to be said of the place: outside of the city, or not found. */
  readonly placeNotes: readonly string[];
  /** What the offices read besides. */
  readonly kept: readonly Definition[];
  readonly reporter: Reachable;
  readonly same: readonly LikelySameItem[];
  /** How long such reports have taken lately. */
  readonly usualTime: string | null;
  /** The whole form, as it was typed. */
  readonly hidden: HiddenFields;
};

export const PreviewPage = (props: PreviewProps) => {
  const { frame, isDanger, publicView, masked, same, hidden, reporter, photos } = props;
  const { t } = frame;
  return (
    <Page {...frame} title={t('fileReport.preview.title')} scripts={[offlineScript]}>
      {isDanger && <EmergencyNotice t={t} />}
      <RefusedPhotos t={t} photos={props.refusedPhotos} />
      <h1>{t('fileReport.preview.title')}</h1>
      <p class="lead">{t('fileReport.preview.notYet')}</p>
      <PostForm action="/lapor" isMultipart hidden={hidden}>
        {same.length > 0 && <LikelySameNotice t={t} same={same} />}
        {publicView !== null && <PublicView t={t} {...publicView} />}
        {masked.length > 0 && publicView !== null && <MaskedItems t={t} items={masked} />}
        <Where t={t} {...props} />
        {(props.kept.some(({ details }) => details != null && details !== '') || photos.length > 0) && (
          <h2>{t('fileReport.preview.keptTitle')}</h2>
        )}
        <OwnPhotos t={t} photos={photos} asksPlace={hidden['lat'] === undefined} />
        <DefinitionList items={props.kept} />
        <WhenPublic {...props} />
        {props.usualTime !== null && <p>{props.usualTime}</p>}
        <Unreachable frame={frame} reporter={reporter} />
        <Offline t={t} />
        <PreviewButtons t={t} mayRefresh={masked.length > 0 || props.villages.length > 0 || photos.length > 0} />
      </PostForm>
    </Page>
  );
};

const Where = ({ t, villages, placeNotes }: PreviewProps & { readonly t: Text }) => (
  <>
    {placeNotes.map((note) => (
      <NoticeBox key={note} tone="info">
        <p>{note}</p>
      </NoticeBox>
    ))}
    {villages.length > 0 && (
      <RadioGroup
        name="village"
        label={t('fileReport.preview.whichVillage')}
        options={[...villages, { value: '', label: t('fileReport.preview.noneOfThem') }]}
        value="none of them"
      />
    )}
  </>
);

const WhenPublic = ({ frame: { t }, publicView, isAnonymous }: PreviewProps) => (
  <NoticeBox tone="info">
    <p>{t(publicView === null ? 'fileReport.preview.publicSecret' : 'fileReport.preview.publicLater')}</p>
    {isAnonymous && <p>{t('fileReport.preview.anonymous')}</p>}
  </NoticeBox>
);

const PreviewButtons = ({ t, mayRefresh }: { readonly t: Text; readonly mayRefresh: boolean }) => (
  <Buttons>
    <Button name="step" value="send">
      {t('fileReport.submit')}
    </Button>
    {mayRefresh && (
      <Button name="step" value="preview" tone="secondary">
        {t('fileReport.preview.again')}
      </Button>
    )}
    <Button name="step" value="edit" tone="secondary">
      {t('fileReport.preview.edit')}
    </Button>
  </Buttons>
);
