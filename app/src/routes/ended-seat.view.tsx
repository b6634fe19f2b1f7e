import type { Actor, EndedSeat } from '../partnership/access/index.ts';
import { catalogue, type Locale, translate } from '../ui/catalogue.ts';
import { Button, Form, Notice } from '../ui/index.ts';
import { useDates, useWords } from '../ui/words.ts';
import en from './ended-seat.en.json' with { type: 'json' };
import es from './ended-seat.es.json' with { type: 'json' };

const words = catalogue(en, es);

export function endedSeatTitle(locale: Locale): string {
  return translate(words, locale, 'title');
}

export interface EndedSeatTextProps {
  ended: EndedSeat;
  /** A form was on its way. */
  sent: boolean;
  /** They have another seat here. */
  other: boolean;
}

/** What happened to the seat from which somebody acted, and what stays. */
export function EndedSeatText({ ended, sent, other }: EndedSeatTextProps) {
  const t = useWords(words);
  const dates = useDates();
  const { seat, organization, sort, endedAt, endedOn, reason } = ended;
  const values = { seat, organization, sort };
  return (
    <>
      <p>
        {endedAt
          ? t('ended', {
              ...values,
              when: dates.distance(endedAt),
              moment: dates.moment(endedAt),
            })
          : t('ran-out', { ...values, day: endedOn ? dates.day(endedOn) : '' })}{' '}
        {reason === 'handover' && t('handover')}
      </p>
      {sent && <p>{t('not-sent')}</p>}
      <p>{t('thanks')}</p>
      {!other && <p>{t('closed', { organization })}</p>}
    </>
  );
}

const toldDays = 7;

/** While they have another seat here; else for the first days, on what is public. */
export function isToldOfEnd({ ended, seat }: Actor, now: Date): boolean {
  if (!ended || seat) return ended !== undefined;
  const end = ended.endedAt ?? new Date(ended.endedOn ?? 0);
  return now.getTime() - end.getTime() < toldDays * 86_400_000;
}

/** At the top of a page that somebody opens with a hat they no longer have. */
export function EndedSeatNotice({ actor }: { actor: Actor }) {
  const t = useWords(words);
  const { ended, seat } = actor;
  if (!ended) return null;
  return (
    <Notice title={t('title')}>
      <EndedSeatText ended={ended} sent={false} other={seat !== null} />
      {seat && <GoOn actor={actor} />}
    </Notice>
  );
}

/** Their other seat acts for them when they say so, and not before. */
export function GoOn({ actor: { seat } }: { actor: Actor }) {
  const t = useWords(words);
  if (!seat) return null;
  const values = { seat: seat.title, organization: seat.organizationName };
  return (
    <Form action="/seats" hidden={{ seat: seat.seatId }}>
      <p>{t('other', values)}</p>
      <Button>{t('go-on', values)}</Button>
    </Form>
  );
}
