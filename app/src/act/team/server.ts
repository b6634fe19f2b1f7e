export { describePlaces } from './describe-places.ts';
export { formTeam } from './form-team.ts';
export { dayIn, localDay } from './local-day.ts';
export { nameToTeam } from './name-to-team.ts';
export { offerPlaces, readPlaces, usualPlaces } from './place.store.ts';
export { proposePlaces } from './propose-places.ts';
export { reviseCharter } from './revise-charter.ts';
export {
  readGoalsAtWork,
  readSeatsOfTeams,
  readTeam,
  readTeamOfRecord,
  readTeamSeats,
  readTeams,
} from './team.store.ts';
export { withdrawFromTeam } from './withdraw-from-team.ts';
