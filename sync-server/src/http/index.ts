export { isFromThisMachine } from './address.ts';
export { accessRefusals, type AccessRefusalCode } from './accessRefusals.ts';
export type {
  Admission,
  Admit,
  DevicePrincipal,
  Gate,
  InPerson,
  Inside,
  Knock,
  Principal,
  Role,
  Scope,
  SessionPrincipal,
  SignedIn,
  Visitor,
  Who,
} from './admission.ts';
export { coreRoutes } from './coreRoutes.ts';
export { dispatch, idsOf, lastSeqOf, type Accepted, type Caller, type Wish } from './dispatch.ts';
export { mountDocs, type Api } from './docs/index.ts';
export { nextAfter, placeFrom, placeSchema, whereOf, type ListPlace } from './listPlace.ts';
export { mount, type App, type Bindings, type Edge, type Served } from './mount.ts';
export { problem, type ErrorLog, type Refused } from './problem.ts';
export { wholeNumber } from './query.ts';
export { defineRoute, defineStream, type Asked, type DoorAnswer, type Method, type Reply, type Route, type Endpoint } from './route.ts';
export { httpRefusals } from './refusals.ts';
export { shortOf } from './role.ts';
export { serve, type ServeOptions, type Sockets } from './server.ts';
export { openStreams, type Streams } from './stream.ts';
export { openTurns, type Turns } from './turns.ts';
export { knockOfUpgrade } from './upgrade.ts';
