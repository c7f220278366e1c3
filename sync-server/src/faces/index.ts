export { mountFaces } from './mountFaces.ts';
export { readFaces, type Faces } from './readFaces.ts';
