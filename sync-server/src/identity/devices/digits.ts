import { createHmac } from 'node:crypto';

/**
 * What both screens show while a phone waits. They follow from the secret in the QR code and from what this one phone got for
 * it, so that whoever took the code first, nobody else's screen can show the same.
 */
export function pairingDigits(secret: string, deviceCode: string): string {
  const number = createHmac('sha256', secret).update(deviceCode).digest().readUInt32BE() % 1_000_000;
  const digits = String(number).padStart(6, '0');
  return `${digits.slice(0, 3)} ${digits.slice(3)}`;
}
