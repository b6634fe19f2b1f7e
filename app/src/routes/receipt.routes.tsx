import { nobody } from '../partnership/access/index.ts';
import { enterReceipt } from '../partnership/access/server.ts';
import { readChain } from '../partnership/record/server.ts';
import {
  HeldReceipt,
  KeepReceipt,
  listeningWords,
  ReceiptPage,
} from '../prepare/listening/index.ts';
import {
  readHeldVoiceOfReceipt,
  readVoiceOfReceipt,
  receiptHash,
  receiptPath,
} from '../prepare/listening/server.ts';
import { readAnswerer } from '../prepare/voice/server.ts';
import { page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import type { Enter, Routes } from './routes.ts';
import type { Visit } from './visit.ts';

/** Whoever has no receipt of ours comes in as nobody and is told so kindly. */
const byReceipt: Enter = async (db, { c }) =>
  (await enterReceipt(db, receiptHash(c.req.param('receipt') ?? '')))?.actor ?? nobody;

/** What became of a voice, for a person without an account who kept the receipt. */
export function receiptRoutes(routes: Routes): void {
  routes.get('/voice/:receipt', receiptPage, byReceipt);
}

async function receiptPage(visit: Visit) {
  const { ctx, say } = visit;
  const here = ctx.actor.partnership;
  if (!here) {
    return page({
      title: say(listeningWords, 'receipt.unknown.title'),
      bare: true,
      status: 404,
      body: <p>{say(listeningWords, 'receipt.unknown')}</p>,
    });
  }
  return page({
    title: say(listeningWords, 'receipt.title'),
    lead: say(listeningWords, 'receipt.lead', { partnership: here.name }),
    bare: true,
    notice: doneNotice(visit, listeningWords),
    body: await receiptBody(visit, here.slug),
  });
}

async function receiptBody(visit: Visit, slug: string) {
  const { ctx } = visit;
  const url = `${ctx.baseUrl}${receiptPath(visit.param('receipt'))}`;
  const fresh = visit.query('done') === 'sent';
  const held = await readHeldVoiceOfReceipt(ctx, visit.param('receipt'));
  const answerer = await readAnswerer(ctx);
  if (held && held.state !== 'released') {
    const who = answerer
      ? visit.say(listeningWords, 'receipt.who', {
          seat: answerer.seatTitle,
          organization: answerer.organizationName,
        })
      : visit.say(listeningWords, 'receipt.held.somebody');
    return (
      <>
        {fresh && <KeepReceipt url={url} />}
        <HeldReceipt held={held} who={who} />
        {!fresh && <KeepReceipt url={url} />}
      </>
    );
  }
  const voice = await readVoiceOfReceipt(ctx, visit.param('receipt'));
  const chain = await readChain(ctx, voice.id);
  return (
    <ReceiptPage
      slug={slug}
      voice={voice}
      releasedAt={held?.settledAt ?? null}
      answerer={answerer}
      after={chain.filter(({ distance }) => distance > 0).map(({ head }) => head)}
      fresh={fresh}
      url={url}
    />
  );
}
