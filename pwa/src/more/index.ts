export { MorePage } from './morePage.tsx';
