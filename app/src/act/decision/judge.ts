import { type DecisionOutcome, judgeDecision } from '@concord/analysis';
import { type DecisionWhole, lineOf } from './decision.ts';

/** How the revealed stances of the running round stand against the rule. Null without an electorate. */
export function judge({
  decision,
  rules,
  electors,
  stances,
}: Pick<DecisionWhole, 'decision' | 'rules' | 'electors' | 'stances'>): DecisionOutcome | null {
  if (electors.length === 0) return null;
  const revealed = stances.filter(
    ({ round, revealedAt }) => round === decision.round && revealedAt !== null,
  );
  return judgeDecision({
    scale: decision.scale,
    line: lineOf(decision),
    constituencies: rules.map(({ constituency, quorum, gate }) => {
      const seats = electors.filter((elector) => elector.constituency === constituency);
      const ids = new Set(seats.map(({ seatId }) => seatId));
      return {
        constituency,
        seats: seats.length,
        quorum,
        gate,
        stances: revealed
          .filter(({ seatId }) => ids.has(seatId))
          .map(({ value, resolvedAt }) => ({ value, concernResolved: resolvedAt !== null })),
      };
    }),
  });
}
