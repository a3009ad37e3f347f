import { Around } from '../../ui/around.tsx';
import { HowAnswered, type HowAnsweredProps } from '../../ui/how-answered.tsx';
import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { PrintHead } from '../../ui/print-head.tsx';
import { PromisedDays, type PromisedDaysProps } from '../../ui/promised-days.tsx';
import type { SharedPage } from '../../ui/shared-head.tsx';

export type AreaPageProps = {
  readonly frame: PageFrame;
  /** "Kelurahan Sukarasa". */
  readonly name: string;
  /** The kecamatan around a kelurahan. */
  readonly around: { readonly name: string; readonly href: string } | null;
  /** The kelurahan within a kecamatan. */
  readonly villages: readonly { readonly code: string; readonly name: string }[];
  /** Each with the post in charge, where it has one. */
  readonly offices: readonly { readonly slug: string; readonly name: string; readonly post: string | null }[];
  readonly promised: PromisedDaysProps;
  readonly reports: HowAnsweredProps;
  readonly shared: SharedPage;
  readonly printedOn: string;
};

export const AreaPage = (props: AreaPageProps) => {
  const { frame, name, around, promised, reports, shared } = props;
  const { t } = frame;
  return (
    <Page {...frame} title={name} styles={['read.css']} feed={reports.feed} shared={shared}>
      <PrintHead t={t} city={frame.city} address={shared.canonical} printedOn={props.printedOn} />
      <h1>{name}</h1>
      {around !== null && (
        <p>
          {t('reading.area.part')} <a href={around.href}>{around.name}</a>
        </p>
      )}
      <HowAnswered {...reports} />
      <Villages {...props} />
      <Offices {...props} />
      <h2>{t('reading.promises.title')}</h2>
      <PromisedDays {...promised} />
      <Around t={t} path={frame.path} />
    </Page>
  );
};

const Offices = ({ frame: { t }, offices }: AreaPageProps) =>
  offices.length === 0 ? null : (
    <>
      <h2>{t('reading.area.agencies')}</h2>
      <ul class="rows">
        {offices.map(({ slug, name, post }) => (
          <li key={slug}>
            <a href={`/instansi/${slug}`}>{name}</a>
            {post !== null && (
              <>
                <br />
                <span class="quiet">
                  {t('reading.agency.posts')}: {post}
                </span>
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );

const Villages = ({ frame: { t }, villages }: AreaPageProps) =>
  villages.length === 0 ? null : (
    <section class="wide">
      <h2>{t('reading.area.villages')}</h2>
      <ul class="names">
        {villages.map(({ code, name }) => (
          <li key={code}>
            <a href={`/wilayah/${code}`}>{name}</a>
          </li>
        ))}
      </ul>
    </section>
  );
