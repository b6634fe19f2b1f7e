import {
  Button,
  Columns,
  Form,
  LinkButton,
  Opening,
  RecordList,
  RecordRow,
  RoundTable,
  Section,
} from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import { constituencies, seatGroup } from '../access/index.ts';
import { foundingWords } from './founding.words.ts';

export interface WelcomeProps {
  demo: boolean;
  signedIn: boolean;
  yours: readonly { slug: string; name: string; seat: string }[];
}

/** The first page of an installation. */
export function Welcome({ demo, signedIn, yours }: WelcomeProps) {
  const t = useWords(foundingWords);
  const { locale } = useLocale();
  const seats = constituencies.flatMap((constituency) => {
    const group = seatGroup(locale, constituency);
    return [1, 2].map(() => ({ label: group.name, group, filled: true }));
  });
  return (
    <>
      <Opening
        figure={
          <RoundTable
            size="large"
            title={t('welcome.title')}
            list="none"
            counts={false}
            seats={seats}
          />
        }
      >
        {yours.length > 0 && (
          <Section title={t('welcome.yours')}>
            <RecordList>
              {yours.map((one) => (
                <RecordRow key={one.slug} title={one.name} href={`/p/${one.slug}`} who={one.seat} />
              ))}
            </RecordList>
          </Section>
        )}
        {demo && (
          <Section title={t('welcome.demo.title')}>
            <p>{t('welcome.demo.note')}</p>
            <Form action="/demo">
              <Button>{t('welcome.demo')}</Button>
            </Form>
          </Section>
        )}
        <Section title={t('welcome.start')}>
          <p>{t('welcome.start.note')}</p>
          <p>{t('welcome.start.ask')}</p>
          {!signedIn && (
            <LinkButton href="/sign-in" kind="quiet">
              {t('welcome.sign-in')}
            </LinkButton>
          )}
        </Section>
      </Opening>
      <Section title={t('welcome.how')}>
        <Columns
          ordered
          items={(['prepare', 'act', 'reflect'] as const).map((phase) => ({
            title: t(`welcome.${phase}`),
            text: t(`welcome.${phase}.note`),
          }))}
        />
      </Section>
    </>
  );
}
