import { renderToString } from 'preact-render-to-string';
import { clientAssets, HtmlDocument, LocaleProvider, type Manifest } from '../index.ts';
import { galleryPages } from './pages.tsx';

/** Name and HTML of every page of the gallery, beside the built client files. */
export function renderGallery(manifest: Manifest): [string, string][] {
  const assets = clientAssets(manifest, './');
  return Object.entries(galleryPages).map(([name, page]) => [
    name,
    `<!doctype html>${renderToString(
      <LocaleProvider locale="en" timeZone="America/Chicago" now={new Date('2026-11-22T15:00:00Z')}>
        <HtmlDocument title={`Gallery: ${name}`} assets={assets} icon="./favicon.svg">
          {page()}
        </HtmlDocument>
      </LocaleProvider>,
    )}`,
  ]);
}
