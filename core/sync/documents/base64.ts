import { fromBase64, toBase64 } from 'lib0/buffer';

/** Bytes as JSON carries them. */
export const base64Of = (bytes: Uint8Array): string => toBase64(bytes);

/** Of text that was found to be base64. */
export const bytesOf = (text: string): Uint8Array => fromBase64(text);
