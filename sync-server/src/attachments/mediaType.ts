import type { MediaType } from '@taffrail/domain/attachments';

export const endingOf: { readonly [Type in MediaType]: string } = {
  'image/png': 'png',
  'image/jpeg': 'jpg',
  'image/webp': 'webp',
  'image/gif': 'gif',
  'image/avif': 'avif',
  'application/pdf': 'pdf',
};

export const mediaTypes = Object.keys(endingOf) as readonly MediaType[];
