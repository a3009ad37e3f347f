import type { Role } from '../../domain/role.ts';
import { Button, Buttons } from '../../ui/button.tsx';
import { CheckboxGroup } from '../../ui/choice-field.tsx';
import { NoticeBox } from '../../ui/notice-box.tsx';
import { PostForm } from '../../ui/post-form.tsx';
import { SelectField, type Option } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { fieldOf, OfficePage, type OfficePageProps } from './office-page.view.tsx';

export type TypedPost = { readonly name: string; readonly agency: string; readonly roles: readonly Role[] };

export type PostFormProps = Omit<OfficePageProps, 'children'> & {
  readonly action: string;
  readonly typed: TypedPost;
  readonly hidden: Readonly<Record<string, string>>;
  readonly agencies: readonly Option[];
  /** Those that may be given here, and those that it has. */
  readonly roles: readonly Role[];
  /** What is to be said about these roles together. */
  readonly warnings: readonly string[];
};

export const PostFormPage = ({ action, typed, hidden, agencies, roles, warnings, ...page }: PostFormProps) => {
  const { t } = page.frame;
  const problems = page.problems ?? [];
  return (
    <OfficePage {...page}>
      {warnings.length > 0 && (
        <NoticeBox tone="warning" title={t('offices.post.warning')}>
          {warnings.map((warning) => (
            <p key={warning}>{warning}</p>
          ))}
        </NoticeBox>
      )}
      <PostForm action={action} hidden={hidden}>
        <TextField {...fieldOf('name', typed.name, problems)} label={t('offices.post.name')} maxLength={120} />
        <SelectField
          {...fieldOf('agency', typed.agency, problems)}
          label={t('offices.post.agency')}
          empty={t('offices.post.noAgency')}
          options={agencies}
        />
        <CheckboxGroup
          name="roles"
          label={t('offices.post.roles')}
          error={problems.find(({ field }) => field === 'roles')?.text}
          values={typed.roles}
          options={roles.map((role) => ({ value: role, label: t(`role.name.${role}`), hint: t(`role.does.${role}`) }))}
        />
        <Buttons>
          <Button>{t('offices.save')}</Button>
        </Buttons>
      </PostForm>
    </OfficePage>
  );
};
