import { type Locale, translate } from '../../ui/catalogue.ts';
import type { SeatedCtx } from '../access/server.ts';
import { readOrganization } from '../organization/server.ts';
import { seatName } from '../seat/index.ts';
import { readSeats } from '../seat/server.ts';
import type { ChangeInWords, JointChange } from './joint-change.ts';
import { jointChangeWords } from './joint-change.words.ts';

/** Who speaks for an organization that lost its lead, or that its first person may be invited anew. */
export async function describeSuccession(
  ctx: SeatedCtx,
  { kind, after }: JointChange,
  locale: Locale,
): Promise<ChangeInWords> {
  const { name: organization } = await readOrganization(ctx, String(after.organizationId));
  const [seat] = after.seatId ? await readSeats(ctx, [String(after.seatId)]) : [];
  const say = (key: 'lead' | 'first-person', when: 'before' | 'after') =>
    translate(jointChangeWords, locale, `${key}.${when}`, {
      organization,
      seat: seat ? seatName(seat) : translate(jointChangeWords, locale, 'seat.gone'),
    });
  const key = kind === 'lead' ? 'lead' : 'first-person';
  const note = kind === 'lead' ? [] : [translate(jointChangeWords, locale, 'first-person.note')];
  return { before: [say(key, 'before')], after: [say(key, 'after'), ...note] };
}
