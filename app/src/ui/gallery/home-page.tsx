import {
  DateText,
  EmptyState,
  LinkButton,
  NeedsYou,
  RecordList,
  RecordRow,
  RoundTable,
  RunChart,
  Section,
  SideSection,
  StateWord,
  Steps,
  VisibilityLine,
} from '../index.ts';
import { Frame } from './frame.tsx';
import { day } from './sample-day.tsx';
import { seats } from './samples.ts';

export function HomePage() {
  return (
    <Frame
      title="Lakeside School District"
      current="The table"
      lead={<p>Second year together. Cycle 2026–27, in the acting phase.</p>}
      side={
        <>
          <SideSection title="Next meeting">
            <p>
              <a href="/meeting">District Leadership Team</a>
            </p>
            <p>{<DateText date={new Date('2026-11-24T22:00:00Z')} as="moment" />}</p>
          </SideSection>
          <SideSection title="Who can see this">
            <VisibilityLine
              reach="shared"
              text="Everyone with a seat in this partnership sees this page."
              href="/who"
              linkText="Show all 58"
            />
          </SideSection>
        </>
      }
    >
      <NeedsYou
        needs={[
          {
            href: '/d/1',
            verb: 'Give your stance',
            about: 'Common planning time in all elementary schools',
            when: day('2026-11-27'),
          },
          {
            href: '/v/3',
            verb: 'Answer a concern',
            about: 'Buses leave Harbor School before tutoring ends',
            when: day('2026-11-24'),
          },
        ]}
      />
      <Steps
        current={1}
        steps={[
          { label: 'Prepare', note: 'August to October' },
          { label: 'Act', note: 'November to April' },
          { label: 'Reflect', note: 'May and June' },
        ]}
      />
      <Section title="Who is at the table">
        <RoundTable
          size="large"
          title="Who is at the table"
          seats={seats('A3 T3 S2-1 B2 F3-1 C1 P2-1')}
          centre="13 of 16"
          centreNote="seats filled"
        />
      </Section>
      <Section title="Open decisions" aside={<a href="/decisions">All decisions</a>}>
        <RecordList label="Open decisions">
          <RecordRow
            href="/d/1"
            record
            title="Common planning time in all elementary schools"
            state={<StateWord tone="open">Open for stances</StateWord>}
            who="District Leadership Team"
            when={<>closes {day('2026-11-27')}</>}
            figure={
              <RoundTable
                size="small"
                title="Who has given a stance"
                seats={seats('A3 T3 B2', (at) => at % 3 !== 0)}
                centre="5 of 8"
              />
            }
          />
          <RecordRow
            href="/d/2"
            record
            title="Release time for mentors"
            state={<StateWord tone="waiting">Waiting for consultation</StateWord>}
            who="Teaching and Learning Team"
            when={day('2026-12-08')}
            figure={
              <RoundTable
                size="small"
                title="Who has been consulted"
                seats={seats('T2 A2 F2-1 S1', () => false)}
                centre="0 of 6"
              />
            }
          />
        </RecordList>
      </Section>
      <Section title="Goals">
        <RunChart
          title="Third graders who read at grade level"
          sentence="62 in 100 third graders now read at grade level, up from 51 in fall 2025; the goal is 70 by June."
          unit="percent"
          baseline={{ date: '2025-09-15', value: 51 }}
          goal={{ date: '2027-06-10', value: 70 }}
          median={56}
          shift={{ from: '2026-05-10', to: '2026-11-15', label: 'Six values above' }}
          points={[
            { date: '2025-11-10', value: 52 },
            { date: '2026-01-12', value: 54.5 },
            { date: '2026-03-09', value: 53 },
            { date: '2026-05-11', value: 57 },
            { date: '2026-06-08', value: 58 },
            { date: '2026-09-14', value: 57.5, note: 'after the summer' },
            { date: '2026-10-12', value: 60 },
            { date: '2026-11-09', value: 62 },
          ]}
        />
      </Section>
      <Section title="Lessons">
        <EmptyState
          title="No lessons yet"
          action={
            <LinkButton href="/lessons/new" kind="quiet">
              Write the first lesson
            </LinkButton>
          }
          who="Usually the two co-chairs, after a review in spring."
        >
          <p>A lesson tells other schools what you tried, what came of it, and for whom.</p>
        </EmptyState>
      </Section>
    </Frame>
  );
}
