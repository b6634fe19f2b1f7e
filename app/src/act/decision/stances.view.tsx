import { type ComponentChildren, Fragment } from 'preact';
import { Disclosure, Prose, Section, StateWord } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { type DecisionWhole, isConcern, type StanceShown } from './decision.ts';
import { decisionWords } from './decision.words.ts';
import { Distribution, Standing } from './distribution.view.tsx';
import { judge } from './judge.ts';
import { Speaker } from './said.view.tsx';
import type { SeatsKnown } from './speakers.ts';
import { stanceKey } from './stance-words.ts';

export interface StancesProps {
  whole: DecisionWhole;
  seats: SeatsKnown;
}

/** The revealed stances of the running round: by constituency, then seat by seat. */
export function Stances({ whole, seats }: StancesProps) {
  const t = useWords(decisionWords);
  const { decision } = whole;
  const shown = stancesOfRound(whole, decision.round);
  const constituencies = judge(whole)?.constituencies ?? [];
  return (
    <Section
      title={decision.round > 1 ? t('stances.round', { round: decision.round }) : t('stances')}
    >
      {shown.length === 0 ? (
        <p>{t('stances.none')}</p>
      ) : (
        <Distribution decision={decision} constituencies={constituencies} />
      )}
      <Standing constituencies={constituencies} />
      {shown.length > 0 && (
        <Disclosure summary={t('stances.each')}>
          <SaidBySeats whole={whole} seats={seats} stances={shown} />
        </Disclosure>
      )}
    </Section>
  );
}

export function stancesOfRound({ stances }: DecisionWhole, round: number): StanceShown[] {
  return stances.filter((stance) => stance.round === round && stance.revealedAt !== null);
}

/** Each seat with its stance and its reason, in the order of the table. */
export function SaidBySeats({
  whole,
  seats,
  stances,
}: StancesProps & { stances: readonly StanceShown[] }) {
  const t = useWords(decisionWords);
  const { decision, electors } = whole;
  const place = ({ seatId }: StanceShown) => electors.findIndex((one) => one.seatId === seatId);
  return (
    <ul class="said">
      {stances
        .toSorted((a, b) => place(a) - place(b))
        .map((stance) => (
          <li key={stance.seatId}>
            <Speaker seatId={stance.seatId} electors={electors} seats={seats} />
            <p class="said-stance">{t(stanceKey(decision.scale, stance.value))}</p>
            {stance.reason && <Prose text={stance.reason} quote />}
          </li>
        ))}
    </ul>
  );
}

/** What stands in the way, what would resolve it, and what was done about it. */
export function Concerns({ whole, seats, resolve }: StancesProps & { resolve: ComponentChildren }) {
  const t = useWords(decisionWords);
  const { decision, electors } = whole;
  const raised = stancesOfRound(whole, decision.round).filter(({ value }) =>
    isConcern(decision, value),
  );
  return (
    <Section title={t('concerns')} id="concerns">
      {raised.length === 0 && <p>{t('concerns.none')}</p>}
      <ul class="said">
        {raised.map((stance) => (
          <li key={stance.seatId}>
            <Speaker seatId={stance.seatId} electors={electors} seats={seats} />
            <p>
              <StateWord tone={stance.resolvedAt ? 'done' : 'waiting'}>
                {t(stance.resolvedAt ? 'concern.resolved' : 'concern.open')}
              </StateWord>
            </p>
            <Said label={t(stanceKey(decision.scale, stance.value))} text={stance.reason} />
            <Said label={t('concern.would-resolve')} text={stance.wouldResolve} />
            {stance.resolution && <Said label={t('concern.done')} text={stance.resolution} />}
          </li>
        ))}
      </ul>
      {resolve}
    </Section>
  );
}

function Said({ label, text }: { label: string; text: string }) {
  return (
    <Fragment>
      <h3>{label}</h3>
      <Prose text={text} quote />
    </Fragment>
  );
}
