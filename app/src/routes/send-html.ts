import { gzipSync } from 'node:zlib';
import type { Context } from 'hono';

/** One packet of a network carries about this much; packing less saves nobody anything. */
const worthPackingBytes = 1400;

/** Pages travel packed where the browser reads that: on a slow phone the bytes are what one waits for. */
export function sendHtml(
  c: Context,
  html: string,
  status: 200 | 403 | 404 | 409 | 413 | 422 | 429 | 500 | 503,
): Response {
  c.header('vary', 'accept-encoding', { append: true });
  const reads = /\bgzip\b(?!;q=0(?:\.0*)?(?:,|$))/.test(c.req.header('accept-encoding') ?? '');
  if (!reads || html.length < worthPackingBytes) return c.html(html, status);
  c.header('content-type', 'text/html; charset=UTF-8');
  c.header('content-encoding', 'gzip');
  return c.body(gzipSync(html), status);
}
