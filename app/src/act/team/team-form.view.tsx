import { accessWords, constituencies, seatGroup } from '../../partnership/access/index.ts';
import { type SeatShown, seatName } from '../../partnership/seat/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import { Button, CheckboxGroup, Fieldset, Form, RadioGroup, SelectField } from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import { CharterFields } from './charter-fields.view.tsx';
import { type Team, teamSorts } from './team.ts';
import { teamWords } from './team.words.ts';

export interface TeamFormProps {
  form: FormState;
  base: string;
  parents: readonly Pick<Team, 'id' | 'title'>[];
  goals: readonly { id: string; title: string }[];
  seats: readonly SeatShown[];
  chosen: { parentTeamId: string; goalId: string; coChairs: readonly string[] };
}

export function TeamForm({ form, base, parents, goals, seats, chosen }: TeamFormProps) {
  const t = useWords(teamWords);
  const access = useWords(accessWords);
  const { locale } = useLocale();
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
            <CheckboxGroup
              key={side}
              id={`field-coChairs-${side}`}
              name="coChairs"
              label={seatGroup(locale, side).name}
              values={form.values('coChairs', chosen.coChairs)}
              choices={held
                .filter((seat) => seat.constituency === side)
                .map((seat) => ({ value: seat.id, label: seatName(seat) }))}
            />
          ))}
        </Fieldset>
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
