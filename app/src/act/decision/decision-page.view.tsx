import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  Disclosure,
  Form,
  NeedsYou,
  Notice,
  Prose,
  Section,
  TextArea,
} from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import type { VotePlace } from '../meeting/index.ts';
import { Afterwards } from './afterwards.view.tsx';
import { Conduct } from './conduct.view.tsx';
import { bargainingDomains, type DecisionWhole, type StanceShown } from './decision.ts';
import { decisionWords } from './decision.words.ts';
import { Outcome } from './outcome.view.tsx';
import { Rule, type RuleProps } from './rule.view.tsx';
import type { SeatsKnown } from './speakers.ts';
import { Speaking } from './speaking.view.tsx';
import { StanceForm } from './stance-form.view.tsx';
import { Concerns, SaidBySeats, Stances, stancesOfRound } from './stances.view.tsx';

export interface DecisionPageProps {
  form: FormState;
  /** The path of the decision. */
  base: string;
  whole: DecisionWhole;
  seats: SeatsKnown;
  team: RuleProps['team'];
  /** The seats on the team now: who would have a say in a draft. */
  teamSeats: RuleProps['seats'];
  may: {
    open: boolean;
    speak: boolean;
    reveal: boolean;
    resolve: boolean;
    conduct: boolean;
    dissent: boolean;
    review: boolean;
  };
  mine: StanceShown | undefined;
  spoken: boolean;
  closesAt: string;
  draft: string;
  /** Where a body that meets in the open votes; null for teams that vote when they like. */
  place: VotePlace | null;
  /** The path of the partnership. */
  home: string;
}

/** A decision: what is asked, where it stands, what one may do, who is in it. */
export function DecisionPage(props: DecisionPageProps) {
  const { form, base, whole, seats, team, teamSeats, may, draft } = props;
  const t = useWords(decisionWords);
  const dates = useDates();
  const { decision } = whole;
  const { state } = decision;
  return (
    <>
      <FormSummary form={form} />
      {may.speak && !props.spoken && (
        <NeedsYou
          needs={[
            {
              href: '#stance',
              verb: t('stance.needs'),
              about: decision.title,
              when: t('stance.by', { when: dates.moment(decision.closesAt) }),
            },
          ]}
        />
      )}
      {bargainingDomains.includes(decision.domain) && state === 'draft' && (
        <Notice>{t('bargaining')}</Notice>
      )}
      <Outcome whole={whole} />
      <Section title={t('proposal')}>
        <Prose text={decision.proposal} />
      </Section>
      {decision.background && (
        <Section title={t('background')}>
          <Prose text={decision.background} />
        </Section>
      )}
      {state === 'draft' ? (
        <div class="no-print">
          {props.place ? (
            <OpenAtMeeting {...props} place={props.place} />
          ) : (
            <OpenIt base={base} may={may.open} seats={teamSeats.length} />
          )}
        </div>
      ) : (
        <Speaking
          whole={whole}
          seats={seats}
          reveal={
            may.reveal && (
              <Form action={`${base}/reveal`}>
                <Button>{t('reveal')}</Button>
              </Form>
            )
          }
        />
      )}
      {may.speak && (
        <div class="no-print">
          {props.place && <Notice>{t('open.named')}</Notice>}
          <StanceForm
            form={form}
            action={`${base}/stance`}
            decision={decision}
            mine={props.mine}
            spoken={props.spoken}
            draft={`${draft} ${decision.round}`}
          />
        </div>
      )}
      {state !== 'draft' && state !== 'open' && (
        <>
          <Stances whole={whole} seats={seats} />
          <Concerns
            whole={whole}
            seats={seats}
            resolve={may.resolve && <Resolve form={form} base={base} draft={draft} />}
          />
        </>
      )}
      {may.conduct && state === 'revealed' && (
        <div class="no-print">
          <Conduct form={form} base={base} whole={whole} closesAt={props.closesAt} draft={draft} />
        </div>
      )}
      {decision.closedAt && (
        <Afterwards form={form} base={base} whole={whole} seats={seats} may={may} draft={draft} />
      )}
      <EarlierRounds whole={whole} seats={seats} />
      <Rule whole={whole} seats={state === 'draft' ? teamSeats : whole.electors} team={team} />
    </>
  );
}

function OpenIt({ base, may, seats }: { base: string; may: boolean; seats: number }) {
  const t = useWords(decisionWords);
  return (
    <Section title={t('open.title')}>
      <p>{t('open.text', { seats })}</p>
      {may ? (
        <Form action={`${base}/open`}>
          <Button>{t('open')}</Button>
        </Form>
      ) : (
        <p>{t('open.wait')}</p>
      )}
    </Section>
  );
}

/** A body that meets in the open votes at its meeting: how the question gets there, and opens there. */
function OpenAtMeeting(props: DecisionPageProps & { place: VotePlace }) {
  const { base, home, may, place, whole } = props;
  const t = useWords(decisionWords);
  const dates = useDates();
  const { now, planned, next } = place;
  return (
    <Section title={t('open.title')}>
      <p>{t('open.at-meeting')}</p>
      {now ? (
        <>
          <p>{t('open.held', { meeting: now.title, when: dates.moment(now.votesUntil) })}</p>
          {may.open ? (
            <Form action={`${base}/open`}>
              <Button>{t('open.now')}</Button>
            </Form>
          ) : (
            <p>{t('open.wait')}</p>
          )}
        </>
      ) : planned ? (
        <p>
          {t(planned.announced ? 'open.announced' : 'open.planned')}{' '}
          <a href={`${home}/meetings/${planned.id}#notice`}>{planned.title}</a>
        </p>
      ) : next ? (
        <Form
          action={`${home}/meetings/${next.id}/items`}
          hidden={{ recordIds: whole.decision.id }}
        >
          <Button>{t('open.bring', { meeting: next.title })}</Button>
        </Form>
      ) : (
        <p>
          <a href={`${home}/meetings/new?team=${whole.decision.teamId}`}>{t('open.plan')}</a>
        </p>
      )}
    </Section>
  );
}

function Resolve({ form, base, draft }: { form: FormState; base: string; draft: string }) {
  const t = useWords(decisionWords);
  return (
    <Form action={`${base}/resolve`} label={t('resolve.title')}>
      <TextArea
        {...field(form, 'resolution')}
        label={t('resolve.field')}
        hint={t('resolve.field.hint')}
        rows={3}
        draft={`${draft} resolve`}
      />
      <Button kind="quiet">{t('resolve')}</Button>
    </Form>
  );
}

/** What was proposed and said before: kept, and never changed. */
function EarlierRounds({ whole, seats }: { whole: DecisionWhole; seats: SeatsKnown }) {
  const t = useWords(decisionWords);
  const earlier = whole.rounds.filter(({ round }) => round < whole.decision.round);
  if (earlier.length === 0) return null;
  return (
    <Section title={t('rounds.earlier')}>
      {earlier.map(({ round, proposal }) => (
        <Disclosure key={round} summary={t('round.now', { round })}>
          <h3>{t('proposal.round', { round })}</h3>
          <Prose text={proposal} quote />
          <SaidBySeats whole={whole} seats={seats} stances={stancesOfRound(whole, round)} />
        </Disclosure>
      ))}
    </Section>
  );
}
