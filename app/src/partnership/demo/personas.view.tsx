import {
  Button,
  Disclosure,
  Form,
  PersonChip,
  RecordList,
  RecordRow,
  Section,
} from '../../ui/index.ts';
import { useLocale, useWords } from '../../ui/words.ts';
import { seatGroup } from '../access/index.ts';
import { demoWords } from './demo.words.ts';
import type { Persona } from './personas.ts';

/** The persona switcher: one person of each side first, then everybody. */
export function Personas({ personas }: { personas: readonly Persona[] }) {
  const t = useWords(demoWords);
  const first = personas.filter(
    (one, at) => personas.findIndex((other) => other.constituency === one.constituency) === at,
  );
  const others = personas.filter((one) => !first.includes(one));
  return (
    <>
      <Section title={t('start-with')}>
        <PersonaList personas={first} />
      </Section>
      <Disclosure summary={t('all')}>
        <PersonaList personas={others} />
      </Disclosure>
    </>
  );
}

function PersonaList({ personas }: { personas: readonly Persona[] }) {
  const t = useWords(demoWords);
  const { locale } = useLocale();
  return (
    <RecordList>
      {personas.map((one) => (
        <RecordRow
          key={one.accountId}
          title={`${one.seat}, ${one.organization}`}
          figure={
            <Form action="/demo/persona" hidden={{ account: one.accountId }} inline>
              <Button kind="quiet">{t('be', { name: one.name })}</Button>
            </Form>
          }
        >
          <PersonChip name={one.name} group={seatGroup(locale, one.constituency)} />
        </RecordRow>
      ))}
    </RecordList>
  );
}
