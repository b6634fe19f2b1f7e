import type { Stage } from './stage.ts';

/** The story of the demo district, chapter by chapter, each played on its own days. */
export const chapters: readonly ((stage: Stage) => Promise<void>)[] = [];
