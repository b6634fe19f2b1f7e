/** A person with a browser: cookies, forms, pages. */
export class Visitor {
  readonly address: string;
  readonly #cookies = new Map<string, string>();

  constructor(address: string) {
    this.address = address;
  }

  get headers(): Record<string, string> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    return {
      cookie,
      'accept-language': 'en',
      'accept-encoding': 'identity',
      'sec-fetch-site': 'same-origin',
    };
  }

  /** A page; or where its address leads. */
  async page(path: string): Promise<{ status: number; html: string; to: string }> {
    const answer = await fetch(this.address + path, { headers: this.headers, redirect: 'manual' });
    const to = answer.headers.get('location') ?? '';
    return { status: answer.status, html: await answer.text(), to };
  }

  /** Sends a form; resolves with the status and the path it leads to. */
  async send(path: string, fields: Record<string, string>) {
    const answer = await fetch(this.address + path, {
      method: 'POST',
      headers: this.headers,
      body: new URLSearchParams(fields),
      redirect: 'manual',
    });
    for (const text of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (text.split(';')[0] ?? '').split(/=(.*)/s);
      this.#cookies.set(name, value);
    }
    await answer.arrayBuffer();
    return { status: answer.status, to: answer.headers.get('location') ?? '' };
  }
}
