import type { Attack, AttackClass } from '../attack.ts';
import { actorCalled, slugOf } from '../attack.ts';
import { formsFor } from '../form-fields.ts';

/** Headers by which a request claims to come from, go to or be something else. */
const tricks: readonly Record<string, string>[] = [
  { 'x-forwarded-for': '127.0.0.1, ::1, zqh' },
  { 'x-forwarded-host': 'zqh.example', 'x-forwarded-proto': 'https' },
  { forwarded: 'for=127.0.0.1;host=zqh.example;proto=https' },
  { 'x-real-ip': '127.0.0.1', 'x-client-ip': '127.0.0.1', 'true-client-ip': '127.0.0.1' },
  { 'x-original-url': '/p/other-district/caucus', 'x-rewrite-url': '/p/other-district/caucus' },
  { 'x-http-method-override': 'DELETE', 'x-method-override': 'PUT', 'x-http-method': 'PATCH' },
  { host: 'zqh.example' },
  { host: 'concord.test:99999', 'x-host': 'zqh.example' },
  { range: 'bytes=0-0,2-4,-1', 'if-range': 'zqh' },
  { 'if-none-match': '*', 'if-modified-since': 'Sat, 01 Jan 2050 00:00:00 GMT' },
  { 'accept-language': `${'zqh;q=0.1,'.repeat(300)}*` },
  { 'accept-encoding': 'gzip;q=0, br;q=1, zqh' },
  { accept: 'application/json', 'x-requested-with': 'XMLHttpRequest' },
  { authorization: 'Bearer zqh' },
  { authorization: `Basic ${btoa('superintendent:zqh')}` },
  { 'user-agent': '() { :; }; echo zqh', referer: 'javascript:zqh' },
  { 'content-language': '../../zqh', 'accept-charset': 'utf-7' },
  { 'cache-control': 'zqh', pragma: 'zqh', via: '1.1 zqh', upgrade: 'h2c' },
];

export const headerTricks: AttackClass = {
  name: 'header tricks',
  ownChanges: false,
  *attacks(target): Generator<Attack> {
    for (const key of ['visitor', 'other lead visiting']) {
      const actor = actorCalled(target, key);
      const base = `/p/${slugOf(actor)}`;
      for (const path of [base, `${base}/caucus`, `${base}/audit.jsonl`, '/account'])
        for (const headers of tricks) yield { actor, method: 'GET', path, headers };
    }
  },
};

/** Cookies that claim a session, a seat or a language. */
export const cookieTricks: AttackClass = {
  name: 'forged cookies',
  ownChanges: false,
  *attacks(target): Generator<Attack> {
    const actor = actorCalled(target, 'visitor');
    const hat = actorCalled(target, 'president').seat?.seatId;
    const base = `/p/${slugOf(actor)}`;
    const name = 'concord.session_token';
    const values = [
      '%',
      '%00',
      '%E0%A4%A',
      'x'.repeat(5000),
      "' or 1=1 --",
      '',
      '*',
      'president%00.x',
      'presiden',
      'presidentx',
      'PRESIDENT',
      'president%20.x',
      '["president"]',
      '__proto__',
    ];
    const cookies = [
      ...values.map((value) => `${name}=${value}`),
      `concord_seat=${hat}`,
      `concord.sessiontoken=president.x`,
      `${name}=x; ${name}=y`,
      `concord_lang=%3Cscript%3Ezqh; concord_seat=${"'".repeat(40)}`,
      `${'zqh=1; '.repeat(400)}`,
      'zqh',
      ';;;===;;',
    ];
    for (const cookie of cookies)
      for (const path of [base, `${base}/caucus`, `${base}/goals/new`, '/account'])
        yield { actor, method: 'GET', path, headers: { cookie } };
    // A seat that is somebody else's is no seat of one's own.
    const member = actorCalled(target, 'principal');
    for (const path of [base, `${base}/caucus`, `${base}/partners`])
      yield {
        actor: member,
        method: 'GET',
        path,
        headers: { cookie: `${name}=principal.x; concord_seat=${hat}` },
      };
  },
};

/** Ways of asking that no page of ours offers. */
export const strangeMethods: AttackClass = {
  name: 'strange methods',
  ownChanges: false,
  *attacks(target): Generator<Attack> {
    const actor = actorCalled(target, 'superintendent');
    for (const { address, typed } of formsFor(target, actor))
      for (const method of ['PUT', 'PATCH', 'DELETE'] as const)
        yield { actor, method, path: address.path, body: typed(), must: 'be refused' };
    for (const { address } of formsFor(target, actor))
      yield { actor, method: 'OPTIONS', path: address.path, must: 'be refused' };
  },
};
