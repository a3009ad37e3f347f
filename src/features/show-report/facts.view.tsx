import { Fragment } from 'preact';

import { showNumber } from '../../domain/report-number.ts';
import { Tag } from '../../ui/badge.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import type { Text } from '../../ui/texts/text.ts';
import type { PageFrame } from '../../ui/page-frame.ts';

export type PublicPromise = {
  /** The clock, its date and what is left. */
  readonly words: string;
  readonly isLate: boolean;
  readonly isProvisional: boolean;
  /** Where the rule that set it stands. */
  readonly grounds: string;
};

type Link = { readonly href: string; readonly name: string };

export type FactsProps = {
  readonly frame: PageFrame;
  readonly number: string;
  readonly kind: string;
  readonly category: string | null;
  readonly village: { readonly code: string; readonly name: string } | null;
  readonly filedOn: string;
  readonly agencies: readonly Link[];
  /** The dates that run, the earliest first. */
  readonly promises: readonly PublicPromise[];
  /** How long its time has stood still, or that it does now. */
  readonly paused: string | null;
  /** The dates officers have promised, and what became of each; then how they differ from those above. */
  readonly given: readonly string[];
  readonly supporters: number;
  /** Through how many hands it went, where more than one. */
  readonly hands: string | null;
};

/** What is known of a report, in pairs. */
export const Facts = (props: FactsProps) => {
  const { t } = props.frame;
  return (
    <DefinitionList
      items={[
        { term: t('publicReport.number'), details: showNumber(props.number) },
        { term: t('publicReport.filedOn'), details: props.filedOn },
        { term: t('publicReport.kind'), details: props.kind },
        { term: t('publicReport.category'), details: props.category },
        {
          term: t('publicReport.village'),
          details: props.village === null ? null : <Place {...props.village} t={t} />,
        },
        {
          term: t('publicReport.supporters'),
          details: props.supporters === 0 ? null : t('publicReport.supporterCount', { count: props.supporters }),
        },
        {
          term: t('publicReport.handledBy'),
          details: props.agencies.length === 0 ? null : <Links links={props.agencies} />,
        },
        { term: t('publicReport.hands'), details: props.hands },
        {
          term: t('publicReport.promise'),
          details: props.promises.length === 0 ? null : <Promises promises={props.promises} t={t} />,
        },
        { term: t('publicReport.paused'), details: props.paused },
        { term: t('promises.given.title'), details: props.given.join('\n') },
      ]}
    />
  );
};

const Links = ({ links }: { readonly links: readonly Link[] }) => (
  <>
    {links.map(({ href, name }, at) => (
      <Fragment key={href}>
        {at > 0 && '\n'}
        <a href={href}>{name}</a>
      </Fragment>
    ))}
  </>
);

type PlaceProps = NonNullable<FactsProps['village']> & { readonly t: Text };

const Place = ({ code, name, t }: PlaceProps) => (
  <>
    <a href={`/wilayah/${code}`}>{name}</a> (<a href={`/peta?wilayah=${code}`}>{t('publicReport.onMap')}</a>)
  </>
);

const Promises = ({ promises, t }: Pick<FactsProps, 'promises'> & { readonly t: Text }) => (
  <>
    {promises.map((promise, at) => (
      <Fragment key={promise.words}>
        {at > 0 && '\n'}
        <Promised promise={promise} t={t} />
      </Fragment>
    ))}
  </>
);

/** The running date, by which rule; that it has passed is said in a word, not in a colour. */
const Promised = ({ promise, t }: { readonly promise: PublicPromise; readonly t: Text }) => (
  <>
    {promise.isLate && (
      <>
        <Tag tone="late">{t('publicReport.late')}</Tag>{' '}
      </>
    )}
    {promise.words}
    {promise.isProvisional && <span class="quiet"> {t('publicReport.provisional')}</span>}{' '}
    <a href={promise.grounds}>{t('publicReport.grounds')}</a>
  </>
);
