import type { ComponentChildren } from 'preact';
import { RoundTable, Section } from '../../ui/index.ts';
import { useDates, useLocale, useWords } from '../../ui/words.ts';
import { canReveal, type DecisionWhole, hasSpoken } from './decision.ts';
import { decisionWords } from './decision.words.ts';
import { type SeatsKnown, speakersAtTable } from './speakers.ts';
import { stanceKey } from './stance-words.ts';

export interface SpeakingProps {
  whole: DecisionWhole;
  seats: SeatsKnown;
  /** The button that shows the stances, for those who may press it. */
  reveal?: ComponentChildren;
}

/** The table: who has spoken, never what; what each seat said only once all are shown. */
export function Speaking({ whole, seats, reveal }: SpeakingProps) {
  const t = useWords(decisionWords);
  const dates = useDates();
  const { locale, now } = useLocale();
  const { decision, electors, stances } = whole;
  const revealed = decision.state !== 'open';
  const spoken = electors.filter((elector) => hasSpoken(elector, decision.round)).length;
  const table = speakersAtTable(locale, electors, seats, (elector) => {
    const said = stances.find(
      ({ seatId, round, revealedAt }) =>
        seatId === elector.seatId && round === decision.round && revealedAt !== null,
    );
    return {
      spoken: hasSpoken(elector, decision.round),
      note: said && t(stanceKey(decision.scale, said.value)),
    };
  });
  const ready = canReveal(whole, now);
  return (
    <Section
      title={t('spoken.title')}
      aside={decision.round > 1 ? t('round.now', { round: decision.round }) : undefined}
    >
      <RoundTable
        size="large"
        title={t('spoken.title')}
        seats={table}
        centre={t('spoken.of', { spoken, all: electors.length })}
        centreNote={t('spoken.note', { spoken })}
        reveal={revealed}
      />
      {!revealed && (
        <p>
          {t('spoken.private')}{' '}
          {ready
            ? t(spoken === electors.length ? 'reveal.all' : 'deadline.over')
            : t('reveal.wait', { when: dates.moment(decision.closesAt) })}
        </p>
      )}
      {decision.state === 'revealed' && <p>{t('revealed.waiting')}</p>}
      {ready && reveal}
    </Section>
  );
}
