// What every command needs before it can run: Node 24, npm 11 and the dependencies.
// Plain JavaScript for Node 18 or later, with nothing but Node's own modules.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = dirname(dirname(fileURLToPath(import.meta.url)));
const runtimeFolder = join(root, '.runtime');
const wantedNode = 24;
const wantedNpm = 11;

/** A failure that a person can act on: printed as one sentence, exit 1. */
export class SetupError extends Error {}

export const say = (text) => process.stderr.write(`${text}\n`);

/** Runs a program to its end; on failure shows the tail of what it printed. */
function run(command, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...options,
    });
    let tail = '';
    const keep = (chunk) => {
      tail = (tail + chunk).slice(-4000);
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', reject);
    child.on('close', (code) =>
      code === 0
        ? resolve()
        : reject(new SetupError(`${args.slice(0, 3).join(' ')} ended with ${code}.\n${tail}`)),
    );
  });
}

/** Says what is happening, and every few seconds that it still is. */
export async function step(label, work) {
  const started = Date.now();
  const seconds = () => Math.round((Date.now() - started) / 1000);
  say(`  ${label} ...`);
  const timer = setInterval(() => say(`  ${label} ... ${seconds()} s`), 5000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

function npmOfThisMachine() {
  const candidates = [
    process.env.npm_execpath,
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    join(dirname(process.execPath), 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...(process.env.PATH ?? '').split(delimiter).map(npmBehind),
  ];
  return candidates.find((path) => path?.endsWith('npm-cli.js') && existsSync(path));
}

/** The program that the command npm of this folder is a link to, on systems that keep them apart. */
function npmBehind(folder) {
  const command = join(folder, 'npm');
  return existsSync(command) ? realpathSync(command) : undefined;
}

function npmMajor(cli) {
  return Number.parseInt(
    JSON.parse(readFileSync(join(dirname(cli), '..', 'package.json'), 'utf8')).version,
    10,
  );
}

async function bringRuntime(packages) {
  const npm = npmOfThisMachine();
  if (!npm)
    throw new SetupError('npm was not found beside this Node. Please install npm, then try again.');
  mkdirSync(runtimeFolder, { recursive: true });
  writeFileSync(join(runtimeFolder, 'package.json'), '{"private":true}\n');
  await run(
    process.execPath,
    [npm, 'install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', ...packages],
    { cwd: runtimeFolder },
  );
}

/** A program that an interrupted installation left half written does not answer. */
function answers(node) {
  return existsSync(node) && spawnSync(node, ['--version'], { stdio: 'ignore' }).status === 0;
}

function refuseOtherLibc() {
  if (process.platform !== 'linux' || process.report.getReport().header.glibcVersionRuntime) return;
  throw new SetupError(
    `Concord needs Node ${wantedNode} or newer, and can bring it only to a Linux with glibc. Please install it, then try again.`,
  );
}

/** Paths of a Node 24 (or newer) and an npm 11 (or newer), fetched once into `.runtime` where this machine's are older. */
async function ensureNode() {
  const platform = process.platform === 'win32' ? 'win' : process.platform;
  const nodePackage = `node-${platform}-${process.arch}`;
  const ours = {
    node: join(runtimeFolder, 'node_modules', nodePackage, 'bin', 'node'),
    npm: join(runtimeFolder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  };
  const nodeIsNew = Number.parseInt(process.versions.node, 10) >= wantedNode;
  const npmHere = npmOfThisMachine();
  const npmIsNew = npmHere !== undefined && npmMajor(npmHere) >= wantedNpm;
  const wanted = [];
  if (!nodeIsNew && !answers(ours.node)) {
    refuseOtherLibc();
    wanted.push(`${nodePackage}@${wantedNode}`);
  }
  if (!npmIsNew && !existsSync(ours.npm)) wanted.push(`npm@${wantedNpm}`);
  if (wanted.length > 0)
    await step(`Bringing ${wanted.join(' and ')} into .runtime`, () => bringRuntime(wanted));
  return { node: nodeIsNew ? process.execPath : ours.node, npm: npmIsNew ? npmHere : ours.npm };
}

function lockHash() {
  return createHash('sha256')
    .update(readFileSync(join(root, 'package-lock.json')))
    .digest('hex');
}

async function ensureDependencies({ node, npm }) {
  // A second work tree that borrows the first one's: installing here would empty that one.
  if (lstatSync(join(root, 'node_modules'), { throwIfNoEntry: false })?.isSymbolicLink()) return;
  const stamp = join(root, 'node_modules', '.concord-installed');
  const wanted = `${lockHash()} ${process.platform}-${process.arch}`;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  await step('Installing what Concord is built from', () =>
    run(
      node,
      // A machine for production leaves out what is only for building, which is needed here.
      [
        npm,
        'ci',
        '--ignore-scripts',
        '--include=dev',
        '--include=optional',
        '--no-audit',
        '--no-fund',
      ],
      { env: projectEnvironment(node) },
    ),
  );
  writeFileSync(stamp, wanted);
}

/** The environment in which this Node, and what it starts, finds itself first. */
export function projectEnvironment(node) {
  return { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
}

/** Runs a script to its end under the project's own Node and gives its exit code. */
export async function runUnderProjectNode(script, args, options = {}) {
  const { node } = await ensureRuntime();
  const child = spawn(node, [script, ...args], {
    stdio: 'inherit',
    env: projectEnvironment(node),
    ...options,
  });
  // Ctrl-C reaches the script by itself, as both are in the terminal's foreground.
  process.on('SIGINT', () => {});
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => resolve(signal ? 1 : (code ?? 1)));
  });
}

/** Makes the project runnable and returns the Node to run it with. */
export async function ensureRuntime() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    if (!existsSync(join(root, 'node_modules', '.concord-installed'))) {
      throw new SetupError(`This user may not write in ${root}. Please use a folder that you own.`);
    }
  }
  const runtime = await ensureNode();
  await ensureDependencies(runtime);
  return runtime;
}

/** Prints an expected failure as one sentence and ends with 1. */
export function fail(error) {
  say(error instanceof SetupError ? error.message : (error?.stack ?? String(error)));
  process.exit(1);
}
