export { WaitingPage } from './waitingPage.tsx';
