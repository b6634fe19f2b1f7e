const form = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The text if it is an id as Concord writes them. */
export function uuidOrNull(text: string | undefined): string | null {
  return text !== undefined && form.test(text) ? text : null;
}
