import { z } from 'zod';
import { allow, type SeatedCtx, seated } from '../partnership/access/server.ts';
import { jointChangeWords, SuccessionForm } from '../partnership/joint-change/index.ts';
import {
  proposeJointChange,
  readOrganizationStanding,
  readOutlook,
} from '../partnership/joint-change/server.ts';
import { readOrganization } from '../partnership/organization/server.ts';
import { readSeats } from '../partnership/seat/server.ts';
import { optionalId, text } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { Notice } from '../ui/index.ts';
import { go, page } from './answer.ts';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

const w = jointChangeWords;
const pathOf = (visit: Visit) =>
  `/p/${visit.param('slug')}/partners/organizations/${visit.param('id')}`;

/** An organization that lost its last lead: its own people settle who speaks for it; others bring it back when nobody is left. */
export function successionRoutes(routes: Routes): void {
  routes.get('/p/:slug/partners/organizations/:id/speaker', speakerPage);
  routes.post(
    '/p/:slug/partners/organizations/:id/speaker',
    z.object({ seatId: optionalId(), reason: text(2000) }),
    {
      act: async (visit, { seatId, reason }) => {
        const ctx = seated(visit.ctx);
        const { kind, after } = await succession(ctx, visit.param('id'));
        if (kind === 'lead' && !seatId) throw new InputProblem({ seatId: 'choose-one' });
        const changeId = await proposeJointChange(ctx, {
          kind,
          after: kind === 'lead' ? { ...after, seatId } : after,
          reason,
        });
        return go(`/p/${visit.param('slug')}/joint-changes/${changeId}`, { done: 'proposed' });
      },
      again: speakerPage,
    },
  );
}

async function succession(ctx: SeatedCtx, id: string) {
  const organization = await readOrganization(ctx, id);
  const standing = await readOrganizationStanding(ctx, id);
  const kind = standing === 'no-lead' ? ('lead' as const) : ('first-person' as const);
  const after = { organizationId: organization.id };
  const outlook = await readOutlook(ctx, { kind, recordId: null, after });
  allow(outlook.mayPropose);
  return { organization, kind, after, needs: outlook.needs };
}

async function speakerPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const { organization, kind, needs } = await succession(ctx, visit.param('id'));
  const seats = kind === 'lead' ? await readSeats(ctx) : [];
  return page({
    title: visit.say(w, `${kind}.title`),
    overline: <a href={pathOf(visit)}>{organization.name}</a>,
    lead: visit.say(w, `${kind}.text`, { organization: organization.name }),
    nav: 'partners',
    body: (
      <SuccessionForm
        form={visit.form}
        action={`${pathOf(visit)}/speaker`}
        seats={seats.filter((seat) => seat.organizationId === organization.id && seat.holder)}
        needs={needs}
      />
    ),
  });
}

/** On an organization's page: that nobody speaks for it, and for those who may, what to do about it. */
export async function successionNotice(visit: Visit, id: string) {
  const ctx = seated(visit.ctx);
  const standing = await readOrganizationStanding(ctx, id);
  if (standing === null) return null;
  const kind = standing === 'no-lead' ? 'lead' : 'first-person';
  const { mayPropose } = await readOutlook(ctx, {
    kind,
    recordId: null,
    after: { organizationId: id },
  });
  return (
    <Notice>
      {visit.say(w, `${kind}.notice`)}{' '}
      {mayPropose && !visit.ctx.actor.seenAs && (
        <a href={`${pathOf(visit)}/speaker`}>{visit.say(w, `${kind}.title`)}</a>
      )}
    </Notice>
  );
}
