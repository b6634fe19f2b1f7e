import type { Assets } from './html-document.view.tsx';

/** The part of a Vite manifest that a page needs. */
export type Manifest = Record<
  string,
  { file: string; css?: readonly string[]; assets?: readonly string[] }
>;

/** The built files of the client entry, as addresses for the document's head. */
export function clientAssets(manifest: Manifest, base = '/'): Assets {
  const entry = manifest['app/src/ui/client.ts'];
  if (!entry) throw new Error('The manifest has no app/src/ui/client.ts; build the client first.');
  const fonts = (entry.assets ?? []).filter((file) => /-latin-wght-normal-/.test(file));
  return {
    stylesheets: (entry.css ?? []).map((file) => base + file),
    scripts: [base + entry.file],
    fonts: fonts.map((file) => base + file),
    islands: new Map(
      Object.entries(manifest).flatMap(([source, { file }]) => {
        const name = /([\w-]+)[.]island[.]ts$/.exec(source)?.[1];
        return name ? [[name, base + file]] : [];
      }),
    ),
  };
}
