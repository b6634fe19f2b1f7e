import { expect, test } from 'vitest';
import { InputFileError } from '../src/command/input-file-error.ts';
import { main } from '../src/command/main.ts';
import { readVotes } from '../src/opinion/read-votes.ts';
import { conversationFile, expectedLandscape } from './opinion-reference.ts';
import { referenceCase, reportTotal } from './reference.ts';

async function call(args: string[], files: Record<string, string>) {
  let [out, err] = ['', ''];
  const io = {
    stdout: (text: string) => {
      out += text;
    },
    stderr: (text: string) => {
      err += text;
    },
    readFile: async (path: string) => {
      const text = files[path];
      if (text === undefined) throw new InputFileError(path, 0, 0, 'there is no such file');
      return text;
    },
  };
  return { code: await main(args, io), out, err };
}

const name = '15-per-hour-seattle';
const files = Object.fromEntries(
  ['votes.csv', 'comments.csv', 'participants-votes.csv'].map((file) => [
    file,
    conversationFile(name, file),
  ]),
);

referenceCase('opinion command, full JSON', async (compare) => {
  const args = [
    'opinion',
    'votes.csv',
    '--groups',
    'participants-votes.csv',
    '--json',
    '--no-test',
  ];
  const { code, out } = await call(args, files);
  compare.exact('exit', code, 0);
  const found = JSON.parse(out);
  const want = expectedLandscape(name);
  compare.same('people', found.people.map(Number), want.pids);
  compare.same('center', found.axes.center, want.pca.center, 1e-9);
  compare.exact('k', found.groupCount, want.best_k);
  for (const [k, division] of Object.entries(want.kmeans)) {
    compare.close(`inertia ${k}`, found.divisions[k].inertia, division.inertia, 1e-6);
    compare.close(`silhouette ${k}`, found.divisions[k].silhouette, division.silhouette);
    compare.same(`labels ${k}`, found.divisions[k].labels, division.labels);
  }
  const { priority, group_informed_consensus: consensus } = want.production_groups;
  compare.same('priority', found.givenGroups.priority, priority, 1e-9);
  compare.same('consensus', found.givenGroups.groupInformedConsensus, consensus, 1e-9);
});

reportTotal('opinion command');

test('the summary is readable and says whether the groups mean anything', async () => {
  const { code, out } = await call(['opinion', 'votes.csv', '--permutations', '19'], files);
  expect(code).toBe(0);
  expect(out).toContain('339 people, 54 statements (23 left out), 2872 votes, 123 revised before');
  expect(out).toContain('* 2 groups  silhouette 0.413');
  expect(out).toContain('Reliable groups.');
  expect(out).toContain('What most of all people think:');
  const alone = await call(['opinion', 'votes.csv', '--no-comments', '--no-test'], files);
  expect(alone.out).toContain('54 statements (0 left out)');
});

test('constituencies are described beside groups', async () => {
  const rows = [...new Set(readVotes(files['votes.csv']!, 'votes.csv').people)].map(
    (id) => `${id},${Number(id) % 2 ? 'staff' : 'families'}`,
  );
  const seats = { ...files, 'seats.csv': `person,constituency\n${rows.join('\n')}\n` };
  const args = ['opinion', 'votes.csv', '--constituencies', 'seats.csv', '--no-test'];
  expect((await call(args, seats)).out).toMatch(/families: \d+ people, in the groups \d+, \d+/);
  const json = JSON.parse((await call([...args, '--json'], seats)).out);
  expect(json.constituencies.constituencies).toHaveLength(2);
});

test('both forms of a vote file, quoted or not, either sign, give the same votes', () => {
  const long = 'comment-id,voter-id,vote\n1,a,1\n2,a,-1\n1,b,0\n';
  const quoted = '"comment-id","voter-id","vote"\n"1","a","agree"\n"2","a","disagree"\n1,b,pass\n';
  const wide = 'participant,1,2\na,1,-1\nb,0,\n';
  const raw = long.replace('a,1', 'a,+').replace('a,-1', 'a,1').replace('a,+', 'a,-1');
  const want = readVotes(long, 'f');
  expect(readVotes(quoted, 'f')).toEqual(want);
  expect(readVotes(wide, 'f')).toEqual({ ...want, ...sortedAs(wide) });
  expect(readVotes(raw, 'f', { agreeIs: -1 })).toEqual(want);
  const timed = 'timestamp,comment-id,voter-id,vote\r\n9,1,a,-1\r\n3,1,a,1\r\n';
  expect([...readVotes(timed, 'f').position]).toEqual([1, -1]);
});

function sortedAs(text: string) {
  const { person, statement, position } = readVotes(text, 'f');
  expect([...person]).toEqual([0, 0, 1]);
  expect([...statement]).toEqual([0, 1, 0]);
  return { person, statement, position };
}

test.each([
  ['voter-id,comment-id,vote\n1,1,1\n1,2,yes\n', 'v.csv, line 3, column 5: "yes" is no vote'],
  ['voter-id,comment-id,vote\n1,1\n', 'v.csv, line 2, column 4: this row has 2 cells'],
  ['voter-id,comment-id,vote\n,1,1\n', 'v.csv, line 2, column 1: no person'],
  ['voter-id,vote\n1,1\n', 'v.csv, line 1, column 1: there is no column "comment-id"'],
  [
    'timestamp,voter-id,comment-id,vote\nx,1,1,1\n',
    'v.csv, line 2, column 1: the time is no number',
  ],
  ['participant,1,2\na,1,5\n', 'v.csv, line 2, column 5: "5" is no vote'],
  ['', 'v.csv, line 1, column 1: the file is empty'],
])('an unreadable file names line and column and exits 2: %j', async (text, message) => {
  const { code, err } = await call(['opinion', 'v.csv'], { 'v.csv': text });
  expect(code).toBe(2);
  expect(err).toContain(message);
});

test('command lines that make no sense exit 2 and show the usage', async () => {
  for (const args of [
    ['opinion'],
    ['opinion', 'a.csv', 'b.csv'],
    ['opinion', 'a.csv', '--seed', 'x'],
    ['suppress', 't.csv'],
    ['suppress', 't.csv', '--min', '0'],
  ]) {
    const { code, err } = await call(args, {});
    expect(code).toBe(2);
    expect(err).toContain('Usage: concord-analyze');
  }
});

test('suppress shows a table that may be published, totals in the file checked', async () => {
  const table = 'school,left,stayed,moved,Total\nA,3,40,17,60\nB,12,55,23,90\nC,18,61,4,83\n';
  const run = (text: string, ...more: string[]) =>
    call(['suppress', 't.csv', '--min', '10', ...more], { 't.csv': text });
  const plain = await run(table);
  expect(plain.out).toContain('A         –      40      –     60');
  expect(plain.out).toContain('2 hidden because they are small, 2 more (35 people)');
  const json = JSON.parse((await run(table, '--json')).out);
  expect(json.complementary).toEqual([
    [0, 2],
    [2, 0],
  ]);
  const wrong = await run(table.replace('17,60', '17,61'));
  expect(wrong).toMatchObject({ code: 2 });
  expect(wrong.err).toContain('t.csv, line 2, column 11: the total is 60, not 61');
  expect((await run('x,a\nb,-1\n')).err).toContain('line 2, column 3: a count is a whole number');
  expect((await run('x,a\nb,4\n')).out).toContain('show nothing of it');
});
