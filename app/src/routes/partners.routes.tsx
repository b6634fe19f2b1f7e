import { z } from 'zod';
import { constituencies, seatGroup } from '../partnership/access/index.ts';
import { allow, notFound, seated } from '../partnership/access/server.ts';
import { invitationToken } from '../partnership/invitation/index.ts';
import {
  inviteToSeat,
  readOpenInvitations,
  readWaitingLetters,
  withdrawInvitation,
} from '../partnership/invitation/server.ts';
import {
  EndTerm,
  OrganizationForm,
  OrganizationPage,
  organizationWords,
  Partners,
  partnerMap,
  SeatPage,
  SiteForm,
} from '../partnership/organization/index.ts';
import {
  addOrganization,
  mayFill,
  readOrganization,
  readOrganizations,
  readSites,
} from '../partnership/organization/server.ts';
import { mayImportRoster } from '../partnership/roster/index.ts';
import { noSchool, readInvitable } from '../partnership/roster/server.ts';
import {
  addSeat,
  endTerm,
  readOpenTerm,
  readSeats,
  readTerms,
} from '../partnership/seat/server.ts';
import { addSite } from '../partnership/site/server.ts';
import {
  checked,
  email,
  oneOf,
  optionalDay,
  optionalId,
  optionalText,
  text,
} from '../platform/form.ts';
import { LinkButton, Prose, RecordList, RecordRow } from '../ui/index.ts';
import { go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import type { Routes } from './routes.ts';
import { successionNotice } from './succession.routes.tsx';
import type { Visit } from './visit.ts';

const w = organizationWords;
const baseOf = (visit: Visit) => `/p/${visit.param('slug')}`;

/** Who is at the table: organizations, seats, people, invitations. */
export function partnersRoutes(routes: Routes): void {
  routes.get('/p/:slug/partners', async (visit) => {
    const ctx = seated(visit.ctx);
    const [organizations, seats, sites] = [
      await readOrganizations(ctx),
      await readSeats(ctx),
      await readSites(ctx),
    ];
    const base = baseOf(visit);
    return page({
      title: visit.say(w, 'title'),
      lead: visit.say(w, 'lead'),
      nav: 'partners',
      notice: doneNotice(visit, w),
      action: ctx.actor.seat.lead && (
        <LinkButton href={`${base}/partners/organizations/new`}>
          {visit.say(w, 'organization.new')}
        </LinkButton>
      ),
      body: (
        <Partners
          base={base}
          organizations={organizations}
          seats={seats}
          places={partnerMap(sites, seats)}
          mayBring={ctx.actor.seat.lead}
          mayImportRoster={mayImportRoster(ctx.actor)}
        />
      ),
    });
  });

  routes.get('/p/:slug/partners/organizations/new', newOrganizationPage);
  routes.post(
    '/p/:slug/partners/organizations',
    z.object({ name: text(160), constituency: oneOf(constituencies), exclusive: checked() }),
    {
      act: async (visit, input) => {
        const organizationId = await addOrganization(seated(visit.ctx), {
          name: input.name,
          constituency: input.constituency,
          exclusiveRepresentative: input.exclusive,
        });
        return go(`${baseOf(visit)}/partners/organizations/${organizationId}`, {
          done: 'organization',
        });
      },
      again: newOrganizationPage,
    },
  );

  routes.get('/p/:slug/partners/organizations/:id', organizationPage);
  routes.post(
    '/p/:slug/partners/organizations/:id/seats',
    z.object({ title: text(120), siteId: optionalId(), lead: checked() }),
    {
      act: async (visit, input) => {
        const seatId = await addSeat(seated(visit.ctx), {
          ...input,
          organizationId: visit.param('id'),
          siteId: input.siteId ?? null,
        });
        return go(`${baseOf(visit)}/partners/seats/${seatId}`, { done: 'seat' });
      },
      again: organizationPage,
    },
  );

  routes.get('/p/:slug/partners/seats/:id', seatPage);
  routes.post(
    '/p/:slug/partners/seats/:id/invite',
    z.object({
      personId: optionalId(),
      name: optionalText(160),
      email: z.union([z.literal(''), email()]).optional(),
      sort: oneOf(['holder', 'alternate']),
      endsOn: optionalDay(),
    }),
    {
      act: async (visit, input) => {
        await inviteToSeat(seated(visit.ctx), {
          ...input,
          email: input.email || undefined,
          seatId: visit.param('id'),
        });
        return go(`${baseOf(visit)}/partners/seats/${visit.param('id')}`, { done: 'invited' });
      },
      again: seatPage,
    },
  );

  routes.post('/p/:slug/partners/invitations/:id/withdraw', z.object({}), {
    act: async (visit) => {
      const seatId = await withdrawInvitation(seated(visit.ctx), visit.param('id'));
      return go(`${baseOf(visit)}/partners/seats/${seatId}`, { done: 'withdrawn' });
    },
    again: outboxPage,
  });

  routes.get('/p/:slug/partners/terms/:id/end', endTermPage);
  routes.post('/p/:slug/partners/terms/:id/end', z.object({}), {
    act: async (visit) => {
      const { seatId } = await endTerm(seated(visit.ctx), visit.param('id'));
      return go(`${baseOf(visit)}/partners/seats/${seatId}`, { done: 'ended' });
    },
    again: endTermPage,
  });

  routes.get('/p/:slug/partners/sites/new', newSitePage);
  routes.post('/p/:slug/partners/sites', z.object({ name: text(160) }), {
    act: async (visit, input) => {
      const ctx = seated(visit.ctx);
      const top = (await readSites(ctx)).find((site) => site.parentId === null);
      await addSite(ctx, { name: input.name, level: 'school', parentId: top?.id ?? null });
      return go(`${baseOf(visit)}/partners`, { done: 'site' });
    },
    again: newSitePage,
  });

  routes.get('/p/:slug/partners/outbox', outboxPage);
}

async function newOrganizationPage(visit: Visit) {
  seated(visit.ctx);
  return page({
    title: visit.say(w, 'organization.new'),
    lead: visit.say(w, 'organization.new.lead'),
    nav: 'partners',
    body: <OrganizationForm base={baseOf(visit)} form={visit.form} />,
  });
}

async function newSitePage(visit: Visit) {
  seated(visit.ctx);
  return page({
    title: visit.say(w, 'site.new'),
    nav: 'partners',
    body: <SiteForm base={baseOf(visit)} form={visit.form} />,
  });
}

async function organizationPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const organization = await readOrganization(ctx, visit.param('id'));
  const seats = await readSeats(ctx);
  return page({
    title: organization.name,
    overline: seatGroup(visit.locale, organization.constituency).name,
    nav: 'partners',
    notice: doneNotice(visit, w),
    body: (
      <>
        {await successionNotice(visit, organization.id)}
        <OrganizationPage
          base={baseOf(visit)}
          form={visit.form}
          organization={organization}
          seats={seats.filter((seat) => seat.organizationId === organization.id)}
          sites={await readSites(ctx)}
          mayFill={await mayFill(ctx, organization.id)}
        />
      </>
    ),
  });
}

async function endTermPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const term = await readOpenTerm(ctx, visit.param('id'));
  if (!term) throw notFound();
  const seats = await readSeats(ctx);
  const seat = seats.find(({ id }) => id === term.seatId);
  if (!seat) throw notFound();
  const { actor } = ctx;
  allow(actor.seat.lead && seat.organizationId === actor.seat.organizationId);
  const back = `${baseOf(visit)}/partners/seats/${seat.id}`;
  const leads = seats.filter(
    (each) => each.lead && each.holder && each.organizationId === seat.organizationId,
  );
  return page({
    title: visit.say(w, 'end.title', { name: term.name }),
    overline: <a href={back}>{seat.title}</a>,
    nav: 'partners',
    body: (
      <EndTerm
        action={`${baseOf(visit)}/partners/terms/${term.id}/end`}
        back={back}
        name={term.name}
        seat={seat.title}
        organization={seat.organizationName}
        lastLead={leads.length === 1 && seat.lead && seat.personId === term.personId}
        own={term.personId === actor.seat.personId && seat.id === actor.seat.seatId}
      />
    ),
  });
}

async function seatPage(visit: Visit) {
  const ctx = seated(visit.ctx);
  const [seat] = await readSeats(ctx, [visit.param('id')]);
  if (!seat) throw notFound();
  const partnershipId = ctx.actor.partnership.id;
  const invitations = await readOpenInvitations(ctx, [seat.id]);
  const may = await mayFill(ctx, seat.organizationId);
  const school = visit.query('school') ?? seat.siteId ?? noSchool;
  return page({
    title: seat.title,
    overline: (
      <a href={`${baseOf(visit)}/partners/organizations/${seat.organizationId}`}>
        {seat.organizationName}
      </a>
    ),
    lead: seat.siteName,
    nav: 'partners',
    notice: doneNotice(visit, w),
    body: (
      <SeatPage
        base={baseOf(visit)}
        form={visit.form}
        seat={seat}
        terms={await readTerms(ctx, seat.id)}
        invitations={invitations.map((invitation) => ({
          ...invitation,
          link: `${ctx.baseUrl}/join/${invitationToken(ctx.signer, { partnershipId, id: invitation.id })}`,
        }))}
        mayFill={may}
        invitable={may ? await readInvitable(ctx, school) : null}
        school={school}
      />
    ),
  });
}

async function outboxPage(visit: Visit) {
  const letters = await readWaitingLetters(seated(visit.ctx));
  const { say } = visit;
  return page({
    title: say(w, 'outbox'),
    lead: visit.services.mailLeaves ? undefined : say(w, 'outbox.lead'),
    nav: 'partners',
    body:
      letters.length === 0 ? (
        <p>{say(w, 'outbox.none')}</p>
      ) : (
        <RecordList>
          {letters.map((letter) => (
            <RecordRow
              key={letter.id}
              title={letter.subject}
              who={say(w, 'outbox.to', { address: letter.toAddress })}
            >
              <Prose text={letter.body} />
            </RecordRow>
          ))}
        </RecordList>
      ),
  });
}
