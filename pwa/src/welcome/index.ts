export { WelcomePage } from './welcomePage.tsx';
