/** The files that are read. Enrolments, results and demographics of students are never opened. */
export const rosterFileNames = ['manifest.csv', 'orgs.csv', 'users.csv', 'roles.csv'] as const;
export type RosterFileName = (typeof rosterFileNames)[number];

/** Which of the roster's files a path means, in whatever folder of a zip; null for all others. */
export function rosterFileName(path: string): RosterFileName | null {
  const parts = path.split(/[\\/]/);
  if (parts.includes('..') || parts.includes('__MACOSX')) return null;
  const name = parts.at(-1)?.toLowerCase();
  return rosterFileNames.find((one) => one === name) ?? null;
}
