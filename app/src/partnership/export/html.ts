/** Text as HTML: nothing that somebody wrote becomes markup. */
export function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

// The document is read from a disk, without a server: its few rules come along, and nothing is loaded.
const style = `body{font:1.05rem/1.5 system-ui,sans-serif;max-width:46rem;margin:2rem auto;padding:0 1rem;color:#1c1c1a;background:#fdfcf8}
h1,h2{font-family:Georgia,serif;line-height:1.2}h2{border-top:1px solid #cfcabd;padding-top:1.2rem;margin-top:2.4rem}
h3{font-size:1rem;margin:1.2rem 0 .3rem}dl{margin:.2rem 0;display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:.2rem 1rem}
dt{color:#55534c}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}table{border-collapse:collapse;width:100%}
th,td{text-align:start;vertical-align:top;border-bottom:1px solid #cfcabd;padding:.3rem .6rem .3rem 0}
@media(max-width:32rem){dl{display:block}dd{margin-bottom:.5rem}}
@media(prefers-color-scheme:dark){body{color:#eae6da;background:#191817}dt{color:#b5b0a2}h2,th,td{border-color:#4a473f}}`;

/** The beginning of a document that stands alone. */
export function htmlHead(locale: string, title: string): string {
  return `<!doctype html>
<html lang="${html(locale)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${html(title)}</title><style>${style}</style></head><body>
<h1>${html(title)}</h1>
`;
}

export const htmlEnd = '</body></html>\n';

export function htmlFacts(facts: readonly { term: string; value: string }[]): string {
  const items = facts.map(({ term, value }) => `<dt>${html(term)}</dt><dd>${html(value)}</dd>`);
  return items.length === 0 ? '' : `<dl>${items.join('')}</dl>\n`;
}

export function htmlTable(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[], tag: 'th' | 'td') =>
    `<tr>${cells.map((cell) => `<${tag}>${html(cell)}</${tag}>`).join('')}</tr>`;
  return `<table>${line(heads, 'th')}${rows.map((row) => line(row, 'td')).join('\n')}</table>\n`;
}
