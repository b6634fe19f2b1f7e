import {
  Button,
  ButtonRow,
  CopyField,
  Dialog,
  Disclosure,
  NeedsYou,
  Notice,
  Pagination,
  Progress,
  QrCode,
  Section,
  StateWord,
  Table,
  Tabs,
  VisibilityLine,
} from '../index.ts';
import { Frame } from './frame.tsx';

export function PartsPage() {
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
