import type { ProfileName, RecordsClass, Retention } from './profile.ts';
import { profiles } from './profiles/index.ts';

/** How long each class of records is kept under a profile, one entry for every class. */
export function recordsSchedule(name: ProfileName): readonly Retention[] {
  return profiles[name].retention;
}

export function retentionOf(name: ProfileName, wanted: RecordsClass): Retention {
  const found = recordsSchedule(name).find((one) => one.class === wanted);
  if (!found) throw new Error(`The profile ${name} says nothing of ${wanted}.`);
  return found;
}
