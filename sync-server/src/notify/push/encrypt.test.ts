import { createECDH } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { receiver } from '../testing/receiver.ts';
import { encrypt, isPublicKey } from './encrypt.ts';

const bytes = (text: string): Buffer => Buffer.from(text, 'base64url');

describe('a push message', () => {
  it('comes out as in section 5 of RFC 8291', () => {
    const sender = createECDH('prime256v1');
    sender.setPrivateKey(bytes('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'));
    const browser = receiver(bytes('q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94'), bytes('BTBZMqHH6r4Tts7J_aSIgg'));
    const text = 'When I grow up, I want to be a watermelon';
    const message = encrypt(Buffer.from(text), browser, { sender, salt: bytes('DGv6ra1nlYgDCS1FRnbzlw') });
    expect(message.toString('base64url')).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    );
    expect(browser.read(message)).toBe(text);
  });

  it('is read by its browser alone, and differs each time', () => {
    const browser = receiver();
    const [one, other] = [encrypt(Buffer.from('AAPL expires today'), browser), encrypt(Buffer.from('AAPL expires today'), browser)];
    expect(one).not.toEqual(other);
    expect(browser.read(one)).toBe('AAPL expires today');
    expect(() => receiver().read(one)).toThrow(/authenticate/);
  });
});

describe('a public key', () => {
  it('is a point on the curve', () => {
    expect(isPublicKey(receiver().publicKey)).toBe(true);
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['zeros', Buffer.alloc(65)],
    ['a point beside the curve', Buffer.concat([Buffer.from([4]), Buffer.alloc(64, 1)])],
    ['a point cut short', receiver().publicKey.subarray(0, 64)],
  ])('is not %s', (_, given) => {
    expect(isPublicKey(given)).toBe(false);
  });
});
