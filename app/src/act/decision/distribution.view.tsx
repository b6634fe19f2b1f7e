import { type ConstituencyOutcome, stancesOf } from '@concord/analysis';
import { type Constituency, seatGroup } from '../../partnership/access/index.ts';
import { type Locale, type Say, type SeatColour, Table } from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import { type Decision, isConcern } from './decision.ts';
import { type DecisionKey, decisionWords } from './decision.words.ts';
import { stanceKey } from './stance-words.ts';

export interface DistributionProps {
  decision: Decision;
  constituencies: readonly ConstituencyOutcome[];
}

/** How often each stance was given in each constituency: the counts, each with a small bar. Never an average. */
export function Distribution({ decision, constituencies }: DistributionProps) {
  const t = useWords(decisionWords);
  const { locale } = useLocale();
  const { scale } = decision;
  const sides = constituencies.map((side) => ({ ...side, group: groupOf(locale, side) }));
  const labels: readonly string[] = stancesOf[scale];
  const ordered = scale === 'fist-to-five' ? labels.toReversed() : labels;
  return (
    <Table
      caption={t('stances.caption')}
      columns={[
        { label: t('column.stance') },
        ...sides.map(({ group }) => ({ label: group.name })),
        { label: t('column.all'), number: true },
      ]}
      rows={ordered.map((label) => [
        <>
          {t(stanceKey(scale, label))}
          {isConcern(decision, label) && <span class="stance-below">{t('stance.below')}</span>}
        </>,
        ...sides.map(({ group, seats, distribution }) => (
          <Bar
            key={group.letter}
            count={distribution[label] ?? 0}
            of={seats}
            colour={group.colour}
          />
        )),
        sides.reduce((sum, { distribution }) => sum + (distribution[label] ?? 0), 0),
      ])}
    />
  );
}

function Bar({ count, of, colour }: { count: number; of: number; colour: SeatColour }) {
  const length = of > 0 ? (56 * count) / of : 0;
  return (
    <span class={count === 0 ? 'stance-bar stance-bar-none' : 'stance-bar'}>
      <span>{count}</span>
      <svg viewBox="0 0 60 14" width="60" height="14" aria-hidden="true">
        <path class="stance-bar-base" d="M2 1v12" />
        {count > 0 && (
          <rect
            class={`seat-fill-${colour} seat-edge-${colour}`}
            x="2"
            y="2"
            width={length.toFixed(1)}
            height="10"
          />
        )}
      </svg>
    </span>
  );
}

/** Whether each constituency has met what was declared for it. */
export function Standing({ constituencies }: { constituencies: readonly ConstituencyOutcome[] }) {
  const t = useWords(decisionWords);
  const { locale } = useLocale();
  return (
    <Table
      caption={t('standing.caption')}
      columns={[
        { label: t('column.constituency') },
        { label: t('column.spoken') },
        { label: t('column.gate') },
        { label: t('column.met') },
      ]}
      rows={constituencies.map((side) => [
        groupOf(locale, side).name,
        t('quorum.of', { quorum: side.answered, seats: side.seats }),
        t(`gate.${side.gate}`),
        standingOf(t, side),
      ])}
    />
  );
}

function standingOf(t: Say<DecisionKey>, side: ConstituencyOutcome) {
  if (!side.quorumMet) return t('standing.quorum');
  if (side.gateMet) return t('standing.met');
  if (side.answered === 0) return t('standing.none');
  return side.gate === 'consent'
    ? t('standing.open', { count: side.blocking })
    : t('standing.short');
}

function groupOf(locale: Locale, { constituency }: ConstituencyOutcome) {
  return seatGroup(locale, constituency as Constituency);
}
