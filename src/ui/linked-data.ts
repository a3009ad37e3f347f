import { h, type ComponentChildren } from 'preact';

type Value = string | number | null | undefined | LinkedData | readonly Value[];

/** What a page says to machines, in the words of schema.org. */
export interface LinkedData {
  readonly [name: string]: Value;
}

/**
 * A block of data: no browser runs it, so the content policy lets it be. Its words are a stranger's: between these tags nothing is unescaped again, so
 * the one sign that could end the block or open a comment is written as JSON writes signs.
 */
export const linkedData = (data: LinkedData): ComponentChildren =>
  h('script', {
    type: 'application/ld+json',
    dangerouslySetInnerHTML: {
      __html: JSON.stringify({ '@context': 'https://schema.org', ...data }).replaceAll('<', String.raw`\u003c`),
    },
  });
