export { BuilderPage } from './builder/builderPage.tsx';
export { PlaybookPage } from './playbookPage.tsx';
export { PlaybooksPage } from './shelf/playbooksPage.tsx';

export { UnfinishedChecklists } from './instruments/unfinished.tsx';
export { InstrumentChecklists } from './instruments/instrumentChecklists.tsx';
export type { JournalParts } from './response/journalParts.ts';
export { offerLinks } from './response/linking.ts';
export { PositionGrade } from './response/positionGrade.tsx';
export { PositionPanel } from './response/positionPanel.tsx';
