import { reasons } from '../../domain/reasons.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/choice-field.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextArea } from '../../ui/text-field.tsx';
import { hiddenOf, typedIn, type FormPart, type ReporterMove } from './form-part.view.tsx';
import { PhotosField } from './photos-field.view.tsx';

type MayMove = {
  readonly moves: readonly ReporterMove[];
  readonly isClosed: boolean;
  /** Until when, and what happens then. */
  readonly offer: string | null;
};

/** A form for each move the reporter may make now, and for what was typed when it may not be made any more. */
export const MoveForms = ({ moves, isClosed, offer, ...part }: FormPart & MayMove) => {
  const { t, typed } = part;
  const isLost = typed !== null && typed.message !== '' && !moves.includes(typed.move);
  const isTheirTurn =
    !isClosed && moves.some((move) => move === 'provide_info' || move === 'confirm' || move === 'dispute');
  return (
    <>
      {isLost && <Kept {...part} />}
      {isTheirTurn && <h2>{t('trackReport.yourTurn')}</h2>}
      {offer !== null && <p>{offer}</p>}
      {moves.includes('provide_info') && <ProvideInfo {...part} />}
      {moves.includes('confirm') && <Confirm {...part} />}
      {moves.includes('dispute') && (isClosed ? <LateDispute {...part} /> : <Dispute {...part} />)}
      {moves.includes('message') && <Message {...part} isOpen={!isTheirTurn || typed?.move === 'message'} />}
      {moves.includes('withdraw') && <Withdraw {...part} />}
    </>
  );
};

/** The report moved on under these words: they are shown, to be sent another way. */
const Kept = ({ t, typed }: FormPart) => (
  <>
    <h2>{t('trackReport.kept')}</h2>
    <blockquote class="words">{typed?.message}</blockquote>
  </>
);

const ProvideInfo = (part: FormPart) => {
  const { t, number, question } = part;
  const own = typedIn(part, 'provide_info');
  return (
    <PostForm action={`/lacak/${number}`} hidden={hiddenOf(part, 'provide_info')} isMultipart>
      <h3>{t('trackReport.provideInfo.title')}</h3>
      {question !== null && (
        <>
          <p>{t('trackReport.provideInfo.hint')}</p>
          <blockquote class="words">{question}</blockquote>
        </>
      )}
      <TextArea
        name="message"
        scope="provide_info"
        label={t('trackReport.provideInfo.message')}
        value={own.message}
        error={own.errorOf('message')}
      />
      <PhotosField t={t} scope="provide_info" />
      <Buttons>
        <Button>{t('trackReport.provideInfo.submit')}</Button>
      </Buttons>
    </PostForm>
  );
};

const ratings = ['five', 'four', 'three', 'two', 'one'] as const;

const Confirm = (part: FormPart) => {
  const { t, number } = part;
  const own = typedIn(part, 'confirm');
  return (
    <PostForm action={`/lacak/${number}`} hidden={hiddenOf(part, 'confirm')}>
      <h3>{t('trackReport.confirm.title')}</h3>
      <p>{t('trackReport.confirm.hint')}</p>
      <RadioGroup
        name="rating"
        scope="confirm"
        label={t('trackReport.confirm.rating')}
        optional={t('general.optional')}
        error={own.errorOf('rating')}
        value={own.rating ?? ''}
        options={[
          ...ratings.map((word, index) => ({ value: String(5 - index), label: t(`trackReport.rating.${word}`) })),
          { value: '', label: t('trackReport.confirm.ratingNone') },
        ]}
      />
      <TextArea
        name="message"
        scope="confirm"
        rows={3}
        label={t('trackReport.confirm.message')}
        optional={t('general.optional')}
        value={own.message}
        error={own.errorOf('message')}
      />
      <Buttons>
        <Button>{t('trackReport.confirm.submit')}</Button>
      </Buttons>
    </PostForm>
  );
};

export const Dispute = (part: FormPart) => {
  const { t, number } = part;
  const own = typedIn(part, 'dispute');
  // Who found it bad has said how bad: that goes with the objection.
  const rating = own.rating === undefined || own.rating === '' ? {} : { rating: own.rating };
  return (
    <PostForm action={`/lacak/${number}`} hidden={{ ...hiddenOf(part, 'dispute'), ...rating }} isMultipart>
      <h3>{t('trackReport.dispute.title')}</h3>
      <p>{t('trackReport.dispute.hint')}</p>
      <SelectField
        name="reason"
        scope="dispute"
        label={t('trackReport.dispute.reason')}
        error={own.errorOf('reason')}
        value={own.reason}
        empty={t('trackReport.dispute.choose')}
        options={reasons.dispute.map((code) => ({ value: code, label: t(`reason.dispute.${code}`) }))}
      />
      <TextArea
        name="message"
        scope="dispute"
        label={t('trackReport.dispute.message')}
        value={own.message}
        error={own.errorOf('message')}
      />
      <PhotosField t={t} scope="dispute" />
      <Buttons>
        <Button tone="secondary">{t('trackReport.dispute.submit')}</Button>
      </Buttons>
    </PostForm>
  );
};

/** Of a report that is settled nothing is awaited: the objection waits folded. */
const LateDispute = (part: FormPart) => (
  <details class="field" open={part.typed?.move === 'dispute'}>
    <summary>{part.t('trackReport.dispute.title')}</summary>
    <Dispute {...part} />
  </details>
);

/** Folded away while something else is asked of the reporter. */
const Message = ({ isOpen, ...part }: FormPart & { readonly isOpen: boolean }) => {
  const { t, number } = part;
  const own = typedIn(part, 'message');
  return (
    <details class="field" open={isOpen}>
      <summary>{t('trackReport.message.title')}</summary>
      <PostForm action={`/lacak/${number}`} hidden={hiddenOf(part, 'message')} isMultipart>
        <TextArea
          name="message"
          scope="message"
          rows={4}
          label={t('trackReport.message.label')}
          value={own.message}
          error={own.errorOf('message')}
        />
        <PhotosField t={t} scope="message" />
        <Buttons>
          <Button tone="secondary">{t('trackReport.message.submit')}</Button>
        </Buttons>
      </PostForm>
    </details>
  );
};

const Withdraw = (part: FormPart) => {
  const { t, number } = part;
  return (
    <details class="field">
      <summary>{t('trackReport.withdraw.title')}</summary>
      <PostForm action={`/lacak/${number}`} hidden={hiddenOf(part, 'withdraw')}>
        <p>{t('trackReport.withdraw.hint')}</p>
        <Button tone="secondary">{t('trackReport.withdraw.submit')}</Button>
      </PostForm>
    </details>
  );
};
