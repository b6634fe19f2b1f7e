import type { ComponentChildren } from 'preact';

/** What a handler answers with. */
export type Answer = PageAnswer | GoAnswer | FileAnswer;

export interface PageAnswer {
  kind: 'page';
  /** The one h1 and the document's title. */
  title: string;
  /** What kind of page this is, above the title, or a link to what it belongs to. */
  overline?: ComponentChildren;
  /** Documents that people sign carry a serif title. */
  record?: boolean | undefined;
  lead?: ComponentChildren;
  action?: ComponentChildren;
  notice?: ComponentChildren;
  side?: ComponentChildren;
  /** Who can see it, under the title. */
  visibility?: ComponentChildren;
  body: ComponentChildren;
  /** Beneath the body of a record: what people say about it. */
  foot?: ComponentChildren;
  /** The part of the navigation that this page belongs to. */
  nav?: string | undefined;
  status?: 200 | 404 | 403 | 409 | 422 | 429 | 503;
  /** The page asks for itself again, for work that is under way. */
  reloadSeconds?: number | undefined;
  /** Scripts that this page alone uses: `['caucus']` for `caucus.island.ts`. */
  islands?: readonly string[] | undefined;
  cookies?: readonly string[] | undefined;
  /** Hides navigation and switchers: for pages without an account. */
  bare?: boolean | undefined;
}

export interface GoAnswer {
  kind: 'go';
  to: string;
  cookies?: readonly string[];
}

export interface FileAnswer {
  kind: 'file';
  type: string;
  name?: string;
  body: string | Uint8Array<ArrayBuffer>;
}

export const page = (content: Omit<PageAnswer, 'kind'>): PageAnswer => ({
  kind: 'page',
  ...content,
});

/** Where to go after something was done; `done` names the sentence that says so there. */
export function go(
  to: string,
  options: { done?: string; cookies?: readonly string[] } = {},
): GoAnswer {
  const [path, anchor] = to.split('#');
  const query = options.done ? `${path?.includes('?') ? '&' : '?'}done=${options.done}` : '';
  const target = `${path}${query}${anchor ? `#${anchor}` : ''}`;
  return { kind: 'go', to: target, ...(options.cookies ? { cookies: options.cookies } : {}) };
}

export const file = (content: Omit<FileAnswer, 'kind'>): FileAnswer => ({
  kind: 'file',
  ...content,
});
