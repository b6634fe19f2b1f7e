/** A school year as people in the United States count it: prepare in autumn, act in winter, reflect in spring. */
export function suggestCycle(now: Date, locale: 'en' | 'es') {
  const year = now.getUTCMonth() >= 6 ? now.getUTCFullYear() : now.getUTCFullYear() - 1;
  const name =
    locale === 'es' ? `Año escolar ${year}-${year + 1}` : `School year ${year}–${year + 1}`;
  return {
    name,
    startsOn: `${year}-08-15`,
    actOn: `${year}-11-01`,
    reflectOn: `${year + 1}-04-15`,
    endsOn: `${year + 1}-06-30`,
  };
}
