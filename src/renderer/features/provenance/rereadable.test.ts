import { expect, test } from 'vitest';
import type { RecordDetail } from '#shared/api/records-api.ts';
import type { Edition } from '#shared/domain/edition.ts';
import { rereadableOf } from './rereadable.ts';

const read = { id: 'e1', kind: 'extraction', originalSha256: 'a', parameters: {}, baseEditionId: null };
const corrected = { ...read, id: 'e2', kind: 'transcription', parameters: { written: 'b' }, baseEditionId: 'e1' };
const redacted = { ...corrected, id: 'e3', kind: 'redaction', baseEditionId: 'e2' };
const writtenDown = { ...corrected, id: 'e4', baseEditionId: null };
const editions = [read, corrected, redacted, writtenDown] as unknown as Edition[];

function record(editionId: string | null, mediaType = 'application/rtf'): RecordDetail {
	return { editionId, editions, files: [{ sha256: 'a', mediaType }] } as unknown as RecordDetail;
}

test.each(['e1', 'e2', 'e3'])('%s is read again as what was read from the file', (id) => {
	expect(rereadableOf(record(id))).toMatchObject({ shown: { id }, read: { id: 'e1' } });
});

test('what nothing was read for is not read again', () => {
	expect(rereadableOf(record('e4'))).toBeNull();
});

test('a file without a text can be read again, but for pictures and recordings', () => {
	expect(rereadableOf(record(null))).toEqual({ shown: null, read: null });
	expect(rereadableOf(record(null, 'image/png'))).toBeNull();
	expect(rereadableOf(record(null, 'audio/wav'))).toBeNull();
	expect(rereadableOf({ ...record(null), files: [] })).toBeNull();
});
