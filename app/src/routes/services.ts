import type { SignIn } from '../partnership/account/server.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Log } from '../platform/log.ts';
import type { Random } from '../platform/random.ts';
import type { Signer } from '../platform/signer.ts';
import type { Counts } from '../platform/throttle.ts';
import type { TrustedProxies } from '../platform/visitor-address.ts';
import type { Assets } from '../ui/html-document.view.tsx';
import type { Demo } from './demo-district/open-demo.ts';

/** Everything the pages need from the process they run in. */
export interface Services {
  database: Database;
  signIn: SignIn;
  clock: Clock;
  random: Random;
  signer: Signer;
  /** What throttles count in. */
  counts: Counts;
  /** Whose word about a visitor's address is believed. */
  trustedProxies: TrustedProxies;
  log: Log;
  /** Where people reach this installation, without a slash at the end. */
  baseUrl: string;
  assets: Assets;
  /** Whether letters leave by a mail server; otherwise they wait in the outbox. */
  mailLeaves: boolean;
  /** The demo district. Null where the operator turned it off. */
  demo: Demo | null;
}
