import { readViewAs, seatGroup, type ViewAs, viewAsKey } from '../partnership/access/index.ts';
import { readViewsAs, seated } from '../partnership/access/server.ts';
import { Button, Form, RadioGroup } from '../ui/index.ts';
import { page } from './answer.ts';
import type { Routes } from './routes.ts';
import { seenAsWords } from './seen-as.view.tsx';
import type { Visit } from './visit.ts';

const w = seenAsWords;

/** Choosing as whom to look at a page; the looking itself is a question in the page's own address. */
export function viewAsRoutes(routes: Routes): void {
  routes.get('/p/:slug/view-as', async (visit) => {
    const ctx = seated(visit.ctx);
    const path = pageToSee(visit);
    const views = await readViewsAs(ctx);
    const asked = readViewAs(visit.query('as') ?? '');
    return page({
      title: visit.say(w, 'title'),
      lead: visit.say(w, 'lead'),
      body: (
        <Form method="get" action={path}>
          <RadioGroup
            name="view-as"
            label={visit.say(w, 'choose')}
            hint={visit.say(w, 'choose.hint')}
            value={viewAsKey(asked ?? { what: 'visitor' })}
            choices={views.map(({ view, team }) => ({
              value: viewAsKey(view),
              label: labelOf(visit, view, team),
            }))}
          />
          <Button>{visit.say(w, 'look')}</Button>
        </Form>
      ),
    });
  });
}

function labelOf(visit: Visit, view: ViewAs, team: string | null): string {
  if (view.what === 'visitor') return visit.say(w, 'visitor');
  if (view.what === 'colleague')
    return visit.say(w, 'colleague', {
      organization: visit.ctx.actor.seat?.organizationName ?? '',
    });
  const side = seatGroup(visit.locale, view.side).name;
  return team === null ? visit.say(w, 'seat', { side }) : visit.say(w, 'team', { side, team });
}

/** Only pages of this partnership can be looked at; any other address leads to its table. */
function pageToSee(visit: Visit): string {
  const home = `/p/${visit.param('slug')}`;
  const asked = visit.query('page') ?? '';
  return /^[\w./~-]+$/.test(asked) && asked.startsWith(`${home}/`) && !asked.includes('..')
    ? asked
    : home;
}
