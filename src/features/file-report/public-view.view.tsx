import type { PersonalDataKind } from '../../domain/personal-data/personal-data.ts';
import { CheckboxGroup } from '../../ui/choice-field.tsx';
import { DefinitionList, type Definition } from '../../ui/definition-list.tsx';
import type { Text } from '../../ui/texts/text.ts';

/** Words as everyone would read them, and between them what is likely personal. */
export type ShownPiece =
  | { readonly is: 'words'; readonly text: string }
  | { readonly is: 'personal'; readonly kind: PersonalDataKind; readonly text: string; readonly isShown: boolean };

export type PublicViewProps = {
  readonly title: readonly ShownPiece[];
  readonly description: readonly ShownPiece[];
  readonly facts: readonly Definition[];
};

/** What the public reads if a verifier publishes it as it stands. */
export const PublicView = ({ t, title, description, facts }: PublicViewProps & { readonly t: Text }) => (
  <section class="public-view" aria-labelledby="public-view">
    <h2 id="public-view">{t('fileReport.preview.publicTitle')}</h2>
    <p class="public-view-title">
      {title.length === 0 ? t('fileReport.preview.untitled') : <Pieces t={t} pieces={title} />}
    </p>
    <blockquote class="words">
      <Pieces t={t} pieces={description} />
    </blockquote>
    <DefinitionList items={facts} />
  </section>
);

const Pieces = ({ t, pieces }: { readonly t: Text; readonly pieces: readonly ShownPiece[] }) => (
  <>
    {pieces.map((piece) =>
      piece.is === 'words' ? (
        piece.text
      ) : (
        <mark>{piece.isShown ? piece.text : t(`staff.masked.word.${piece.kind}`)}</mark>
      ),
    )}
  </>
);

export type PersonalItem = { readonly kind: PersonalDataKind; readonly text: string; readonly isShown: boolean };

/** Each masked piece with a box that lets it be seen. */
export const MaskedItems = ({ t, items }: { readonly t: Text; readonly items: readonly PersonalItem[] }) => (
  <CheckboxGroup
    name="shown"
    label={t('fileReport.preview.maskedTitle')}
    hint={t('fileReport.preview.maskedHint')}
    values={items.flatMap(({ isShown, text }) => (isShown ? [text] : []))}
    options={items.map(({ kind, text }) => ({
      value: text,
      label: t('fileReport.preview.letShow', { words: text, kind: t(`staff.masked.kind.${kind}`) }),
    }))}
  />
);
