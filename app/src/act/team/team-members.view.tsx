import { seatGroup } from '../../partnership/access/index.ts';
import { type SeatShown, seatName } from '../../partnership/seat/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import {
  Button,
  Disclosure,
  Form,
  PersonChip,
  RadioGroup,
  RecordList,
  Section,
  SelectField,
} from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import { type Team, type TeamMember, teamRoles } from './team.ts';
import { teamWords } from './team.words.ts';

export interface TeamMembersProps {
  form: FormState;
  base: string;
  team: Team;
  members: readonly TeamMember[];
  /** The organization whose people the reader may name; null where they may name nobody. */
  naming: { organizationId: string; organizationName: string; seats: readonly SeatShown[] } | null;
  /** The reader's own seat: nobody is forced to stay. */
  ownSeat: string | null;
  /** Seats that the reader may name as first co-chairs while the team forms. */
  firstChairs: readonly SeatShown[];
}

/** Who is on the team, and who may change that. */
export function TeamMembers(props: TeamMembersProps) {
  const { form, base, team, members, naming, ownSeat, firstChairs } = props;
  const t = useWords(teamWords);
  const { locale } = useLocale();
  const action = `${base}/teams/${team.id}`;
  return (
    <Section title={t('members')} id="members">
      <RecordList label={t('members')}>
        {members.map((seat) => (
          <li class="record-row" key={seat.id}>
            <div class="record-row-main">
              <PersonChip
                name={seat.holder ?? undefined}
                seat={`${seat.title}, ${seat.organizationName}`}
                group={seatGroup(locale, seat.constituency)}
              />
              <p class="record-row-facts">{t(`role.${seat.role}`)}</p>
            </div>
            <div class="no-print">
              {(seat.organizationId === naming?.organizationId || seat.id === ownSeat) && (
                <form method="post" action={`${action}/withdraw`}>
                  <input type="hidden" name="seatId" value={seat.id} />
                  <button
                    class="button button-quiet"
                    type="submit"
                    aria-label={t('members.withdraw-named', { seat: seatName(seat) })}
                  >
                    {t('members.withdraw')}
                  </button>
                </form>
              )}
            </div>
          </li>
        ))}
      </RecordList>
      <p>{t('members.who')}</p>
      {naming && naming.seats.length === 0 && <p>{t('members.none-left')}</p>}
      {naming && naming.seats.length > 0 && (
        <NameForm
          form={form}
          action={action}
          title={t('members.add', { organization: naming.organizationName })}
          seats={naming.seats}
          roles={teamRoles}
        />
      )}
      {firstChairs.length > 0 && (
        <NameForm
          form={form}
          action={action}
          title={t('members.add-first')}
          seats={firstChairs}
          roles={['co-chair']}
        />
      )}
    </Section>
  );
}

function NameForm(props: {
  form: FormState;
  action: string;
  title: string;
  seats: readonly SeatShown[];
  roles: readonly (typeof teamRoles)[number][];
}) {
  const { form, action, title, seats, roles } = props;
  const t = useWords(teamWords);
  const only = roles.length === 1 ? roles[0] : undefined;
  const id = `seat-${roles.length}`;
  return (
    <Disclosure summary={title} open={form.problems.length > 0}>
      <Form action={`${action}/name`} hidden={only ? { role: only } : {}}>
        <SelectField
          {...field(form, 'seatId')}
          id={id}
          label={t('members.seat')}
          prompt={t('members.seat.prompt')}
          choices={seats.map((seat) => ({ value: seat.id, label: seatName(seat) }))}
        />
        {!only && (
          <RadioGroup
            {...field(form, 'role', 'member')}
            label={t('members.role')}
            inline
            choices={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          />
        )}
        <Button>{t('members.save')}</Button>
      </Form>
    </Disclosure>
  );
}
