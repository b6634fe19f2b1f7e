import type { Attack, AttackClass } from '../attack.ts';
import { actorCalled } from '../attack.ts';
import { formsFor } from '../form-fields.ts';

const bytes = (...parts: (string | number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string))));

/** Bodies that claim to be something and are not. */
const bodies: readonly [type: string, body: string | Uint8Array<ArrayBuffer>][] = [
  ['application/json', '{"name":'],
  ['application/json', '{"name":"zqh","__proto__":{"zqh":true}}'],
  ['text/plain', 'name=zqh'],
  ['text/xml', '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'],
  ['multipart/form-data', 'zqh'],
  ['multipart/form-data; boundary=a', '--b'],
  ['multipart/form-data; boundary=a', '--a\r\nContent-Disposition: form-data; name="zqh"\r\n\r\nx'],
  ['multipart/form-data; boundary=""', '--\r\n\r\n--'],
  [
    'multipart/form-data; boundary=a',
    '--a\r\nContent-Disposition: form-data; name="files"; filename="../../zqh\0.csv"\r\nContent-Type: text/html\r\n\r\n<script>zqh</script>\r\n--a--\r\n',
  ],
  ['application/x-www-form-urlencoded', 'a=%&b=%zz&c=%u0041&%00=%00'],
  ['application/x-www-form-urlencoded', 'name=%C0%AF%C0%AE%ED%A0%80%F5%80%80%80'],
  ['application/x-www-form-urlencoded', bytes('name=', [0xff, 0xfe, 0xc0, 0xaf, 0xed, 0xa0, 0x80])],
  ['application/x-www-form-urlencoded; charset=utf-7', 'name=+ADw-script+AD4-zqh'],
  ['application/x-www-form-urlencoded; charset=utf-16', bytes([0xff, 0xfe, 0x6e, 0, 0x3d, 0])],
  ['application/octet-stream', bytes([0x1f, 0x8b, 8, 0, 0, 0, 0, 0])],
  ['', ''],
  ['zqh/zqh; zqh=zqh', 'zqh'],
];

export const malformed: AttackClass = {
  name: 'malformed bodies',
  ownChanges: true,
  *attacks(target): Generator<Attack> {
    const actor = actorCalled(target, 'superintendent');
    let place = 0;
    for (const { address } of formsFor(target, actor))
      for (let turn = 0; turn < 4; turn += 1) {
        const [type, body] = bodies[place % bodies.length]!;
        place += 1;
        const headers = { 'content-type': type };
        yield { actor, method: 'POST', path: address.path, body, headers };
      }
  },
};

/** Characters written in ways that no browser writes them. */
const spellings = [
  '%00',
  '%E0%A4%A',
  '%C0%AE%C0%AE%C0%AF',
  '%ED%A0%80',
  '%FF%FE',
  '%u002e%u002e',
  '%252e%252e%252f',
  '..;/..;/',
  '%2e%2e%2f%2e%2e%2fetc%2fpasswd',
  '%0d%0aSet-Cookie:%20zqh=1',
  '%3Cscript%3Ezqh%3C/script%3E',
  '%F0%9F%98%80',
  '.env',
  '.git%2fconfig',
  '%5c%5czqh.example%5c',
];

export const malformedAddresses: AttackClass = {
  name: 'malformed addresses',
  ownChanges: false,
  *attacks(target): Generator<Attack> {
    const actor = actorCalled(target, 'superintendent');
    const base = `/p/${target.matrix.world.here.slug}`;
    const places = ['', '/p/', `${base}/goals/`, '/join/', '/listen/', '/voice/', '/calendar/'];
    for (const at of [...places, '/start/', '/sign-in/link/', '/assets/'])
      for (const spelling of spellings)
        yield { actor, method: 'GET', path: `${at}${at.endsWith('/') ? '' : '/'}${spelling}` };
    for (const spelling of spellings)
      yield { actor, method: 'GET', path: `${base}/voices?q=${spelling}&lang=${spelling}` };
    for (const path of [
      '//zqh.example/',
      '//zqh.example//',
      '/\\zqh.example/',
      '/%2f%2fzqh.example/',
    ])
      yield { actor, method: 'GET', path };
  },
};
