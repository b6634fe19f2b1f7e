/** The two headline analyses, and made-up schools to try them on. */
export type {
  AchievementContrast,
  AchievementOptions,
  AchievementPoint,
  AchievementScatter,
  AchievementWarning,
  LevelSummary,
} from './achievement-contrast.ts';
export { achievementContrast } from './achievement-contrast.ts';
export type { SchoolAchievement } from './achievement-school.ts';
export type { AchievementWording } from './achievement-wording.ts';
export type { CollaborationLevel } from './collaboration-level.ts';
export { collaborationLevels } from './collaboration-level.ts';
export type { HeadlineNote } from './note.ts';
export type { PovertyLines } from './poverty-strata.ts';
export type { SimulatedSchool, SimulationOptions } from './simulate-schools.ts';
export { achievementOf, simulateSchools } from './simulate-schools.ts';
export type {
  TurnoverByPoverty,
  TurnoverLevel,
  TurnoverOptions,
  TurnoverPoint,
  TurnoverRate,
  TurnoverRatio,
  TurnoverScatter,
} from './turnover-by-poverty.ts';
export { turnoverByPoverty } from './turnover-by-poverty.ts';
export type { SchoolTurnover } from './turnover-school.ts';
export type { RatioWording } from './turnover-wording.ts';
