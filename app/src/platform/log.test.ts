import { expect, test } from 'vitest';
import { plainError } from './log.ts';

test('what people wrote stays out of the log', () => {
  const error = Object.assign(new Error('duplicate key value'), {
    code: '23505',
    detail: 'Key (title)=(a secret of ours) already exists.',
    parameters: ['a secret of ours'],
  });
  const shown = plainError(error);
  expect(shown).toMatchObject({ type: 'Error', message: 'duplicate key value', code: '23505' });
  expect(JSON.stringify(shown)).not.toContain('secret');
});
