import { z } from 'zod';
import {
  IndicatorChart,
  IndicatorFacts,
  indicatorWords,
  longestNote,
  mayEnterValues,
  ValueForms,
  ValueLinesResult,
} from '../measure/indicator/index.ts';
import {
  enterValues,
  readIndicator,
  readValueLines,
  type ValueLines,
  valuesAsCsv,
} from '../measure/indicator/server.ts';
import { VisibleTo } from '../partnership/access/index.ts';
import { isSeated, nameVisibility, seated } from '../partnership/access/server.ts';
import { localToday } from '../partnership/cycle/server.ts';
import { seatName } from '../partnership/seat/index.ts';
import { readSeats } from '../partnership/seat/server.ts';
import { day, decimal, optionalText } from '../platform/form.ts';
import { InputProblem } from '../platform/input-problem.ts';
import { Section } from '../ui/index.ts';
import { file, go, page } from './answer.ts';
import { doneNotice } from './done-notice.tsx';
import { problemsOf } from './form-problem.ts';
import type { Routes } from './routes.ts';
import type { Visit } from './visit.ts';

problemsOf('indicator', indicatorWords);

const valueForm = z.object({
  measuredOn: day(),
  value: decimal(),
  note: optionalText(longestNote),
  backTo: optionalText(300),
});

const importForm = z.object({ lines: optionalText(400_000), backTo: optionalText(300) });

/** Values of indicators, one by one or many at once. */
export function indicatorsRoutes(routes: Routes): void {
  routes.get('/p/:slug/indicators/:id', (visit) => indicatorPage(visit));

  routes.get('/p/:slug/indicators/:id/values.csv', async (visit) => {
    const indicator = await readIndicator(visit.ctx, visit.param('id'));
    return file({
      type: 'text/csv; charset=utf-8',
      name: 'values.csv',
      body: valuesAsCsv(visit.locale, indicator),
    });
  });

  routes.post('/p/:slug/indicators/:id/values', valueForm, {
    act: async (visit, { backTo, ...value }) => {
      const ctx = seated(visit.ctx);
      if (value.measuredOn > localToday(visit.ctx)) {
        throw new InputProblem({ measuredOn: 'indicator.future' });
      }
      await enterValues(ctx, visit.param('id'), [value]);
      return go(ownPath(visit, backTo), { done: 'value' });
    },
    again: (visit) => indicatorPage(visit),
  });

  routes.post('/p/:slug/indicators/:id/import', importForm, {
    act: async (visit, input) => {
      const ctx = seated(visit.ctx);
      const upload = await visit.files('file')[0]?.text();
      const read = readValueLines(upload ?? input.lines);
      if (read.values.length + read.wrong.length === 0) {
        throw new InputProblem({ lines: 'indicator.nothing' });
      }
      await enterValues(ctx, visit.param('id'), read.values);
      return indicatorPage(visit, read);
    },
    again: (visit) => indicatorPage(visit),
    mostBytes: 2 * 1024 * 1024,
  });
}

function indicatorPath(visit: Visit): string {
  return `/p/${visit.param('slug')}/indicators/${visit.param('id')}`;
}

/** Only a page of this partnership; anything else leads to the indicator itself. */
function ownPath(visit: Visit, path: string): string {
  return path.startsWith(`/p/${visit.param('slug')}/`) ? path : indicatorPath(visit);
}

async function indicatorPage(visit: Visit, read?: ValueLines) {
  const { ctx, say } = visit;
  const indicator = await readIndicator(ctx, visit.param('id'));
  const path = indicatorPath(visit);
  const backTo = ownPath(visit, visit.query('backTo') ?? '');
  const [keeper] = await readSeats(ctx, [indicator.keeperSeat]);
  return page({
    title: indicator.name,
    overline: say(indicatorWords, 'overline'),
    nav: 'goals',
    notice: read ? <ValueLinesResult read={read} /> : doneNotice(visit, indicatorWords),
    side: <VisibleTo visibility={await nameVisibility(ctx, indicator.visibleTo)} />,
    body: (
      <>
        <IndicatorChart indicator={indicator} />
        <Section title={say(indicatorWords, 'facts.title')}>
          <IndicatorFacts indicator={indicator} keeper={keeper ? seatName(keeper) : null} />
          {indicator.values.length > 0 && (
            <p>
              <a href={`${path}/values.csv`}>{say(indicatorWords, 'download')}</a>
            </p>
          )}
        </Section>
        {isSeated(ctx.actor) && mayEnterValues(ctx.actor, indicator) && (
          <Section title={say(indicatorWords, 'enter.title')}>
            <ValueForms
              form={visit.form}
              path={path}
              backTo={backTo}
              today={localToday(visit.ctx)}
              linesLeft={
                read && read.wrong.length > 0
                  ? read.wrong.map(({ text }) => text).join('\n')
                  : undefined
              }
            />
          </Section>
        )}
      </>
    ),
  });
}
