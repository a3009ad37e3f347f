import type { ComponentChildren } from 'preact';

export type TimelineItem = {
  /** The instant for machines and the words for people. */
  readonly at: { readonly iso: string; readonly words: string };
  readonly title: ComponentChildren;
  /** Who did it, or where it came from. */
  readonly by?: string | undefined;
  /** Words of a person; line breaks are kept. */
  readonly text?: string | undefined;
  readonly children?: ComponentChildren;
};

/** What happened, in order; the last one is where things stand. */
export const Timeline = ({ label, items }: { readonly label: string; readonly items: readonly TimelineItem[] }) => (
  <ol class="timeline" aria-label={label}>
    {items.map((item, index) => (
      <li key={`${item.at.iso} ${index}`} aria-current={index === items.length - 1 ? 'step' : undefined}>
        <p class="timeline-title">{item.title}</p>
        <p class="timeline-at">
          <time datetime={item.at.iso}>{item.at.words}</time>
          {item.by !== undefined && <> · {item.by}</>}
        </p>
        {item.text !== undefined && <blockquote class="words">{item.text}</blockquote>}
        {item.children}
      </li>
    ))}
  </ol>
);
