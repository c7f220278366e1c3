import { z } from 'zod';

/** What the doors of devices take and answer with, more than once. */

export const tag = 'Devices and scripts';

/** 32 random bytes in base64url. */
export const secretSchema = z
  .string()
  .regex(/^[\w-]{43}$/, 'this is not a secret this server gave out')
  .describe('As this server gave it out');

export const userCodeSchema = z
  .string()
  .max(20)
  .describe('As the device shows it')
  .meta({ examples: ['WDJB-MJHT'] });

export const workspaceChoice = z
  .string()
  .max(36)
  .describe('One you belong to')
  .meta({ examples: ['main'] });

export const tokensSchema = z.strictObject({
  access_token: z.string().describe('Goes along with every request, as Authorization: Bearer'),
  token_type: z.literal('Bearer'),
  expires_in: z.int().describe('Seconds the access token is good for'),
  refresh_token: z.string().describe('Good once, for the next tokens, within 60 days'),
});

/** What a device needs to wait. */
export const waitingShape = {
  device_code: z.string().describe('Known to this device alone: what it asks with'),
  expires_in: z.int().describe('Seconds until it is too late'),
  interval: z.int().describe('Seconds between two questions'),
};

export const digitsSchema = z
  .string()
  .describe('Both screens show them; let the phone in only if they are equal')
  .meta({ examples: ['042 917'] });
