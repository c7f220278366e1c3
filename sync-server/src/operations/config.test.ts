import { describe, expect, it } from 'vitest';
import { readConfig } from './config.ts';

describe('the configuration', () => {
  it('needs nothing to be set', () => {
    expect(readConfig({ PATH: '/bin', HOME: '' })).toEqual({
      port: 8787,
      host: '127.0.0.1',
      origin: undefined,
      dataPath: './data',
      logLevel: 'info',
      backupPassphrase: undefined,
      backupEveryHours: 24,
      backupsKept: 14,
      readyMinFreeBytes: 64 * 1024 * 1024,
    });
  });

  it('takes what is set', () => {
    const env = {
      PORT: '0',
      TAFFRAIL_HOST: '::1',
      TAFFRAIL_BACKUP_KEY: 'twelve chars',
      TAFFRAIL_BACKUP_EVERY_HOURS: '0',
      TAFFRAIL_READY_MIN_FREE_MB: '1',
    };
    expect(readConfig(env)).toMatchObject({
      port: 0,
      host: '::1',
      backupPassphrase: 'twelve chars',
      backupEveryHours: 0,
      readyMinFreeBytes: 1024 * 1024,
    });
  });

  it.each([
    [{ PORT: '65536' }, 'PORT must be a whole number from 0 to 65535, not "65536".'],
    [{ PORT: '80.5' }, 'PORT must be a whole number from 0 to 65535, not "80.5".'],
    [{ PORT: '0x50' }, 'PORT must be a whole number from 0 to 65535, not "0x50".'],
    [{ TAFFRAIL_BACKUPS_KEPT: '0' }, 'TAFFRAIL_BACKUPS_KEPT must be a whole number from 1 to 10000, not "0".'],
    [{ TAFFRAIL_LOG_LEVEL: 'loud' }, 'TAFFRAIL_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent, not "loud".'],
    [{ TAFFRAIL_DATA: '' }, 'TAFFRAIL_DATA is set but empty; give it a value or leave it out.'],
    [{ TAFFRAIL_BACKUP_KEY: '' }, 'TAFFRAIL_BACKUP_KEY is set but empty; give it a value or leave it out.'],
    [{ TAFFRAIL_BACKUP_KY: 'x' }, 'TAFFRAIL_BACKUP_KY is not a setting of Taffrail; did you mean TAFFRAIL_BACKUP_KEY?'],
  ])('says what is wrong with %o', (env, sentence) => {
    expect(readConfig(env)).toEqual({ problems: [sentence] });
  });

  it('names the settings there are when a name is close to none', () => {
    expect(readConfig({ TAFFRAIL_COLOUR_OF_THE_SEA: 'x' })).toEqual({
      problems: [expect.stringContaining('there are PORT, TAFFRAIL_DATA,')],
    });
  });

  it('leaves this machine behind an origin that TLS is spoken at', () => {
    const env = { TAFFRAIL_HOST: '0.0.0.0', TAFFRAIL_ORIGIN: 'https://log.example.org' };
    expect(readConfig(env)).toMatchObject({ host: '0.0.0.0', origin: 'https://log.example.org' });
  });

  it.each([
    'http://log.example.org',
    'https://log.example.org/',
    'https://LOG.example.org',
    'log.example.org',
    'https://',
    'https://a b',
    'https://u:p@a.example',
  ])('does not take %s for an origin', (origin) => {
    expect(readConfig({ TAFFRAIL_ORIGIN: origin })).toEqual({
      problems: [expect.stringContaining('TAFFRAIL_ORIGIN must be what people type, exactly')],
    });
  });

  it.each(['0.0.0.0', '192.168.1.10', '::', '1127.0.0.1', '127.0.0.1.example.com', 'localhost.example.com'])(
    'does not listen on %s',
    (host) => {
      expect(readConfig({ TAFFRAIL_HOST: host })).toEqual({
        problems: [expect.stringContaining(`TAFFRAIL_HOST is "${host}", which others could reach`)],
      });
    },
  );

  it('says everything at once, and never shows a secret', () => {
    const answer = readConfig({
      PORT: 'http',
      TAFFRAIL_BACKUP_KEY: 'hunter2',
      TAFFRAIL_BACKUP_KEYS: 'hunter3',
      TAFFRAIL_BACKUPS_KEPT: 'all',
    });
    expect(answer).toEqual({
      problems: [
        expect.stringMatching(/^TAFFRAIL_BACKUP_KEYS is not a setting/),
        expect.stringMatching(/^PORT must/),
        'TAFFRAIL_BACKUP_KEY must be a passphrase of at least 12 characters.',
        expect.stringMatching(/^TAFFRAIL_BACKUPS_KEPT must/),
      ],
    });
    expect(JSON.stringify(answer)).not.toMatch(/hunter/);
  });
});
