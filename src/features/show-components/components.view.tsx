import { Page } from '../../ui/layout.tsx';
import type { PageFrame } from '../../ui/page-frame.ts';
import { Tabs } from '../../ui/tabs.tsx';
import { FieldSamples } from './field-samples.view.tsx';
import { ListSamples } from './list-samples.view.tsx';
import { MessageSamples } from './message-samples.view.tsx';
import { parts } from './sample.view.tsx';
import { ShapeSamples } from './shape-samples.view.tsx';

/** Every component of the site in each of its states, on one page. */
export const ComponentsPage = ({ frame }: { readonly frame: PageFrame }) => {
  const { t } = frame;
  return (
    <Page {...frame} robots="none" title={t('components.title')}>
      <h1>{t('components.title')}</h1>
      <p>{t('components.hint')}</p>
      <Tabs
        label={t('components.title')}
        tabs={parts.map((part) => ({ href: `#${part}`, label: t(`components.${part}`) }))}
      />
      <MessageSamples frame={frame} />
      <ShapeSamples frame={frame} />
      <FieldSamples frame={frame} />
      <ListSamples frame={frame} />
    </Page>
  );
};
