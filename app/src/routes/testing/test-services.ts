import { createSignIn, type SignInSettings } from '../../partnership/account/sign-in.server.ts';
import type { TestPartnership } from '../../partnership/testing/test-partnership.ts';
import { createLog } from '../../platform/log.ts';
import { signerWith } from '../../platform/signer.ts';
import { sharedCounts } from '../../platform/throttle-counts.ts';
import { noProxies } from '../../platform/visitor-address.ts';
import type { Services } from '../services.ts';

/** Every name is an island here: tests ask for pages, not for scripts. */
const anyIsland = Object.assign(new Map<string, string>(), {
  get: (name: string) => `/assets/${name}.js`,
});

/** What the pages need, on a test's own partnership, clock and database. No letters leave. */
export function testServices(
  here: TestPartnership,
  {
    sendMagicLink = async () => {},
    district = null,
  }: Partial<Pick<SignInSettings, 'sendMagicLink' | 'district'>> = {},
): Services {
  const baseUrl = 'http://concord.test';
  return {
    database: here.db,
    signIn: createSignIn({
      pool: here.database.auth,
      secret: 'a secret for tests, long enough',
      baseUrl,
      clock: here.clock,
      random: here.random,
      sendMagicLink,
      district,
    }),
    clock: here.clock,
    random: here.random,
    signer: signerWith('test'),
    counts: sharedCounts(here.database.counts, 'test'),
    trustedProxies: noProxies,
    log: createLog('error'),
    baseUrl,
    assets: { stylesheets: [], scripts: [], islands: anyIsland },
    mailLeaves: false,
    demo: null,
  };
}
