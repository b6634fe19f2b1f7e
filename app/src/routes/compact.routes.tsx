import { z } from 'zod';
import { allow, isSeated, seated } from '../partnership/access/server.ts';
import {
  CompactForm,
  CompactPage,
  compactWords,
  mayWriteCompact,
} from '../partnership/compact/index.ts';
import {
  ratifyCompact,
  readCompact,
  readCompacts,
  readOrganizationsSeated,
  writeCompact,
} from '../partnership/compact/server.ts';
import { RecordState } from '../partnership/record/index.ts';
import { readHead } from '../partnership/record/server.ts';
import { optionalDay, optionalText, text } from '../platform/form.ts';
import { EmptyState, LinkButton, RecordList, RecordRow } from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { recordSurround } from './record-surround.tsx';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

const w = compactWords;
const baseOf = (visit: Visit) => `/p/${visit.param('slug')}`;

const compactForm = z.object({
  title: text(200),
  preamble: optionalText(4000),
  principles: text(8000),
  behaviors: text(8000),
  reviewOn: optionalDay(),
});

/** The compact: read, write a version, ratify. */
export function compactRoutes(routes: Routes): void {
  routes.get('/p/:slug/compact', async (visit) => {
    const versions = await readCompacts(visit.ctx);
    const base = baseOf(visit);
    const newest = versions.find((one) => one.state === 'in-force') ?? versions[0];
    const open = versions.find((one) => one.state === 'offered');
    if (newest && versions.length === 1) return go(`${base}/compact/${newest.id}`);
    const may = mayWriteCompact(visit.ctx.actor);
    return page({
      title: visit.say(w, 'title'),
      lead: visit.say(w, 'lead'),
      nav: 'compact',
      action: may && newest && !open && (
        <LinkButton kind="quiet" href={`${base}/compact/new`}>
          {visit.say(w, 'new')}
        </LinkButton>
      ),
      body: newest ? (
        <RecordList>
          {versions.map((one) => (
            <RecordRow
              key={one.id}
              title={one.title}
              record
              href={`${base}/compact/${one.id}`}
              kind={visit.say(w, 'version', { version: one.version })}
              state={<RecordState head={{ kind: 'compact', state: one.state }} />}
            />
          ))}
        </RecordList>
      ) : (
        <EmptyState
          title={visit.say(w, 'empty.title')}
          who={visit.say(w, 'empty.who')}
          action={
            may && <LinkButton href={`${base}/compact/new`}>{visit.say(w, 'first')}</LinkButton>
          }
        >
          <p>{visit.say(w, 'empty')}</p>
        </EmptyState>
      ),
    });
  });

  routes.get('/p/:slug/compact/new', newPage);
  routes.post('/p/:slug/compact', compactForm, {
    act: async (visit, input) => {
      const id = await writeCompact(seated(visit.ctx), input);
      return go(`${baseOf(visit)}/compact/${id}`, { done: 'offered' });
    },
    again: newPage,
  });

  routes.get('/p/:slug/compact/:id', compactPage);
  routes.post('/p/:slug/compact/:id/ratify', z.object({}), {
    act: async (visit) => {
      const { inForce } = await ratifyCompact(seated(visit.ctx), visit.param('id'));
      return go(`${baseOf(visit)}/compact/${visit.param('id')}`, {
        done: inForce ? 'in-force' : 'ratified',
      });
    },
    again: compactPage,
  });
}

async function newPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  allow(mayWriteCompact(ctx.actor));
  return page({
    title: visit.say(w, 'first'),
    nav: 'compact',
    body: (
      <CompactForm
        form={visit.form}
        action={`${baseOf(visit)}/compact`}
        draft={`${ctx.actor.seat.personId} compact`}
      />
    ),
  });
}

async function compactPage(visit: Visit) {
  const { ctx, say } = visit;
  const head = await readHead(ctx, 'compact', visit.param('id'));
  const compact = await readCompact(ctx, head.id);
  const organizations = await readOrganizationsSeated(ctx, head.id);
  const { actor } = ctx;
  const mine = organizations.find((one) => one.id === actor.seat?.organizationId);
  const waiting = organizations.filter((one) => !one.ratified).length;
  const oneSide = new Set(organizations.map((one) => one.constituency)).size < 2;
  const may = mayWriteCompact(actor) && head.state === 'in-force';
  return page({
    title: head.title,
    overline: say(w, 'version', { version: compact.version }),
    record: true,
    nav: 'compact',
    lead: (
      <>
        <RecordState head={head} />
        {head.state === 'offered' && (
          <> · {oneSide ? say(w, 'waiting.side') : say(w, 'waiting', { count: waiting })}</>
        )}
      </>
    ),
    action: may && (
      <LinkButton kind="quiet" href={`${baseOf(visit)}/compact/new`}>
        {say(w, 'new')}
      </LinkButton>
    ),
    notice: doneNotice(visit, w),
    ...(await recordSurround(visit, head)),
    body: (
      <CompactPage
        compact={compact}
        organizations={organizations}
        ratify={
          isSeated(actor) && actor.seat.lead && mine && !mine.ratified && head.state === 'offered'
            ? { action: `${baseOf(visit)}/compact/${head.id}/ratify`, organization: mine.name }
            : null
        }
      />
    ),
  });
}
