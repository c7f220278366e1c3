export { FirstRulesPage } from './firstRulesPage.tsx';
export { WelcomePage } from './welcomePage.tsx';
