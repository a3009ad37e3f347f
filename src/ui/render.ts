import type { VNode } from 'preact';
import { renderToStaticMarkup } from 'preact-render-to-string';

/** A whole page as it is sent. Whatever a citizen wrote is escaped here, by Preact, once. */
export const renderDocument = (page: VNode): string => `<!doctype html>${renderToStaticMarkup(page)}`;
