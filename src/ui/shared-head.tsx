import { linkedData, type LinkedData } from './linked-data.ts';
import type { PageFrame } from './page-frame.ts';

/** How a page wants to be known elsewhere: in results of searches, in messages that pass its address on. */
export type SharedPage = {
  /** Its one address, whole. */
  readonly canonical: string;
  readonly description?: string | undefined;
  /** A picture of 1200 x 630 points, by its whole address. */
  readonly card?: { readonly url: string; readonly alt: string } | undefined;
  readonly data?: LinkedData | undefined;
};

type SharedHeadProps = Pick<PageFrame, 'city' | 'language'> & {
  readonly title: string;
  readonly shared: SharedPage;
};

export const SharedHead = ({ city, language, title, shared }: SharedHeadProps) => {
  const { canonical, description, card, data } = shared;
  return (
    <>
      <link rel="canonical" href={canonical} />
      {description !== undefined && <meta name="description" content={description} />}
      <meta property="og:type" content="website" />
      <meta property="og:site_name" content={city.name} />
      <meta property="og:locale" content={language === 'id' ? 'id_ID' : 'en_GB'} />
      <meta property="og:title" content={title} />
      <meta property="og:url" content={canonical} />
      {description !== undefined && <meta property="og:description" content={description} />}
      {card !== undefined && <SharedCard {...card} />}
      {data !== undefined && linkedData(data)}
    </>
  );
};

const SharedCard = ({ url, alt }: { readonly url: string; readonly alt: string }) => (
  <>
    <meta property="og:image" content={url} />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta property="og:image:alt" content={alt} />
    <meta name="twitter:card" content="summary_large_image" />
  </>
);
