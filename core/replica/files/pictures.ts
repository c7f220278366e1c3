/** Looks at pictures, where there is something to look with. */
export interface Pictures {
  /** Its size as it is looked at, and a small one beside it; undefined where it cannot be read. */
  look(file: Blob): Promise<Looked | undefined>;
  /** The same picture with fewer pixels, so that it takes less; undefined where it cannot be read. */
  shrink(file: Blob): Promise<Blob | undefined>;
}

export interface Looked {
  readonly width: number;
  readonly height: number;
  readonly thumbnail: Blob;
}

const THUMBNAIL_SIDE_PIXELS = 480;
/** Enough to read every figure of a screen that was photographed. */
const SHRUNK_SIDE_PIXELS = 3_840;

/** Drawn by the browser, which turns a picture upright and keeps nothing of what the camera wrote into it. */
export const browserPictures: Pictures = {
  look: (file) =>
    withBitmap(file, async (bitmap) => {
      const { width, height } = bitmap;
      return { width, height, thumbnail: await draw(bitmap, THUMBNAIL_SIDE_PIXELS, 0.8) };
    }),
  shrink: (file) => withBitmap(file, (bitmap) => draw(bitmap, SHRUNK_SIDE_PIXELS, 0.9)),
};

async function withBitmap<T>(file: Blob, work: (bitmap: ImageBitmap) => Promise<T>): Promise<T | undefined> {
  let bitmap: ImageBitmap;
  try {
    bitmap = await createImageBitmap(file);
  } catch {
    return undefined;
  }
  try {
    return await work(bitmap);
  } finally {
    bitmap.close();
  }
}

async function draw(bitmap: ImageBitmap, sidePixels: number, quality: number): Promise<Blob> {
  const scale = Math.min(1, sidePixels / Math.max(bitmap.width, bitmap.height));
  const canvas = new OffscreenCanvas(Math.max(1, Math.round(bitmap.width * scale)), Math.max(1, Math.round(bitmap.height * scale)));
  const context = canvas.getContext('2d');
  if (!context) throw new Error('this browser draws no pictures');
  context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
  return canvas.convertToBlob({ type: 'image/webp', quality });
}
