import { z } from 'zod';
import { InputProblem } from './input-problem.ts';

/** Fields as people fill them in. Every message is a code, `code` or `code:number`, said in words by the page. */
export const text = (most: number) =>
  z.string({ error: 'required' }).trim().min(1, 'required').max(most, `too-long:${most}`);

export const optionalText = (most: number) =>
  z.string().trim().max(most, `too-long:${most}`).optional().default('');

export const email = () =>
  text(254)
    .toLowerCase()
    .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/, 'not-an-email');

/** A calendar day, `YYYY-MM-DD`. */
export const day = () =>
  z.string({ error: 'required' }).min(1, 'required').refine(isDay, { error: 'not-a-day' });

/** 2026-02-30 is read as 2 March, and is no day; 2026-13-01 is not read at all; year 0202 is a slip of the finger. */
function isDay(value: string): boolean {
  if (!/^(19|20|21)\d{2}-\d{2}-\d{2}$/.test(value)) return false;
  const at = new Date(`${value}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}

export const optionalDay = () =>
  z.preprocess((value) => (value === '' ? undefined : value), day().optional());

export const timeOfDay = () =>
  z.string({ error: 'required' }).regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'not-a-time');

export const integer = (least: number, most: number) =>
  z.coerce
    .number({ error: 'not-a-number' })
    .int('not-a-whole-number')
    .min(least, `too-small:${least}`)
    .max(most, `too-large:${most}`);

/** A decimal number as people write it, with a point or a comma. Kept as text, exact. */
export const decimal = () =>
  z
    .string({ error: 'required' })
    .trim()
    .min(1, 'required')
    .transform((value) => value.replace(',', '.'))
    .refine((value) => /^-?\d{1,12}(\.\d{1,6})?$/.test(value), { error: 'not-a-number' });

export const optionalDecimal = () =>
  z.preprocess((value) => (value === '' ? undefined : value), decimal().optional());

export const oneOf = <const Values extends readonly [string, ...string[]]>(values: Values) =>
  z.enum(values, { error: 'choose-one' });

export const id = () => z.uuid({ error: 'choose-one' });

export const optionalId = () =>
  z.preprocess((value) => (value === '' ? undefined : value), id().optional());

export const checked = () =>
  z.preprocess((value) => value === 'on' || value === 'yes', z.boolean());

/** A field that may come several times, or not at all. */
export const many = <Item extends z.ZodType>(item: Item) =>
  z.preprocess(
    (value) => (value === undefined ? [] : Array.isArray(value) ? value : [value]),
    z.array(item),
  );

/** What was typed, by field: one text, or several for a repeated field. */
export type Typed = Record<string, string | string[]>;

/** Files that were sent along, by field; a file field left empty sends none. */
export function filesOf(data: FormData): ReadonlyMap<string, readonly File[]> {
  const files = new Map<string, File[]>();
  for (const [name, value] of data) {
    if (typeof value === 'string' || value.size === 0) continue;
    files.set(name, [...(files.get(name) ?? []), value]);
  }
  return files;
}

/** Marks that turn the direction of all text after them, also of ours. */
const turning = /[\u{202a}-\u{202e}\u{2066}-\u{2069}]/gu;

export function typedOf(data: FormData): Typed {
  const typed: Typed = Object.create(null);
  for (const [name, raw] of data) {
    if (typeof raw !== 'string') continue;
    // The database keeps no NUL in a text, and nobody types one.
    const value = raw.replaceAll('\0', '').replace(turning, '').toWellFormed();
    const before = typed[name];
    typed[name] =
      before === undefined ? value : Array.isArray(before) ? [...before, value] : [before, value];
  }
  return typed;
}

/** Parses what was typed; throws `InputProblem` with one code for each field that is wrong. */
export function parseForm<Schema extends z.ZodType>(
  schema: Schema,
  typed: Typed,
): z.output<Schema> {
  const result = schema.safeParse(typed);
  if (result.success) return result.data;
  const problems: Record<string, string> = {};
  for (const issue of result.error.issues) {
    const field = String(issue.path[0] ?? 'form');
    problems[field] ??= issue.code === 'invalid_type' ? 'required' : issue.message;
  }
  throw new InputProblem(problems);
}
