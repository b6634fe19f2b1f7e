import { accessWords } from '../../partnership/access/index.ts';
import { meetingSorts } from '../../partnership/jurisdiction/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  DateField,
  Disclosure,
  Form,
  RadioGroup,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import type { Team } from '../team/index.ts';
import { meetingWords } from './meeting.words.ts';

const rhythms = ['0', '1', '2', '3', '4', '6', '8', '13'];

export interface MeetingFormProps {
  form: FormState;
  base: string;
  teams: readonly Pick<Team, 'id' | 'title'>[];
  teamId: string;
  /** Some of these teams meet in the open. */
  anyCovered: boolean;
}

export function MeetingForm({ form, base, teams, teamId, anyCovered }: MeetingFormProps) {
  const t = useWords(meetingWords);
  const access = useWords(accessWords);
  const { timeZone } = useLocale();
  const team = teams.find(({ id }) => id === form.value('teamId', teamId));
  return (
    <>
      <FormSummary form={form} />
      <Form action={`${base}/meetings`}>
        <SelectField
          {...field(form, 'teamId', teamId)}
          label={t('form.team')}
          prompt={t('form.team.prompt')}
          choices={teams.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <TextField
          {...field(form, 'title', team?.title)}
          label={t('form.name')}
          hint={t('form.name.hint')}
          maxlength={160}
        />
        <DateField
          {...field(form, 'startsAt')}
          label={t('form.starts')}
          hint={t('form.starts.hint', { zone: timeZone.replaceAll('_', ' ') })}
          withTime
        />
        <SelectField
          {...field(form, 'everyWeeks', '2')}
          label={t('form.repeat')}
          hint={t('form.repeat.hint')}
          choices={rhythms.map((value) => ({
            value,
            label: t('repeat', { weeks: Number(value) }),
          }))}
        />
        <TextField
          {...field(form, 'durationMinutes', '60')}
          label={t('form.duration')}
          type="number"
          min={10}
          max={600}
          step={5}
        />
        <TextField
          {...field(form, 'place')}
          label={t('form.place')}
          hint={t('form.place.hint')}
          maxlength={200}
          required={false}
        />
        <TextField
          {...field(form, 'quorumEachSide', '1')}
          label={t('form.quorum')}
          hint={t('form.quorum.hint')}
          type="number"
          min={0}
          max={50}
        />
        <RadioGroup
          {...field(form, 'audience', 'team')}
          label={access('choice')}
          choices={[
            { value: 'team', label: access('choice.team', { team: team?.title ?? '…' }) },
            {
              value: 'partnership',
              label: access('choice.partnership'),
              hint: access('choice.partnership.hint'),
            },
          ]}
        />
        {anyCovered && (
          <Disclosure
            summary={t('form.notice')}
            open={
              form.problem('startsAt') !== undefined || form.problem('noticeReason') !== undefined
            }
          >
            <SelectField
              {...field(form, 'noticeSort', 'regular')}
              label={t('notice.sort')}
              hint={t('form.notice.hint')}
              choices={meetingSorts.map((sort) => ({
                value: sort,
                label: t(`notice.sort.${sort}`),
              }))}
            />
            <TextArea
              {...field(form, 'noticeReason')}
              label={t('notice.reason')}
              hint={t('notice.reason.hint')}
              required={false}
              maxlength={1000}
              rows={2}
            />
          </Disclosure>
        )}
        <Button>{t('form.save')}</Button>
      </Form>
    </>
  );
}
