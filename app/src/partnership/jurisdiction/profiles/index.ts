import type { Profile, ProfileName } from '../profile.ts';
import { california } from './california.ts';
import { generic } from './generic.ts';
import { illinois } from './illinois.ts';
import { massachusetts } from './massachusetts.ts';

/** Every profile there is, by name. */
export const profiles: Readonly<Record<ProfileName, Profile>> = {
  generic,
  california,
  massachusetts,
  illinois,
};
