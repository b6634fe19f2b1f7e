import { OperatorError } from '../errors.ts';

const oldest = 15;

/** `number` as PostgreSQL gives it in server_version_num: 150018 is 15.18. */
export function requireSupportedVersion(number: number): void {
  if (number >= oldest * 10_000) return;
  throw new OperatorError(
    `DATABASE_URL leads to PostgreSQL ${versionText(number)}, and Concord needs PostgreSQL ${oldest} or newer.`,
  );
}

export function versionText(number: number): string {
  const major = Math.floor(number / 10_000);
  return major >= 10
    ? `${major}.${number % 10_000}`
    : `${major}.${Math.floor(number / 100) % 100}.${number % 100}`;
}
