export { CharterForm } from './charter-form.view.tsx';
export {
  chairingSides,
  type DecisionRule,
  decisionRules,
  isCoChair,
  isReadyToWork,
  mayFormTeam,
  mayNameFirstChairs,
  mayNameOwnSeats,
  mayReviseCharter,
  onTeam,
  type Team,
  type TeamMember,
  type TeamRole,
  type TeamSort,
  teamRoles,
  teamSorts,
} from './team.ts';
export { teamWords } from './team.words.ts';
export { TeamCharter } from './team-charter.view.tsx';
export { TeamForm } from './team-form.view.tsx';
export { TeamMembers } from './team-members.view.tsx';
export { TeamTable } from './team-table.view.tsx';
export { TeamTree } from './team-tree.view.tsx';
