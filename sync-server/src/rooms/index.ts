export { openRooms } from './rooms.ts';
export { documentRoutes, type DocumentParts } from './routes.ts';
export { openSockets, type SocketParts } from './sockets.ts';
export { openTickets } from './tickets.ts';
