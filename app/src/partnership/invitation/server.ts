export { acceptInvitation } from './accept-invitation.ts';
export {
  type InvitationListed,
  readMyOpenInvitations,
  readOpenInvitations,
} from './invitation.store.ts';
export { showInvitation } from './invitation-link.store.ts';
export { inviteToSeat } from './invite-to-seat.ts';
export { readWaitingLetters } from './outbox.store.ts';
export { withdrawInvitation } from './withdraw-invitation.ts';
