import { join, resolve } from 'node:path';
import { z } from 'zod';
import { OperatorError } from './errors.ts';
import { projectRoot } from './project-root.ts';
import { noProxies, parseTrustedProxies, type TrustedProxies } from './visitor-address.ts';

export type Environment = {
  host: string;
  port: number;
  /** Absolute. */
  dataFolder: string;
  /** A PostgreSQL server of the operator's own; without it Concord runs the embedded one. */
  databaseUrl: string | undefined;
  smtpUrl: string | undefined;
  /** Where people reach this installation, without a slash at the end. */
  baseUrl: string;
  /** Whether visitors may open the demo district. */
  demo: boolean;
  /** Whose word about a visitor's address is believed. */
  trustedProxies: TrustedProxies;
  /** The district's own sign-in, an OpenID Connect provider; null where the operator set none. */
  district: { issuer: string; clientId: string; clientSecret: string; name: string } | null;
  logLevel: (typeof logLevels)[number];
};

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** A variable that is set to nothing counts as not set. */
const given = (value: unknown) => (value === '' ? undefined : value);

const addressOf = (...protocols: string[]) =>
  z.string().refine((text) => {
    if (!URL.canParse(text)) return false;
    return protocols.includes(new URL(text).protocol.slice(0, -1));
  });

const variables = {
  HOST: {
    shape: z
      .string()
      .regex(/^[\w.:-]+$/)
      .default('127.0.0.1'),
    wants: 'a host name or an address such as 127.0.0.1 or 0.0.0.0',
  },
  PORT: {
    shape: z.coerce.number().int().min(0).max(65_535).default(3000),
    wants: 'a number from 0 to 65535',
  },
  CONCORD_DATA: { shape: z.string().optional(), wants: 'a folder' },
  DATABASE_URL: {
    shape: addressOf('postgres', 'postgresql').optional(),
    wants: 'an address such as postgres://name:password@host:5432/database',
  },
  SMTP_URL: {
    shape: addressOf('smtp', 'smtps').optional(),
    wants: 'an address such as smtp://name:password@host:587',
  },
  CONCORD_URL: {
    shape: addressOf('http', 'https').optional(),
    wants: 'the address people type, such as https://concord.example.org',
  },
  CONCORD_DEMO: { shape: z.enum(['on', 'off']).default('on'), wants: 'on or off' },
  CONCORD_TRUSTED_PROXIES: {
    shape: z
      .string()
      .refine((text) => parseTrustedProxies(text) !== null)
      .optional(),
    wants: 'how many proxies stand in front (1), or their networks (10.0.0.0/8, 192.0.2.7)',
  },
  CONCORD_OIDC_ISSUER: {
    shape: addressOf('http', 'https').optional(),
    wants: 'the address of an OpenID Connect provider, exactly as the provider writes its issuer',
  },
  CONCORD_OIDC_CLIENT_ID: { shape: z.string().optional(), wants: 'a name' },
  CONCORD_OIDC_CLIENT_SECRET: { shape: z.string().optional(), wants: 'a secret' },
  CONCORD_OIDC_NAME: {
    shape: z.string().trim().max(60).optional(),
    wants: 'a name of at most 60 characters',
  },
  LOG_LEVEL: { shape: z.enum(logLevels).default('info'), wants: `one of ${logLevels.join(', ')}` },
} as const;

type Values = { [Name in keyof typeof variables]: z.output<(typeof variables)[Name]['shape']> };

/** Reads what the operator set; every value that cannot be meant is named in a sentence of its own. */
export function readEnvironment(source: NodeJS.ProcessEnv = process.env): Environment {
  const problems: string[] = [];
  const entries = Object.entries(variables).map(([name, { shape, wants }]) => {
    const result = shape.safeParse(given(source[name]));
    if (result.success) return [name, result.data];
    const shown = /PASS|URL|SECRET/.test(name) ? 'Its value' : `“${source[name]}”`;
    problems.push(`${name} must be ${wants}. ${shown} is not.`);
    return [name, undefined];
  });
  if (problems.length > 0) throw new OperatorError(problems.join('\n'));
  const values = Object.fromEntries(entries) as Values;
  const district = districtOf(values);
  return {
    host: values.HOST,
    port: values.PORT,
    dataFolder: values.CONCORD_DATA ? resolve(values.CONCORD_DATA) : join(projectRoot(), 'data'),
    databaseUrl: values.DATABASE_URL,
    smtpUrl: values.SMTP_URL,
    baseUrl: (values.CONCORD_URL ?? addressFor(values.HOST, values.PORT)).replace(/\/+$/, ''),
    demo: values.CONCORD_DEMO === 'on',
    trustedProxies: parseTrustedProxies(values.CONCORD_TRUSTED_PROXIES ?? '0') ?? noProxies,
    district,
    logLevel: values.LOG_LEVEL,
  };
}

/** All of it or none of it; without https anybody on the way could speak for the provider. */
function districtOf(values: Values): Environment['district'] {
  const { CONCORD_OIDC_ISSUER: issuer, CONCORD_OIDC_CLIENT_ID: clientId } = values;
  const clientSecret = values.CONCORD_OIDC_CLIENT_SECRET;
  if (!issuer && !clientId && !clientSecret) return null;
  if (!issuer || !clientId || !clientSecret) {
    throw new OperatorError(
      'Sign-in by OpenID Connect needs CONCORD_OIDC_ISSUER, CONCORD_OIDC_CLIENT_ID and CONCORD_OIDC_CLIENT_SECRET together.',
    );
  }
  const { protocol, hostname } = new URL(issuer);
  if (protocol !== 'https:' && !['localhost', '127.0.0.1', '[::1]'].includes(hostname)) {
    throw new OperatorError(
      'CONCORD_OIDC_ISSUER must begin with https://, except on this machine.',
    );
  }
  return { issuer, clientId, clientSecret, name: values.CONCORD_OIDC_NAME || hostname };
}

/** The address to type on this machine for a server that listens there. */
export function addressFor(host: string, port: number): string {
  const name = host === '0.0.0.0' || host === '::' ? 'localhost' : host;
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`;
}
