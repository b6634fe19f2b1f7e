import { Button, LinkButton } from '../../ui/button.view.tsx';
import { Form } from '../../ui/form.view.tsx';
import { RecordList, RecordRow } from '../../ui/record-list.view.tsx';
import { RoundTable } from '../../ui/round-table.view.tsx';
import { Section } from '../../ui/section.view.tsx';
import { useLocale, useWords } from '../../ui/words.ts';
import { constituencies } from '../access/constituency.ts';
import { seatGroup } from '../access/constituency-words.ts';
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
  return (
    <div class="welcome">
      <div class="welcome-text">
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
          <Section title={t('welcome.demo')}>
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
      </div>
      <RoundTable
        size="large"
        title={t('welcome.title')}
        list="hidden"
        seats={constituencies.flatMap((constituency) =>
          [0, 1].map(() => ({
            label: seatGroup(locale, constituency).name,
            group: seatGroup(locale, constituency),
            filled: true,
          })),
        )}
      />
      <Section title={t('welcome.how')}>
        <ol class="welcome-phases">
          {(['prepare', 'act', 'reflect'] as const).map((phase) => (
            <li key={phase}>
              <h3>{t(`welcome.${phase}`)}</h3>
              <p>{t(`welcome.${phase}.note`)}</p>
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}
