import type { ComponentChildren } from 'preact';
import { Controls, Errors } from './gallery-forms.tsx';
import { groups, seats } from './gallery-samples.ts';
import {
  Button,
  ButtonRow,
  ChainView,
  Columns,
  CopyField,
  DateText,
  DefinitionList,
  Dialog,
  Disclosure,
  EmptyState,
  LinkButton,
  Menu,
  NeedsYou,
  Notice,
  Opening,
  PageShell,
  Pagination,
  PersonChip,
  PrintReference,
  Progress,
  Prose,
  QrCode,
  RecordList,
  RecordRow,
  RoundTable,
  RunChart,
  SeatChip,
  Section,
  SideSection,
  StateWord,
  Steps,
  Table,
  Tabs,
  VisibilityLine,
} from './index.ts';

/** Every component in many states, as pages of the kind that people will meet. */
export const galleryPages: Record<string, () => ComponentChildren> = {
  home: () => <HomePage />,
  record: () => <RecordPage />,
  forms: () => (
    <Frame title="Raise a voice" kind="Voices" current="Voices">
      <Controls />
    </Frame>
  ),
  errors: () => <Errors frame={Frame} />,
  tables: () => <TablesPage />,
  parts: () => <PartsPage />,
  opening: () => <OpeningPage />,
};

interface FrameProps {
  title: string;
  kind?: string;
  record?: boolean;
  lead?: ComponentChildren;
  visibility?: ComponentChildren;
  action?: ComponentChildren;
  notice?: ComponentChildren;
  side?: ComponentChildren;
  current: string;
  children?: ComponentChildren;
}

export function Frame({ current, ...props }: FrameProps) {
  return (
    <PageShell
      {...props}
      homeHref="/"
      place={<a href="/place">Lakeside School District</a>}
      seat={
        <Menu summary={<PersonChip name="Dana Whitfield" seat="Building rep" group={groups[1]} />}>
          <p>You act from this seat.</p>
        </Menu>
      }
      language={
        <a href="?language=es" lang="es">
          Español
        </a>
      }
      nav={galleryNav().map((item) => ({ ...item, current: item.label === current }))}
      footer={<p>Concord, run by Lakeside School District and its partners.</p>}
    />
  );
}

const day = (date: string) => <DateText date={date} as="dayIn" />;

function HomePage() {
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

function RecordPage() {
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
            <PersonChip name="Rosa Jimenez" href="/p/1" seat="Superintendent" group={groups[0]} />
            <br />
            <PersonChip name="Dana Whitfield" href="/p/2" seat="Building rep" group={groups[1]} />
            <br />
            <PersonChip seat="Parent, Harbor School" group={groups[4]} />
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
      <PrintReference url="https://concord.lakeside.example/d/1" />
    </Frame>
  );
}

function OpeningPage() {
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

function galleryNav(many = false) {
  const few = ['The table', 'Voices', 'Goals', 'Teams', 'Decisions', 'Lessons'];
  const more = ['Meetings', 'Actions', 'Partners', 'Compact', 'Our own room'];
  return [...few, ...(many ? more : [])].map((label) => ({ href: `/${label}`, label }));
}

function TablesPage() {
  const forty = 'A8-1 T8 S6-2 B5 F6-1 C3 P2 U2-1';
  return (
    <Frame title="Round tables" current="Teams">
      <Section title="Forty seats, some have spoken">
        <RoundTable
          size="large"
          title="State council"
          seats={seats(forty, (at) => at % 2 === 0)}
          centre="17 of 35"
          centreNote="have spoken"
        />
      </Section>
      <Section title="Two sides">
        <RoundTable size="large" title="Labor and management" seats={seats('A4 T4-1')} />
      </Section>
      <Section title="Three seats of one side">
        <RoundTable size="large" title="A small team" seats={seats('F3-2')} centre="1 of 3" />
      </Section>
      <Section title="Small ones">
        <ButtonRow>
          {['A1 T1', 'A2 T2-1 F1', 'A3 T3 B2 F2', forty, 'A1 T1 S1 B1 F1 C1 P1 U1'].map((spec) => (
            <RoundTable
              key={spec}
              size="small"
              title={spec}
              seats={seats(spec, (at) => at % 3 === 0)}
              centre="3 of 9"
            />
          ))}
          <RoundTable size="mark" title="A mark" seats={seats('A3 T3 B2 F2-1')} />
        </ButtonRow>
      </Section>
      <Section title="Signs">
        <ButtonRow>
          {groups.map((group) => (
            <SeatChip key={group.letter} group={group} />
          ))}
          {groups.map((group) => (
            <SeatChip key={group.letter} group={group} filled={false} />
          ))}
        </ButtonRow>
      </Section>
    </Frame>
  );
}

function PartsPage() {
  return (
    <Frame title="Parts" current="Lessons">
      <Tabs
        label="Voices by state"
        tabs={[
          { href: '?a', label: 'Waiting', count: 4, current: true },
          { href: '?b', label: 'Answered', count: 31 },
          { href: '?c', label: 'Mine', count: 2 },
        ]}
      />
      <ButtonRow>
        <Button>Save the meeting</Button>
        <Button kind="quiet" opens="sure">
          Ask first
        </Button>
        <Button kind="danger">End this seat</Button>
        <Button disabled>Not yet</Button>
      </ButtonRow>
      <Dialog
        id="sure"
        title="End this seat?"
        closeLabel="Keep it"
        action={<Button kind="danger">End this seat</Button>}
      >
        <p>The record stays. The seat shows as empty from today.</p>
      </Dialog>
      <Notice kind="plain">Stances are revealed together on Friday at noon.</Notice>
      <Notice kind="warning">Whoever owns the disk of this server can read what is stored.</Notice>
      <Notice kind="needs">Your association has not named its co-chair yet.</Notice>
      <NeedsYou needs={[]} empty="Nothing waits for you. The next meeting is on Tuesday." />
      <Section title="States in words">
        <ButtonRow>
          <StateWord tone="draft">Draft</StateWord>
          <StateWord tone="open">Open</StateWord>
          <StateWord tone="waiting">Waiting for an answer</StateWord>
          <StateWord tone="needs">Needs an owner</StateWord>
          <StateWord tone="done">Decided together</StateWord>
          <StateWord tone="stopped">Set aside</StateWord>
        </ButtonRow>
      </Section>
      <Section title="Table">
        <Table
          caption="Attendance by side, last three meetings"
          columns={[
            { label: 'Side' },
            { label: 'Seats', number: true },
            { label: 'September', number: true },
            { label: 'October', number: true },
            { label: 'November', number: true },
            { label: 'Quorum' },
          ]}
          rows={[
            ['Administration', '4', '4', '3', '4', 'met each time'],
            ['Teachers’ association', '4', '4', '4', '2', 'missed in November'],
            ['Families', '2', '1', '2', '2', 'met each time'],
          ]}
        />
        <Pagination page={2} pages={7} previousHref="?p=1" nextHref="?p=3" />
      </Section>
      <Section title="Invite">
        <CopyField
          label="Link for families"
          value="https://concord.lakeside.example/j/7f3k-92ma"
          hint="Anyone with this link can take part once per device."
        />
        <QrCode
          value="https://concord.lakeside.example/j/7f3k-92ma"
          label="QR code to the listening round"
          caption="Point a phone’s camera here."
        />
      </Section>
      <Section title="Under way">
        <Progress label="Reading the roster" value={312} total={480} />
        <Progress
          label="Answers to voices"
          value={27}
          total={31}
          text="27 of 31 answered in time"
        />
        <Disclosure summary="What happens with my answer?">
          <p>It is counted with at least four others before anybody sees a number.</p>
        </Disclosure>
      </Section>
      <Section title="Reach">
        <VisibilityLine reach="public" text="Everyone can see this, without an account." />
        <VisibilityLine reach="shared" text="Everyone with a seat in the partnership sees this." />
        <VisibilityLine reach="closed" text="Only the 9 members of the team see this." />
        <VisibilityLine reach="person" text="Only you see this." />
      </Section>
    </Frame>
  );
}
