import { showNumber } from '../../domain/report-number.ts';
import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import type { FormPart } from './form-part.view.tsx';
import { Dispute } from './moves.view.tsx';

export type SureProps = {
  readonly frame: PageFrame;
  readonly number: string;
  /** The move as it was sent, to be sent again. */
  readonly hidden: Readonly<Record<string, string>>;
};

/** Asks once more before what cannot be undone. */
export const WithdrawSurePage = ({ frame, number, hidden }: SureProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('trackReport.withdraw.title')}>
      <h1>{t('trackReport.withdraw.title')}</h1>
      <p class="number-shown">{showNumber(number)}</p>
      <p>{t('trackReport.withdraw.hint')}</p>
      <PostForm action={`/lacak/${number}`} hidden={{ ...hidden, sure: '1' }}>
        <Buttons>
          <Button tone="danger">{t('trackReport.withdraw.sure')}</Button>
          <ButtonLink href={`/lacak/${number}`} tone="secondary">
            {t('general.cancel')}
          </ButtonLink>
        </Buttons>
      </PostForm>
    </Page>
  );
};

/** Who found it bad need not call it settled: the other way stands beside the one that was taken. */
export const LowRatingPage = ({ frame, part, hidden, number }: SureProps & { readonly part: FormPart }) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('trackReport.lowRating.title')}>
      <h1>{t('trackReport.lowRating.title')}</h1>
      <p>{t('trackReport.lowRating.text')}</p>
      <Dispute {...part} />
      <h2>{t('trackReport.lowRating.settled')}</h2>
      <PostForm action={`/lacak/${number}`} hidden={{ ...hidden, sure: '1' }}>
        <Button tone="secondary">{t('trackReport.confirm.submit')}</Button>
      </PostForm>
    </Page>
  );
};
