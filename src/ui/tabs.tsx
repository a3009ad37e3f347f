export type Tab = { readonly href: string; readonly label: string; readonly isCurrent?: boolean | undefined };

/** Ways to other views of the same matter, side by side; the current one is underlined. */
export const Tabs = ({ label, tabs }: { readonly label: string; readonly tabs: readonly Tab[] }) => (
  <nav class="tabs" aria-label={label}>
    {tabs.map((tab) => (
      <a key={tab.href} href={tab.href} aria-current={tab.isCurrent === true ? 'page' : undefined}>
        {tab.label}
      </a>
    ))}
  </nav>
);
