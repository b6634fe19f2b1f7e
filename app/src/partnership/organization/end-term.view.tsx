import { Button, ButtonRow, Form, LinkButton, Notice } from '../../ui/index.ts';
import { useWords } from '../../ui/words.ts';
import { organizationWords } from './organization.words.ts';

export interface EndTermProps {
  action: string;
  back: string;
  /** Whose term it is, and in which seat. */
  name: string;
  seat: string;
  organization: string;
  /** Nobody else speaks for the organization. */
  lastLead: boolean;
  own: boolean;
}

/** What ending a term means, before it is done: it cannot be taken back. */
export function EndTerm(props: EndTermProps) {
  const { action, back, name, seat, organization, lastLead, own } = props;
  const t = useWords(organizationWords);
  return (
    <>
      <p>{t('end.what', { name, seat })}</p>
      <p>{t('end.stays')}</p>
      {own && <Notice kind="warning">{t('end.own')}</Notice>}
      {lastLead && <Notice kind="warning">{t('end.last-lead', { name, organization })}</Notice>}
      <Form action={action}>
        <ButtonRow>
          <Button kind="danger">{t('end.now')}</Button>
          <LinkButton kind="quiet" href={back}>
            {t('end.keep')}
          </LinkButton>
        </ButtonRow>
      </Form>
    </>
  );
}
