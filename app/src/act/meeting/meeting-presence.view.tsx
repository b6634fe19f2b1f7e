import { seatGroup } from '../../partnership/access/index.ts';
import { seatName, tableSeats } from '../../partnership/seat/index.ts';
import type { FormState } from '../../ui/form-state.ts';
import { Button, Disclosure, Form, RadioGroup, RoundTable, Section } from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import type { TeamMember } from '../team/index.ts';
import {
  type Attendance,
  hasQuorum,
  type Meeting,
  presenceBySide,
  presences,
  type SidePresence,
} from './meeting.ts';
import { meetingWords } from './meeting.words.ts';

export interface MeetingPresenceProps {
  form: FormState;
  slug: string;
  meeting: Meeting;
  /** Everyone who is, or was then, on the team. */
  members: readonly TeamMember[];
  attendance: readonly Attendance[];
  mayNote: boolean;
}

/** Who is there, side by side, on the round table and in words. */
export function MeetingPresence(props: MeetingPresenceProps) {
  const { meeting, members, attendance, mayNote } = props;
  const t = useWords(meetingWords);
  const { locale } = useLocale();
  const noted = attendance.length > 0;
  const presenceOf = new Map(attendance.map(({ seatId, presence }) => [seatId, presence]));
  const sides = presenceBySide(members, attendance, meeting.quorumEachSide);
  const here = sides.reduce((sum, side) => sum + side.here, 0);
  const over = meeting.state === 'minutes-offered' || meeting.state === 'minutes-approved';
  const title = t(!noted ? 'presence.planned' : over ? 'presence.then' : 'presence');
  return (
    <Section title={title} id="presence">
      <RoundTable
        size="large"
        title={title}
        centre={noted ? t('presence.centre', { here, seats: members.length }) : undefined}
        centreNote={noted ? t('presence.note') : undefined}
        seats={tableSeats(locale, members, (seat) => {
          if (!noted) return {};
          const presence = presenceOf.get(seat.id) ?? 'absent';
          return { filled: presence !== 'absent', note: t(`presence.${presence}`) };
        })}
      />
      {noted ? (
        <>
          <p>
            <strong>{t(hasQuorum(sides) ? 'presence.quorum' : 'presence.no-quorum')}</strong>
          </p>
          <ul>
            {sides.map((side) => (
              <SideLine key={side.constituency} side={side} />
            ))}
          </ul>
        </>
      ) : (
        meeting.quorumEachSide > 0 && (
          <p>{t('presence.needed', { needed: meeting.quorumEachSide })}</p>
        )
      )}
      {mayNote && <AttendanceForm {...props} />}
    </Section>
  );
}

function SideLine({ side }: { side: SidePresence }) {
  const t = useWords(meetingWords);
  const { locale } = useLocale();
  const { here, seats, needed } = side;
  const values = { side: seatGroup(locale, side.constituency).name, here, seats };
  if (needed === null) return <li>{t('presence.side', values)}</li>;
  const missing = needed - here;
  return (
    <li>
      {missing > 0
        ? t('presence.side-missing', { ...values, missing })
        : t('presence.side-reached', values)}
    </li>
  );
}

function AttendanceForm({ form, slug, meeting, members, attendance }: MeetingPresenceProps) {
  const t = useWords(meetingWords);
  const before = new Map(attendance.map(({ seatId, presence }) => [seatId, presence]));
  return (
    <Disclosure summary={t('presence.form')} open={attendance.length === 0}>
      <Form action={`/p/${slug}/meetings/${meeting.id}/attendance`}>
        {members.map((seat) => {
          const name = `presence.${seat.id}`;
          return (
            <RadioGroup
              key={seat.id}
              name={name}
              value={form.value(name, before.get(seat.id) ?? '')}
              label={seatName(seat)}
              inline
              choices={presences
                .filter((presence) => presence !== 'alternate' || seat.alternates.length > 0)
                .map((presence) => ({ value: presence, label: t(`presence.${presence}`) }))}
            />
          );
        })}
        <Button>{t('presence.save')}</Button>
      </Form>
    </Disclosure>
  );
}
