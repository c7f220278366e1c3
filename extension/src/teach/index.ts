export { type FromTeach, type NotLearnt, type PointedAt, TEACH_PORT, type ToTeach } from './messages.ts';
export { serveTeaching } from './serve.ts';
