import type { ComponentType } from 'preact';
import type { ParamsOf, RouteName } from '../routes/index.ts';

export interface PageProps<Name extends RouteName = RouteName> {
  readonly params: ParamsOf<Name>;
}

/** How a place is drawn. */
export interface PageEntry<Name extends RouteName = RouteName> {
  /** Loaded when somebody goes there. */
  readonly load: () => Promise<ComponentType<PageProps<Name>>>;
  /** Drawn only where a book is open. */
  readonly needsBook: boolean;
  /** Without the places around it: for whoever is not in yet. */
  readonly isBare?: boolean;
}

export type Pages = { readonly [Name in RouteName]?: PageEntry<Name> };
