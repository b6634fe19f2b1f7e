import { ButtonRow, RoundTable, SeatChip, Section } from '../index.ts';
import { Frame } from './frame.tsx';
import { groups, seats } from './samples.ts';

export function TablesPage() {
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
