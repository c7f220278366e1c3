import { z } from 'zod';
import { closestTo } from './closest.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const BYTES_PER_MB = 1024 * 1024;
const MIN_PASSPHRASE = 12;
const LOOPBACK = /^(127(\.\d{1,3}){3}|::1|localhost)$/;
const HOST = /^[\w.:-]{1,253}$/;

/** Every variable there is, with what it is when nobody sets it. */
const variables = {
  PORT: wholeNumber(0, 65_535).default(8787),
  TAFFRAIL_DATA: z.string().default('./data'),
  TAFFRAIL_HOST: z
    .string()
    .regex(HOST, { error: (issue) => `must be an address to listen on, such as 127.0.0.1, not ${quoted(issue.input)}` })
    .default('127.0.0.1'),
  TAFFRAIL_ORIGIN: z
    .string()
    .refine(isHttpsOrigin, {
      error: (issue) =>
        `must be what people type, exactly: https:// and a name, such as https://log.example.org, not ${quoted(issue.input)}`,
    })
    .optional(),
  TAFFRAIL_LOG_LEVEL: z
    .enum(LOG_LEVELS, { error: (issue) => `must be one of ${LOG_LEVELS.join(', ')}, not ${quoted(issue.input)}` })
    .default('info'),
  // A secret: what is wrong with it is said without showing it.
  TAFFRAIL_BACKUP_KEY: z
    .string()
    .min(MIN_PASSPHRASE, { error: `must be a passphrase of at least ${MIN_PASSPHRASE} characters` })
    .optional(),
  TAFFRAIL_BACKUP_EVERY_HOURS: wholeNumber(0, 8_760).default(24),
  TAFFRAIL_BACKUPS_KEPT: wholeNumber(1, 10_000).default(14),
  TAFFRAIL_READY_MIN_FREE_MB: wholeNumber(0, 1_000_000_000).default(64),
};

const environmentSchema = z
  .object(variables)
  .refine(({ TAFFRAIL_HOST, TAFFRAIL_ORIGIN }) => TAFFRAIL_ORIGIN !== undefined || LOOPBACK.test(TAFFRAIL_HOST), {
    path: ['TAFFRAIL_HOST'],
    error: (issue) =>
      `is ${quoted((issue.input as { TAFFRAIL_HOST: string }).TAFFRAIL_HOST)}, which others could reach, and over plain HTTP they could read and change ` +
      'what you send. Put TLS in front, such as Caddy with "log.example.org { reverse_proxy 127.0.0.1:8787 }", and set TAFFRAIL_ORIGIN=https://log.example.org; ' +
      'or listen on this machine only: 127.0.0.1 or ::1',
  })
  .transform((env) => ({
    /** 0 asks the system for a free one. */
    port: env.PORT,
    host: env.TAFFRAIL_HOST,
    /** Where people reach the server through a proxy that ends TLS. */
    origin: env.TAFFRAIL_ORIGIN,
    dataPath: env.TAFFRAIL_DATA,
    logLevel: env.TAFFRAIL_LOG_LEVEL,
    /** Backups are encrypted when there is one. */
    backupPassphrase: env.TAFFRAIL_BACKUP_KEY,
    /** 0 means never. */
    backupEveryHours: env.TAFFRAIL_BACKUP_EVERY_HOURS,
    backupsKept: env.TAFFRAIL_BACKUPS_KEPT,
    readyMinFreeBytes: env.TAFFRAIL_READY_MIN_FREE_MB * BYTES_PER_MB,
  }));

export type Config = Readonly<z.infer<typeof environmentSchema>>;

export interface ConfigProblems {
  /** One sentence for each thing wrong, all of them at once. */
  readonly problems: readonly string[];
}

export function readConfig(env: { readonly [name: string]: string | undefined }): Config | ConfigProblems {
  const unusable = [...unknownNames(env), ...emptyValues(env)];
  const parsed = environmentSchema.safeParse(withoutEmpty(env));
  if (parsed.success && unusable.length === 0) return parsed.data;
  const invalid = parsed.success ? [] : parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}.`);
  return { problems: [...unusable, ...invalid] };
}

function unknownNames(env: object): string[] {
  const known = Object.keys(variables);
  return Object.keys(env)
    .filter((name) => name.startsWith('TAFFRAIL_') && !known.includes(name))
    .map((name) => {
      const closest = closestTo(name, known);
      const hint = closest === undefined ? `there are ${known.join(', ')}.` : `did you mean ${closest}?`;
      return `${name} is not a setting of Taffrail; ${hint}`;
    });
}

/** An empty value is a slip, and quietly taking it for "not set" could leave backups unencrypted. */
function emptyValues(env: { readonly [name: string]: string | undefined }): string[] {
  return Object.keys(variables)
    .filter((name) => env[name] === '')
    .map((name) => `${name} is set but empty; give it a value or leave it out.`);
}

function withoutEmpty(env: object): object {
  return Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
}

function wholeNumber(min: number, max: number) {
  const isFit = (text: string): boolean => /^\d{1,10}$/.test(text) && Number(text) >= min && Number(text) <= max;
  return z
    .string()
    .refine(isFit, { error: (issue) => `must be a whole number from ${min} to ${max}, not ${quoted(issue.input)}` })
    .transform(Number);
}

function isHttpsOrigin(text: string): boolean {
  return text.startsWith('https://') && URL.canParse(text) && new URL(text).origin === text;
}

const quoted = (value: unknown): string => JSON.stringify(String(value).slice(0, 80));
