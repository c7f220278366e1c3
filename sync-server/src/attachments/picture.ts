import { MOST_PIXELS_A_SIDE } from '@taffrail/domain/attachments';
import { isRefusal, type Refusal } from '@taffrail/domain/kernel';
import sharp from 'sharp';
import { MOST_PIXELS, MOST_PIXELS_ANIMATED, THUMBNAIL_SIDE_PIXELS, UNPACKING_SECONDS } from './limits.ts';
import { refusals } from './refusals.ts';

// Of all that the library can read, only what is taken: a format nobody meant to open is a way in.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadNsgifBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});
sharp.cache(false);
sharp.concurrency(1);

export interface Picture {
  /** As it is looked at: turned the way the camera was held. */
  readonly width: number;
  readonly height: number;
  readonly thumbnail: Uint8Array;
}

/** Its size is read and judged before it is unpacked; unpacking it once proves it whole and gives the thumbnail. */
export async function readPicture(bytes: Uint8Array): Promise<Picture | Refusal> {
  const size = await orUnreadable(readSize(bytes));
  if (isRefusal(size)) return size;
  const { width, height, frames } = size;
  const pixels = width * height;
  if (pixels > MOST_PIXELS || pixels * frames > MOST_PIXELS_ANIMATED || Math.max(width, height) > MOST_PIXELS_A_SIDE) {
    return refusals.picture_too_large({ width, height, frames, most_pixels: frames > 1 ? MOST_PIXELS_ANIMATED : MOST_PIXELS });
  }
  const thumbnail = await orUnreadable(shrink(bytes));
  return isRefusal(thumbnail) ? thumbnail : { width, height, thumbnail };
}

async function readSize(bytes: Uint8Array): Promise<{ width: number; height: number; frames: number }> {
  const { autoOrient, pages: frames = 1 } = await sharp(bytes, { limitInputPixels: false }).metadata();
  return { ...autoOrient, frames };
}

/** Turned upright, and without what the camera wrote beside the picture: where it was taken is nobody's business. */
async function shrink(bytes: Uint8Array): Promise<Uint8Array> {
  const side = THUMBNAIL_SIDE_PIXELS;
  return sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'warning' })
    .timeout({ seconds: UNPACKING_SECONDS })
    .autoOrient()
    .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
    .webp()
    .toBuffer();
}

/** Whatever the library says against a picture, to the trader it is one thing. */
async function orUnreadable<T>(reading: Promise<T>): Promise<T | Refusal> {
  try {
    return await reading;
  } catch {
    return refusals.picture_unreadable();
  }
}
