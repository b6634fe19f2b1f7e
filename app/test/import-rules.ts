import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../src/platform/project-root.ts';

/** One file that imports what it should not; both paths from the root of the project. */
export interface BrokenRule {
  rule: string;
  from: string;
  to: string;
}

interface Checker {
  brokenImportRules(folder: string): Promise<(BrokenRule & { comment: string })[]>;
}

const load = (path: string) => import(pathToFileURL(join(projectRoot(), path)).href);

export async function brokenImportRules(folder: string): Promise<BrokenRule[]> {
  const checker: Checker = await load('scripts/import-rules.mjs');
  const found = await checker.brokenImportRules(folder);
  return found.map(({ rule, from, to }) => ({ rule, from, to }));
}

export async function namesOfImportRules(): Promise<string[]> {
  const { default: rules }: { default: { forbidden: { name: string }[] } } =
    await load('.dependency-cruiser.mjs');
  return rules.forbidden.map((rule) => rule.name);
}

/** The broken rules of a tree that consists of these files alone. */
export async function brokenRulesOf(files: Record<string, string>): Promise<BrokenRule[]> {
  const folder = mkdtempSync(join(tmpdir(), 'concord-planted-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return await brokenImportRules(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
