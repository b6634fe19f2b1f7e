/**
 * Why a voice waits until a lead has read it. Simple rules, each told to whoever spoke and to whoever
 * reads. None of them judges what a person means.
 */
export const holdReasons = [
  'no-proof',
  'no-cookie',
  'same-device',
  'many',
  'public',
  'web-address',
  'email-address',
  'phone-number',
  'repeats',
] as const;
export type HoldReason = (typeof holdReasons)[number];

/** Why two leads of different sides may set a held voice aside. Not because they disagree with it. */
export const asideReasons = [
  'names-student',
  'insults',
  'threatens',
  'advertises',
  'repeats',
] as const;
export type AsideReason = (typeof asideReasons)[number];

const webAddress =
  /\b(?:https?:\/\/|www\.)\S|\b[\w-]+\.(?:com|org|net|info|biz|shop|top|xyz|io|ru|cn)\b/i;
const emailAddress = /[^\s@]{1,64}@[^\s@]{1,255}\.[^\s@]{2,}/;
/** Seven digits or more, with what people write between them; not a date and not a sum of money. */
const phoneNumber = /(?<![\d$€£.,/-])\+?\(?\d(?:[\s().-]{0,2}\d){6,14}(?![\d/%])/;
const date = /\b(?:\d{1,4}[-./]\d{1,2}[-./]\d{1,4}|(?:19|20)\d\d\s?[-–/]\s?(?:20)?\d\d)\b/g;

/** What the words themselves give reason for. */
export function reasonsIn(body: string): HoldReason[] {
  const reasons: HoldReason[] = [];
  const withoutEmail = body.replace(new RegExp(emailAddress, 'g'), ' ');
  if (webAddress.test(withoutEmail)) reasons.push('web-address');
  if (emailAddress.test(body)) reasons.push('email-address');
  if (phoneNumber.test(body.replace(date, ' '))) reasons.push('phone-number');
  if (repeatsItself(body)) reasons.push('repeats');
  return reasons;
}

/** One sign twenty times on end, or in a longer text the same few words over and over. */
function repeatsItself(body: string): boolean {
  if (/(\S)\1{19}/u.test(body)) return true;
  const words = body.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  if (words.length < 30) return false;
  return new Set(words).size / words.length < 0.2;
}
