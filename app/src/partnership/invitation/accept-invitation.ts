import { InputProblem } from '../../platform/input-problem.ts';
import type { Ctx } from '../access/server.ts';
import { audit } from '../audit/server.ts';
import { takeSeat } from './invitation-link.store.ts';

/** Takes the seat for this account. Whoever held it hands over the same minute. Returns the seat. */
export async function acceptInvitation(
  ctx: Ctx,
  invitation: { partnershipId: string; id: string },
  account: { id: string; name: string },
): Promise<string> {
  const seatId = await takeSeat(ctx, invitation, account);
  if (!seatId) throw new InputProblem({ form: 'invitation.closed' });
  await audit(ctx, 'seat.taken', { visibleTo: 'partnership', details: { seat: seatId } });
  return seatId;
}
