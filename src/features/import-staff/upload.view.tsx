import { Button, Buttons } from '../../ui/button.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { ErrorSummary } from '../../ui/error-summary.tsx';
import { FileField } from '../../ui/file-field.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PostForm } from '../../ui/post-form.tsx';
import type { Text } from '../../ui/texts/text.ts';
import { WayUp } from '../../ui/way-up.tsx';

const columns = ['instansi', 'jabatan', 'peran', 'nama', 'email', 'mulai', 'sampai'] as const;

export const UploadPage = ({ frame, error }: { readonly frame: PageFrame; readonly error?: string | undefined }) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('importPeople.title')} hasErrors={error !== undefined}>
      <ErrorSummary t={t} problems={error === undefined ? [] : [{ field: 'file', text: error }]} />
      <WayUp href="/kelola/orang" label={t('people.title')} />
      <h1>{t('importPeople.title')}</h1>
      <p>{t('importPeople.hint')}</p>
      <PostForm action="/kelola/orang/impor" isMultipart>
        <FileField
          name="file"
          label={t('importPeople.file')}
          hint={t('importPeople.fileHint')}
          accept=".xlsx,.csv"
          error={error}
        />
        <Buttons>
          <Button>{t('importPeople.check')}</Button>
        </Buttons>
      </PostForm>
      <h2>{t('importPeople.filesTitle')}</h2>
      <Files t={t} />
      <h2>{t('importPeople.columnsTitle')}</h2>
      <DefinitionList
        items={columns.map((column) => ({ term: column, details: t(`importPeople.column.${column}`) }))}
      />
    </Page>
  );
};

const Files = ({ t }: { readonly t: Text }) => (
  <ul>
    {(['contoh.xlsx', 'contoh.csv', 'daftar.xlsx', 'daftar.csv'] as const).map((file) => (
      <li key={file}>
        <a href={`/kelola/orang/impor/unduh/${file}`}>
          {t(file.startsWith('contoh') ? 'importPeople.template' : 'importPeople.current', {
            kind: file.endsWith('csv') ? 'CSV' : 'Excel',
          })}
        </a>
      </li>
    ))}
  </ul>
);
