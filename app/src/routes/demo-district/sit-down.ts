import { createHash, randomBytes } from 'node:crypto';
import type { SeatHeld } from '../../partnership/access/index.ts';
import { addAccount, type SignIn } from '../../partnership/account/server.ts';
import { foundPartnership } from '../../partnership/founding/server.ts';
import { acceptInvitation, inviteToSeat } from '../../partnership/invitation/server.ts';
import { addOrganization } from '../../partnership/organization/server.ts';
import { addSeat } from '../../partnership/seat/server.ts';
import { addSite } from '../../partnership/site/server.ts';
import { type DemoPerson, founders, organizations, people, schools } from './people.ts';
import type { buildStage } from './stage.ts';

type OpenStage = ReturnType<typeof buildStage>;

export interface SeedTools {
  signIn: SignIn;
  /** Makes a set-up link's hash known to the installation, as the operator would. */
  addSetupToken(hash: Buffer): Promise<void>;
}

/** The founding, the organizations and everybody's seat: about fifteen months ago. */
export async function sitDown(
  stage: OpenStage,
  tools: SeedTools,
  onPerson: () => void,
): Promise<void> {
  stage.on(460);
  const token = randomBytes(24).toString('base64url');
  await tools.addSetupToken(createHash('sha256').update(token).digest());
  const { superintendent, president } = founders;
  const account = await makeAccount(tools, superintendent.key, superintendent.name);
  const founded = await stage.asNobody((ctx) =>
    foundPartnership(ctx, {
      token,
      account: { id: account, name: superintendent.name },
      demo: true,
      name: 'Riverbend Public Schools',
      level: 'district',
      place: 'Riverbend (a made-up district)',
      timeZone: 'America/New_York',
      locale: 'en',
      administrationName: 'Riverbend Administration',
      founderTitle: superintendent.title,
      associationName: 'Riverbend Education Association',
      presidentTitle: president.title,
      presidentName: president.name,
      presidentEmail: 'ortega@demo.example',
      cycleName: 'First cycle',
      startsOn: stage.day(460),
      actOn: stage.day(400),
      reflectOn: stage.day(190),
      endsOn: stage.day(130),
    }),
  );
  const { partnership, seat } = founded.ctx.actor;
  stage.open(partnership);
  stage.sit(superintendent.key, seat, superintendent.name);
  onPerson();
  const presidentAccount = await makeAccount(tools, president.key, president.name);
  const shared = {
    partnershipId: partnership.id,
    slug: partnership.slug,
    partnershipName: partnership.name,
  };
  await accept(stage, {
    ...shared,
    invitationId: founded.invitationId,
    accountId: presidentAccount,
    person: { ...president, organization: 'educators', lead: true },
    organizationName: 'Riverbend Education Association',
    constituency: 'educators',
    sort: 'holder',
  });
  onPerson();

  const siteIds = new Map<string, string>();
  const top = await stage.as('okafor', (ctx) =>
    ctx.db
      .selectFrom('site')
      .select('id')
      .where('partnershipId', '=', partnership.id)
      .executeTakeFirstOrThrow(),
  );
  for (const school of schools) {
    const id = await stage.as('okafor', (ctx) =>
      addSite(ctx, { name: school.name, level: 'school', parentId: top.id }),
    );
    siteIds.set(school.key, id);
  }

  const organizationsByKey = new Map<
    string,
    { id: string; name: string; constituency: SeatHeld['constituency'] }
  >([
    [
      'administration',
      { id: seat.organizationId, name: seat.organizationName, constituency: 'administration' },
    ],
    [
      'educators',
      {
        id: stage.seat('ortega').organizationId,
        name: 'Riverbend Education Association',
        constituency: 'educators',
      },
    ],
  ]);
  for (const { key, name, constituency, exclusive, broughtBy } of organizations) {
    const id = await stage.as(broughtBy, (ctx) =>
      addOrganization(ctx, { name, constituency, exclusiveRepresentative: exclusive }),
    );
    organizationsByKey.set(key, { id, name, constituency });
  }

  const leadOf = new Map<string, string>([
    ['administration', 'okafor'],
    ['educators', 'ortega'],
  ]);
  for (const person of people) {
    const organization = organizationsByKey.get(person.organization);
    if (!organization)
      throw new Error(`${person.organization} is no organization of the demo district.`);
    const broughtBy = organizations.find(({ key }) => key === person.organization)?.broughtBy;
    const inviter = leadOf.get(person.organization) ?? broughtBy ?? 'okafor';
    const seatId = person.alternateFor
      ? stage.seat(person.alternateFor).seatId
      : await stage.as(inviter, (ctx) =>
          addSeat(ctx, {
            organizationId: organization.id,
            title: person.title,
            lead: person.lead ?? false,
            siteId: person.school ? (siteIds.get(person.school) ?? null) : null,
          }),
        );
    const sort = person.alternateFor ? 'alternate' : 'holder';
    const invitationId = await stage.as(inviter, (ctx) =>
      inviteToSeat(ctx, { seatId, sort, name: person.name }),
    );
    await accept(stage, {
      ...shared,
      invitationId,
      accountId: await makeAccount(tools, person.key, person.name, person.locale),
      person: person.alternateFor
        ? { ...person, title: stage.seat(person.alternateFor).title }
        : person,
      organizationName: organization.name,
      constituency: organization.constituency,
      sort,
    });
    if (person.lead && !leadOf.has(person.organization))
      leadOf.set(person.organization, person.key);
    onPerson();
  }
}

interface Accepted {
  partnershipId: string;
  slug: string;
  partnershipName: string;
  invitationId: string;
  accountId: string;
  person: DemoPerson;
  organizationName: string;
  constituency: SeatHeld['constituency'];
  sort: 'holder' | 'alternate';
}

async function accept(stage: OpenStage, one: Accepted): Promise<void> {
  const { partnershipId, accountId, person } = one;
  const seat = await stage.asNobody(async (ctx) => {
    const seatId = await acceptInvitation(
      ctx,
      { partnershipId, id: one.invitationId },
      { id: accountId, name: person.name },
    );
    const { personId, organizationId } = await ctx.db
      .selectFrom('term')
      .innerJoin('seat', (join) =>
        join
          .onRef('seat.partnershipId', '=', 'term.partnershipId')
          .onRef('seat.id', '=', 'term.seatId'),
      )
      .innerJoin('person', (join) =>
        join
          .onRef('person.partnershipId', '=', 'term.partnershipId')
          .onRef('person.id', '=', 'term.personId'),
      )
      .select(['term.personId', 'seat.organizationId'])
      .where('term.partnershipId', '=', partnershipId)
      .where('term.seatId', '=', seatId)
      .where('person.accountId', '=', accountId)
      .executeTakeFirstOrThrow();
    return { seatId, personId, organizationId };
  });
  stage.sit(
    person.key,
    {
      partnershipId,
      slug: one.slug,
      partnershipName: one.partnershipName,
      personId: seat.personId,
      seatId: seat.seatId,
      title: person.title,
      lead: person.lead ?? false,
      sort: one.sort,
      organizationId: seat.organizationId,
      organizationName: one.organizationName,
      constituency: one.constituency,
    },
    person.name,
  );
}

/** An account that nobody can sign in to by form: the switcher opens it. */
async function makeAccount(
  { signIn }: SeedTools,
  key: string,
  name: string,
  locale: 'en' | 'es' = 'en',
): Promise<string> {
  const id = await addAccount(signIn, {
    name,
    email: `${key}@demo.example`,
    emailVerified: true,
    locale,
    demo: true,
  });
  if (!id) throw new Error(`${key} has an account already.`);
  return id;
}
