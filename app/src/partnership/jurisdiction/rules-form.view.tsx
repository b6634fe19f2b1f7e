import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  Checkbox,
  CheckboxGroup,
  Form,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import {
  type Authority,
  authorities,
  type ProfileName,
  profileNames,
  serialCounts,
} from './profile.ts';
import { profiles } from './profiles/index.ts';
import { rulesWords } from './rules.words.ts';
import type { RulesInForce, RuleValues } from './rules-in-force.ts';

export interface RulesFormProps {
  form: FormState;
  base: string;
  profile: ProfileName;
  /** What the fields begin with: the rules in force, or those of another profile. */
  values: RuleValues;
  rules: RulesInForce;
  boards: readonly { id: string; name: string }[];
  /** Teams that meet in the open and could be called something else. */
  teams: readonly { id: string; title: string }[];
}

const numbers = ['regular', 'special', 'emergency'] as const;
const skips = ['nothing', 'weekends-and-holidays'] as const;

/** Proposing other rules: a profile to start from, then each value. */
export function RulesForm(props: RulesFormProps) {
  const { form, base, profile, values, rules, boards } = props;
  const t = useWords(rulesWords);
  const { locale } = useLocale();
  const typed = form.value('profile') !== '';
  return (
    <>
      <FormSummary form={form} />
      <Form action={`${base}/change`} method="get" inline>
        <SelectField
          name="profile"
          id="start-from"
          label={t('change.profile')}
          hint={t('change.profile.hint')}
          value={profile}
          choices={profileNames.map((name) => ({
            value: name,
            label: profiles[name].title[locale],
          }))}
        />
        <Button kind="quiet">{t('change.profile.go')}</Button>
      </Form>
      <Form action={`${base}/change`} hidden={{ profile }}>
        <CheckboxGroup
          name="covered"
          label={t('change.covered')}
          hint={t('change.covered.hint')}
          error={form.problem('covered')}
          values={typed ? form.values('covered') : values.covered}
          choices={authorities
            .filter((authority) => authority !== 'board-itself')
            .map((authority) => ({
              value: authority,
              label: t(`authority.${authority}`),
              hint: profiles[profile].covered[authority].says[locale],
            }))}
        />
        {numbers.map((sort) => (
          <TextField
            key={sort}
            {...field(form, fieldNames[sort], String(values.notice[sort]))}
            label={t(`change.${sort}`)}
            type="number"
            min={0}
            max={720}
          />
        ))}
        <SelectField
          {...field(form, 'noticeSkips', values.notice.skips)}
          label={t('change.skips')}
          choices={skips.map((value) => ({ value, label: t(`change.skips.${value}`) }))}
        />
        <SelectField
          {...field(form, 'serial', values.serial)}
          label={t('change.serial')}
          choices={serialCounts.map((value) => ({ value, label: t(`change.serial.${value}`) }))}
        />
        <Checkbox
          name="oneWay"
          label={t('change.oneWay')}
          error={form.problem('oneWay')}
          checked={typed ? form.value('oneWay') === 'yes' : values.oneWay}
        />
        {boards.map(({ id, name }) => (
          <TextField
            key={id}
            {...field(form, `size-${id}`, rules.boardSizes[id] ? String(rules.boardSizes[id]) : '')}
            label={t('change.size', { board: name })}
            hint={t('change.size.hint')}
            type="number"
            min={3}
            max={99}
            required={false}
          />
        ))}
        <TextArea
          {...field(form, 'note', Object.values(rules.notes)[0] ?? '')}
          label={t('change.note')}
          hint={t('change.note.hint')}
          rows={2}
          maxlength={1000}
          required={false}
        />
        <TextArea
          {...field(form, 'reason')}
          label={t('change.reason')}
          hint={t('change.reason.hint')}
          rows={3}
          maxlength={2000}
        />
        <Button>{t('change.save')}</Button>
      </Form>
      {props.teams.length > 0 && <TeamForm {...props} covered={rules.covered} />}
    </>
  );
}

const fieldNames = {
  regular: 'noticeRegular',
  special: 'noticeSpecial',
  emergency: 'noticeEmergency',
} as const;

function TeamForm(props: RulesFormProps & { covered: readonly Authority[] }) {
  const { form, base, teams, covered } = props;
  const t = useWords(rulesWords);
  return (
    <Section title={t('change.team.title')} id="team">
      <p>{t('change.team.text')}</p>
      <Form action={`${base}/team`}>
        <SelectField
          {...field(form, 'teamId')}
          label={t('change.team')}
          prompt={t('change.team.prompt')}
          choices={teams.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <SelectField
          {...field(form, 'authority')}
          label={t('authority')}
          choices={authorities
            .filter((authority) => authority !== 'board-itself' && !covered.includes(authority))
            .map((authority) => ({ value: authority, label: t(`authority.${authority}`) }))}
        />
        <TextArea
          {...field(form, 'teamReason')}
          label={t('change.reason')}
          hint={t('change.reason.hint')}
          rows={3}
          maxlength={2000}
        />
        <Button kind="quiet">{t('change.save')}</Button>
      </Form>
    </Section>
  );
}
