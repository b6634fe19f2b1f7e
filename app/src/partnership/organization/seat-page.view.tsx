import { type FormState, field } from '../../ui/form-state.ts';
import { FormSummary } from '../../ui/form-summary.view.tsx';
import {
  Button,
  CopyField,
  DateField,
  Form,
  LinkButton,
  RadioGroup,
  RecordList,
  RecordRow,
  Section,
  TextField,
} from '../../ui/index.ts';
import { useDates, useWords } from '../../ui/words.ts';
import type { InvitationListed } from '../invitation/server.ts';
import type { Invitable } from '../roster/server.ts';
import type { SeatShown } from '../seat/index.ts';
import type { TermShown } from '../seat/server.ts';
import { InvitableField, InvitableSchools } from './invitable-field.view.tsx';
import { organizationWords } from './organization.words.ts';

export interface SeatPageProps {
  base: string;
  form: FormState;
  seat: SeatShown;
  terms: readonly TermShown[];
  invitations: readonly (InvitationListed & { link: string })[];
  mayFill: boolean;
  /** Staff on the roster who could be invited; null for those who may not invite. */
  invitable: Invitable | null;
  /** The school whose staff are shown when all would be too many. */
  school: string;
}

/** One seat: who sits and sat here, and how somebody is invited to it. */
export function SeatPage(props: SeatPageProps) {
  const { base, form, seat, terms, invitations, mayFill, invitable } = props;
  const t = useWords(organizationWords);
  const dates = useDates();
  const fromRoster = (invitable?.people.length ?? 0) > 0;
  return (
    <>
      <FormSummary form={form} />
      {invitations.length > 0 && (
        <Section title={t('invite.open')}>
          {invitations.map((invitation) => (
            <div class="stack" key={invitation.id}>
              <CopyField
                label={t('invite.link', { name: invitation.name })}
                value={invitation.link}
                hint={t('invite.link.hint', {
                  name: invitation.name,
                  until: dates.day(invitation.expiresAt),
                })}
              />
              <Form action={`${base}/partners/invitations/${invitation.id}/withdraw`} inline>
                <Button kind="quiet">{t('invite.withdraw')}</Button>
              </Form>
            </div>
          ))}
        </Section>
      )}
      <Section title={t('seat.history')}>
        {terms.length === 0 && <p>{t('seat.history.none')}</p>}
        <RecordList label={t('seat.history')}>
          {terms.map((term) => (
            <RecordRow
              key={term.id}
              title={term.name}
              who={term.sort === 'alternate' ? t('seat.alternate') : undefined}
              when={
                term.endedAt || term.endsOn
                  ? t('seat.until', {
                      from: dates.day(term.startsOn),
                      until: dates.day(term.endedAt ?? term.endsOn ?? term.startsOn),
                    })
                  : t('seat.now', { from: dates.day(term.startsOn) })
              }
            >
              {term.rosterLeftOn && !term.endedAt && <p>{t('seat.left-roster')}</p>}
              {mayFill && !term.endedAt && (
                <LinkButton kind="quiet" href={`${base}/partners/terms/${term.id}/end`}>
                  {t('seat.end')}
                </LinkButton>
              )}
            </RecordRow>
          ))}
        </RecordList>
      </Section>
      {mayFill && (
        <Section title={t('invite.title')} id="invite">
          <p>{t('invite.hint')}</p>
          {invitable?.one && (
            <InvitableSchools
              action={`${base}/partners/seats/${seat.id}#invite`}
              schools={invitable.schools}
              school={props.school}
            />
          )}
          <Form action={`${base}/partners/seats/${seat.id}/invite`}>
            {invitable && <InvitableField form={form} invitable={invitable} />}
            <TextField
              {...field(form, 'name')}
              label={t(fromRoster ? 'invite.name.other' : 'invite.name')}
              required={fromRoster ? false : undefined}
            />
            <TextField
              {...field(form, 'email')}
              label={t('invite.email')}
              hint={t(fromRoster ? 'invite.email.roster' : 'invite.email.hint')}
              type="email"
              required={false}
            />
            <RadioGroup
              {...field(form, 'sort', 'holder')}
              label={t('invite.sort')}
              choices={(['holder', 'alternate'] as const).map((sort) => ({
                value: sort,
                label: t(`invite.sort.${sort}`),
              }))}
            />
            <DateField {...field(form, 'endsOn')} label={t('invite.until')} required={false} />
            <Button>{t('invite.send')}</Button>
          </Form>
        </Section>
      )}
    </>
  );
}
