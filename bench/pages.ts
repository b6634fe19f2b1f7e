import { gzipSync } from 'node:zlib';
import { type DatabaseBehind, databaseOf } from './support/database-of.ts';
import { demoPeople } from './support/demo-people.ts';
import { type Installation, startInstallation } from './support/installation.ts';
import { type Asked, type Load, startLoad } from './support/load.ts';
import { processorTimeIsKnown } from './support/processor-time.ts';
import { lengthOf, machineLine, median, printTable, ratioText } from './support/report.ts';
import { serveFromMemory } from './support/same-from-memory.ts';
import {
  perProcessorSecond,
  perSecond,
  type Round,
  roundHead,
  roundRow,
  timed,
} from './support/timed.ts';
import type { Visitor } from './support/visitor.ts';

const posts = 100;
const clients = 8;

/**
 * `npm run bench -- pages [--seconds 4] [--rounds 3]`: a discussion of 100 contributions, signed in,
 * through row-level security, beside the same bytes from memory by the same HTTP stack.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const length = lengthOf(args, 'npm run bench -- pages');
  const installation = await startInstallation();
  const load = startLoad();
  const database = databaseOf(installation.dataFolder);
  try {
    const { reader, path } = await writeDiscussion(installation.address);
    await database.settle();
    await compare(installation, database, load, { reader, path, ...length });
  } finally {
    await load.stop();
    await database.end();
    await installation.stop();
  }
}

/** The discussion beneath a goal, people of every side but the board taking turns. */
async function writeDiscussion(address: string): Promise<{ reader: Visitor; path: string }> {
  const { people, home } = await demoPeople(address);
  const president = people[1]!;
  const { html: goals } = await president.page(`${home}/goals`);
  const goal = /\/goals\/([0-9a-f-]{36})"/.exec(goals)?.[1];
  if (!goal) throw new Error('The demo shows no goal.');
  const path = `${home}/discussions/${goal}`;
  let written = 0;
  for (let at = 0; written < posts && at < posts * 3; at++) {
    const member = people[at % people.length]!;
    const { status } = await member.send(path, { body: contribution(written) });
    // A board that would meet without an announcement is stopped; everybody else goes on.
    if (status === 303) written++;
    else if (status !== 422) throw new Error(`A contribution was answered with ${status}.`);
  }
  const { html } = await president.page(path);
  const list = html.slice(html.indexOf('<ol class="posts">'), html.indexOf('</ol>'));
  const shown = list.split('<li').length - 1;
  if (shown !== posts) throw new Error(`The page shows ${shown} contributions, not ${posts}.`);
  return { reader: president, path };
}

const sentences = [
  'At our school the first week in October is the hardest, because progress reports and conferences fall together.',
  'Families told us that they need the dates before they sign up for summer programs.',
  'Could we move one of the learning days to the Friday before the break?',
  'I asked around in the building: nine of eleven would rather start a day earlier.',
  'Let us write down what we need and what we would only like, so that the others can answer both.',
  'Bus routes change in November; whatever we propose has to work with them.',
];

/** A few sentences, each time others; every fifth contribution has a second paragraph. */
function contribution(at: number): string {
  const of = (step: number) => sentences[(at + step * (1 + (at % 4))) % sentences.length]!;
  const first = [of(0), of(1), of(2)].slice(0, 1 + (at % 3)).join(' ');
  return at % 5 === 4 ? `${first}\n\n${of(3)}` : first;
}

async function compare(
  installation: Installation,
  database: DatabaseBehind,
  load: Load,
  asked: { reader: Visitor; path: string; seconds: number; rounds: number },
): Promise<void> {
  const { reader, path, seconds, rounds } = asked;
  const page = await fetch(installation.address + path, { headers: reader.headers });
  const body = await page.text();
  const headers = Object.fromEntries(
    [...page.headers].filter(([name]) => !['date', 'connection', 'keep-alive'].includes(name)),
  );
  const memory = await serveFromMemory({ body, headers });
  try {
    const same: Asked = { method: 'GET', path, headers: reader.headers };
    const packed = { ...same, headers: { ...same.headers, 'accept-encoding': 'gzip' } };
    const ask = (address: string, ms: number, what = same) =>
      load.run({
        kind: 'requests',
        address,
        status: 200,
        ms,
        clients: Array.from({ length: clients }, () => what),
      });
    const server = { server: installation.serverPid, postmaster: database.postmaster };
    const ours: Round[] = [];
    const gzip: Round[] = [];
    const reference: Round[] = [];
    await ask(installation.address, 3000);
    await ask(memory.address, 2000);
    for (let round = 0; round < rounds; round++) {
      ours.push(await timed(server, () => ask(installation.address, seconds * 1000)));
      gzip.push(await timed(server, () => ask(installation.address, seconds * 1000, packed)));
      reference.push(await timed({ server: memory.pid }, () => ask(memory.address, seconds * 500)));
    }
    const by = processorTimeIsKnown ? perProcessorSecond : perSecond;
    report(median(ours, by), median(gzip, by), median(reference, by));
    await reportSizes(reader, body);
  } finally {
    await memory.stop();
  }
}

function report(ours: Round, gzip: Round, reference: Round): void {
  console.log(`${machineLine()}; ${clients} clients, ${posts} contributions\n`);
  printTable([
    roundHead,
    roundRow('discussion', ours),
    roundRow('discussion, gzip', gzip),
    roundRow('same bytes from memory', reference),
  ]);
  if (processorTimeIsKnown) {
    const ratio = perProcessorSecond(ours) / perProcessorSecond(reference);
    console.log(`\nratio in pages a processor second (server and database): ${ratioText(ratio)}`);
  } else {
    const ratio = perSecond(ours) / perSecond(reference);
    console.log('\nThis system has no /proc, so processor time is unknown.');
    console.log(`ratio in pages a second: ${ratioText(ratio)}`);
  }
}

async function reportSizes(reader: Visitor, html: string): Promise<void> {
  const kb = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;
  const scripts = [...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map((match) => match[1]!);
  const texts = await Promise.all(scripts.map(async (src) => (await reader.page(src)).html));
  const packed = texts.map((text) => gzipSync(text).length).reduce((all, one) => all + one, 0);
  console.log(
    `HTML ${kb(Buffer.byteLength(html))} (${kb(gzipSync(html).length)} gzip), JavaScript ${kb(packed)} gzip`,
  );
}
