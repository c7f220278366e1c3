export { RiskGraphPage } from './riskGraphPage.tsx';
