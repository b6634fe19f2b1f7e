import { type DateWords, type Locale, translate } from '../../ui/index.ts';
import { auditWords } from '../audit/index.ts';
import { type RecordKind, type RecordStateOf, recordWords } from '../record/index.ts';
import type { Content } from './export.ts';
import { exportWords } from './export.words.ts';
import { columnName } from './field-names.ts';

export interface Fact {
  term: string;
  value: string;
}

export interface ReadableSetting {
  locale: Locale;
  dates: DateWords;
  /** What ids stand for. */
  names: ReadonlyMap<string, string>;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const moment = /^\d{4}-\d{2}-\d{2}T[\d:.]+([+-]\d{2}:\d{2}|Z)$/;
const day = /^\d{4}-\d{2}-\d{2}$/;

/** A row as people read it: what is empty, and what only machines need, is not there. */
export function factsOf(setting: ReadableSetting, table: string, content: Content): Fact[] {
  return Object.entries(content).flatMap(([column, value]) => {
    if (column === 'id' || value === null || value === '') return [];
    // The parts of a record are seen by whoever sees the record.
    if (column === 'visible_to' && table !== 'record') return [];
    const said = say(setting, table, column, value, content);
    return said === '' ? [] : [{ term: columnName(setting.locale, column), value: said }];
  });
}

function say(
  setting: ReadableSetting,
  table: string,
  column: string,
  value: unknown,
  content: Content,
): string {
  const { locale, dates, names } = setting;
  if (typeof value === 'boolean') return translate(exportWords, locale, value ? 'yes' : 'no');
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return sayNested(setting, value);
  if (column === 'visible_to') return sayAudience(locale, names, value);
  if (table === 'record' && column === 'kind') return kindInWords(locale, value);
  if (table === 'record' && column === 'state')
    return stateInWords(locale, String(content.kind), value);
  if (table === 'audit_entry' && column === 'action') return deedInWords(locale, value);
  if (uuid.test(value)) return names.get(value) ?? '';
  if (moment.test(value)) return dates.exact(new Date(value));
  if (day.test(value)) return dates.exact(value);
  return value;
}

function sayNested(setting: ReadableSetting, value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => sayNested(setting, item)).join('; ');
  if (typeof value === 'object' && value !== null)
    return Object.entries(value)
      .map(([name, item]) => `${columnName(setting.locale, name)}: ${sayNested(setting, item)}`)
      .join('; ');
  if (typeof value === 'string' && uuid.test(value)) return setting.names.get(value) ?? '…';
  return value === null ? '' : String(value);
}

function sayAudience(
  locale: Locale,
  names: ReadonlyMap<string, string>,
  visibleTo: string,
): string {
  const [sort = '', id = ''] = visibleTo.split(':');
  const key = `audience.${sort}`;
  if (!Object.hasOwn(exportWords.messages.en, key)) return visibleTo;
  return translate(exportWords, locale, key as 'audience.caucus', { name: names.get(id) ?? '' });
}

function deedInWords(locale: Locale, action: string): string {
  const key = `action.${action}`;
  return Object.hasOwn(auditWords.messages.en, key)
    ? translate(auditWords, locale, key as 'action.voice.raised')
    : action;
}

export function kindInWords(locale: Locale, kind: string): string {
  const key = `kind.${kind}`;
  return Object.hasOwn(recordWords.messages.en, key)
    ? translate(recordWords, locale, `kind.${kind as RecordKind}`)
    : kind;
}

/** "Decided", of a decision. */
export function stateInWords(locale: Locale, kind: string, state: string): string {
  const key = `state.${kind}.${state}`;
  return Object.hasOwn(recordWords.messages.en, key)
    ? translate(recordWords, locale, key as `state.decision.${RecordStateOf<'decision'>}`)
    : state;
}
