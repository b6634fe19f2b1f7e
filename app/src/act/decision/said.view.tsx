import { constituencies, seatGroup } from '../../partnership/access/index.ts';
import { PersonChip } from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import type { Elector } from './decision.ts';
import { decisionWords } from './decision.words.ts';
import type { SeatsKnown } from './speakers.ts';

/** Who says something: the seat with its holder, or only the constituency where names are not shown. */
export function Speaker({
  seatId,
  electors,
  seats,
}: {
  seatId: string;
  electors: readonly Elector[];
  seats: SeatsKnown;
}) {
  const t = useWords(decisionWords);
  const { locale } = useLocale();
  const seat = seats.get(seatId);
  const elector = electors.find((one) => one.seatId === seatId);
  const group = seatGroup(locale, elector?.constituency ?? constituencies[0]);
  return seat ? (
    <PersonChip
      name={seat.holder ?? seat.title}
      seat={seat.holder ? seat.title : group.name}
      group={group}
    />
  ) : (
    <PersonChip name={t('seat.unnamed', { constituency: group.name })} group={group} />
  );
}
