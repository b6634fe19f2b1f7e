export { CharterForm } from './charter-form.view.tsx';
export { PlacesForm } from './places-form.view.tsx';
export {
  chairingSides,
  type DecisionRule,
  decisionRules,
  isCoChair,
  isReadyToWork,
  mayFormTeam,
  mayLeave,
  mayNameFirstChairs,
  mayNameOwnSeats,
  mayReviseCharter,
  mostPlaces,
  onTeam,
  type Team,
  type TeamMember,
  type TeamPlaces,
  type TeamRole,
  type TeamSort,
  teamRoles,
  teamSorts,
  usualPlacesEach,
} from './team.ts';
export { teamWords } from './team.words.ts';
export { TeamCharter } from './team-charter.view.tsx';
export { TeamForm } from './team-form.view.tsx';
export { TeamMembers } from './team-members.view.tsx';
export { TeamPlacesList } from './team-places.view.tsx';
export { TeamTable } from './team-table.view.tsx';
export { TeamTree } from './team-tree.view.tsx';
