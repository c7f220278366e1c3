import { refusalsFrom } from '@taffrail/domain/kernel';

const inMb = (bytes: number): string => (bytes / 1_000_000).toFixed(1);

/** Why a file is not kept, or not spoken of. None of them leaves anything behind. */
export const refusals = refusalsFrom({
  file_missing: (d: { hash: string }) =>
    `The file ${d.hash.slice(0, 12)}… is not on the server, so nothing can be attached by that name. Send the file first, then this again.`,
  file_is_another: (d: { hash: string; given: string }) =>
    `The file was sent as ${d.given.slice(0, 12)}…, and what arrived is ${d.hash.slice(0, 12)}…; it was changed on its way. Send it again.`,
  picture_too_large: (d: { width: number; height: number; frames: number; most_pixels: number }) =>
    `This picture has ${d.width} × ${d.height} pixels${d.frames > 1 ? ` in ${d.frames} frames` : ''}; the most is ${d.most_pixels}. Make it smaller.`,
  picture_unreadable: () =>
    'This picture cannot be read to its end; it is damaged, or was cut short on its way. Save it anew and send it again.',
  no_room_for_file: (d: { held_bytes: number; bytes: number; limit_bytes: number }) =>
    `The files of this book take ${inMb(d.held_bytes)} MB of ${inMb(d.limit_bytes)} MB, and this one has ${inMb(d.bytes)} MB. Remove some; the room is free once they can no longer be restored.`,
});
