import {
  accessWords,
  type Constituency,
  constituencies,
  seatGroup,
} from '../../partnership/access/index.ts';
import { type SeatShown, seatName } from '../../partnership/seat/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  CheckboxGroup,
  Disclosure,
  Fieldset,
  Form,
  RadioGroup,
  SelectField,
} from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import { CharterFields } from './charter-fields.view.tsx';
import { PlacesFields } from './places-fields.view.tsx';
import { type Team, teamSorts, usualPlacesEach } from './team.ts';
import { teamWords } from './team.words.ts';

/** So many seats of one side and more fold behind its leads. */
const foldedFrom = 3;

export interface TeamFormProps {
  form: FormState;
  base: string;
  parents: readonly Pick<Team, 'id' | 'title'>[];
  goals: readonly { id: string; title: string }[];
  seats: readonly SeatShown[];
  organizations: readonly { id: string; name: string }[];
  chosen: { parentTeamId: string; goalId: string; coChairs: readonly string[] };
}

export function TeamForm(props: TeamFormProps) {
  const { form, base, parents, goals, seats, organizations, chosen } = props;
  const t = useWords(teamWords);
  const access = useWords(accessWords);
  const options = (records: readonly { id: string; title: string }[]) =>
    records.map(({ id, title }) => ({ value: id, label: title }));
  const held = seats.filter((seat) => seat.holder);
  const sides = constituencies.filter((side) => held.some((seat) => seat.constituency === side));
  return (
    <>
      <FormSummary form={form} />
      <Form action={`${base}/teams`}>
        <RadioGroup
          {...field(form, 'sort', 'working-committee')}
          label={t('sort')}
          choices={teamSorts.map((sort) => ({
            value: sort,
            label: t(`sort.${sort}`),
            hint: t(`sort.${sort}.hint`),
          }))}
        />
        <CharterFields form={form} />
        <Fieldset
          name="coChairs"
          label={t('form.chairs')}
          hint={t('form.chairs.hint')}
          error={form.problem('coChairs')}
        >
          {sides.map((side) => (
            <SideChairs
              key={side}
              side={side}
              seats={held.filter((seat) => seat.constituency === side)}
              values={form.values('coChairs', chosen.coChairs)}
            />
          ))}
        </Fieldset>
        <Disclosure
          summary={t('places.offer')}
          open={form.problem('places') !== undefined || form.values('places').length > 0}
        >
          <PlacesFields form={form} organizations={organizations} places={() => usualPlacesEach} />
        </Disclosure>
        {goals.length > 0 && (
          <SelectField
            {...field(form, 'goalId', chosen.goalId)}
            label={t('form.goal')}
            prompt={t('form.goal.none')}
            choices={options(goals)}
          />
        )}
        {parents.length > 0 && (
          <SelectField
            {...field(form, 'parentTeamId', chosen.parentTeamId)}
            label={t('form.parent')}
            prompt={t('form.parent.none')}
            choices={options(parents)}
          />
        )}
        <RadioGroup
          {...field(form, 'visibleTo', 'partnership')}
          label={access('choice')}
          choices={(['partnership', 'public'] as const).map((value) => ({
            value,
            label: access(`choice.${value}`),
            hint: access(`choice.${value}.hint`),
          }))}
        />
        <Button>{t('form.save')}</Button>
      </Form>
    </>
  );
}

interface SideChairsProps {
  side: Constituency;
  seats: readonly SeatShown[];
  values: readonly string[];
}

/** The seats of one side: those that speak for an organization first, the others folded. */
function SideChairs({ side, seats, values }: SideChairsProps) {
  const t = useWords(teamWords);
  const { locale } = useLocale();
  const first = seats.filter((seat) => seat.lead || values.includes(seat.id));
  const others = seats.filter((seat) => !first.includes(seat));
  const group = (id: string, some: readonly SeatShown[]) => (
    <CheckboxGroup
      id={id}
      name="coChairs"
      label={seatGroup(locale, side).name}
      values={values}
      choices={some.map((seat) => ({ value: seat.id, label: seatName(seat) }))}
    />
  );
  if (others.length < foldedFrom) return group(`field-coChairs-${side}`, [...first, ...others]);
  return (
    <>
      {group(`field-coChairs-${side}`, first)}
      <Disclosure summary={t('form.chairs.more', { count: others.length })}>
        {group(`field-coChairs-${side}-others`, others)}
      </Disclosure>
    </>
  );
}
