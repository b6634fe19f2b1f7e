import { prepareInCaucus } from './chapter-caucus.ts';
import { bindTogether } from './chapter-compact.ts';
import { decideTogether } from './chapter-decisions.ts';
import { setGoals } from './chapter-goals.ts';
import { listen } from './chapter-listen.ts';
import { lookBack } from './chapter-reflect.ts';
import { secondRound } from './chapter-second-round.ts';
import { formTeams, meetRegularly } from './chapter-teams.ts';
import { shareTheKeys } from './chapter-two-keys.ts';
import type { Memory } from './memory.ts';
import type { Stage } from './stage.ts';

/** The story of the demo district, chapter by chapter, each played on its own days. */
export const chapters: readonly ((stage: Stage, memory: Memory) => Promise<void>)[] = [
  bindTogether,
  listen,
  setGoals,
  formTeams,
  meetRegularly,
  decideTogether,
  lookBack,
  secondRound,
  shareTheKeys,
  prepareInCaucus,
];
