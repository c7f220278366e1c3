/** A name of the API as a person says it. */
export const spoken = (name: string): string => name.replaceAll('_', ' ');

export const withArticle = (name: string): string => `${/^[aeiou]/.test(name) ? 'an' : 'a'} ${spoken(name)}`;

export const anchorOf = (text: string): string => text.toLowerCase().replaceAll(/[^a-z0-9]+/g, '-');
