import { seatGroup } from '../../partnership/access/index.ts';
import type { SeatShown } from '../../partnership/seat/index.ts';
import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  DateField,
  DateText,
  DefinitionList,
  Disclosure,
  Form,
  Notice,
  PersonChip,
  Prose,
  Section,
  SelectField,
  TextArea,
} from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import type { Action } from './action.ts';
import { actionWords } from './action.words.ts';
import { ownerChoices } from './owner-choices.ts';

export interface ActionPageProps {
  form: FormState;
  base: string;
  action: Action;
  owner: SeatShown | undefined;
  team: { id: string; title: string } | null;
  mine: boolean;
  mayTend: boolean;
  /** Who could own it instead. */
  owners: readonly SeatShown[];
}

/** One thing to do: who, by when, and how it ended. */
export function ActionPage(props: ActionPageProps) {
  const { form, base, action, owner, team, mine, mayTend } = props;
  const t = useWords(actionWords);
  const { locale } = useLocale();
  return (
    <>
      <FormSummary form={form} />
      {mine && action.state === 'open' && (
        <Notice kind="needs" title={t('needs.yours')}>
          {t('needs.text')}
        </Notice>
      )}
      {action.closedAt && (
        <Section title={t(action.state === 'dropped' ? 'closing.dropped' : 'closing.done')}>
          <Prose text={action.closingNote} />
          <p>
            <DateText date={action.closedAt} />
          </p>
        </Section>
      )}
      <Section title={t('facts')}>
        <DefinitionList
          items={[
            {
              term: t('facts.owner'),
              value: owner ? (
                <PersonChip
                  name={owner.holder ?? undefined}
                  seat={`${owner.title}, ${owner.organizationName}`}
                  group={seatGroup(locale, owner.constituency)}
                />
              ) : (
                t('facts.hidden')
              ),
            },
            { term: t('facts.due'), value: <DateText date={action.dueOn} as="dayIn" /> },
            ...(team
              ? [
                  {
                    term: t('facts.team'),
                    value: <a href={`${base}/teams/${team.id}`}>{team.title}</a>,
                  },
                ]
              : []),
          ]}
        />
      </Section>
      {action.details && (
        <Section title={t('details')}>
          <Prose text={action.details} />
        </Section>
      )}
      {mayTend && <TendForms {...props} />}
    </>
  );
}

function TendForms({ form, base, action, mine, owners }: ActionPageProps) {
  const t = useWords(actionWords);
  const path = `${base}/actions/${action.id}`;
  return (
    <>
      <Disclosure summary={t('done')} open={mine || form.problem('doneNote') !== undefined}>
        <Form action={`${path}/done`}>
          <TextArea
            {...field(form, 'doneNote')}
            label={t('done.note')}
            rows={3}
            maxlength={2000}
            draft={`done ${action.id}`}
          />
          <Button>{t('done.save')}</Button>
        </Form>
      </Disclosure>
      <Disclosure summary={t('hand')} open={form.problem('ownerSeat') !== undefined}>
        <Form action={`${path}/hand-on`}>
          <SelectField
            {...field(form, 'ownerSeat', action.ownerSeat)}
            label={t('form.owner')}
            choices={ownerChoices(owners)}
          />
          <DateField {...field(form, 'dueOn', action.dueOn)} label={t('form.due')} />
          <Button>{t('hand.save')}</Button>
        </Form>
      </Disclosure>
      <Disclosure summary={t('drop')} open={form.problem('dropNote') !== undefined}>
        <Form action={`${path}/drop`}>
          <TextArea
            {...field(form, 'dropNote')}
            label={t('drop.note')}
            rows={3}
            maxlength={2000}
            draft={`drop ${action.id}`}
          />
          <Button kind="danger">{t('drop.save')}</Button>
        </Form>
      </Disclosure>
    </>
  );
}
