import type { Command } from './command.ts';

export function generalHelp(commands: Command[], about?: Command): string {
  if (about) return commandHelp(about);
  const width = Math.max(...commands.map(({ name }) => name.length));
  return [
    'Concord, the command for whoever runs an installation.',
    '',
    'Use: npx concord <command> [options]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'npx concord <command> --help tells more about one of them, with an example.',
    'Exit codes: 0 done, 1 refused with a sentence, 2 wrong usage.',
    '',
    'Settings come from the environment: HOST (127.0.0.1), PORT (3000), CONCORD_DATA (./data),',
    'DATABASE_URL (a PostgreSQL server of your own), SMTP_URL (a mail server),',
    'CONCORD_URL (the address people type), CONCORD_DEMO (on), LOG_LEVEL (info),',
    'CONCORD_TRUSTED_PROXIES (none: how many proxies stand in front, or their networks).',
  ].join('\n');
}

export function commandHelp(command: Command): string {
  return [
    command.summary,
    '',
    `Use: npx concord ${[command.name, command.usage].filter(Boolean).join(' ')}`,
    '',
    command.details,
    '',
    `Example: ${command.example}`,
  ].join('\n');
}
