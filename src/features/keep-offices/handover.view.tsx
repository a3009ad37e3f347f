import { Button, Buttons } from '../../ui/button.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { SelectField, type Option, type OptionGroup } from '../../ui/select-field.tsx';
import { DateField } from '../../ui/text-field.tsx';
import { OfficePage, type OfficePageProps } from './office-page.view.tsx';

type PageProps = Omit<OfficePageProps, 'children' | 'above'>;

export type ChooseProps = PageProps & { readonly people: readonly Option[]; readonly posts: readonly Option[] };

const home = ({ frame: { t } }: PageProps) => ({ href: '/kelola', label: t('offices.home.title') });

/** Whose work it is about. */
export const ChoosePage = ({ people, posts, ...page }: ChooseProps) => {
  const { t } = page.frame;
  const ways = [
    { name: 'orang', label: t('offices.handover.person'), options: people },
    { name: 'jabatan', label: t('offices.handover.post'), options: posts },
  ];
  return (
    <OfficePage {...page} above={home(page)}>
      <p>{t('offices.handover.hint')}</p>
      {ways.map((way) => (
        <form key={way.name} class="form" method="get" action="/kelola/serah-terima">
          <SelectField {...way} empty={t('offices.handover.choose')} />
          <Button tone="secondary">
            {t('offices.handover.show')} <span class="unseen">{way.label}</span>
          </Button>
        </form>
      ))}
    </OfficePage>
  );
};

export type ShownWork = {
  readonly field: string;
  readonly label: string;
  readonly facts: readonly string[];
  readonly options: readonly (Option | OptionGroup)[];
  readonly value: string;
};

export type HandoverFormProps = PageProps & {
  readonly hidden: Readonly<Record<string, string>>;
  /** Null: a post is handed over, and nobody leaves. */
  readonly lastDay: { readonly value: string; readonly error: string | undefined } | null;
  readonly works: readonly ShownWork[];
};

/** All that somebody holds, with where each part of it goes. */
export const HandoverFormPage = ({ hidden, lastDay, works, ...page }: HandoverFormProps) => {
  const { t } = page.frame;
  return (
    <OfficePage {...page} above={{ href: '/kelola/serah-terima', label: t('offices.handover.title') }}>
      {works.length === 0 ? (
        <p>{t('offices.handover.nothing')}</p>
      ) : (
        <PostForm action="/kelola/serah-terima" hidden={hidden}>
          {lastDay !== null && (
            <DateField
              name="lastDay"
              {...lastDay}
              label={t('offices.handover.lastDay')}
              hint={t('offices.handover.lastDayHint')}
            />
          )}
          {works.map(({ field, facts, ...work }) => (
            <SelectField key={field} name={field} hint={facts.join('; ')} {...work} />
          ))}
          <Buttons>
            <Button name="step" value="preview">
              {t('offices.handover.preview')}
            </Button>
          </Buttons>
        </PostForm>
      )}
    </OfficePage>
  );
};

export type HandoverPreviewProps = PageProps & {
  readonly hidden: Readonly<Record<string, string>>;
  readonly lines: readonly string[];
};

/** What will happen, before it does. */
export const HandoverPreviewPage = ({ hidden, lines, ...page }: HandoverPreviewProps) => {
  const { t } = page.frame;
  return (
    <OfficePage {...page} above={{ href: '/kelola/serah-terima', label: t('offices.handover.title') }}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <PostForm action="/kelola/serah-terima" hidden={hidden}>
        <Buttons>
          {lines.length > 0 && (
            <Button name="step" value="save">
              {t('offices.handover.save')}
            </Button>
          )}
          <Button name="step" value="edit" tone="secondary">
            {t('offices.handover.edit')}
          </Button>
        </Buttons>
      </PostForm>
    </OfficePage>
  );
};

export type ProgressProps = PageProps & { readonly moved: number; readonly all: number };

export const HandoverProgressPage = ({ moved, all, ...page }: ProgressProps) => {
  const { t } = page.frame;
  return (
    <OfficePage {...page} above={{ href: '/kelola/serah-terima', label: t('offices.handover.title') }}>
      <p>
        <progress value={moved} max={Math.max(all, 1)} aria-label={page.title} />
      </p>
      <p>{t('offices.handover.moved', { done: String(moved), all: String(all) })}</p>
      <p>{t(moved < all ? 'offices.handover.running' : 'offices.handover.done')}</p>
    </OfficePage>
  );
};
