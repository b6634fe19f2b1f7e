import { sql } from 'kysely';
import { createTransport } from 'nodemailer';
import type { Clock } from './clock.ts';
import type { Database } from './database/database.ts';
import type { Log } from './log.ts';

interface Waiting {
  id: string;
  toAddress: string;
  subject: string;
  body: string;
}

const everyMs = 5_000;
const mostAtOnce = 20;

/** Hands letters from the outbox to the mail server; one it refuses is tried again later and later. */
export function startMailSender(settings: {
  database: Database;
  clock: Clock;
  log: Log;
  smtpUrl: string;
  from: string;
}): () => Promise<void> {
  const { database, clock, log, from } = settings;
  const transport = createTransport(settings.smtpUrl);

  async function sendWaiting(): Promise<void> {
    const { rows } = await sql<Waiting>`
      select id, to_address, subject, body from mail_take(${clock.now()}, ${mostAtOnce})`.execute(
      database,
    );
    for (const letter of rows) {
      const problem = await transport
        .sendMail({ from, to: letter.toAddress, subject: letter.subject, text: letter.body })
        .then(() => null)
        .catch((error: Error) => error.message);
      if (problem) log.warn({ letter: letter.id, problem }, 'a letter was not taken');
      await sql`select mail_settle(${letter.id}::uuid, ${clock.now()}, ${problem})`.execute(
        database,
      );
    }
  }

  let running: Promise<void> = Promise.resolve();
  const timer = setInterval(() => {
    running = running.then(sendWaiting).catch((error: unknown) => {
      log.error({ err: error }, 'the outbox could not be read');
    });
  }, everyMs);
  return async () => {
    clearInterval(timer);
    await running;
    transport.close();
  };
}
