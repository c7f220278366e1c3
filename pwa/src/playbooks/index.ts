export { BuilderPage } from './builder/builderPage.tsx';
export { PlaybookPage } from './playbookPage.tsx';
export { PlaybooksPage } from './shelf/playbooksPage.tsx';

export { InstrumentChecklists } from './instruments/instrumentChecklists.tsx';
export type { JournalParts } from './response/journalParts.ts';
export { offerLinks } from './response/linking.ts';
export { PositionPanel } from './response/positionPanel.tsx';
