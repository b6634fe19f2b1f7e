import { InputFileError } from '../command/input-file-error.ts';
import { columnIndex, failAtCell, readTable, type Table } from '../command/table.ts';
import { GrowingColumn } from './growing-column.ts';
import { indexIds, type VoteTable } from './vote-table.ts';

export interface VoteFormat {
  /** The number that means agree: 1 in published exports, -1 in raw databases. */
  readonly agreeIs?: 1 | -1;
}

const names = {
  person: ['voter-id', 'participant', 'person'],
  statement: ['comment-id', 'statement'],
  position: ['vote', 'position'],
  time: ['timestamp', 'time'],
} as const;

/**
 * Reads votes from CSV: one vote a row (`voter-id`, `comment-id`, `vote`, perhaps `timestamp`), or
 * one person a row with a column for each statement (`participant`, then statement ids).
 * @param text  The file's text. A vote is 1, 0, -1, or agree, pass, disagree; an empty cell of the
 *   second form is no vote.
 * @param file  Its name, for messages.
 * @throws {InputFileError} with line and column.
 * @complexity O(votes log votes).
 */
export function readVotes(text: string, file: string, format: VoteFormat = {}): VoteTable {
  const header = readTable(text.slice(0, endOfLine(text, 0)), file);
  const person = columnOf(header, names.person);
  const position = columnOf(header, names.position);
  if (position === undefined && person !== undefined) return readWide(text, file, person, format);
  if (text.includes('"')) return readQuoted(text, file, header, format);
  return readPlain(text, file, header, format);
}

const columnOf = (header: Table, known: readonly string[]) =>
  known.map((name) => header.columns.indexOf(name)).find((index) => index >= 0);

interface Places {
  readonly person: number;
  readonly statement: number;
  readonly position: number;
  readonly time: number | undefined;
}

function placesOf(header: Table): Places {
  const needed = (known: readonly [string, ...string[]]) =>
    columnOf(header, known) ?? columnIndex(header, known[0]);
  return {
    person: needed(names.person),
    statement: needed(names.statement),
    position: needed(names.position),
    time: columnOf(header, names.time),
  };
}

/** Cuts a file without quotes directly, because a million rows of small strings need much memory. */
function readPlain(text: string, file: string, header: Table, format: VoteFormat): VoteTable {
  const places = placesOf(header);
  const collected = collector(format);
  const [starts, ends] = [
    new Int32Array(header.columns.length),
    new Int32Array(header.columns.length),
  ];
  let line = 1;
  for (let from = nextLine(text, 0); from < text.length; from = nextLine(text, from)) {
    line += 1;
    const to = endOfLine(text, from);
    if (to === from) continue;
    const cells = cutLine(text, from, to, starts, ends);
    if (cells !== starts.length) {
      const message = `this row has ${cells} cells, the header ${starts.length}`;
      throw new InputFileError(file, line, to - from + 1, message);
    }
    const cell = (at: number) => text.slice(starts[at], ends[at]);
    const wrong = collected.add(cell, places);
    if (wrong) throw new InputFileError(file, line, starts[wrong.cell]! - from + 1, wrong.message);
  }
  return collected.finish();
}

function cutLine(text: string, from: number, to: number, starts: Int32Array, ends: Int32Array) {
  let cells = 0;
  for (let start = from; start <= to; cells++) {
    const comma = text.indexOf(',', start);
    const end = comma < 0 || comma > to ? to : comma;
    if (cells < starts.length) {
      starts[cells] = start;
      ends[cells] = end;
    }
    start = end + 1;
  }
  return cells;
}

function readQuoted(text: string, file: string, header: Table, format: VoteFormat): VoteTable {
  const places = placesOf(header);
  const collected = collector(format);
  const table = readTable(text, file);
  table.rows.forEach((row, at) => {
    const wrong = collected.add((cell) => row[cell]!, places);
    if (wrong) failAtCell(table, at, wrong.cell, wrong.message);
  });
  return collected.finish();
}

const notStatements = new Set([
  'xid',
  'group-id',
  'n-comments',
  'n-votes',
  'n-agree',
  'n-disagree',
]);

function readWide(text: string, file: string, person: number, format: VoteFormat): VoteTable {
  const table = readTable(text, file);
  const statements = [...table.columns.keys()].filter(
    (at) => at !== person && !notStatements.has(table.columns[at]!),
  );
  const collected = collector(format);
  table.rows.forEach((row, at) => {
    for (const statement of statements) {
      if (row[statement] === '') continue;
      const cell = (place: number) =>
        [row[person]!, table.columns[statement]!, row[statement]!][place]!;
      const wrong = collected.add(cell, { person: 0, statement: 1, position: 2, time: undefined });
      if (wrong) failAtCell(table, at, [person, statement, statement][wrong.cell]!, wrong.message);
    }
  });
  return collected.finish();
}

/** Gathers votes in the order of the file and hands them over in the order of time. */
function collector({ agreeIs = 1 }: VoteFormat) {
  const people = idList();
  const statements = idList();
  const position = new GrowingColumn((size) => new Int8Array(size));
  const time = new GrowingColumn((size) => new Float64Array(size));
  const codes = new Map<string, number>([
    ['agree', 1],
    ['pass', 0],
    ['disagree', -1],
    ['1', agreeIs],
    ['0', 0],
    ['-1', -agreeIs],
  ]);
  return {
    add(cell: (at: number) => string, places: Places): { cell: number; message: string } | null {
      const code = codes.get(cell(places.position));
      if (code === undefined) {
        const message = `"${cell(places.position)}" is no vote; 1, 0, -1 or agree, pass, disagree`;
        return { cell: places.position, message };
      }
      if (places.time !== undefined) {
        const at = Number(cell(places.time) || Number.NaN);
        if (!Number.isFinite(at)) return { cell: places.time, message: 'the time is no number' };
        time.push(at);
      }
      if (!people.add(cell(places.person))) return { cell: places.person, message: 'no person' };
      if (!statements.add(cell(places.statement))) {
        return { cell: places.statement, message: 'no statement' };
      }
      position.push(code);
      return null;
    },
    finish(): VoteTable {
      const [person, statement] = [people.finish(), statements.finish()];
      const table = {
        people: person.ids,
        statements: statement.ids,
        person: person.index,
        statement: statement.index,
        position: position.finish(),
      };
      return time.length > 0 ? inOrderOf(time.finish(), table) : table;
    },
  };
}

function idList() {
  const place = new Map<string, number>();
  const given = new GrowingColumn((size) => new Int32Array(size));
  return {
    add(id: string): boolean {
      if (id === '') return false;
      let at = place.get(id);
      if (at === undefined) {
        at = place.size;
        // A copy, so that the small id does not keep the whole file alive.
        place.set(Buffer.from(id).toString(), at);
      }
      given.push(at);
      return true;
    },
    finish() {
      const { ids, index } = indexIds([...place.keys()]);
      const rows = given.finish();
      for (let v = 0; v < rows.length; v++) rows[v] = index[rows[v]!]!;
      return { ids, index: rows };
    },
  };
}

function inOrderOf(time: Float64Array, table: VoteTable): VoteTable {
  if (time.every((at, v) => v === 0 || time[v - 1]! <= at)) return table;
  const order = Int32Array.from(time, (_, at) => at);
  order.sort((a, b) => time[a]! - time[b]! || a - b);
  return {
    ...table,
    person: order.map((v) => table.person[v]!),
    statement: order.map((v) => table.statement[v]!),
    position: Int8Array.from(order, (v) => table.position[v]!),
  };
}

/** Where the line that begins at `from` ends, its line break not included. */
function endOfLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  if (feed < 0) return text.length;
  return feed > from && text[feed - 1] === '\r' ? feed - 1 : feed;
}

function nextLine(text: string, from: number): number {
  const feed = text.indexOf('\n', from);
  return feed < 0 ? text.length : feed + 1;
}
