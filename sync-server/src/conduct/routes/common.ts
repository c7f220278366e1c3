import { declareOverridePayload } from '@taffrail/domain/discipline';

export const reasonBody = declareOverridePayload.shape.reason;
