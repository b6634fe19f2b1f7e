/** A person in a browser who starts partnerships, each with a set-up link of its own. */
export type FoundingClient = {
  /** Resolves with the address of the new partnership, or null when no answer came. */
  found(address: string, token: string, name: string): Promise<string | null>;
};

export function foundingClient(email: string): FoundingClient {
  let cookie = '';
  return {
    async found(address, token, name) {
      const founder = { founderName: 'Kim Founder', email, password: 'a long enough pass phrase' };
      const body = new URLSearchParams({ ...answers, ...(cookie ? {} : founder), name });
      const url = `${address}/start/${token}`;
      const headers = { origin: address, cookie };
      const response = await fetch(url, {
        method: 'POST',
        headers,
        body,
        redirect: 'manual',
      }).catch(() => null); // the server was killed before it answered
      if (!response) return null;
      const place = response.headers.get('location');
      if (response.status !== 303 || !place)
        throw new Error(`${url} answered ${response.status}: ${wordsOf(await response.text())}`);
      const cookies = response.headers.getSetCookie().map((text) => text.split(';')[0]);
      if (cookies.length > 0) cookie = cookies.join('; ');
      return new URL(place, address).pathname;
    },
  };
}

const wordsOf = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ');

const answers = {
  level: 'district',
  place: 'River County',
  timeZone: 'America/Chicago',
  administrationName: 'District office',
  founderTitle: 'Superintendent',
  associationName: 'Educators of River County',
  presidentTitle: 'President',
  presidentName: 'Sam President',
  presidentEmail: 'sam@example.org',
  cycleName: '2026 to 2027',
  startsOn: '2026-08-01',
  actOn: '2026-10-01',
  reflectOn: '2027-04-01',
  endsOn: '2027-06-30',
};
