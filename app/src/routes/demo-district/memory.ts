/** What earlier chapters leave for later ones: ids by name. */
export type Memory = Map<string, string>;

/** An id that an earlier chapter left. */
export function recall(memory: Memory, name: string): string {
  const id = memory.get(name);
  if (!id) throw new Error(`No earlier chapter of the demo left ${name}.`);
  return id;
}
