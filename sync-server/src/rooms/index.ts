export { openRooms, type Rooms } from './rooms.ts';
export { documentRoutes } from './routes.ts';
export { openSockets, type SocketParts } from './sockets.ts';
