import { decoded } from './escapes.ts';

/** The map of the app: every place it has, and how its address is written. A part that begins with a colon is the place's own. */
export const paths = {
  today: '/',
  positions: '/positions',
  newPosition: '/positions/new',
  position: '/positions/:id',
  days: '/day',
  day: '/day/:day',
  calendar: '/calendar',
  breaches: '/breaches',
  breach: '/breaches/:id',
  reviews: '/reviews',
  review: '/reviews/:week',
  phases: '/phases',
  playbooks: '/playbooks',
  playbook: '/playbooks/:id',
  playbookDraft: '/playbooks/:id/edit',
  riskGraph: '/risk',
  notifications: '/notifications',
  waiting: '/waiting',
  share: '/share',
  more: '/more',

  settings: '/settings',
  books: '/settings/books',
  accounts: '/settings/accounts',
  rules: '/settings/rules',
  phaseSettings: '/settings/phases',
  appearance: '/settings/appearance',
  devices: '/settings/devices',
  members: '/settings/people',
  security: '/settings/security',
  notificationSettings: '/settings/notifications',
  data: '/settings/data',
  keyboard: '/settings/keyboard',
  about: '/settings/about',

  welcome: '/welcome',
  firstRules: '/begin',
  sample: '/sample',
  import: '/import',
  signIn: '/sign-in',
  setup: '/setup',
  letIn: '/let-in',
  invitation: '/invitation',
  pair: '/pair',
  parts: '/parts',
} as const;

export type RouteName = keyof typeof paths;

type ParamNames<Path extends string> = Path extends `${infer Part}/${infer Rest}`
  ? ParamNames<Part> | ParamNames<Rest>
  : Path extends `:${infer Name}`
    ? Name
    : never;

export type ParamsOf<Name extends RouteName> = { readonly [Param in ParamNames<(typeof paths)[Name]>]: string };

export interface Match<Name extends RouteName = RouteName> {
  readonly name: Name;
  readonly params: { readonly [param: string]: string };
}

/** A place spelled out wins over one with a part of its own, whatever their order above. */
const byPlainness = Object.entries(paths)
  .map(([name, path]) => ({ name: name as RouteName, parts: partsOf(path) }))
  .toSorted((a, b) => ownParts(a.parts) - ownParts(b.parts));

export function matchPath(pathname: string): Match | undefined {
  const given = partsOf(pathname);
  for (const { name, parts } of byPlainness) {
    const params = paramsOf(parts, given);
    if (params !== undefined) return { name, params };
  }
  return undefined;
}

/** The address of a place, with what its address says besides the path. */
export function link<Name extends RouteName>(
  name: Name,
  ...[params, search]: keyof ParamsOf<Name> extends never
    ? [params?: undefined, search?: SearchText]
    : [params: ParamsOf<Name>, search?: SearchText]
): string {
  const given = (params ?? {}) as { readonly [param: string]: string };
  const path = paths[name]
    .split('/')
    .map((part) => (part.startsWith(':') ? encodeURIComponent(given[part.slice(1)] ?? '') : part))
    .join('/');
  const query = new URLSearchParams(search).toString();
  return query === '' ? path : `${path}?${query}`;
}

type SearchText = { readonly [name: string]: string };

function partsOf(path: string): readonly string[] {
  return path.split('/').filter((part) => part !== '');
}

function ownParts(parts: readonly string[]): number {
  return parts.filter((part) => part.startsWith(':')).length;
}

function paramsOf(parts: readonly string[], given: readonly string[]): { readonly [param: string]: string } | undefined {
  if (parts.length !== given.length) return undefined;
  const params: { [param: string]: string } = {};
  for (const [place, part] of parts.entries()) {
    const text = given[place] ?? '';
    if (part.startsWith(':')) params[part.slice(1)] = decoded(text);
    else if (part !== text) return undefined;
  }
  return params;
}
