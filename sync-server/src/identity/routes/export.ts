import { z } from 'zod';
import { defineRoute, type Route } from '../../http/index.ts';
import { exportDocuments, exportFacts, exportReceipts } from '../../workspace/index.ts';
import { audit } from '../audit.ts';
import type { Tools } from '../tools.ts';
import { tag } from './common.ts';

const contents = { 'facts.jsonl': exportFacts, 'receipts.jsonl': exportReceipts, 'documents.jsonl': exportDocuments };
const fileSchema = z.enum(['facts.jsonl', 'receipts.jsonl', 'documents.jsonl']);

export const exportRoutes = ({ registry }: Tools): readonly Route[] => [
  defineRoute({
    method: 'GET',
    path: '/api/identity/export/:file',
    summary: 'Export the workspace',
    description:
      'Three files, one JSON value a line: every fact with its hash, the answer each command got, and the documents. In one folder they are what ' +
      '`npm run taffrail -- import` takes; fetch the receipts before the facts, so that none speaks of a fact that came later. ' +
      'Files that are attached go beside them, into `attachments`, each called by its hash, a dot and an ending.',
    tag,
    who: 'fresh-owner',
    params: z.object({ file: fileSchema }),
    answers: [{ status: 200, description: 'The file' }],
    door({ params: { file }, workspace, workspaceId, principal: { userId }, address }) {
      audit(registry, { type: 'workspace_exported', user_id: userId, workspace_id: workspaceId, address, details: { file } });
      const headers = { 'content-disposition': `attachment; filename="${file}"` };
      return { status: 200, lines: workspace.read((sql) => contents[file](sql)), headers };
    },
  }),
];
