import {
  askForReset,
  asOperator,
  giveResetLinks,
  type OperatorCtx,
  resetState,
} from '../partnership/sign-in-reset/server.ts';
import { systemClock } from '../platform/clock.ts';
import { systemRandom } from '../platform/random.ts';
import { type Command, UsageError } from './command.ts';
import { withMigratedDatabase } from './migrated-database.ts';

export const resetCoChairsCommand: Command = {
  name: 'reset-co-chairs',
  summary: 'Let two leads who lost every way to sign in get in again, before everybody’s eyes',
  usage: 'SLUG [SEAT SEAT | --give-links]',
  details:
    'For two leads of two organizations whom nobody else can help. With the numbers of their seats (the last part of a seat’s address, after /partners/seats/) it starts: every lead gets a letter, it stands on the table and in the audit trail, and any lead can stop it for 72 hours. After that, --give-links prints one link for each of the two people who sit there already; the links work once, for 7 days, and end their old passwords, passkeys and codes. It seats nobody and shows you no record. With SLUG alone it says where it stands.',
  example: 'npx concord reset-co-chairs river-county --give-links',
  options: { 'give-links': { type: 'boolean' } },
  positionals: { least: 1, most: 3 },
  async run({ environment, positionals, options, say }) {
    const [slug = '', first, second] = positionals;
    const give = options['give-links'] === true;
    if ((first !== undefined && second === undefined) || (give && first !== undefined))
      throw new UsageError(
        'Name two seats, or give the links. See npx concord reset-co-chairs --help.',
      );
    for (const seat of [first, second])
      if (seat !== undefined && !/^[0-9a-f-]{36}$/i.test(seat))
        throw new UsageError(
          `“${seat}” is no number of a seat. See npx concord reset-co-chairs --help.`,
        );
    const base = {
      clock: systemClock,
      random: systemRandom(systemClock),
      baseUrl: environment.baseUrl,
    };
    const work = async (ctx: OperatorCtx) => {
      if (give) return linesOfLinks(await giveResetLinks(ctx, slug));
      if (first && second) return linesOfStart(await askForReset(ctx, slug, [first, second]));
      return [stateLine(await resetState(ctx, slug))];
    };
    const lines = await withMigratedDatabase(environment, 'reset-co-chairs', ({ owner }) =>
      asOperator(owner, base, work),
    );
    for (const line of lines) say(line);
    return 0;
  },
};

const linesOfStart = ({ opensAt, letters }: { opensAt: Date; letters: number }) => [
  `It is started. ${letters} leads get a letter; it stands on the table and in the audit trail.`,
  `Any lead can stop it until ${opensAt.toISOString()}. After that: npx concord reset-co-chairs SLUG --give-links`,
];

const linesOfLinks = (links: readonly string[]) => [
  'One link for each of the two, in the order of the seats. Pass them on by hand, to nobody else:',
  ...links,
];

function stateLine(state: Awaited<ReturnType<typeof resetState>>): string {
  if (!state) return 'Nothing was ever asked for here.';
  const asked = `Asked for at ${state.askedAt.toISOString()}`;
  if (state.stoppedAt) return `${asked}; a lead stopped it at ${state.stoppedAt.toISOString()}.`;
  if (state.givenAt) return `${asked}; the links were given at ${state.givenAt.toISOString()}.`;
  return `${asked}; the links can be given from ${state.opensAt.toISOString()}, unless a lead stops it.`;
}
