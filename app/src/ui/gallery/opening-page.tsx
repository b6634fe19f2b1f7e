import {
  Button,
  ButtonRow,
  Columns,
  LinkButton,
  Opening,
  PageShell,
  RoundTable,
  Section,
} from '../index.ts';
import { galleryNav } from './frame.tsx';
import { seats } from './samples.ts';

export function OpeningPage() {
  return (
    <PageShell
      title="One table for everyone who makes school work"
      lead={
        <p>Administration, associations, families and community plan, act and learn together.</p>
      }
      homeHref="/"
      language={
        <a href="?language=es" lang="es">
          Español
        </a>
      }
      nav={galleryNav(true)}
      footer={<p>Concord</p>}
    >
      <Opening
        figure={
          <RoundTable
            size="large"
            title="Everyone has a seat"
            list="hidden"
            counts={false}
            seats={seats('A2 T2 S2 B2 F2 C2 P2 U2')}
          />
        }
      >
        <p>
          See how a district works with it: a year of voices, goals, meetings and joint decisions,
          with people you can try out.
        </p>
        <ButtonRow>
          <Button>Look around the demo district</Button>
          <LinkButton kind="quiet" href="/start">
            Start your partnership
          </LinkButton>
        </ButtonRow>
      </Opening>
      <Section title="How it works">
        <Columns
          ordered
          items={[
            { title: 'Prepare', text: 'Hear every side, agree on goals for students.' },
            { title: 'Act', text: 'Meet, decide together, and do what was decided.' },
            { title: 'Reflect', text: 'Look at what came of it, and pass on what you learned.' },
          ]}
        />
      </Section>
    </PageShell>
  );
}
