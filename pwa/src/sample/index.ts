export { SamplePage } from './samplePage.tsx';
