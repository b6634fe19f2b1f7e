import type { TestProject } from 'vitest/node';
import { type TemporaryDatabase, temporaryDatabase } from './temporary-database.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    testDatabaseTemplate: Omit<TemporaryDatabase, 'remove'>;
  }
}

/** One server for the whole run, with one migrated database that tests clone in milliseconds. */
export default async function setup(project: TestProject): Promise<void | (() => Promise<void>)> {
  const started = startedByAnotherProject(project);
  if (started) return project.provide('testDatabaseTemplate', started);
  const url = process.env.TEST_DATABASE_URL || process.env.DATABASE_URL || undefined;
  const { remove, ...template } = await temporaryDatabase(url);
  project.provide('testDatabaseTemplate', template);
  return remove;
}

/** Projects are set up one after the other. */
function startedByAnotherProject(project: TestProject) {
  return project.vitest.projects
    .map((other) => other.getProvidedContext().testDatabaseTemplate)
    .find((template) => template !== undefined);
}
