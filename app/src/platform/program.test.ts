import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { OperatorError } from './errors.ts';
import { explainListenError } from './program.ts';

const taken = createServer();
afterEach(() => taken.close());

test('a port in use is explained in one sentence', async () => {
  taken.listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const { port } = taken.address() as { port: number };
  const second = createServer();
  second.listen(port, '127.0.0.1');
  const [error] = await once(second, 'error');
  const explained = explainListenError(error, '127.0.0.1', port);
  expect(explained).toBeInstanceOf(OperatorError);
  expect((explained as Error).message).toBe(
    `Port ${port} on 127.0.0.1 is already in use; stop the program that uses it, or set PORT to another number.`,
  );
});

test('what the operator cannot change is passed on as it is', () => {
  const defect = new Error('something else');
  expect(explainListenError(defect, '127.0.0.1', 1)).toBe(defect);
});
