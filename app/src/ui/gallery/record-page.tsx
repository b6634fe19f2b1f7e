import {
  ChainView,
  DefinitionList,
  LinkButton,
  Notice,
  PersonChip,
  PersonList,
  Prose,
  RoundTable,
  Section,
  SideSection,
  StateWord,
  VisibilityLine,
} from '../index.ts';
import { Frame } from './frame.tsx';
import { day } from './sample-day.tsx';
import { groups, seats } from './samples.ts';

export function RecordPage() {
  return (
    <Frame
      title="Common planning time in all elementary schools"
      kind="Decision"
      record
      current="Decisions"
      lead={
        <>
          <StateWord tone="open">Open for stances</StateWord> · closes {day('2026-11-27')}
        </>
      }
      visibility={
        <VisibilityLine
          reach="closed"
          text="Only the 9 members of the District Leadership Team see this."
          href="/who"
          linkText="Who are they?"
        />
      }
      action={<LinkButton href="#stance">Give your stance</LinkButton>}
      notice={
        <Notice kind="success">
          Your stance is saved. It stays private until all stances are revealed on Friday; until
          then you can change it.
        </Notice>
      }
      side={
        <>
          <SideSection title="Who is in it">
            <PersonList
              people={[
                { name: 'Rosa Jimenez', href: '/p/1', seat: 'Superintendent', group: groups[0] },
                { name: 'Dana Whitfield', href: '/p/2', seat: 'Building rep', group: groups[1] },
                { seat: 'Parent, Harbor School', group: groups[4] },
              ]}
            />
          </SideSection>
          <SideSection title="The chain">
            <ChainView
              before={[
                {
                  kind: 'Voice',
                  title: 'We have no hour to plan together',
                  href: '/v/1',
                  when: day('2026-03-02'),
                },
                {
                  kind: 'Goal',
                  title: '70 in 100 third graders read at grade level',
                  href: '/g/1',
                  state: <StateWord tone="open">Under way</StateWord>,
                },
              ]}
              current={{ kind: 'Decision', title: 'Common planning time' }}
              after={[
                {
                  kind: 'Action',
                  title: 'Redraw the schedule at Harbor and Pine',
                  href: '/a/1',
                  state: <StateWord tone="needs">Needs an owner</StateWord>,
                },
              ]}
            />
          </SideSection>
        </>
      }
    >
      <Prose
        text={
          'Teachers of one grade plan together for 45 minutes twice a week, during the school day.\n\nArts, music and sports are scheduled side by side so that a whole grade team is free.\nMore at https://lakeside.example/planning.'
        }
      />
      <RoundTable
        size="large"
        title="Who has given a stance"
        seats={seats('A3 T3 B2 F2-1', (at) => at % 3 !== 0)}
        centre="6 of 9"
        centreNote="have spoken"
      />
      <Section title="How this is decided">
        <DefinitionList
          items={[
            { term: 'Who holds it', value: 'The superintendent, by board policy 4.12' },
            { term: 'Level of sharing', value: 'Joint consent' },
            { term: 'Gate', value: 'No side may be below “can live with it”' },
            { term: 'Review', value: day('2027-05-14') },
          ]}
        />
      </Section>
      <Section title="What people said">
        <Prose
          quote
          text="If specialists are shared between schools, who covers the fourth hour on Thursdays?"
        />
        <PersonChip name="Omar Haddad" seat="Support staff" group={groups[2]} />
      </Section>
    </Frame>
  );
}
