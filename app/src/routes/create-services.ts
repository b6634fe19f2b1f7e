import { createSignIn, signInLetter } from '../partnership/account/server.ts';
import { systemClock } from '../platform/clock.ts';
import { databaseOn } from '../platform/database/database.ts';
import type { OpenedDatabase } from '../platform/database/open-database.ts';
import type { Environment } from '../platform/environment.ts';
import type { Log } from '../platform/log.ts';
import { postLetter } from '../platform/mail.ts';
import { startMailSender } from '../platform/mail-sender.ts';
import type { Random } from '../platform/random.ts';
import type { Signer } from '../platform/signer.ts';
import { sharedCounts } from '../platform/throttle-counts.ts';
import { readAssets } from './assets.ts';
import { demoDistrict } from './demo-district/open-demo.ts';
import type { Services } from './services.ts';

/** Puts together what the pages need in a running process. */
export function createServices({
  opened,
  environment,
  log,
  random,
  signer,
}: {
  opened: OpenedDatabase;
  environment: Environment;
  log: Log;
  random: Random;
  signer: Signer;
}): { services: Services; startMail: () => () => Promise<void> } {
  const database = databaseOn(opened.app);
  const clock = systemClock;
  const signIn = createSignIn({
    pool: opened.auth,
    secret: opened.secret('sign-in'),
    baseUrl: environment.baseUrl,
    clock,
    random,
    district: environment.district,
    onTrouble: (error) => log.error({ err: error }, 'a sign-in letter was not posted'),
    sendMagicLink: ({ email, token, sort }) =>
      postLetter(database, {
        id: random.uuid(),
        at: clock.now(),
        ...signInLetter(sort, email, {
          link: `${environment.baseUrl}/sign-in/link/${token}`,
          district: environment.district?.name ?? '',
        }),
      }),
  });
  const services: Services = {
    database,
    signIn,
    clock,
    random,
    signer,
    counts: sharedCounts(opened.counts, opened.secret('throttle')),
    trustedProxies: environment.trustedProxies,
    log,
    baseUrl: environment.baseUrl,
    assets: readAssets(),
    mailLeaves: environment.smtpUrl !== undefined,
    demo: environment.demo
      ? demoDistrict({
          database,
          signIn,
          log,
          signer,
          baseUrl: environment.baseUrl,
          now: clock.now,
          addSetupToken: async (hash) => {
            await opened.owner.query('insert into setup_token (token_hash) values ($1)', [hash]);
          },
        })
      : null,
  };
  const { smtpUrl } = environment;
  const startMail = () =>
    smtpUrl
      ? startMailSender({ database, clock, log, smtpUrl, from: senderOf(environment) })
      : async () => {};
  return { services, startMail };
}

function senderOf({ baseUrl }: Environment): string {
  return `Concord <concord@${new URL(baseUrl).hostname}>`;
}
