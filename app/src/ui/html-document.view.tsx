import type { ComponentChildren } from 'preact';
import type { Theme } from './tokens.ts';
import { useLocale } from './words.ts';

export interface Assets {
  stylesheets: readonly string[];
  scripts: readonly string[];
  /** The scripts of single pages, by the name of their file: `caucus` for `caucus.island.ts`. */
  islands: ReadonlyMap<string, string>;
  /** Font files to fetch early. */
  fonts?: readonly string[];
}

export interface HtmlDocumentProps {
  title: string;
  assets: Assets;
  icon?: string;
  /** Fixes the theme; without it the device decides. */
  theme?: Theme | undefined;
  /** Names of the islands that this page uses. */
  islands?: readonly string[] | undefined;
  description?: string | undefined;
  /** Further elements for the head. */
  head?: ComponentChildren;
  children?: ComponentChildren;
}

function islandOf(assets: Assets, name: string): string {
  const file = assets.islands.get(name);
  if (!file) throw new Error(`There is no ${name}.island.ts in the build.`);
  return file;
}

/** The whole document without its doctype: `'<!doctype html>' + renderToString(...)`. */
export function HtmlDocument(props: HtmlDocumentProps) {
  const { locale } = useLocale();
  const { assets, theme } = props;
  return (
    <html lang={locale} dir="ltr" {...(theme ? { 'data-theme': theme } : {})}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>{props.title}</title>
        {props.description && <meta name="description" content={props.description} />}
        {assets.fonts?.map((href) => (
          <link
            key={href}
            rel="preload"
            href={href}
            as="font"
            type="font/woff2"
            crossorigin="anonymous"
          />
        ))}
        {assets.stylesheets.map((href) => (
          <link key={href} rel="stylesheet" href={href} />
        ))}
        <link rel="icon" href={props.icon ?? '/favicon.svg'} type="image/svg+xml" />
        {[...assets.scripts, ...(props.islands ?? []).map((name) => islandOf(assets, name))].map(
          (src) => (
            <script key={src} type="module" src={src} />
          ),
        )}
        {props.head}
      </head>
      <body>{props.children}</body>
    </html>
  );
}
