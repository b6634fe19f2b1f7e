import type { Pool } from 'pg';
import type { Clock } from '../../platform/clock.ts';
import type { Random } from '../../platform/random.ts';
import { type AccountDatabase, accountDatabaseOn } from './account-database.store.ts';
import type { DistrictSettings } from './district/district-settings.ts';

/** Why a letter with a link goes out: to sign in, to join the district's sign-in, to confirm the address. */
export type LetterSort = 'sign-in' | 'join' | 'welcome';

export interface SignInSettings {
  /** Role with rights in the schema `auth` and nowhere else. */
  pool: Pool;
  /** Encrypts and keys what the database keeps; is not in the database. */
  secret: string;
  baseUrl: string;
  clock: Clock;
  random: Random;
  sendMagicLink(letter: { email: string; token: string; sort: LetterSort }): Promise<void>;
  /** The district's own sign-in, where the operator set one. */
  district?: DistrictSettings | null | undefined;
  /** Told of work that failed after its page was answered. */
  onTrouble?: ((error: unknown) => void) | undefined;
}

/** What signing in needs from the process. */
export interface SignIn {
  db: AccountDatabase;
  secret: string;
  baseUrl: string;
  /** Reached by https: cookies are bound to this host and never travel in the clear. */
  secure: boolean;
  clock: Clock;
  random: Random;
  sendMagicLink: SignInSettings['sendMagicLink'];
  district: DistrictSettings | null;
  /** Runs after the answer, so that its time tells nothing. */
  later(work: () => Promise<void>): void;
  /** Everything that was put off is done. */
  settled(): Promise<void>;
}

export function createSignIn({ pool, onTrouble, ...settings }: SignInSettings): SignIn {
  const underWay = new Set<Promise<void>>();
  return {
    ...settings,
    db: accountDatabaseOn(pool),
    secure: settings.baseUrl.startsWith('https:'),
    district: settings.district ?? null,
    later: (work) => {
      const done = new Promise((resolve) => setImmediate(resolve))
        .then(work)
        .catch((error: unknown) => onTrouble?.(error))
        .finally(() => underWay.delete(done));
      underWay.add(done);
    },
    settled: async () => {
      await Promise.all(underWay);
    },
  };
}
