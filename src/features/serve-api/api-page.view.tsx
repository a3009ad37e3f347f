import { moveNames } from '../../domain/move.ts';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Table } from '../../ui/table.tsx';
import type { Text } from '../../ui/texts/text.ts';

export type ShownField = {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
  readonly about: string;
};

export type ShownOperation = {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly description: string;
  readonly key: 'none' | 'optional' | 'needed';
  readonly parameters: readonly ShownField[];
  readonly bodies: readonly {
    readonly title: string | null;
    readonly about: string;
    readonly fields: readonly ShownField[];
  }[];
  readonly answers: readonly { readonly status: string; readonly about: string }[];
  readonly curl: string;
};

export type ApiPageProps = { readonly frame: PageFrame; readonly operations: readonly ShownOperation[] };

export const ApiPage = ({ frame, operations }: ApiPageProps) => {
  const { t } = frame;
  return (
    <Page {...frame} title={t('api.title')}>
      <h1>{t('api.title')}</h1>
      <p class="lead">{t('api.intro')}</p>
      <p>
        <a href="/api/v1/openapi.json">{t('api.specification')}</a>
      </p>
      <nav aria-label={t('api.operations')}>
        <ul>
          {operations.map(({ id, method, path, summary }) => (
            <li key={id}>
              <a href={`#${id}`}>
                {method} {path}
              </a>
              {': '}
              <span lang="en">{summary}</span>
            </li>
          ))}
        </ul>
      </nav>
      <p>{t('api.tryIt')}</p>
      <p>
        <code>export LAKSA_KEY=laksa_...</code>
        <br />
        <code>export NUMBER=...</code>
      </p>
      {operations.map((operation) => (
        <Operation key={operation.id} t={t} operation={operation} />
      ))}
    </Page>
  );
};

const keyWords = { none: 'api.keyNone', optional: 'api.keyOptional', needed: 'api.keyNeeded' } as const;

/** Descriptions come from the specification, which is in English. */
const Operation = ({ t, operation }: { readonly t: Text; readonly operation: ShownOperation }) => (
  <section id={operation.id} aria-labelledby={`${operation.id}-title`}>
    <h2 id={`${operation.id}-title`}>
      {operation.method} {operation.path}
    </h2>
    <p lang="en">{withCode(operation.description)}</p>
    <p>
      {t('api.key')}: {t(keyWords[operation.key])}
    </p>
    <h3>{t('api.example')}</h3>
    <p>
      <code>{operation.curl}</code>
    </p>
    {operation.parameters.length > 0 && (
      <FieldTable t={t} caption={t('api.parameters')} fields={operation.parameters} />
    )}
    {operation.bodies.map((body) => (
      <Body key={body.title ?? 'body'} t={t} body={body} />
    ))}
    <Table
      caption={t('api.answers')}
      columns={[
        { label: t('api.status'), cell: ({ status }) => status, figures: 'code' },
        { label: t('api.meaning'), cell: ({ about }) => <span lang="en">{about}</span> },
      ]}
      rows={operation.answers}
      rowKey={({ status }) => status}
    />
  </section>
);

/** Of several bodies, which are long, each opens by itself. */
const Body = ({ t, body }: { readonly t: Text; readonly body: ShownOperation['bodies'][number] }) =>
  body.title === null ? (
    <FieldTable t={t} caption={t('api.body')} fields={body.fields} />
  ) : (
    <details>
      <summary>
        <code>{body.title}</code> {moveWords(t, body.title)}
      </summary>
      <p lang="en">{body.about}</p>
      <FieldTable t={t} caption={body.title} fields={body.fields} />
    </details>
  );

const moveWords = (t: Text, title: string): string => {
  const move = moveNames.find((name) => name === title);
  return move === undefined ? '' : t(`state.move.${move}`);
};

const FieldTable = ({
  t,
  caption,
  fields,
}: {
  readonly t: Text;
  readonly caption: string;
  readonly fields: readonly ShownField[];
}) => (
  <Table
    caption={caption}
    columns={[
      { label: t('api.field'), cell: ({ name }) => <code>{name}</code> },
      { label: t('api.meaning'), cell: (field) => <FieldMeaning t={t} field={field} /> },
    ]}
    rows={fields}
    rowKey={({ name }) => name}
  />
);

const FieldMeaning = ({ t, field }: { readonly t: Text; readonly field: ShownField }) => (
  <>
    <code>{field.type}</code>, {t(field.isRequired ? 'api.fieldRequired' : 'api.fieldOptional')}
    {field.about !== '' && <span lang="en">. {withCode(field.about)}</span>}
  </>
);

/** The specification sets names in backticks. */
const withCode = (text: string) =>
  text.split('`').map((part, index) => (index % 2 === 1 ? <code key={part}>{part}</code> : part));
