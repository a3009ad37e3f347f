import { Button, ButtonLink, Buttons, type ButtonTone } from '../../ui/button.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { EmergencyNotice, NoticeBox, type NoticeBoxProps } from '../../ui/notice-box.tsx';
import { Sample, type SamplesProps } from './sample.view.tsx';

const notices: readonly NoticeBoxProps['tone'][] = ['info', 'success', 'warning', 'danger'];
const tones: readonly ButtonTone[] = ['primary', 'secondary', 'danger'];

/** What the site says of itself, and what can be pressed. */
export const MessageSamples = ({ frame }: SamplesProps) => {
  const { t } = frame;
  return (
    <>
      <Sample frame={frame} part="messages">
        <EmergencyNotice t={t} />
        <ErrorSummary t={t} problems={[{ field: 'wrong', text: t('components.sample.error') }]} />
        {notices.map((tone) => (
          <NoticeBox key={tone} tone={tone} title={t('components.sample.title')}>
            <p>{t('components.sample.text')}</p>
          </NoticeBox>
        ))}
        <NoticeBox tone="info">
          <p>{t('components.sample.text')}</p>
        </NoticeBox>
      </Sample>
      <Sample frame={frame} part="buttons">
        <form action="#buttons">
          <Buttons>
            {tones.map((tone) => (
              <Button key={tone} tone={tone}>
                {t('general.continue')}
              </Button>
            ))}
          </Buttons>
        </form>
        <Buttons>
          {tones.map((tone) => (
            <ButtonLink key={tone} tone={tone} href="#buttons">
              {t('general.back')}
            </ButtonLink>
          ))}
        </Buttons>
        <p>
          <a href="#buttons">{t('general.back')}</a>
        </p>
      </Sample>
    </>
  );
};
