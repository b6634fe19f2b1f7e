import { seated } from '../partnership/access/server.ts';
import { AuditTrail, auditWords } from '../partnership/audit/index.ts';
import { exportAudit, readAudit } from '../partnership/audit/server.ts';
import { file, page } from './answer.ts';
import type { Routes } from './routes.ts';

/** What was done, readable by every side. */
export function auditRoutes(routes: Routes): void {
  routes.get('/p/:slug/audit', async (visit) => {
    const ctx = seated(visit.ctx);
    const number = Math.max(
      1,
      Math.min(10_000, Number.parseInt(visit.query('page') ?? '1', 10) || 1),
    );
    const { lines, more } = await readAudit(ctx, { page: number });
    return page({
      title: visit.say(auditWords, 'title'),
      lead: visit.say(auditWords, 'lead'),
      body: <AuditTrail slug={visit.param('slug')} lines={lines} page={number} more={more} />,
    });
  });

  routes.get('/p/:slug/audit.jsonl', async (visit) =>
    file({
      type: 'application/jsonl; charset=utf-8',
      name: `audit-${visit.param('slug')}.jsonl`,
      body: await exportAudit(seated(visit.ctx)),
    }),
  );
}
