import { refusalsFrom } from '@taffrail/domain/kernel';

/** The first four are named as RFC 8628 names them, for whoever brings a client of that kind along. */
export const deviceRefusals = refusalsFrom({
  authorization_pending: () => 'Nobody has let this device in yet; ask again after the interval.',
  slow_down: (d: { interval: number }) => `This device asks too often; from now on ask every ${d.interval} seconds.`,
  access_denied: () => 'Whoever was asked did not let this device in; begin again if that was a slip.',
  expired_token: () => 'This code is not good, or no longer: each is good once and for a short while. Begin again for a new one.',
  code_taken: () => 'This code was brought twice, so neither device is let in; show a new one.',
  not_waiting: () => 'No device waits under that code now: it may be mistyped, be over, or be decided already.',
});
