import { type Definition, DefinitionList } from '../../ui/definition-list.view.tsx';
import { useDates, useWords } from '../../ui/words.ts';
import { accountWords } from './account.words.ts';

export interface WaysProps {
  email: string;
  mailLeaves: boolean;
  passwordSince: Date | null;
  passkeys: number;
  authenticator: { since: Date; recoveryCodesLeft: number } | null;
  /** Null where the operator set up none. */
  district: { name: string; linkedAt: Date | null } | null;
}

/** How somebody signs in: each way, how it stands, and where to change it. */
export function Ways(props: WaysProps) {
  const t = useWords(accountWords);
  const dates = useDates();
  const { passwordSince, authenticator, district } = props;
  const items: Definition[] = [
    {
      term: t('ways.link'),
      value: props.mailLeaves ? t('ways.link.on', { email: props.email }) : t('ways.link.off'),
    },
    {
      term: t('ways.password'),
      value: (
        <>
          {passwordSince
            ? t('ways.password.on', { day: dates.day(passwordSince) })
            : t('ways.password.off')}{' '}
          <a href="/account/password">
            {t(passwordSince ? 'ways.password.change' : 'ways.password.choose')}
          </a>
        </>
      ),
    },
    {
      term: t('ways.passkeys'),
      value: (
        <>
          {t('ways.passkeys.some', { n: props.passkeys })}{' '}
          <a href="/account/passkeys">
            {t(props.passkeys > 0 ? 'ways.passkeys.manage' : 'passkeys.add')}
          </a>
        </>
      ),
    },
    {
      term: t('ways.authenticator'),
      value: (
        <>
          {authenticator
            ? t('ways.authenticator.on', {
                day: dates.day(authenticator.since),
                n: authenticator.recoveryCodesLeft,
              })
            : t('ways.authenticator.off')}{' '}
          <a href="/account/authenticator">
            {t(authenticator ? 'ways.authenticator.manage' : 'ways.authenticator.turn-on')}
          </a>
        </>
      ),
    },
  ];
  if (district) {
    items.push({
      term: district.name,
      value: (
        <>
          {district.linkedAt
            ? t('ways.district.on', { day: dates.day(district.linkedAt) })
            : t('ways.district.off')}{' '}
          <a href="/account/district">
            {t(district.linkedAt ? 'ways.district.manage' : 'ways.district.join')}
          </a>
        </>
      ),
    });
  }
  return <DefinitionList items={items} />;
}
