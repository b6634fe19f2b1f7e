import { databaseOf } from './support/database-of.ts';
import { demoPeople } from './support/demo-people.ts';
import { startInstallation } from './support/installation.ts';
import { type Asked, startLoad } from './support/load.ts';
import { lengthOf, machineLine, median, printTable, ratioText } from './support/report.ts';
import { perSecond, type Round, roundHead, roundRow, timed } from './support/timed.ts';
import type { Visitor } from './support/visitor.ts';

const clients = 8;

/**
 * `npm run bench -- ballots [--seconds 4] [--rounds 3]`: durable stances a second through HTTP by 8
 * people at once, beside plain inserts of one row by the same driver on 8 connections.
 */
export async function bench(args: readonly string[]): Promise<void> {
  const { seconds, rounds } = lengthOf(args, 'npm run bench -- ballots');
  const installation = await startInstallation();
  const load = startLoad();
  const database = databaseOf(installation.dataFolder);
  try {
    const voters = await findVoters(installation.address);
    const speak = (ms: number) =>
      load.run({
        kind: 'requests',
        address: installation.address,
        status: 303,
        ms,
        clients: voters,
      });
    const insert = (ms: number) =>
      load.run({ kind: 'inserts', coordinates: database.coordinates, statement, clients, ms });
    await database.query(table);
    await database.settle();
    await speak(3000);
    await insert(1000);
    const { postmaster } = database;
    const server = installation.serverPid;
    const ours: Round[] = [];
    const reference: Round[] = [];
    for (let round = 0; round < rounds; round++) {
      ours.push(await timed({ server, postmaster }, () => speak(seconds * 1000)));
      reference.push(await timed({ postmaster }, () => insert(seconds * 500)));
    }
    const [durability] = await database.query(durabilityQuery);
    report(median(ours, perSecond), median(reference, perSecond), String(durability?.text));
  } finally {
    await load.stop();
    await database.end();
    await installation.stop();
  }
}

const statement = 'insert into bench_ballot (voter, value) values ($1, $2)';

const table = `create table bench_ballot (
  id bigint generated always as identity primary key,
  voter integer not null,
  value text not null,
  entered_at timestamptz not null default now())`;

const durabilityQuery = `select 'fsync ' || current_setting('fsync') || ', synchronous_commit '
  || current_setting('synchronous_commit') as text`;

/** The electors of the demo's open decision, each with the scale's labels to change between. */
async function findVoters(address: string): Promise<Asked[]> {
  const { people, home } = await demoPeople(address);
  const { html } = await people[0]!.page(`${home}/decisions?show=open`);
  const path = new RegExp(`${home}/decisions/[0-9a-f-]{36}`).exec(html)?.[0];
  if (!path) throw new Error('The demo district has no open decision.');
  const electors: Visitor[] = [];
  for (const person of people) {
    const { status } = await person.send(`${path}/stance`, stance('4'));
    if (status === 303) electors.push(person);
  }
  if (electors.length < clients) throw new Error(`Only ${electors.length} people may speak.`);
  const bodies = ['5', '4', '3'].map((value) => new URLSearchParams(stance(value)).toString());
  return electors.slice(0, clients).map((person) => ({
    method: 'POST',
    path: `${path}/stance`,
    headers: { ...person.headers, 'content-type': 'application/x-www-form-urlencoded' },
    bodies,
  }));
}

const stance = (value: string) => ({
  value,
  reason: 'It helps the children who wait outside.',
  wouldResolve: '',
});

function report(ours: Round, reference: Round, durability: string): void {
  console.log(`${machineLine()}; ${clients} clients, ${durability}\n`);
  printTable([
    roundHead,
    roundRow('stances through HTTP', ours),
    roundRow('plain inserts of one row', reference),
  ]);
  console.log(`\nratio: ${ratioText(perSecond(ours) / perSecond(reference))}`);
}
