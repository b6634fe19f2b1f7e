import type { TestProject } from 'vitest/node';
import { openLetterBox } from './letter-box.ts';
import { runConcord } from './run-concord.ts';

declare module 'vitest' {
  interface ProvidedContext {
    concord: { address: string; setupLink: string; letters: string; smtpUrl: string };
  }
}

/** One server for all journeys: the built one, with a mail server of ours. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const letterBox = await openLetterBox();
  const concord = await runConcord({ SMTP_URL: letterBox.smtpUrl });
  project.provide('concord', {
    address: concord.address,
    setupLink: concord.setupLink,
    letters: letterBox.folder,
    smtpUrl: letterBox.smtpUrl,
  });
  return async () => {
    await concord.stop();
    await letterBox.close();
    const errors = concord.errors();
    if (errors.length > 0) throw new Error(`The server made mistakes:\n${errors.join('\n')}`);
  };
}
