/** The result itself, or a failed test when the data were called insufficient. */
export function sufficient<T extends object>(
  result: T | { readonly insufficient: { need: number; have: number; what: string } },
): Exclude<T, { insufficient: unknown }> {
  if ('insufficient' in result) throw new Error(`insufficient: ${JSON.stringify(result)}`);
  return result as Exclude<T, { insufficient: unknown }>;
}
