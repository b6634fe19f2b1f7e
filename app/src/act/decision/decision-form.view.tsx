import { gradientStances } from '@concord/analysis';
import { accessWords, seatGroup } from '../../partnership/access/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  CheckboxGroup,
  DateField,
  Disclosure,
  Fieldset,
  Form,
  RadioGroup,
  Section,
  SelectField,
  TextArea,
  TextField,
} from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import {
  authorities,
  type ConstituencyRule,
  type Declaration,
  decisionDomains,
  gates,
  levels,
  scales,
  seatsByConstituency,
  usualGradientLine,
  usualRule,
} from './decision.ts';
import { decisionWords } from './decision.words.ts';
import { stanceKey } from './stance-words.ts';

export interface DecisionFormProps {
  form: FormState;
  action: string;
  hidden?: Record<string, string>;
  team: { title: string; seats: readonly { constituency: ConstituencyRule['constituency'] }[] };
  /** What the fields begin with; `closesAt` on the clocks of the partnership. */
  values: Partial<Omit<Declaration, 'closesAt'>> &
    Pick<Declaration, 'scale'> & { closesAt: string; rules?: readonly ConstituencyRule[] };
  /** A new question says who may see it; a draft has said so. */
  asksWhoSees: boolean;
  draft: string;
}

/** What a decision declares before it is discussed. */
export function DecisionForm(props: DecisionFormProps) {
  const { form, values, draft } = props;
  const t = useWords(decisionWords);
  const choices = <Value extends string>(all: readonly Value[], label: (value: Value) => string) =>
    all.map((value) => ({ value, label: label(value) }));
  return (
    <>
      <FormSummary form={form} />
      <Form action={props.action} hidden={props.hidden}>
        <Section title={t('question')}>
          <TextField
            {...field(form, 'title', values.title)}
            label={t('field.title')}
            hint={t('field.title.hint')}
            maxlength={200}
          />
          <TextArea
            {...field(form, 'background', values.background)}
            label={t('field.background')}
            hint={t('field.background.hint')}
            required={false}
            draft={`${draft} background`}
          />
          <TextArea
            {...field(form, 'proposal', values.proposal)}
            label={t('field.proposal')}
            draft={`${draft} proposal`}
          />
          <SelectField
            {...field(form, 'domain', values.domain)}
            label={t('field.domain')}
            hint={t('field.domain.hint')}
            prompt=""
            choices={choices(decisionDomains, (value) => t(`domain.${value}`))}
          />
        </Section>
        <Section title={t('rule')}>
          <RadioGroup
            {...field(form, 'authority', values.authority)}
            label={t('field.authority')}
            hint={t('field.authority.hint')}
            choices={choices(authorities, (value) => t(`authority.${value}`))}
          />
          <RadioGroup
            {...field(form, 'level', values.level)}
            label={t('field.level')}
            choices={levels.map((value) => ({
              value,
              label: t(`level.${value}`),
              hint: t(`level.${value}.hint`),
            }))}
          />
          <RadioGroup
            {...field(form, 'scale', values.scale)}
            label={t('field.scale')}
            choices={scales.map((value) => ({
              value,
              label: t(`scale.${value}`),
              hint: t(`scale.${value}.hint`),
            }))}
          />
          <Line form={form} values={values} />
          <Rules {...props} />
          <TextArea
            {...field(form, 'fallback', values.fallback)}
            label={t('field.fallback')}
            hint={t('field.fallback.hint')}
            rows={2}
            draft={`${draft} fallback`}
          />
        </Section>
        <Section title={t('people')}>
          <DateField
            {...field(form, 'closesAt', values.closesAt)}
            label={t('field.closesAt')}
            hint={t('field.closesAt.hint')}
            withTime
          />
          <DateField {...field(form, 'reviewOn', values.reviewOn)} label={t('field.reviewOn')} />
          {props.asksWhoSees && <WhoSees form={form} team={props.team.title} />}
        </Section>
        <Button>{t('draft.save')}</Button>
      </Form>
    </>
  );
}

/** Only two scales have a line; each asks for it in its own way. */
function Line({ form, values: { scale, line } }: Pick<DecisionFormProps, 'form' | 'values'>) {
  const t = useWords(decisionWords);
  return (
    <>
      <div class="only-fist-to-five">
        <SelectField
          {...field(form, 'lineFist', (scale === 'fist-to-five' && line) || '3')}
          label={t('field.lineFist')}
          hint={t('field.lineFist.hint')}
          choices={(['5', '4', '3', '2', '1'] as const).map((value) => ({
            value,
            label: t(stanceKey('fist-to-five', value)),
          }))}
        />
      </div>
      <div class="only-gradients">
        <CheckboxGroup
          name="lineGradients"
          label={t('field.lineGradients')}
          hint={t('field.lineGradients.hint')}
          error={form.problem('lineGradients')}
          values={form.values(
            'lineGradients',
            (scale === 'gradients' && line?.split(' ')) || usualGradientLine,
          )}
          choices={gradientStances.map((value) => ({
            value,
            label: t(stanceKey('gradients', value)),
          }))}
        />
      </div>
    </>
  );
}

function Rules({ form, team, values }: DecisionFormProps) {
  const t = useWords(decisionWords);
  const { locale } = useLocale();
  const wrong = form.problems.some(({ field: name }) => /^(quorum|gate)-/.test(name));
  return (
    <Disclosure summary={t('field.rules')} open={wrong}>
      <p>{t('field.rules.hint')}</p>
      {[...seatsByConstituency(team.seats)].map(([constituency, seats]) => {
        const rule = values.rules?.find((one) => one.constituency === constituency);
        const { quorum } = rule ?? usualRule(values.scale, constituency, seats);
        return (
          <Fieldset
            key={constituency}
            name={`rule-${constituency}`}
            label={seatGroup(locale, constituency).name}
          >
            <div class="rule-pair">
              <TextField
                {...field(form, `quorum-${constituency}`, String(quorum))}
                label={t('field.quorum', { seats })}
                type="number"
                min={0}
                max={seats}
              />
              <SelectField
                {...field(form, `gate-${constituency}`, rule?.gate)}
                label={t('field.gate')}
                prompt={t('gate.usual')}
                choices={gates.map((value) => ({ value, label: t(`gate.${value}`) }))}
              />
            </div>
          </Fieldset>
        );
      })}
    </Disclosure>
  );
}

function WhoSees({ form, team }: { form: FormState; team: string }) {
  const t = useWords(accessWords);
  return (
    <RadioGroup
      {...field(form, 'visibleTo', 'partnership')}
      label={t('choice')}
      choices={[
        {
          value: 'partnership',
          label: t('choice.partnership'),
          hint: t('choice.partnership.hint'),
        },
        { value: 'team', label: t('choice.team', { team }) },
        { value: 'public', label: t('choice.public'), hint: t('choice.public.hint') },
      ]}
    />
  );
}
