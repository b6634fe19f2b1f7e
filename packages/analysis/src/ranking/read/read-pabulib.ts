import { InputFileError } from '../../command/input-file-error.ts';
import { type Records, readRecords } from '../../command/table.ts';
import type { RankedBallot } from '../ranked-profile.ts';
import type { ApprovalBallot, ScoreBallot } from '../rated-profile.ts';
import { parseRational, type Rational } from '../rational.ts';
import type { ElectionFile } from './election-file.ts';

type Section = 'META' | 'PROJECTS' | 'VOTES';

/** A row of a section with its place in the file. */
interface Row {
  readonly record: number;
  readonly cells: readonly string[];
}

/**
 * Reads the .pb format of Pabulib: sections META, PROJECTS and VOTES of semicolon-separated rows.
 * `vote_type` approval gives approvals; ordinal gives rankings; cumulative and scoring give points.
 * @throws {InputFileError} with line and column.
 */
export function readPabulib(text: string, file: string): ElectionFile {
  const reader = new PabulibReader(text, file);
  const meta = new Map(
    reader.rows('META').map((row) => [row.cells[0]!.trim(), { row, value: row.cells[1] ?? '' }]),
  );
  const budget = meta.get('budget');
  if (!budget) return reader.fail(0, 0, 'META holds no budget');
  const projects = reader.rows('PROJECTS');
  const [id, cost] = [reader.column('PROJECTS', 'project_id'), reader.column('PROJECTS', 'cost')];
  const name = reader.optionalColumn('PROJECTS', 'name');
  return {
    title: meta.get('description')?.value ?? '',
    options: projects.map(({ cells }) => ({
      id: cells[id]!.trim(),
      name: (name === undefined ? '' : cells[name]) || cells[id]!.trim(),
    })),
    budget: reader.amount(budget.row, 1),
    costs: Object.fromEntries(
      projects.map((row) => [row.cells[id]!.trim(), reader.amount(row, cost)]),
    ),
    ballots: reader.ballots(meta.get('vote_type')?.value ?? 'approval', projects, id),
    seats: undefined,
  };
}

class PabulibReader {
  private readonly file: string;
  private readonly records: Records;
  private readonly sections = new Map<Section, { header: Row; rows: Row[] }>();

  constructor(text: string, file: string) {
    this.file = file;
    this.records = readRecords(text, file, { delimiter: ';', bareQuotes: 'literal' });
    let section: Section | undefined;
    this.records.cells.forEach((cells, record) => {
      const title = cells[0]!.trim().toUpperCase();
      const starts = cells.slice(1).every((cell) => cell === '');
      if (starts && (title === 'META' || title === 'PROJECTS' || title === 'VOTES')) {
        section = title;
      } else if (!section) {
        this.fail(record, 0, 'the file begins with META');
      } else {
        this.take(section, { record, cells });
      }
    });
    for (const needed of ['META', 'PROJECTS', 'VOTES'] as const) {
      if (!this.sections.has(needed)) {
        this.fail(
          Math.max(0, this.records.cells.length - 1),
          0,
          `the section ${needed} is missing`,
        );
      }
    }
  }

  rows(section: Section): readonly Row[] {
    return this.sections.get(section)!.rows;
  }

  optionalColumn(section: Section, name: string): number | undefined {
    const { cells } = this.sections.get(section)!.header;
    const index = cells.findIndex((cell) => cell.trim() === name);
    return index < 0 ? undefined : index;
  }

  column(section: Section, name: string): number {
    const { record } = this.sections.get(section)!.header;
    return (
      this.optionalColumn(section, name) ??
      this.fail(record, 0, `${section} has no column "${name}"`)
    );
  }

  amount(row: Row, cell: number): Rational {
    const text = row.cells[cell]!.trim().replace(',', '.');
    const value = parseRational(text);
    if (value && value.numerator >= 0n) return value;
    return this.fail(row.record, cell, `"${text}" is no amount`);
  }

  ballots(voteType: string, projects: readonly Row[], id: number): ElectionFile['ballots'] {
    const known = new Set<string>();
    for (const row of projects) {
      const name = row.cells[id]!.trim();
      if (known.has(name)) this.fail(row.record, id, `project "${name}" occurs twice`);
      known.add(name);
    }
    const votes = this.rows('VOTES');
    if (voteType === 'ordinal') {
      const list: RankedBallot[] = votes.map((row) => ({
        tiers: this.vote(row, known).map((option) => [option]),
      }));
      return { kind: 'ranked', list };
    }
    if (voteType === 'cumulative' || voteType === 'scoring') {
      const list: ScoreBallot[] = votes.map((row) => ({ points: this.points(row, known) }));
      return { kind: 'points', list };
    }
    const list: ApprovalBallot[] = votes.map((row) => ({ approves: this.vote(row, known) }));
    return { kind: 'approval', list };
  }

  fail(record: number, cell: number, message: string): never {
    const { line, column } = this.records.position(record, cell);
    throw new InputFileError(this.file, line, column, message);
  }

  private take(section: Section, row: Row): void {
    const present = this.sections.get(section);
    if (!present) {
      this.sections.set(section, { header: row, rows: [] });
      return;
    }
    const width = present.header.cells.length;
    if (row.cells.length > width) {
      this.fail(row.record, width, `this row has more cells than the ${width} of its header`);
    }
    const padding = new Array<string>(width - row.cells.length).fill('');
    present.rows.push({ record: row.record, cells: [...row.cells, ...padding] });
  }

  private vote(row: Row, known: ReadonlySet<string>): string[] {
    const cell = this.column('VOTES', 'vote');
    const options = list(row.cells[cell]!);
    options.forEach((option, index) => {
      if (!known.has(option)) this.fail(row.record, cell, `"${option}" is no project`);
      if (options.indexOf(option) < index) {
        this.fail(row.record, cell, `"${option}" is named twice`);
      }
    });
    return options;
  }

  private points(row: Row, known: ReadonlySet<string>): Record<string, Rational> {
    const options = this.vote(row, known);
    const cell = this.column('VOTES', 'points');
    const points = list(row.cells[cell]!);
    if (points.length !== options.length) {
      this.fail(row.record, cell, `${points.length} points for ${options.length} projects`);
    }
    return Object.fromEntries(
      options.map((option, index) => {
        const value = parseRational(points[index]!);
        return [option, value ?? this.fail(row.record, cell, `"${points[index]}" are no points`)];
      }),
    );
  }
}

const list = (cell: string) =>
  cell.trim() === '' ? [] : cell.split(',').map((part) => part.trim());
