import type { Command } from './command.ts';
import { withMigratedDatabase } from './migrated-database.ts';

interface Waiting {
  waiting: number;
  sent: number;
  oldest: Date | null;
  problem: string | null;
}

export const outboxCommand: Command = {
  name: 'outbox',
  summary: 'Show how many letters wait for the mail server, and why',
  usage: '',
  details:
    'It counts letters and shows what the mail server said last. Whom a letter is for and what it says stays with the people concerned: letters carry links that open a person’s seat.',
  example: 'npx concord outbox',
  async run({ environment, say }) {
    const state = await withMigratedDatabase(environment, 'outbox', async ({ owner }) => {
      const { rows } = await owner.query<Waiting>(
        `select count(*) filter (where sent_at is null and withdrawn_at is null) as waiting, count(sent_at) as sent,
           min(created_at) filter (where sent_at is null and withdrawn_at is null) as oldest,
           (array_agg(problem order by created_at desc) filter (where problem is not null))[1] as problem
         from mail`,
      );
      return rows[0];
    });
    say(`${state?.waiting ?? 0} letters wait, ${state?.sent ?? 0} have left.`);
    if (state?.oldest) say(`The oldest waits since ${state.oldest.toISOString()}.`);
    if (state?.problem) say(`The mail server said last: ${state.problem}`);
    if (!environment.smtpUrl) {
      say('SMTP_URL is not set, so no letter leaves. People pass links on by hand until it is.');
    }
    return 0;
  },
};
