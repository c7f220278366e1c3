export { PartsPage } from './partsPage.tsx';
