import { createSetupLink } from './command/create-setup-link.ts';
import { systemClock } from './platform/clock.ts';
import { linkSigner } from './platform/database/link-keys.ts';
import { migrate } from './platform/database/migrate.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { addressFor, type Environment, readEnvironment } from './platform/environment.ts';
import { OperatorError } from './platform/errors.ts';
import { createLog } from './platform/log.ts';
import { endWith, stopRequest } from './platform/program.ts';
import { systemRandom } from './platform/random.ts';
import { createApp } from './routes/app.ts';
import { createServices } from './routes/create-services.ts';
import { listen } from './routes/listen.ts';

const say = (text: string) => process.stderr.write(`${text}\n`);

/** Opens the database, brings it up to date and serves until it is asked to stop. */
async function run(environment: Environment): Promise<void> {
  const stop = stopRequest();
  const log = createLog(environment.logLevel);
  say('  Opening the database ...');
  const opened = await openDatabase({
    dataFolder: environment.dataFolder,
    databaseUrl: environment.databaseUrl,
    purpose: `Concord at ${environment.baseUrl}`,
    onStep: (text) => say(`  ${text} ...`),
    onTrouble: (error, fatal) => {
      log.error({ err: error }, 'trouble with the database');
      if (fatal) endWith(new OperatorError('The database stopped and cannot be kept running.'));
    },
  });
  try {
    await migrate({ ...opened, onStep: (text) => say(`  ${text}`) });
    const random = systemRandom(systemClock);
    const { services, startMail } = createServices({
      opened,
      environment,
      log,
      random,
      signer: await linkSigner(opened),
    });
    const server = await listen(createApp(services).hono, environment);
    const stopMail = startMail();
    const { port } = server.address() as { port: number };
    const address =
      environment.port === 0 ? addressFor(environment.host, port) : environment.baseUrl;
    await sayWhereToGo(opened.owner, address, random);
    await stop;
    await services.signIn.settled();
    await stopMail();
    await new Promise<void>((resolve) => {
      server.close(() => resolve());
      setTimeout(() => server.closeAllConnections(), 2000).unref();
      server.closeIdleConnections();
    });
  } finally {
    await opened.close();
  }
}

/** The address; on an installation that nobody has claimed yet, with the link that claims it. */
async function sayWhereToGo(
  owner: Parameters<typeof createSetupLink>[0],
  baseUrl: string,
  random: Parameters<typeof createSetupLink>[1]['random'],
): Promise<void> {
  const { rows } = await owner.query('select from partnership where not demo limit 1');
  if (rows.length === 0) {
    const link = await createSetupLink(owner, { baseUrl, clock: systemClock, random });
    say(`\n  To start your partnership, open this link (it works once):\n  ${link}`);
  }
  say(`\n  Concord is ready at ${baseUrl}\n  Press Ctrl-C to stop.\n`);
}

run(readEnvironment()).then(() => process.exit(0), endWith);
