/** A tag as a browser reads it, with the names and values of its attributes. */
interface Tag {
  name: string;
  attributes: readonly (readonly [name: string, value: string])[];
}

const attribute = /([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g;
const tag =
  /<(?:!--[\s\S]*?-->|!doctype[^>]*>|\/([a-z][^\s/>]*)[^>]*>|([a-z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>)/giy;
/** Elements whose content is read as plain text up to their own end. */
const rawText = new Set(['script', 'style', 'textarea', 'title', 'xmp', 'iframe', 'noscript']);

/** Every element that a page makes, read in the way of a browser's tokenizer. */
export function tagsOf(html: string): Tag[] {
  const tags: Tag[] = [];
  let at = html.indexOf('<');
  while (at !== -1) {
    tag.lastIndex = at;
    const [whole, , name, attributes = ''] = tag.exec(html) ?? [];
    if (whole === undefined) {
      at = html.indexOf('<', at + 1);
      continue;
    }
    let from = at + whole.length;
    if (name !== undefined) {
      const lower = name.toLowerCase();
      tags.push({ name: lower, attributes: attributesOf(attributes) });
      if (rawText.has(lower)) from = endOf(html, lower, from);
    }
    at = html.indexOf('<', from);
  }
  return tags;
}

/** What a page says, without its elements. */
export function textOf(html: string): string {
  return decoded(html.replace(/<[a-z/!](?:"[^"]*"|'[^']*'|[^"'>])*>/gi, ' '));
}

function endOf(html: string, name: string, from: number): number {
  const end = html.slice(from).search(new RegExp(`</${name}[\\s/>]`, 'i'));
  return end === -1 ? html.length : from + end;
}

function attributesOf(text: string): Tag['attributes'] {
  return [...text.matchAll(attribute)].map(
    ([, name = '', double, single, bare]) =>
      [name.toLowerCase(), double ?? single ?? bare ?? ''] as const,
  );
}

/** Our own elements; whatever else stands in a page came in with somebody's text. */
const ours =
  /^(?:html|head|meta|title|link|script|body|header|footer|main|nav|aside|section|article|h[1-6]|p|a|abbr|b|strong|em|i|small|span|div|br|hr|ul|ol|li|dl|dt|dd|table|caption|colgroup|col|thead|tbody|tfoot|tr|th|td|form|fieldset|legend|label|input|textarea|select|optgroup|option|datalist|button|output|details|summary|dialog|figure|figcaption|time|blockquote|q|pre|code|kbd|img|progress|meter|template|noscript|mark|sub|sup|search|del|ins|svg|g|path|rect|circle|ellipse|line|polyline|polygon|text|tspan|use|defs|desc|symbol|clippath|mask|pattern|lineargradient|stop|marker)$/;
const addresses = new Set(['href', 'src', 'action', 'formaction', 'data', 'xlink:href', 'poster']);

/** Whatever in a page would run, style or lead away because somebody wrote it. */
export function unsoundMarkup(html: string): string[] {
  const problems: string[] = [];
  for (const { name, attributes } of tagsOf(html)) {
    if (!ours.test(name)) problems.push(`makes an element ${name}`);
    if (name === 'script' && !attributes.some(([key]) => key === 'src'))
      problems.push('has a script within the page');
    for (const [key, value] of attributes) {
      if (/^on|^style$|^srcdoc$|zqh/.test(key)) problems.push(`makes an attribute ${key}`);
      if (addresses.has(key) && /^\s*(?:javascript|vbscript|data):/i.test(asAddress(value)))
        problems.push(`leads to ${value}`);
    }
  }
  return problems;
}

const decoded = (value: string) =>
  value
    .replace(/&#x([0-9a-f]+);?/gi, (_whole, hex) => String.fromCodePoint(Number.parseInt(hex, 16)))
    .replace(/&#(\d+);?/g, (_whole, number) => String.fromCodePoint(Number(number)))
    .replace(/&colon;/gi, ':')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&');

const asAddress = (value: string) =>
  decoded(value)
    // A browser skips these inside of an address.
    .replace(/[\t\n\r]/g, '');
