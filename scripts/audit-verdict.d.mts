export function auditVerdict(
  text: string,
  allowed: readonly { id: string; reason: string; until: string }[],
  today: string,
): { state: 'clean' | 'found' | 'not-checked'; lines: string[] };
