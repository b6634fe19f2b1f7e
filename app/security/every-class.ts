import type { AttackClass } from './attack.ts';
import { foreignForms } from './classes/foreign-forms.ts';
import { forgedIds } from './classes/forged-ids.ts';
import { cookieTricks, headerTricks, strangeMethods } from './classes/header-tricks.ts';
import { idsInFields, idsOfOtherPartnerships, idsOfOtherSides } from './classes/ids-of-others.ts';
import {
  injection,
  injectionInQueries,
  injectionShown,
  injectionStored,
} from './classes/injection.ts';
import { malformed, malformedAddresses } from './classes/malformed.ts';
import { strangeNames, twice } from './classes/names.ts';
import { forgedTokens, usedLetters, usedSessions, usedTokens } from './classes/tokens.ts';
import { longAddresses, tooMuch } from './classes/too-much.ts';

/** In this order: what may change nothing comes before what may change something of the sender's. */
export const everyClass: readonly AttackClass[] = [
  // Before anything is counted that would be too much of it.
  usedLetters,
  forgedIds,
  idsOfOtherPartnerships,
  idsOfOtherSides,
  forgedTokens,
  usedTokens,
  usedSessions,
  foreignForms,
  tooMuch,
  longAddresses,
  malformedAddresses,
  headerTricks,
  cookieTricks,
  strangeMethods,
  injectionInQueries,
  malformed,
  strangeNames,
  twice,
  idsInFields,
  injection,
  injectionStored,
  injectionShown,
];
