const host = 'Host: concord.test\r\n';
const close = 'Connection: close\r\n';
const president = 'Cookie: concord.session_token=president.x\r\n';
const form = 'Content-Type: application/x-www-form-urlencoded\r\n';
const fromUs = 'Origin: http://concord.test\r\n';
const hidden = (slug: string) => `GET /p/${slug}/caucus HTTP/1.1\r\n${host}${president}\r\n`;

/** Requests that no browser's own software writes, by name. Each may get at most so many answers. */
export function wireAttacks(slug: string): Record<string, { bytes: string; most: number }> {
  const one = (bytes: string) => ({ bytes, most: 1 });
  const post = (headers: string, body = '') =>
    one(`POST /sign-in HTTP/1.1\r\n${host}${fromUs}${form}${headers}\r\n${body}`);
  const get = (headers: string) => one(`GET / HTTP/1.1\r\n${host}${headers}${close}\r\n`);
  const line = (text: string) => one(`${text}\r\n${host}${close}\r\n`);
  const smuggled = hidden(slug);
  return {
    'length and chunks': post(
      `Content-Length: 6\r\nTransfer-Encoding: chunked\r\n`,
      `0\r\n\r\n${smuggled}`,
    ),
    'chunks and length': post(
      `Transfer-Encoding: chunked\r\nContent-Length: 4\r\n`,
      `5c\r\n${smuggled}\r\n0\r\n\r\n`,
    ),
    'two lengths': post(`Content-Length: 0\r\nContent-Length: ${smuggled.length}\r\n`, smuggled),
    'two lengths in one': post(`Content-Length: 0, ${smuggled.length}\r\n`, smuggled),
    'chunks twice': post('Transfer-Encoding: chunked, chunked\r\n', `0\r\n\r\n${smuggled}`),
    'chunks not last': post('Transfer-Encoding: chunked, identity\r\n', `0\r\n\r\n${smuggled}`),
    'unknown coding': post('Transfer-Encoding: xchunked\r\n', `0\r\n\r\n${smuggled}`),
    'folded coding': post('Transfer-Encoding:\r\n chunked\r\n', 'x'),
    'space before colon': post('Transfer-Encoding : chunked\r\n', `0\r\n\r\n${smuggled}`),
    'tab after coding': post('Transfer-Encoding: chunked\t\x0b\r\n', '0\r\n\r\n'),
    'negative length': post('Content-Length: -1\r\n', smuggled),
    'length with sign': post('Content-Length: +5\r\n', 'a=b&c'),
    'length in words': post('Content-Length: five\r\n', 'a=b&c'),
    'length without end': post('Content-Length: 99999999999999999999\r\n', 'a'),
    'length beyond the form': post('Content-Length: 30000000\r\n', 'a'),
    'bad chunk size': post('Transfer-Encoding: chunked\r\n', 'zz\r\nabc\r\n0\r\n\r\n'),
    'negative chunk size': post('Transfer-Encoding: chunked\r\n', '-1\r\nabc\r\n0\r\n\r\n'),
    'endless chunk size': post('Transfer-Encoding: chunked\r\n', `${'f'.repeat(40)}\r\n`),
    'chunk words': post(
      'Transfer-Encoding: chunked\r\n',
      `1;${'x'.repeat(20_000)}\r\na\r\n0\r\n\r\n`,
    ),
    trailer: post(
      'Transfer-Encoding: chunked\r\nTrailer: Cookie\r\n',
      `1\r\na\r\n0\r\n${president}\r\n`,
    ),
    'expects to go on': post('Expect: 100-continue\r\nContent-Length: 30000000\r\n'),
    'expects nonsense': post('Expect: zqh\r\nContent-Length: 1\r\n', 'a'),
    'a NUL in a header': get('X-Zqh: a\0b\r\n'),
    'a line feed alone': one(`GET / HTTP/1.1\n${host.trim()}\n\n`),
    'a carriage return alone': get(`X-Zqh: a\r${president}`),
    'a folded header': get('X-Zqh: a\r\n b\r\n'),
    'a header without a name': get(': zqh\r\n'),
    'a header without a colon': get('zqh\r\n'),
    'spaces in a header name': get('Coo kie: concord.session_token=president.x\r\n'),
    'a header that is too long': get(`X-Zqh: ${'x'.repeat(20_000)}\r\n`),
    'too many headers': get(Array.from({ length: 3_000 }, (_, n) => `X-${n}: z\r\n`).join('')),
    'a cookie that is too long': get(`Cookie: zqh=${'x'.repeat(17_000)}\r\n`),
    'an address that is too long': line(`GET /${'x'.repeat(20_000)} HTTP/1.1`),
    'no version': one('GET /\r\n\r\n'),
    'an old version': one(`GET / HTTP/0.9\r\n${host}\r\n`),
    'a version to come': line('GET / HTTP/9.9'),
    'another protocol': line('GET / RTSP/1.0'),
    'the preface of HTTP/2': one('PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'),
    'a greeting for TLS': one('\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03'),
    'two hosts': one(`GET / HTTP/1.1\r\n${host}Host: zqh.example\r\n${close}\r\n`),
    'no host': one(`GET / HTTP/1.1\r\n${close}\r\n`),
    'an absolute address': line('GET http://zqh.example/ HTTP/1.1'),
    'an address of a file': line('GET file:///etc/passwd HTTP/1.1'),
    'an address with a name': line('GET http://a:b@zqh.example/p HTTP/1.1'),
    'a way up': line('GET /../../../../etc/passwd HTTP/1.1'),
    'a way up among assets': line('GET /assets/../../../package.json HTTP/1.1'),
    'a hidden way up among assets': line('GET /assets/..%2f..%2f..%2fpackage.json HTTP/1.1'),
    'bytes in an address': line('GET /\x80\xff HTTP/1.1'),
    'a NUL in an address': line('GET /\0 HTTP/1.1'),
    'a space in an address': line('GET /a b HTTP/1.1'),
    'a fragment in an address': line(`GET /p/${slug}#/../caucus HTTP/1.1`),
    'no slash': line('GET p HTTP/1.1'),
    'a star': line('OPTIONS * HTTP/1.1'),
    'a tunnel': line('CONNECT 127.0.0.1:5432 HTTP/1.1'),
    'a trace': one(`TRACE / HTTP/1.1\r\n${host}${president}${close}\r\n`),
    'a method of its own': line('ZQH / HTTP/1.1'),
    'a method that is too long': line(`${'G'.repeat(5_000)} / HTTP/1.1`),
    'a small method': line('get / HTTP/1.1'),
    'another protocol please': get('Upgrade: websocket\r\nConnection: Upgrade\r\n'),
    'HTTP/2 please': get('Upgrade: h2c\r\nHTTP2-Settings: AAMAAABkAAQAAP__\r\n'),
    'nothing but line ends': one('\r\n'.repeat(2_000)),
    'nothing that is known': one('\xde\xad\xbe\xef'.repeat(500)),
  };
}
