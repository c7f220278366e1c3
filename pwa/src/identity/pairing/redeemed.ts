/** A secret that was read off the desk's screen, exchanged. */
export interface Redeemed {
  readonly digits: string;
  readonly device_code: string;
  readonly expires_in: number;
  readonly interval: number;
}
