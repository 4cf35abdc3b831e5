import * as v from 'valibot';
import { lineSchema } from './schemas.ts';

/**
 * A file or folder on this machine's disk, or something the browser sent beforehand (`upload`, by the id that the upload
 * answered with; `name` is its path below the chosen folder).
 */
export type FileSource = { kind: 'path'; path: string } | { kind: 'upload'; uploadId: string; name: string };

export const fileSourceSchema = v.variant('kind', [
	v.object({ kind: v.literal('path'), path: lineSchema }),
	v.object({ kind: v.literal('upload'), uploadId: v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/)), name: lineSchema }),
]);
