import type { Signer } from '../../platform/signer.ts';

/** The token of an invitation's link: made from its ids, so that it is stored nowhere. */
export function invitationToken(
  signer: Signer,
  invitation: { partnershipId: string; id: string },
): string {
  const name = `${pack(invitation.partnershipId)}${pack(invitation.id)}`;
  return `${name}.${signer.sign('invitation', name)}`;
}

/** The ids behind a token, or null when it was not made by this installation. */
export function readInvitationToken(
  signer: Signer,
  token: string,
): { partnershipId: string; id: string } | null {
  const [name = '', signature = ''] = token.split('.');
  if (name.length !== 44 || !signer.verify('invitation', name, signature)) return null;
  return { partnershipId: unpack(name.slice(0, 22)), id: unpack(name.slice(22)) };
}

function pack(uuid: string): string {
  return Buffer.from(uuid.replaceAll('-', ''), 'hex').toString('base64url');
}

function unpack(packed: string): string {
  const hex = Buffer.from(packed, 'base64url').toString('hex');
  return [8, 12, 16, 20].reduceRight((text, at) => `${text.slice(0, at)}-${text.slice(at)}`, hex);
}
