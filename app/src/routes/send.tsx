import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { routePath } from 'hono/route';
import { renderToString } from 'preact-render-to-string';
import { type Actor, nobody } from '../partnership/access/index.ts';
import { AppError } from '../platform/errors.ts';
import { InputProblem } from '../platform/input-problem.ts';
import type { Locale } from '../ui/catalogue.ts';
import { type FieldLabels, FieldLabelsProvider } from '../ui/field-labels.ts';
import { HtmlDocument } from '../ui/html-document.view.tsx';
import { LocaleProvider } from '../ui/words.ts';
import type { Answer, PageAnswer } from './answer.ts';
import { ErrorPage, errorTitle } from './error-page.tsx';
import { chooseLocale } from './language.ts';
import { seenAsHtml } from './seen-as-html.ts';
import { sendHtml } from './send-html.ts';
import type { Services } from './services.ts';
import { Shell } from './shell.tsx';
import type { Visit } from './visit.ts';

/** Turns a handler's answer into a response. */
export function send(c: Context, visit: Visit, answer: Answer): Response {
  for (const cookie of (answer.kind !== 'file' && answer.cookies) || [])
    c.header('set-cookie', cookie, { append: true });
  if (answer.kind === 'go') {
    return c.redirect(answer.to, 303);
  }
  if (answer.kind === 'file') {
    c.header('content-type', answer.type);
    c.header('cache-control', 'private, no-store');
    if (answer.name) c.header('content-disposition', `attachment; filename="${answer.name}"`);
    return c.body(answer.body);
  }
  const { actor } = visit.ctx;
  // What only this person, or whoever holds this address, may read stays in no browser's store.
  const theirs =
    actor.account !== null || visit.param('token') !== '' || visit.param('receipt') !== '';
  c.header('cache-control', theirs ? 'private, no-store' : 'no-cache');
  return sendHtml(
    c,
    document(answer, visit.services, visit.locale, actor, visit.url),
    answer.status ?? 200,
  );
}

function document(
  answer: PageAnswer,
  services: Services,
  locale: Locale,
  actor: Actor,
  url: URL,
): string {
  const timeZone = actor.partnership?.timeZone ?? 'UTC';
  const place = actor.partnership?.name;
  const labels: FieldLabels = new Map();
  const draw = () =>
    renderToString(
      <LocaleProvider locale={locale} timeZone={timeZone} now={services.clock.now()}>
        <FieldLabelsProvider labels={labels}>
          <HtmlDocument
            title={[answer.title, place, 'Concord'].filter(Boolean).join(' · ')}
            assets={services.assets}
            // A script acts as whoever is signed in: where somebody looks as somebody else, none runs.
            islands={actor.seenAs ? [] : answer.islands}
            head={
              answer.reloadSeconds && (
                <meta http-equiv="refresh" content={`${answer.reloadSeconds}`} />
              )
            }
          >
            <Shell answer={answer} actor={actor} url={url} baseUrl={services.baseUrl} />
          </HtmlDocument>
        </FieldLabelsProvider>
      </LocaleProvider>,
    );
  // The summary of problems stands before the fields whose labels it names.
  if (answer.status === 422) draw();
  const html = `<!doctype html>${draw()}`;
  const { seenAs, partnership } = actor;
  return seenAs && partnership
    ? seenAsHtml(html, { slug: partnership.slug, key: seenAs.key })
    : html;
}

/** Expected refusals as a page; anything else is logged and shown as our own mistake. */
export function sendError(
  c: Context,
  services: Services,
  visit: Visit | null,
  error: unknown,
): Response {
  const known =
    error instanceof AppError ? error : (refusedByServer(error) ?? refusedByDatabase(error));
  const status = known?.status ?? (error instanceof InputProblem ? 422 : 500);
  if (status === 500)
    services.log.error({ err: error, route: routePath(c, -1) }, 'a request failed');
  const locale = visit?.locale ?? chooseLocale(c, null);
  const actor = visit?.ctx.actor ?? nobody;
  const found = known?.code ?? (status === 422 ? 'access.bad-input' : 'access.our-mistake');
  // Whoever had a seat here is told what became of it, whether the page exists or not.
  const left = found === 'access.not-found' && actor.ended && !actor.seat;
  const code = left ? 'access.term-ended' : found;
  const answer: PageAnswer = {
    kind: 'page',
    title: errorTitle(locale, code, actor),
    bare: actor.seat === null,
    body: <ErrorPage code={code} actor={actor} sent={c.req.method === 'POST'} />,
  };
  c.header('cache-control', 'no-store');
  return sendHtml(
    c,
    document(answer, services, locale, actor, new URL(c.req.url)),
    status as 404 | 403 | 409 | 413 | 422 | 500,
  );
}

/** The web server said no before a page was asked: a form from another site, an upload too large. */
function refusedByServer(error: unknown): AppError | null {
  if (isHangUp(error))
    return new AppError({ code: 'access.bad-input', status: 422, userMessage: 'hung-up' });
  if (!(error instanceof HTTPException) || error.status >= 500) return null;
  const code = error.status === 413 ? 'access.too-large' : 'access.not-allowed';
  return new AppError({ code, status: error.status, userMessage: code, cause: error });
}

/** Whoever was sending something went away in the middle of it. */
function isHangUp(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.message === 'aborted' &&
    'code' in error &&
    error.code === 'ECONNRESET'
  );
}

const refusals: Readonly<Record<string, { code: string; status: number }>> = {
  // A row-level policy or a guard in the database said no.
  '42501': { code: 'access.not-allowed', status: 403 },
  // A legal hold keeps what is there.
  CH001: { code: 'access.held', status: 409 },
  // What was sent names something that is not there, or not in this partnership.
  '23503': { code: 'access.bad-input', status: 422 },
  // Nothing is written while somebody looks as somebody else would.
  '25006': { code: 'access.not-allowed', status: 403 },
  // Somebody else did the same, or something that excludes it, in the same moment.
  '23505': { code: 'access.meanwhile', status: 409 },
  '40001': { code: 'access.meanwhile', status: 409 },
  '40P01': { code: 'access.meanwhile', status: 409 },
};

/** What the database refused, where a person can understand it. */
function refusedByDatabase(error: unknown): AppError | null {
  const refusal = error instanceof Error && 'code' in error && refusals[String(error.code)];
  return refusal ? new AppError({ ...refusal, userMessage: refusal.code, cause: error }) : null;
}
