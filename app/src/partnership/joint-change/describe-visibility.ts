import { type Locale, translate } from '../../ui/catalogue.ts';
import { accessWords, seatGroup, seatsIn, sortOf } from '../access/index.ts';
import { readReaders, type SeatedCtx } from '../access/server.ts';
import type { ChangeInWords, JointChange } from './joint-change.ts';
import { jointChangeWords } from './joint-change.words.ts';

/** Who can read a record now, and who could then: the sentence, and how many of each constituency. */
export async function describeVisibility(
  ctx: SeatedCtx,
  change: Pick<JointChange, 'before' | 'after'>,
  locale: Locale,
): Promise<ChangeInWords> {
  return {
    before: await whoReads(ctx, String(change.before.visibleTo), locale),
    after: await whoReads(ctx, String(change.after.visibleTo), locale),
  };
}

async function whoReads(ctx: SeatedCtx, visibleTo: string, locale: Locale): Promise<string[]> {
  const readers = await readReaders(ctx, visibleTo);
  const sort = sortOf(visibleTo);
  const people = new Map<string, number>();
  for (const { constituency, people: count } of readers.organizations) {
    const { name } = seatGroup(locale, constituency);
    people.set(name, (people.get(name) ?? 0) + count);
  }
  const { body } = readers;
  return [
    translate(accessWords, locale, `visible.${sort}`, { body, count: seatsIn(readers) }),
    ...[...people].map(([constituency, count]) =>
      translate(jointChangeWords, locale, 'readers', { constituency, people: count }),
    ),
    ...(sort === 'public' ? [translate(jointChangeWords, locale, 'readers.everybody')] : []),
  ];
}
