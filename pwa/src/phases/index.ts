export { PhasesPage } from './phasesPage.tsx';
export { PhaseSettingsPanel } from './settings/settingsPanel.tsx';
