export { startPanel } from './start.tsx';
