import { accessWords, type SeatedActor } from '../../partnership/access/index.ts';
import { type SeatShown, seatName } from '../../partnership/seat/index.ts';
import type { FormState } from '../../ui/form-state.ts';
import {
  Button,
  DateText,
  Disclosure,
  Form,
  Notice,
  Section,
  SelectField,
  useWords,
} from '../../ui/index.ts';
import { voiceWords } from '../voice/index.ts';
import { type HeldVoice, mayAgree, mayAskAside } from './held-voice.ts';
import { HoldReasons } from './hold-reasons.view.tsx';
import { asideReasons } from './holding.ts';
import { listeningWords } from './listening.words.ts';
import { UnreadWords } from './unread-words.view.tsx';

export interface HeldListProps {
  slug: string;
  actor: SeatedActor;
  held: readonly HeldVoice[];
  seats: ReadonlyMap<string, SeatShown>;
  form: FormState;
  /** The voice whose form was sent last. */
  about: string;
}

/** What waits to be read, each with its reasons and what a lead can do; then what was set aside. */
export function HeldList(props: HeldListProps) {
  const t = useWords(listeningWords);
  const waiting = props.held.filter(({ state }) => state === 'held');
  const aside = props.held.filter(({ state }) => state === 'set-aside');
  return (
    <>
      {waiting.length === 0 && <p>{t('held.none')}</p>}
      {waiting.map((held) => (
        <Section key={held.id} title={t('held.from', { title: held.linkTitle })}>
          <HeldWords held={held} />
          <HoldReasons reasons={held.reasons} />
          <HeldActions {...props} held={held} />
        </Section>
      ))}
      {aside.length > 0 && (
        <Disclosure summary={t('held.aside', { count: aside.length })}>
          {aside.map((held) => (
            <Section key={held.id} title={t('held.from', { title: held.linkTitle })}>
              <HeldWords held={held} />
              <p>
                {t('held.aside.by', {
                  first: nameOf(props.seats, held.asideSeat),
                  second: nameOf(props.seats, held.settledSeat),
                })}{' '}
                <strong>{t(`aside.${held.asideReason ?? 'repeats'}`)}</strong>
              </p>
            </Section>
          ))}
        </Disclosure>
      )}
    </>
  );
}

function HeldWords({ held }: { held: HeldVoice }) {
  const voice = useWords(voiceWords);
  const side = useWords(accessWords);
  return (
    <>
      <UnreadWords text={held.body} />
      <p class="record-row-facts">
        <span>{voice(`sort.${held.sort}`)}</span>
        {held.constituency && (
          <span>{voice('from.side', { side: side(`constituency.${held.constituency}`) })}</span>
        )}
        <DateText date={held.heldAt} />
      </p>
    </>
  );
}

interface HeldItemProps extends Omit<HeldListProps, 'held'> {
  held: HeldVoice;
}

function HeldActions(props: HeldItemProps) {
  const { held, actor, seats } = props;
  const t = useWords(listeningWords);
  const path = `/p/${props.slug}/listening/held/${held.id}`;
  return (
    <>
      {held.asideSeat && (
        <Notice kind="needs">
          {t('held.asked', { who: nameOf(seats, held.asideSeat) })}{' '}
          <strong>{t(`aside.${held.asideReason ?? 'repeats'}`)}</strong>
        </Notice>
      )}
      <Form action={`${path}/release`}>
        <Button>{t('held.release')}</Button>
      </Form>
      {held.asideReason && mayAgree(actor, held) && (
        <Form action={`${path}/set-aside`} hidden={{ reason: held.asideReason }}>
          <Button kind="quiet">{t('held.agree')}</Button>
        </Form>
      )}
      {mayAskAside(actor, held) && <AsideForm {...props} path={path} />}
    </>
  );
}

function AsideForm({ held, form, about, path }: HeldItemProps & { path: string }) {
  const t = useWords(listeningWords);
  const here = about === held.id;
  return (
    <Disclosure summary={t('held.ask')} open={here && form.problems.length > 0}>
      <Form action={`${path}/set-aside`}>
        <SelectField
          id={`reason-${held.id}`}
          name="reason"
          value={held.asideReason ?? ''}
          error={here ? form.problem('reason') : undefined}
          label={t('held.ask.why')}
          hint={t('held.ask.hint')}
          prompt={t('held.ask.choose')}
          choices={asideReasons.map((value) => ({ value, label: t(`aside.${value}`) }))}
        />
        <Button kind="quiet">{t('held.ask.submit')}</Button>
      </Form>
    </Disclosure>
  );
}

function nameOf(seats: HeldListProps['seats'], id: string | null): string {
  const seat = seats.get(id ?? '');
  return seat ? seatName(seat) : '';
}
