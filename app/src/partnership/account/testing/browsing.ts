interface App {
  request(address: string, init?: RequestInit): Response | Promise<Response>;
}

/** A browser without a screen: keeps cookies, and can go through the pages of the test's provider. */
export interface Browsing {
  get(path: string): Promise<Response>;
  post(path: string, fields?: Record<string, string>): Promise<Response>;
  cookie(name: string): string;
  keep(setCookie: string): void;
  /** Signs in at the provider; the address that leads back from there. */
  backFromDistrict(path: string, who: string, method?: 'GET' | 'POST'): Promise<string>;
  throughDistrict(path: string, who: string, method?: 'GET' | 'POST'): Promise<Response>;
}

type Jar = Map<string, string>;

export function browsing(app: App, origin: string): Browsing {
  const here: Jar = new Map();
  const there: Jar = new Map();
  const ask = async (path: string, init: RequestInit = {}) => {
    const headers = { cookie: cookiesOf(here), 'sec-fetch-site': 'same-origin' };
    const answer = await app.request(new URL(path, origin).href, { ...init, headers });
    keepAll(here, answer);
    return answer;
  };
  const post = (path: string, fields: Record<string, string> = {}) =>
    ask(path, { method: 'POST', body: new URLSearchParams(fields) });

  async function backFromDistrict(path: string, who: string, method: 'GET' | 'POST' = 'GET') {
    const left = method === 'GET' ? await ask(path) : await post(path);
    const link = /href="(http:\/\/127[^"]+)"/.exec(await left.text())?.[1];
    let address = left.headers.get('location') ?? link?.replaceAll('&amp;', '&') ?? '';
    const provider = new URL(address).origin;
    for (let steps = 0; steps < 12; steps += 1) {
      let page = await visit(there, address);
      if (page.status === 200) page = await fillIn(there, await page.text(), address, who);
      address = new URL(page.headers.get('location') ?? '', address).href;
      if (new URL(address).origin !== provider) return address;
    }
    throw new Error(`The provider goes round in circles at ${address}.`);
  }

  return {
    get: (path) => ask(path),
    post,
    cookie: (name) => here.get(name) ?? '',
    keep: (setCookie) => keepOne(here, setCookie),
    backFromDistrict,
    throughDistrict: async (path, who, method) => ask(await backFromDistrict(path, who, method)),
  };
}

const visit = async (jar: Jar, address: string, init: RequestInit = {}) => {
  const headers = { cookie: cookiesOf(jar) };
  const answer = await fetch(address, { ...init, headers, redirect: 'manual' });
  keepAll(jar, answer);
  return answer;
};

/** The provider's own pages: a name and a password, then yes. */
async function fillIn(jar: Jar, html: string, address: string, who: string): Promise<Response> {
  const action = /<form[^>]*action="([^"]+)"/.exec(html)?.[1] ?? '';
  const prompt = /name="prompt" value="(\w+)"/.exec(html)?.[1] ?? '';
  const fields = prompt === 'login' ? { prompt, login: who, password: 'any' } : { prompt };
  const body = new URLSearchParams(fields);
  return visit(jar, new URL(action, address).href, { method: 'POST', body });
}

const cookiesOf = (jar: Jar) => [...jar].map(([name, value]) => `${name}=${value}`).join('; ');

const keepAll = (jar: Jar, answer: Response) => {
  for (const one of answer.headers.getSetCookie()) keepOne(jar, one);
};

function keepOne(jar: Jar, setCookie: string): void {
  const [pair = '', ...attributes] = setCookie.split(';');
  const [name = '', value = ''] = pair.split(/=(.*)/s);
  const ends = attributes.some((one) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(one));
  if (value === '' || ends) jar.delete(name);
  else jar.set(name, value);
}
