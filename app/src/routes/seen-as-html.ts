/**
 * A page that is looked at as somebody else: its links lead on in the same way, and its forms are
 * switched off. Works on the finished page, so that no link or form of any slice is forgotten.
 */
export function seenAsHtml(html: string, { slug, key }: { slug: string; key: string }): string {
  const question = `view-as=${key}`;
  const link = new RegExp(`href="(/p/${slug}(?:[/?][^"#]*)?)(#[^"]*)?"(?! data-own)`, 'g');
  return html
    .replace(link, (whole, path: string, anchor = '') => {
      if (path.includes('view-as=')) return whole;
      const joint = path.includes('?') ? '&amp;' : '?';
      return `href="${path}${joint}${question}${anchor}"`;
    })
    .replace(/<form\b([^>]*)>([\s\S]*?)<\/form>/g, (form, attributes: string, inside: string) => {
      if (/ method="get"/.test(attributes)) {
        const field = `<input type="hidden" name="view-as" value="${key}">`;
        return attributes.includes('data-own')
          ? form
          : `<form${attributes}>${field}${inside}</form>`;
      }
      return `<form${attributes}><fieldset class="switched-off" disabled>${inside}</fieldset></form>`;
    });
}
