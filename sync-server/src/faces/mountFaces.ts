import type { Context } from 'hono';
import type { App } from '../http/index.ts';
import { contentPolicy } from './contentPolicy.ts';
import type { Face, Faces } from './readFaces.ts';

const PAGE = '/index.html';

/** What a machine asks for. A mistyped address there is answered with a problem, never with a page. */
const MACHINES = new Set(['api', 'sse', 'sync', 'problems', 'healthz', 'readyz', 'metrics']);

/** Serves the app, behind every other door: its files by their address, and its page wherever a person may be in it. */
export function mountFaces(app: App, faces: Faces): void {
  app.get('/*', async (context, next) => {
    const { path } = context.req;
    const face = faces.get(path) ?? (isPlace(context) ? faces.get(PAGE) : undefined);
    if (!face) return next();
    return answer(context, face);
  });
}

/** The app knows its own places and says where there is none; here it matters that somebody's browser wants to go there. */
function isPlace({ req }: Context): boolean {
  const [, first = '', ...others] = req.path.split('/');
  const isFile = (others.at(-1) ?? first).includes('.');
  return !MACHINES.has(first) && !isFile && (req.header('accept') ?? '').includes('text/html');
}

const common = {
  'content-security-policy': contentPolicy,
  'cross-origin-opener-policy': 'same-origin',
  vary: 'accept-encoding',
};

function answer({ req }: Context, face: Face): Response {
  const encoding = bestOf(req.header('accept-encoding'), face);
  const etag = `"${face.tag}${encoding === undefined ? '' : `-${encoding}`}"`;
  const headers = { ...common, etag, 'cache-control': face.isNamedByContent ? 'public, max-age=31536000, immutable' : 'no-cache' };
  if (isKnown(req.header('if-none-match'), etag)) return new Response(null, { status: 304, headers });
  const bytes = (encoding && face[encoding]) ?? face.plain;
  const described = {
    'content-type': face.type,
    'content-length': String(bytes.length),
    ...(encoding && { 'content-encoding': encoding }),
  };
  return new Response(bytes, { headers: { ...headers, ...described } });
}

type Encoding = 'br' | 'gzip';

function bestOf(accepted = '', face: Face): Encoding | undefined {
  const names = new Set(accepted.split(',').map((one) => one.trim()));
  // `br;q=0` says that it is not taken; browsers list what they take without any weight.
  return (['br', 'gzip'] as const).find((encoding) => face[encoding] && names.has(encoding));
}

const isKnown = (tags = '', etag: string): boolean => tags.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
