/** Paragraphs and lines as they were typed; nothing in them is ever more than text. */
export function proseOf(text: string): HTMLElement[] {
  return text
    .replace(/\r\n?/g, '\n')
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => {
      const element = document.createElement('p');
      paragraph.split('\n').forEach((line, row) => {
        if (row > 0) element.append(document.createElement('br'));
        element.append(line);
      });
      return element;
    });
}
