import { type ConstituencyOutcome, stancesOf } from '@concord/analysis';
import { type Constituency, seatGroup } from '../../partnership/access/index.ts';
import { type Locale, type Say, type SeatColour, SeatSign, Table } from '../../ui/index.ts';
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
    <section class="table-frame" aria-label={t('stances.caption')} tabindex={0}>
      <table class="distribution">
        <caption>{t('stances.caption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('column.stance')}</th>
            {sides.map(({ group }) => (
              <th key={group.letter} scope="col" title={group.name}>
                <SeatSign group={group} />
                <span class="visually-hidden">{group.name}</span>
              </th>
            ))}
            <th scope="col" class="number">
              {t('column.all')}
            </th>
          </tr>
        </thead>
        <tbody>
          {ordered.map((label) => (
            <tr key={label}>
              <th scope="row">
                {t(stanceKey(scale, label))}
                {isConcern(decision, label) && (
                  <span class="stance-below">{t('stance.below')}</span>
                )}
              </th>
              {sides.map(({ group, seats, distribution }) => (
                <td key={group.letter}>
                  <Bar count={distribution[label] ?? 0} of={seats} colour={group.colour} />
                </td>
              ))}
              <td class="number">
                {sides.reduce((sum, { distribution }) => sum + (distribution[label] ?? 0), 0)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** How many, and how much of its side that is. */
function Bar({ count, of, colour }: { count: number; of: number; colour: SeatColour }) {
  const share = of > 0 ? count / of : 0;
  return (
    <span class={count === 0 ? 'stance-bar stance-bar-none' : 'stance-bar'}>
      {count}
      <svg viewBox="0 0 36 10" width="36" height="10" aria-hidden="true">
        <rect class="stance-bar-base" x="0.5" y="0.5" width="35" height="9" />
        {count > 0 && (
          <rect
            class={`seat-fill-${colour} seat-edge-${colour}`}
            x="0.5"
            y="0.5"
            width={(35 * share).toFixed(1)}
            height="9"
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
