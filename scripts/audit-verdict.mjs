// What an answer of `npm audit --json` means, given the advisories that somebody looked at and accepted.

const rank = ['info', 'low', 'moderate', 'high', 'critical'];
const least = rank.indexOf('high');

/**
 * @param {string} text What npm printed.
 * @param {{ id: string, reason: string, until: string }[]} allowed Advisories accepted until a day.
 * @param {string} today `YYYY-MM-DD`
 * @returns {{ state: 'clean' | 'found' | 'not-checked', lines: string[] }}
 */
export function auditVerdict(text, allowed, today) {
  const answer = parsed(text);
  if (!answer || typeof answer.vulnerabilities !== 'object') {
    const said = answer?.message ?? answer?.error?.summary ?? 'it gave no answer that can be read';
    return { state: 'not-checked', lines: [`The registry offers no audit: ${said}`] };
  }
  const open = new Map();
  for (const { name, via } of Object.values(answer.vulnerabilities)) {
    for (const advisory of via.filter((one) => typeof one === 'object')) {
      if (rank.indexOf(advisory.severity) < least) continue;
      const id = advisory.url.split('/').at(-1);
      if (allowed.some((one) => one.id === id && one.until >= today)) continue;
      open.set(id, `${advisory.severity}: ${name}, ${advisory.title} (${id})`);
    }
  }
  const old = allowed.filter(({ until }) => until < today);
  const lines = [
    ...open.values(),
    ...old.map(({ id, until }) => `${id} was accepted until ${until}; look at it again`),
  ];
  return { state: open.size > 0 ? 'found' : 'clean', lines };
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
