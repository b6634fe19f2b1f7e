import { expect, test } from 'vitest';
import { auditVerdict } from '../../scripts/audit-verdict.mjs';

const answerWith = (...advisories: { id: string; severity: string }[]) =>
  JSON.stringify({
    vulnerabilities: Object.fromEntries(
      advisories.map(({ id, severity }) => [
        id,
        {
          name: 'a-package',
          via: ['another', { severity, title: 'A hole', url: `https://example/advisories/${id}` }],
        },
      ]),
    ),
  });
const today = '2026-11-22';

test('a serious weakness that nobody accepted fails, a small one does not', () => {
  const found = auditVerdict(answerWith({ id: 'GHSA-1', severity: 'high' }), [], today);
  expect(found).toEqual({ state: 'found', lines: ['high: a-package, A hole (GHSA-1)'] });
  const small = answerWith({ id: 'GHSA-1', severity: 'moderate' });
  expect(auditVerdict(small, [], today)).toEqual({ state: 'clean', lines: [] });
});

test('what was accepted passes until its day', () => {
  const answer = answerWith({ id: 'GHSA-1', severity: 'critical' });
  const accepted = (until: string) => [{ id: 'GHSA-1', reason: 'not reached', until }];
  expect(auditVerdict(answer, accepted('2026-12-31'), today).state).toBe('clean');
  const late = auditVerdict(answer, accepted('2026-11-01'), today);
  expect(late.state).toBe('found');
  expect(late.lines.join()).toContain('accepted until 2026-11-01');
});

test('no answer is never a clean one', () => {
  for (const text of ['', 'not JSON', '{"message":"405 Method Not Allowed"}', '{}', 'null'])
    expect(auditVerdict(text, [], today)).toMatchObject({
      state: 'not-checked',
      lines: [expect.stringContaining('offers no audit')],
    });
});
