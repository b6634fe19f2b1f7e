export { invitationWords } from './invitation.words.ts';
export { invitationToken, readInvitationToken } from './invitation-link.ts';
export { JoinForm } from './join-form.view.tsx';
