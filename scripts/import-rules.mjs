// Holds the imports of the sources to the rules in .dependency-cruiser.mjs.
import { globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import { parseSync } from 'vite';
import rules from '../.dependency-cruiser.mjs';
import { root } from './runtime.mjs';

const sources = ['app/src/**/*.{ts,tsx}', 'packages/*/src/**/*.{ts,tsx}'];
const source = /\.tsx?$/;

/**
 * Every broken rule beneath a folder, as `{ rule, from, to, comment }`.
 *
 * dependency-cruiser reads no TypeScript 7, so it is given a copy of the tree in which each file is
 * its imports alone, with `.js` after its name.
 */
export async function brokenImportRules(folder) {
  const copy = mkdtempSync(join(tmpdir(), 'concord-imports-'));
  try {
    const paths = globSync(sources, { cwd: folder });
    for (const path of paths) writeImports(join(folder, path), join(copy, path));
    if (paths.length === 0) return [];
    const { output } = await cruise(['.'], { baseDir: copy, ruleSet: rules, validate: true });
    return output.summary.violations.map((violation) => described(violation));
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** What is imported only as a type is kept apart, where nothing is reached through it. */
function writeImports(path, target) {
  const text = readFileSync(path, 'utf8');
  const { module, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be read: ${errors[0].message}`);
  const imported = importedBy(module, text).filter(({ name }) => isModule(name));
  mkdirSync(dirname(target), { recursive: true });
  const write = (file, some) => writeFileSync(file, some.map(asImport).join(''));
  write(
    `${target}.js`,
    imported.filter(({ isType }) => !isType),
  );
  write(
    `${target}.types.js`,
    imported.filter(({ isType }) => isType),
  );
}

function importedBy({ staticImports, staticExports, dynamicImports }, text) {
  const statics = staticImports.map(({ moduleRequest, entries }) => ({
    name: moduleRequest.value,
    isType: entries.length > 0 && entries.every((entry) => entry.isType),
  }));
  const again = staticExports
    .flatMap(({ entries }) => entries)
    .filter(({ moduleRequest }) => moduleRequest)
    .map(({ moduleRequest, isType }) => ({ name: moduleRequest.value, isType }));
  const dynamic = dynamicImports.map(({ moduleRequest: { start, end } }) => ({
    name: text.slice(start, end).replace(/^['"`]|['"`]$/g, ''),
    isType: false,
  }));
  return [...statics, ...again, ...dynamic];
}

const isModule = (name) => !name.startsWith('.') || source.test(name);

const asImport = ({ name }) => `import '${name}${name.startsWith('.') ? '.js' : ''}';\n`;

function described({ rule: { name }, from, to, cycle, via }) {
  const { comment } = rules.forbidden.find((rule) => rule.name === name);
  const plain = (path) => path.replace(/(\.types)?\.js$/, '');
  const steps = (cycle ?? via ?? []).map((step) => plain(step.name ?? step));
  return { rule: name, comment, from: plain(from), to: plain(to), steps };
}

/** One line for each file that breaks a rule: what it reaches by the same way is not told again. */
function reported(broken) {
  const byFile = Map.groupBy(broken, ({ rule, from }) => `${rule}: ${from}`);
  return [...byFile].map(([title, all]) => {
    const { to, steps, comment } = all.toSorted((a, b) => a.steps.length - b.steps.length)[0];
    const way = (steps.length > 1 ? steps : [to]).join(' -> ');
    const more = all.length > 1 ? ` and ${all.length - 1} more` : '';
    return `${title} -> ${way}${more}\n  ${comment}`;
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const broken = await brokenImportRules(root);
  for (const line of reported(broken)) console.log(line);
  process.exit(broken.length === 0 ? 0 : 1);
}
