import type { z } from 'zod';
import { day, email, oneOf, optionalText, text } from '../../platform/form.ts';

/** What two founders say when they start a partnership. */
export const foundingFields = {
  name: text(120),
  level: oneOf(['state', 'district', 'school']),
  place: optionalText(120),
  timeZone: text(60).refine(isTimeZone, { error: 'founding.time-zone' }),
  administrationName: text(160),
  founderTitle: text(120),
  associationName: text(160),
  presidentTitle: text(120),
  presidentName: text(160),
  presidentEmail: email(),
  cycleName: text(120),
  startsOn: day(),
  actOn: day(),
  reflectOn: day(),
  endsOn: day(),
};

export type Founding = z.output<z.ZodObject<typeof foundingFields>> & { locale: string };

function isTimeZone(name: string): boolean {
  return Intl.supportedValuesOf('timeZone').includes(name);
}
