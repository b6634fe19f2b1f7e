/** How somebody got in. `demo` is the persona switcher. */
export type Way = 'password' | 'link' | 'passkey' | 'district' | 'demo';

/** What may be used once and soon. */
export type TicketPurpose =
  | 'mail-link'
  | 'code'
  | 'passkey-add'
  | 'passkey-use'
  | 'district'
  | 'reset';
