const form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The text if it is an id as Concord writes them. */
export function uuidOrNull(text: string | undefined): string | null {
  return text !== undefined && form.test(text) ? text : null;
}

/** The last id that stands in the address of a page, or the id itself. */
export function idInAddress(text: string | undefined): string | null {
  return uuidOrNull(text?.match(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)?.at(-1));
}
