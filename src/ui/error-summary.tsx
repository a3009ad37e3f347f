import { fieldId } from './field.tsx';
import type { Text } from './texts/text.ts';

export type ErrorSummaryProps = {
  readonly t: Text;
  /** What is wrong, in the order of the form. */
  readonly problems: readonly { readonly field: string; readonly text: string }[];
  readonly scope?: string | undefined;
};

/** A problem with the name of its field; a name that asks keeps its question mark alone. */
export const namedProblem = (label: string, text: string): string =>
  label.endsWith('?') ? `${label} ${text}` : `${label}: ${text}`;

/** Stands above a form that was refused, takes the focus without script, and leads to each field. */
export const ErrorSummary = ({ t, problems, scope }: ErrorSummaryProps) =>
  problems.length === 0 ? null : (
    <section class="notice notice-danger" role="alert" aria-labelledby="problems" tabindex={-1} autofocus>
      <h2 class="notice-title" id="problems">
        {t('layout.problems.title', { count: problems.length })}
      </h2>
      <ul>
        {problems.map(({ field, text }) => (
          <li key={field}>
            <a href={`#${fieldId({ name: field, scope })}`}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
