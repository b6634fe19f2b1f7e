import { askForReset, asOperator } from '../../src/partnership/sign-in-reset/server.ts';
import { cast } from '../../src/partnership/testing/test-partnership.ts';
import type { TestDatabase } from '../../src/platform/testing/test-database.ts';
import { sharedCounts } from '../../src/platform/throttle-counts.ts';
import type { LeakActor } from '../may-see.ts';
import { beginTeam, decide, formMarkedTeam, meet, type TeamPeople } from './act-records.ts';
import { changeTogether } from './joint-changes.ts';
import { keepRecords } from './kept-records.ts';
import { meetInTheOpen, readTheRules, sayBoardSize, talk } from './open-records.ts';
import { fillCaucus, fillPartnership, importRoster, turnTheCycle } from './partnership-records.ts';
import { guests, strangers } from './people.ts';
import { type GuestWays, listen, raiseVoices, reachGoal } from './prepare-records.ts';
import { foundTheOther, seatPeople } from './seat-people.ts';
import { openStage, type Stage, tokenOf } from './stage.ts';

/** A whole installation: two partnerships, every kind of record in every visibility, and everybody who might look. */
export interface World extends Stage {
  actors: readonly LeakActor[];
  other: { partnershipId: string; slug: string };
  ways: GuestWays;
  close(): Promise<void>;
}

/** Each organization's lead and one ordinary member. */
const organizations = [
  ['superintendent', 'principal'],
  ['president', 'representative'],
  ['board', 'board member'],
  ['parent', 'families member'],
  ['support', 'support member'],
  ['community lead', 'community member'],
  ['students lead', 'students member'],
  ['university lead', 'university member'],
] as const;

const leadershipTeam: TeamPeople = {
  chairs: ['superintendent', 'president'],
  members: [
    ['president', 'representative'],
    ['parent', 'families member'],
  ],
  gone: ['president', 'left the team'],
};
const secondTeam: TeamPeople = { chairs: ['board', 'support'], members: [] };
const otherTeam: TeamPeople = {
  chairs: ['other lead', 'other president'],
  members: [['other lead', 'other member']],
};

export async function buildWorld(database: TestDatabase): Promise<World> {
  const stage = await openStage(database, [...guests.map(({ key }) => key), ...strangers]);
  await seatPeople(stage);
  await sayBoardSize(stage, 9);
  const other = await foundTheOther(stage);
  const teams = new Map<string, readonly string[]>();
  for (const [people, visibleTo] of [
    [leadershipTeam, 'partnership'],
    [secondTeam, 'public'],
    [otherTeam, 'partnership'],
  ] as const) {
    const teamId = await formMarkedTeam(stage, visibleTo, people);
    for (const key of [...people.chairs, ...people.members.map(([, member]) => member)])
      teams.set(key, [...(teams.get(key) ?? []), teamId]);
    for (const audience of ['team', 'partnership'] as const)
      await meet(stage, teamId, people, audience);
    for (const reach of ['team', 'partnership', 'public'] as const)
      await decide(stage, teamId, people, reach);
    await changeTogether(stage, people.chairs, teamId);
    const [begins] = people.chairs;
    const begun = await beginTeam(stage, begins, visibleTo);
    teams.set(begins, [begun, ...(teams.get(begins) ?? [])]);
  }
  // Whoever stands in sits on the team by the seat.
  teams.set('alternate', teams.get('representative') ?? []);

  for (const [lead, member] of organizations) {
    await fillCaucus(stage, lead, member);
    await raiseVoices(stage, member, lead);
  }
  await fillCaucus(stage, 'other lead', 'other member');
  await raiseVoices(stage, 'other member', 'other lead');
  await fillPartnership(stage, 'superintendent', 'president');
  await fillPartnership(stage, 'other lead', 'other president');
  for (const visibility of ['partnership', 'public'] as const) {
    await reachGoal(stage, visibility, { lead: 'superintendent', second: 'president' });
    await reachGoal(stage, visibility, { lead: 'president', second: 'board' });
    await reachGoal(stage, visibility, { lead: 'other lead', second: 'other president' });
  }
  const ways = await listen(stage, ['superintendent', 'president'], 'principal');
  await listen(stage, ['other lead', 'other president'], 'other member');
  await importRoster(stage, 'superintendent', true);
  await countSomebody(stage);
  await resetSignIn(stage, ['superintendent', 'president'], stage.here.slug);
  await resetSignIn(stage, ['other lead', 'other president'], other.slug);
  await importRoster(stage, 'other lead', false);
  for (const key of ['superintendent', 'president', 'other lead']) await readTheRules(stage, key);
  teams.set('board', [
    ...(teams.get('board') ?? []),
    await meetInTheOpen(stage, ['board', 'parent']),
  ]);
  teams.set('parent', [...(teams.get('parent') ?? []), ...(teams.get('board') ?? []).slice(-1)]);
  for (const key of ['superintendent', 'representative', 'board member', 'parent', 'other lead'])
    await talk(stage, key);
  await keepRecords(stage, 'superintendent', 'parent');
  await keepRecords(stage, 'other lead', 'other member');
  await turnTheCycle(stage, 'superintendent');
  await turnTheCycle(stage, 'other lead');
  return Object.assign(stage, {
    other,
    ways,
    actors: [...seated(stage, teams, other), ...others(stage, ways)],
    close: () => stage.here.close(),
  });
}

/** The operator was asked to let two leads sign in anew. */
async function resetSignIn(
  { here, random, seat }: Stage,
  [first, second]: [string, string],
  slug: string,
): Promise<void> {
  const base = { clock: here.clock, random, baseUrl: 'http://concord.test' };
  const seats = [seat(first).seatId, seat(second).seatId] as const;
  await asOperator(here.database.owner, base, (ctx) => askForReset(ctx, slug, seats));
}

/** Somebody was counted somewhere. */
async function countSomebody({ here }: Stage): Promise<void> {
  const counts = sharedCounts(here.database.counts, 'test');
  await counts({ of: 'the matrix', most: 1, minutes: 60 }, 'somebody', here.clock.now());
}

const leads = new Set<string>([
  ...organizations.map(([lead]) => lead),
  'other lead',
  'other president',
]);

/** Everybody who wears a hat. */
function seated(
  stage: Stage,
  teams: ReadonlyMap<string, readonly string[]>,
  other: { partnershipId: string; slug: string },
): LeakActor[] {
  const keys = [
    ...cast,
    ...guests
      .map(({ key }) => key)
      .filter((key) => key !== 'after a seat ended' && key !== 'before a seat'),
    'two hats as community',
    'other lead',
    'other president',
    'other member',
  ];
  return keys.map((key) => {
    const seat = stage.seat(key);
    const elsewhere = stage.slugs.get(key) === other.slug;
    return {
      key,
      partnershipId: elsewhere ? other.partnershipId : stage.here.partnershipId,
      seat: { ...seat, lead: leads.has(key), teamIds: teams.get(key) ?? [] },
      guestOf: null,
      way: {
        by: 'session',
        token: tokenOf(key),
        slug: elsewhere ? other.slug : stage.here.slug,
        hat: seat.seatId,
      },
    };
  });
}

/** Everybody who does not. */
function others({ here }: Stage, ways: GuestWays): LeakActor[] {
  const { slug, partnershipId } = here;
  const plain = { partnershipId, seat: null, guestOf: null };
  const session = (token: string | null) => ({ by: 'session', token, slug, hat: null }) as const;
  return [
    { ...plain, key: 'visitor', way: session(null) },
    { ...plain, key: 'no seat', way: session(tokenOf('no seat')) },
    { ...plain, key: 'after a seat ended', way: session(tokenOf('after a seat ended')) },
    { ...plain, key: 'before a seat', way: session(tokenOf('before a seat')) },
    // At the address of a partnership that is not theirs.
    { ...plain, key: 'other lead visiting', way: session(tokenOf('other lead')) },
    {
      ...plain,
      key: 'guest by link',
      guestOf: ways.openLink.id,
      way: { by: 'link', token: ways.openLink.token },
    },
    {
      ...plain,
      key: 'guest link expired',
      partnershipId: null,
      way: { by: 'link', token: ways.expiredLink.token },
    },
    {
      ...plain,
      key: 'guest by receipt',
      guestOf: ways.voiceId,
      way: { by: 'receipt', receipt: ways.receipt },
    },
    {
      ...plain,
      key: 'guest by receipt of a held voice',
      guestOf: ways.heldId,
      way: { by: 'receipt', receipt: ways.heldReceipt },
    },
    { ...plain, key: 'sign-in role', partnershipId: null, way: { by: 'sign-in role' } },
  ];
}
