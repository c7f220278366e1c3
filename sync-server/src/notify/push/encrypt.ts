import { createCipheriv, createECDH, hkdfSync, randomBytes, type ECDH } from 'node:crypto';

/** What a browser hands out so that its push service can carry a message without reading it. */
export interface ReceiverKeys {
  /** Its point on P-256, uncompressed. */
  readonly publicKey: Uint8Array;
  readonly authSecret: Uint8Array;
}

/** What is new for each message. */
export interface MessageSecrets {
  readonly sender: ECDH;
  readonly salt: Uint8Array;
}

const RECORD_BYTES = 4_096;
const LAST_RECORD = 2;
const KEY_BYTES = 16;
const NONCE_BYTES = 12;
const SALT_BYTES = 16;

/** RFC 8291: one record of aes128gcm (RFC 8188), under a key that only the browser and the sender can work out. */
export function encrypt(text: Uint8Array, receiver: ReceiverKeys, { sender, salt }: MessageSecrets = newSecrets()): Buffer {
  const senderKey = sender.getPublicKey();
  const keyInfo = Buffer.concat([Buffer.from('WebPush: info\0'), receiver.publicKey, senderKey]);
  const input = derive(sender.computeSecret(receiver.publicKey), receiver.authSecret, keyInfo, 32);
  const key = derive(input, salt, Buffer.from('Content-Encoding: aes128gcm\0'), KEY_BYTES);
  const nonce = derive(input, salt, Buffer.from('Content-Encoding: nonce\0'), NONCE_BYTES);
  const cipher = createCipheriv('aes-128-gcm', key, nonce);
  return Buffer.concat([
    headerOf(salt, senderKey),
    cipher.update(text),
    cipher.update(Uint8Array.of(LAST_RECORD)),
    cipher.final(),
    cipher.getAuthTag(),
  ]);
}

function newSecrets(): MessageSecrets {
  const sender = createECDH('prime256v1');
  sender.generateKeys();
  return { sender, salt: randomBytes(SALT_BYTES) };
}

const derive = (input: Uint8Array, salt: Uint8Array, info: Uint8Array, bytes: number): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', input, salt, info, bytes));

/** [16: salt][4: record size][1: length of the key][65: key]. */
function headerOf(salt: Uint8Array, senderKey: Uint8Array): Buffer {
  const sizes = Buffer.alloc(5);
  sizes.writeUInt32BE(RECORD_BYTES);
  sizes.writeUInt8(senderKey.length, 4);
  return Buffer.concat([salt, sizes, senderKey]);
}

/** Whether bytes name a point on the curve; a browser's always do, and with any other there is no secret to share. */
export function isPublicKey(bytes: Uint8Array): boolean {
  const probe = createECDH('prime256v1');
  probe.generateKeys();
  try {
    probe.computeSecret(bytes);
    return true;
  } catch {
    return false;
  }
}
