import { refusalsFrom } from '@taffrail/domain/kernel';

const inMb = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/** Why a file is not kept. None of them leaves anything behind. */
export const refusals = refusalsFrom({
  file_type_not_taken: () =>
    'This is neither a picture (PNG, JPEG, WebP, GIF, AVIF) nor a PDF; its content says so, whatever it is called. Save it as one of these.',
  picture_too_large: (d: { width: number; height: number; frames: number; most_pixels: number }) =>
    `This picture has ${d.width} × ${d.height} pixels${d.frames > 1 ? ` in ${d.frames} frames` : ''}; the most is ${d.most_pixels}. Make it smaller.`,
  picture_unreadable: () =>
    'This picture cannot be read to its end; it is damaged, or was cut short on its way. Save it anew and send it again.',
  no_room_for_file: (d: { held_bytes: number; bytes: number; limit_bytes: number }) =>
    `The files of this book take ${inMb(d.held_bytes)} MB of ${inMb(d.limit_bytes)} MB, and this one has ${inMb(d.bytes)} MB. Remove some; the room is free once they can no longer be restored.`,
});
