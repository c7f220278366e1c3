export const tag = 'Phases';
