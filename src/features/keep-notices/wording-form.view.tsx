import { Button, ButtonLink, Buttons } from '../../ui/button.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { ErrorSummary, namedProblem } from '../../ui/error-summary.tsx';
import { Page } from '../../ui/layout.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import { TextArea } from '../../ui/text-field.tsx';

type Pair<Value> = { readonly id: Value; readonly en: Value };

export type WordingFormProps = Pair<string> & {
  readonly frame: PageFrame;
  readonly part: string;
  readonly name: string;
  readonly seen: string;
  readonly placeholders: readonly { readonly written: string; readonly says: string }[];
  /** What is said where nothing is typed. */
  readonly usual: Pair<string>;
  readonly errors: Pair<string | undefined>;
  /** Somebody else has changed it meanwhile. */
  readonly isChanged: boolean;
};

const languages = ['id', 'en'] as const;

/** One part of the letters in the city's own words. */
export const WordingFormPage = (props: WordingFormProps) => {
  const { frame, name, errors, part, seen } = props;
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('wording.changeTitle', { part: name })}>
      <ErrorSummary t={t} problems={problemsOf(props)} />
      {props.isChanged && (
        <NoticeBox tone="warning" live="alert">
          <p>{t('wording.changedMeanwhile')}</p>
        </NoticeBox>
      )}
      <h1>{t('wording.changeTitle', { part: name })}</h1>
      <p>{t('wording.formHint')}</p>
      <h2>{t('wording.placeholders')}</h2>
      <DefinitionList items={props.placeholders.map(({ written, says }) => ({ term: written, details: says }))} />
      <PostForm action="/kelola/surat/ubah" hidden={{ bagian: part, version: seen, step: 'preview' }}>
        {languages.map((language) => (
          <TextArea
            key={language}
            name={language}
            label={t(`wording.language.${language}`)}
            hint={t('wording.usualIs', { words: props.usual[language] })}
            value={props[language]}
            error={errors[language]}
            rows={4}
          />
        ))}
        <Buttons>
          <Button>{t('wording.preview')}</Button>
          <ButtonLink href="/kelola/surat" tone="secondary">
            {t('general.back')}
          </ButtonLink>
        </Buttons>
      </PostForm>
    </Page>
  );
};

const problemsOf = ({ frame: { t }, errors }: WordingFormProps) =>
  languages.flatMap((language) => {
    const text = errors[language];
    return text === undefined ? [] : [{ field: language, text: namedProblem(t(`wording.language.${language}`), text) }];
  });

export type WordingPreviewProps = Pair<string> & {
  readonly frame: PageFrame;
  readonly part: string;
  readonly name: string;
  readonly seen: string;
  /** Empty: the city has no public report to show it with. */
  readonly letters: readonly { readonly language: 'id' | 'en'; readonly subject: string; readonly text: string }[];
};

/** The letters as they would go, before anything is saved. */
export const WordingPreviewPage = ({ frame, part, name, seen, id, en, letters }: WordingPreviewProps) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('wording.previewTitle', { part: name })}>
      <h1>{t('wording.previewTitle', { part: name })}</h1>
      <p>{t(letters.length === 0 ? 'wording.noExample' : 'wording.previewHint')}</p>
      {letters.map(({ language, subject, text }) => (
        <section key={language} lang={language}>
          <h2>{t(`wording.language.${language}`)}</h2>
          <p>
            <strong>{subject}</strong>
          </p>
          <blockquote class="words">{text}</blockquote>
        </section>
      ))}
      <PostForm action="/kelola/surat/ubah" hidden={{ bagian: part, version: seen, id, en }}>
        <Buttons>
          <Button name="step" value="save">
            {t('wording.save')}
          </Button>
          <Button name="step" value="edit" tone="secondary">
            {t('wording.edit')}
          </Button>
        </Buttons>
      </PostForm>
    </Page>
  );
};
