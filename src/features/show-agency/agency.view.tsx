import { Around } from '../../ui/around.tsx';
import { DefinitionList, type Definition } from '../../ui/definition-list.tsx';
import { HowAnswered, type HowAnsweredProps } from '../../ui/how-answered.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PrintHead } from '../../ui/print-head.tsx';
import { PromisedDays, type PromisedDaysProps } from '../../ui/promised-days.tsx';
import type { SharedPage } from '../../ui/shared-head.tsx';

export type AgencyPageProps = {
  readonly frame: PageFrame;
  readonly name: string;
  readonly facts: readonly Definition[];
  readonly handles: readonly HandledGroup[];
  readonly promised: PromisedDaysProps;
  readonly reports: HowAnsweredProps;
  readonly shared: SharedPage;
  readonly printedOn: string;
};

/** Matters by their group, each with the list of its reports. */
export type HandledGroup = {
  readonly name: string;
  readonly matters: readonly { readonly name: string; readonly href: string }[];
};

export const AgencyPage = (props: AgencyPageProps) => {
  const { frame, name, facts, handles, promised, reports, shared } = props;
  const { t } = frame;
  return (
    <Page {...frame} title={name} styles={['read.css']} feed={reports.feed} shared={shared}>
      <PrintHead t={t} city={frame.city} address={shared.canonical} printedOn={props.printedOn} />
      <h1>{name}</h1>
      <DefinitionList items={facts} />
      <HowAnswered {...reports} />
      <h2>{t('reading.promises.title')}</h2>
      <PromisedDays {...promised} />
      <Handles frame={frame} handles={handles} />
      <Around t={t} path={frame.path} />
    </Page>
  );
};

const Handles = ({ frame: { t }, handles }: Pick<AgencyPageProps, 'frame' | 'handles'>) =>
  handles.length === 0 ? null : (
    <>
      <h2>{t('reading.agency.handles')}</h2>
      {handles.map(({ name, matters }) => (
        <section key={name} class="wide">
          <h3>{name}</h3>
          <ul class="names">
            {matters.map((matter) => (
              <li key={matter.href}>
                <a href={matter.href}>{matter.name}</a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </>
  );
