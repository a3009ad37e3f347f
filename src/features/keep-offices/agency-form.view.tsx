import { agencyKinds } from '../../domain/agency-kind.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fieldOf, OfficePage, type OfficePageProps } from './office-page.view.tsx';

export type TypedAgency = {
  readonly name: string;
  readonly shortName: string;
  readonly kind: string;
  readonly areaCode: string;
};

export type AgencyFormProps = Omit<OfficePageProps, 'children' | 'above'> & {
  readonly action: string;
  readonly typed: TypedAgency;
  readonly hidden: Readonly<Record<string, string>>;
  readonly posts: readonly { readonly slug: string; readonly name: string }[];
  /** Absent: it is new, or closed already. */
  readonly closing?: { readonly action: string; readonly label: string } | undefined;
};

export const AgencyFormPage = ({ action, typed, hidden, posts, closing, ...page }: AgencyFormProps) => {
  const { t } = page.frame;
  const field = (name: keyof TypedAgency) => fieldOf(name, typed[name], page.problems ?? []);
  const kinds = agencyKinds.map((kind) => ({ value: kind, label: t(`reading.agencies.kind.${kind}`) }));
  return (
    <OfficePage {...page} above={{ href: '/kelola/instansi', label: t('offices.agency.title') }}>
      <PostForm action={action} hidden={hidden}>
        <TextField {...field('name')} label={t('offices.agency.name')} maxLength={120} />
        <TextField
          {...field('shortName')}
          label={t('offices.agency.shortName')}
          hint={t('offices.agency.shortNameHint')}
          optional={t('general.optional')}
          size="short"
        />
        <SelectField {...field('kind')} label={t('offices.agency.kind')} options={kinds} />
        <TextField
          {...field('areaCode')}
          label={t('offices.agency.areaCode')}
          hint={t('offices.agency.areaCodeHint')}
          size="short"
        />
        <Buttons>
          <Button>{t('offices.save')}</Button>
        </Buttons>
      </PostForm>
      {posts.length > 0 && <PostLinks heading={t('offices.agency.posts')} posts={posts} />}
      {closing !== undefined && (
        <section>
          <h2>{t('offices.close')}</h2>
          <p>{t('offices.agency.closeHint')}</p>
          <PostForm action={closing.action} hidden={hidden}>
            <Button tone="secondary">{closing.label}</Button>
          </PostForm>
        </section>
      )}
    </OfficePage>
  );
};

const PostLinks = ({ heading, posts }: Pick<AgencyFormProps, 'posts'> & { readonly heading: string }) => (
  <section>
    <h2>{heading}</h2>
    <ul>
      {posts.map(({ slug, name }) => (
        <li key={slug}>
          <a href={`/kelola/jabatan/${slug}`}>{name}</a>
        </li>
      ))}
    </ul>
  </section>
);
