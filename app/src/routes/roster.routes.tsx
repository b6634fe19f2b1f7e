import { z } from 'zod';
import { VisibleTo } from '../partnership/access/index.ts';
import { allow, nameVisibility, type SeatedCtx, seated } from '../partnership/access/server.ts';
import {
  changesNothing,
  ImportPage,
  mayImportRoster,
  problemsAsCsv,
  RosterPage,
  rosterWords,
} from '../partnership/roster/index.ts';
import {
  applyImport,
  type ImportShown,
  previewImport,
  readImport,
  readImports,
} from '../partnership/roster/server.ts';
import { Button, Form } from '../ui/index.ts';
import { file, go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

const w = rosterWords;
problemsOf('roster', w);

const rosterPath = (visit: Visit) => `/p/${visit.param('slug')}/partners/roster`;
const importPath = (visit: Visit) => `${rosterPath(visit)}/${visit.param('id')}`;

/** Only the administration's leads find anything here. */
function importer(visit: Visit): SeatedCtx {
  const ctx = seated(visit.ctx);
  allow(mayImportRoster(ctx.actor));
  return ctx;
}

/** Schools and staff from a OneRoster export: handed in, looked at, applied. */
export function rosterRoutes(routes: Routes): void {
  routes.get('/p/:slug/partners/roster', rosterPage);
  routes.post('/p/:slug/partners/roster', z.object({}), {
    act: async (visit) => {
      const ctx = importer(visit);
      const sent = await Promise.all(
        visit.files('files').map(async (one) => ({
          name: one.name,
          bytes: new Uint8Array(await one.arrayBuffer()),
        })),
      );
      return go(`${rosterPath(visit)}/${await previewImport(ctx, sent)}`);
    },
    again: rosterPage,
    mostBytes: 20 * 1024 * 1024,
  });

  routes.get('/p/:slug/partners/roster/:id', importPage);
  routes.post('/p/:slug/partners/roster/:id/apply', z.object({}), {
    act: async (visit) => {
      await applyImport(seated(visit.ctx), visit.param('id'));
      return go(importPath(visit), { done: 'applied' });
    },
    again: rosterPage,
  });

  routes.get('/p/:slug/partners/roster/:id/lines.csv', async (visit) => {
    const { plan } = await readImport(importer(visit), visit.param('id'));
    return file({
      type: 'text/csv; charset=utf-8',
      name: 'lines.csv',
      body: problemsAsCsv(visit.locale, plan ?? { problems: [] }),
    });
  });
}

/** What is imported belongs to the administration until it is applied. */
async function seenByCaucus(ctx: SeatedCtx) {
  const visibility = await nameVisibility(ctx, `caucus:${ctx.actor.seat.organizationId}`);
  return <VisibleTo visibility={visibility} />;
}

async function rosterPage(visit: Visit) {
  const ctx = importer(visit);
  const imports = await readImports(ctx);
  return page({
    title: visit.say(w, 'title'),
    lead: visit.say(w, 'lead'),
    nav: 'partners',
    visibility: await seenByCaucus(ctx),
    body: <RosterPage path={rosterPath(visit)} form={visit.form} imports={imports} />,
  });
}

async function importPage(visit: Visit) {
  const ctx = importer(visit);
  const found = await readImport(ctx, visit.param('id'));
  const { plan, source } = found;
  const kind = found.state === 'previewed' ? 'preview' : found.state;
  return page({
    title: visit.say(w, `${kind}.title`),
    lead: leadOf(visit, found),
    nav: 'partners',
    visibility: await seenByCaucus(ctx),
    notice: doneNotice(visit, w),
    action: found.state === 'previewed' && plan && !changesNothing(plan) && (
      <Form action={`${importPath(visit)}/apply`}>
        <Button>{visit.say(w, 'apply')}</Button>
      </Form>
    ),
    body: plan ? (
      <ImportPage
        path={importPath(visit)}
        rosterPath={rosterPath(visit)}
        source={source}
        plan={plan}
      />
    ) : (
      <p>
        <a href={rosterPath(visit)}>{visit.say(w, 'read-another')}</a>
      </p>
    ),
  });
}

function leadOf(visit: Visit, { state, plan, appliedAt }: ImportShown): string {
  if (state === 'set-aside') return visit.say(w, 'set-aside.lead');
  if (appliedAt) return visit.say(w, 'applied.lead', { when: visit.dates.day(appliedAt) });
  return visit.say(w, plan && changesNothing(plan) ? 'apply.nothing' : 'preview.lead');
}
