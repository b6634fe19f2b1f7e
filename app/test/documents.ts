import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path/posix';
import { commands as analyzeCommands } from '../../packages/analysis/src/command/registry.ts';
import { commands } from '../src/command/commands.ts';
import { projectRoot } from '../src/platform/project-root.ts';

const root = projectRoot();

/** What is written for people to read beside the sources. */
export const documents = globSync(['README.md', 'docs/**/*.md', 'packages/*/README.md'], {
  cwd: root,
}).sort();

export const readDocument = (path: string): string => readFileSync(join(root, path), 'utf8');

const topFolders = ['app', 'packages', 'docs', 'scripts', 'bench', '.ci'];
const pathLike = new RegExp(
  `^(?:${topFolders.map((name) => name.replace('.', '\\.')).join('|')})(?:/[\\w.@*+{},-]+)+/?$`,
);
const fileAtRoot = /^\.?[\w-]+(?:\.[\w-]+)*\.(?:json|mjs|ts|md|yml|yaml|toml|sh)$/;

/** Paths that the text names and that are not there. `file` says whose text it is, for its links. */
export function missingPaths(text: string, file: string): string[] {
  const here = dirname(file);
  const named = code(text)
    .flatMap((piece) => piece.split(/[\s"'()=;|<>]+/))
    .map((word) => word.replace(/^\.\//, '').replace(/(?::\d+)?[:,.]*$/, ''))
    .filter((word) => pathLike.test(word));
  const linked = [...text.matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target]) => target!.replace(/#.*$/, ''))
    .filter((target) => target && !/^\w+:/.test(target))
    .map((target) => normalize(join(here, target)));
  const atRoot = inlineCode(text).filter((word) => fileAtRoot.test(word));
  return [
    ...[...named, ...linked].filter((path) => !isThere(path)),
    ...atRoot.filter((name) => !isSomewhere(name, here)),
  ];
}

function isThere(path: string): boolean {
  return /[*{]/.test(path)
    ? globSync(path, { cwd: root }).length > 0
    : existsSync(join(root, path));
}

/** A bare name may be of a file at the root, beside the document, or of any file that bears it. */
function isSomewhere(name: string, here: string): boolean {
  return (
    [name, join(here, name)].some(isThere) ||
    globSync(`{${topFolders.join(',')}}/**/${name}`, {
      cwd: root,
      exclude: (path) => path.includes('node_modules'),
    }).length > 0
  );
}

/** Commands that the text names and that do not exist. */
export function missingCommands(text: string): string[] {
  const { scripts } = JSON.parse(readDocument('package.json')) as {
    scripts: Record<string, string>;
  };
  const known: [RegExp, string[]][] = [
    [/\bnpm run (?:-s |--silent )?([\w:-]+)/g, Object.keys(scripts)],
    [/\bnpm (start|test)\b/g, Object.keys(scripts)],
    [/\b(?:npx )?concord(?= [a-z]) ([a-z][\w-]*)/g, commands.map(({ name }) => name)],
    [
      /\b(?:npx )?concord-analyze(?= [a-z]) ([a-z][\w-]*)/g,
      analyzeCommands.map(({ name }) => name),
    ],
  ];
  return code(text).flatMap((piece) =>
    known.flatMap(([pattern, names]) =>
      [...piece.matchAll(pattern)]
        .filter(([, name]) => !names.includes(name!))
        .map(([command]) => command),
    ),
  );
}

const fence = /^(?:```|~~~)[^\n]*\n([\s\S]*?)^(?:```|~~~)/gm;

function code(text: string): string[] {
  return [...[...text.matchAll(fence)].map(([, block]) => block!), ...inlineCode(text)];
}

function inlineCode(text: string): string[] {
  return [...text.replace(fence, '').matchAll(/`([^`\n]+)`/g)].map(([, piece]) => piece!);
}
