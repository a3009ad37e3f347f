import { Button, Buttons } from '../../ui/button.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type SaveOrEditProps = {
  readonly t: Text;
  readonly action: string;
  /** Everything that was typed: it is sent again to be saved, or to be changed. */
  readonly hidden: Readonly<Record<string, string>>;
};

/** The end of a preview: what was looked at is saved, changed once more, or left alone. */
export const SaveOrEdit = ({ t, action, hidden }: SaveOrEditProps) => (
  <>
    <PostForm action={action} hidden={hidden}>
      <Buttons>
        <Button name="step" value="save">
          {t('promises.edit.save')}
        </Button>
        <Button name="step" value="edit" tone="secondary">
          {t('promises.edit.again')}
        </Button>
      </Buttons>
    </PostForm>
    <p>
      <a href="/kelola/janji">{t('general.cancel')}</a>
    </p>
  </>
);
