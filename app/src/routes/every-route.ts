import { actionsRoutes } from './actions.routes.tsx';
import { auditRoutes } from './audit.routes.tsx';
import { calendarRoutes } from './calendar.routes.tsx';
import { caucusRoutes } from './caucus.routes.tsx';
import { compactRoutes } from './compact.routes.tsx';
import { cycleRoutes } from './cycle.routes.tsx';
import { decisionRoutes } from './decisions.routes.tsx';
import { demoRoutes } from './demo.routes.tsx';
import { goalsRoutes } from './goals.routes.tsx';
import { indicatorsRoutes } from './indicators.routes.tsx';
import { joinRoutes } from './join.routes.tsx';
import { lessonRoutes } from './lessons.routes.tsx';
import { listeningRoutes } from './listening.routes.tsx';
import { meetingsRoutes } from './meetings.routes.tsx';
import { partnersRoutes } from './partners.routes.tsx';
import { reviewRoutes } from './reviews.routes.tsx';
import { rosterRoutes } from './roster.routes.tsx';
import type { Routes } from './routes.ts';
import { signInRoutes } from './sign-in.routes.tsx';
import { startRoutes } from './start.routes.tsx';
import { tableRoutes } from './table.routes.tsx';
import { teamsRoutes } from './teams.routes.tsx';
import { voicesRoutes } from './voices.routes.tsx';

/** The list of all URLs, one file for each noun. */
export function everyRoute(routes: Routes): void {
  startRoutes(routes);
  demoRoutes(routes);
  signInRoutes(routes);
  joinRoutes(routes);
  tableRoutes(routes);
  partnersRoutes(routes);
  rosterRoutes(routes);
  compactRoutes(routes);
  cycleRoutes(routes);
  caucusRoutes(routes);
  auditRoutes(routes);
  reviewRoutes(routes);
  lessonRoutes(routes);
  goalsRoutes(routes);
  indicatorsRoutes(routes);
  listeningRoutes(routes);
  voicesRoutes(routes);
  teamsRoutes(routes);
  meetingsRoutes(routes);
  actionsRoutes(routes);
  calendarRoutes(routes);
  decisionRoutes(routes);
}
