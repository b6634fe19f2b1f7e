import { seated } from '../partnership/access/server.ts';
import {
  AuditFilters,
  AuditProof,
  type AuditSides,
  AuditTrail,
  auditWords,
  isFiltered,
  readAuditFilter,
  readPlace,
} from '../partnership/audit/index.ts';
import { exportAudit, readAudit } from '../partnership/audit/server.ts';
import { readHeads } from '../partnership/record/server.ts';
import type { SeatShown } from '../partnership/seat/index.ts';
import { readSeats } from '../partnership/seat/server.ts';
import { formState } from '../ui/form-state.ts';
import { Disclosure, Section } from '../ui/index.ts';
import { file, page } from './answer.ts';
import { explainProblems } from './form-problem.ts';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

const w = auditWords;

/** What was done, readable by every side. */
export function auditRoutes(routes: Routes): void {
  routes.get('/p/:slug/audit', trailPage);
  routes.get('/p/:slug/audit.jsonl', async (visit) => {
    const { filter } = readAuditFilter(visit.query);
    const part = isFiltered(filter) ? '-part' : '';
    return file({
      type: 'application/jsonl; charset=utf-8',
      name: `audit-${visit.param('slug')}${part}.jsonl`,
      body: await exportAudit(seated(visit.ctx), filter),
    });
  });
}

async function trailPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { say, query } = visit;
  const slug = visit.param('slug');
  const { filter, notDays } = readAuditFilter(query);
  const trail = await readAudit(ctx, {
    filter,
    olderThan: readPlace(query('before')),
    newerThan: readPlace(query('after')),
  });
  const [record] = filter.recordId ? await readHeads(ctx, [filter.recordId]) : [];
  const typed = Object.fromEntries(notDays.map((name) => [name, query(name) ?? '']));
  const problems = Object.fromEntries(notDays.map((name) => [name, 'not-a-day']));
  const form = formState(
    notDays.length > 0
      ? { from: query('from') ?? '', until: query('until') ?? '', ...typed }
      : null,
    explainProblems(visit.locale, problems),
  );
  return page({
    title: say(w, 'title'),
    lead: say(w, 'lead'),
    ...(notDays.length > 0 ? { status: 422 as const } : {}),
    body: (
      <>
        <Disclosure summary={say(w, 'filter')} open={isFiltered(filter) || notDays.length > 0}>
          <AuditFilters
            path={`/p/${slug}/audit`}
            form={form}
            filter={filter}
            sides={sidesOf(await readSeats(ctx))}
            record={filter.recordId ? (record?.title ?? say(w, 'filter.record.gone')) : null}
          />
        </Disclosure>
        <AuditTrail slug={slug} filter={filter} {...trail} />
        <Section title={say(w, 'proof')}>
          <AuditProof slug={slug} filter={filter} />
        </Section>
      </>
    ),
  });
}

function sidesOf(seats: readonly SeatShown[]): AuditSides[] {
  const sides = new Map<string, AuditSides & { seats: SeatShown[] }>();
  for (const seat of seats) {
    const side = sides.get(seat.organizationId);
    if (side) side.seats.push(seat);
    else
      sides.set(seat.organizationId, {
        id: seat.organizationId,
        name: seat.organizationName,
        seats: [seat],
      });
  }
  return [...sides.values()];
}
