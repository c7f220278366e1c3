export { coreRoutes } from './coreRoutes.ts';
export { dispatch, idsOf, lastSeqOf, type Accepted, type Caller, type Wish } from './dispatch.ts';
export { mountDocs, type Api } from './docs/index.ts';
export { mount, type Admitted, type App, type Edge, type Served } from './mount.ts';
export type { ErrorLog, Refused } from './problem.ts';
export { wholeNumber } from './query.ts';
export { defineRoute, defineStream, type Asked, type DoorAnswer, type Method, type Reply, type Route } from './route.ts';
export { serve, type ServeOptions, type Sockets } from './server.ts';
export { openStreams, type Streams } from './stream.ts';
