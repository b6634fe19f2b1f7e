/**
 * A day as exports write it, `YYYY-MM-DD`: ISO with or without a time, or d/m/yyyy. Where only one
 * order of day and month is possible, that one is meant. Null when it is no day.
 */
export function readDate(text: string): string | null {
  const iso = /^(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?$/.exec(text);
  if (iso) return dayOf(iso[1], iso[2], iso[3]);
  const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text);
  if (!slashed) return null;
  const [, first = '', second = '', year] = slashed;
  return Number(second) > 12 ? dayOf(year, first, second) : dayOf(year, second, first);
}

function dayOf(year = '', month = '', date = ''): string | null {
  const text = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}
