import { refusalsFrom } from '@taffrail/domain/kernel';

export const noticeRefusals = refusalsFrom({
  endpoint_not_taken: (d: { endpoint: string }) =>
    `${d.endpoint} is not the address of a push service: it must be https, with a public name and no port of its own.`,
  push_keys_not_taken: () => 'The keys of this subscription are not ones a browser makes; subscribe again and send what it says.',
  not_subscribed: () => 'This device takes no pushes yet; subscribe it first.',
});
