import { Steps, useDates, useWords } from '../../ui/index.ts';
import { type Cycle, phaseOn, phases } from './cycle.ts';
import { cycleWords } from './cycle.words.ts';

/** Where we are in a cycle. */
export function CycleSteps({ cycle, today }: { cycle: Cycle; today: string }) {
  const t = useWords(cycleWords);
  const dates = useDates();
  const from = { prepare: cycle.startsOn, act: cycle.actOn, reflect: cycle.reflectOn };
  return (
    <Steps
      label={cycle.name}
      current={phaseOn(cycle, today)}
      steps={phases.map((phase) => ({
        label: t(`phase.${phase}`),
        note: t(`phase.${phase}.note`, { date: dates.day(from[phase]) }),
      }))}
    />
  );
}
