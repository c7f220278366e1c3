import { uuidV7, type Id } from '@taffrail/domain/kernel';

const RANDOM_BYTES = 10;

export const nextId = (): Id => uuidV7(Date.now(), crypto.getRandomValues(new Uint8Array(RANDOM_BYTES)));
