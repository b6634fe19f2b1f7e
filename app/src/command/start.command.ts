import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../platform/project-root.ts';
import type { Command } from './command.ts';

export const startCommand: Command = {
  name: 'start',
  summary: 'Start Concord and serve it until Ctrl-C',
  usage: '',
  details:
    'The same as npm start: builds what has changed, opens the database, brings it up to date and ends with the address.',
  example: 'PORT=8080 npx concord start',
  run() {
    const root = projectRoot();
    const child = spawn(process.execPath, [join(root, 'scripts', 'start.mjs')], {
      stdio: 'inherit',
      cwd: root,
    });
    // The terminal sends Ctrl-C to both; a process manager only to this one.
    process.on('SIGINT', () => {});
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => resolve(code === 0 ? 0 : 1));
    });
  },
};
