/** The organization whose caucus it is. Part of everything that is sealed. */
export interface Place {
  partnershipId: string;
  organizationId: string;
}

export const partsOf = ({ partnershipId, organizationId }: Place) =>
  [partnershipId, organizationId] as const;
