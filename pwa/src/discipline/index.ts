export { BreachesPage } from './breaches/breachesPage.tsx';
export { BreachPage } from './breaches/breachPage.tsx';
export { DayBreaches } from './breaches/dayBreaches.tsx';
export { PositionDiscipline } from './position/positionDiscipline.tsx';
export { ReviewPage } from './reviews/reviewPage.tsx';
export { ThisWeekPage } from './reviews/thisWeekPage.tsx';
export { RulesPanel } from './rules/rulesPanel.tsx';
export { VerdictPanel } from './verdict/verdictPanel.tsx';
