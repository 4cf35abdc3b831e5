import { expect, test } from 'vitest';
import { type CustodyEntry, premisEventType } from '#shared/domain/custody.ts';
import type { ReplicaId } from '#shared/domain/ids.ts';
import { writeCustodyLines } from '../transfer/custody-file.ts';
import { chainStart, hashCustodyEvent } from './custody-hash.ts';
import { checkLogFile, readLogFile } from './log-file-check.ts';

const event = {
	replicaId: '00000000-0000-4000-8000-0000000000aa' as ReplicaId,
	sequence: 1,
	at: '2020-01-01T00:00:00.000Z',
	kind: 'received' as const,
	subject: 'sample',
	detail: { file: 'sample.txt' },
	agent: 'A. Person',
	software: 'sample',
	previousHash: chainStart,
};
const entry: CustodyEntry = { ...event, hash: hashCustodyEvent(event), subjectName: 'sample.txt', recordId: null };
const line = writeCustodyLines([entry]).trimEnd();
const check = (text: string) => checkLogFile(readLogFile(text));

test('a line that was exported fits, also with line ends of other systems', () => {
	expect(premisEventType('received').term).toBe('ingestion');
	expect(check(`${line}\r\n`)).toMatchObject({ entryCount: 1, firstBad: null, missingCount: 0 });
});

test('a file that came under another name before is named as it came', () => {
	expect(check(writeCustodyLines([{ ...entry, subjectName: 'earlier.txt' }])).firstBad).toBeNull();
	expect(check(writeCustodyLines([{ ...entry, subjectName: '' }])).firstBad).toBeNull();
});

test('what is not exactly as it was exported is not passed over: a field twice, a name that programs drop, another name of a file', () => {
	for (const altered of [
		line.replace('"agent":', '"agent":"B. Person","agent":'),
		line.replace('"file":', '"__proto__":"other.txt","file":'),
		line.replace('"sequence":1', '"sequence":1.0'),
		line.replace('"agent":', '"agent" : '),
		line.replace('"subjectName":"sample.txt"', '"subjectName":"other.txt"'),
	]) {
		expect(altered).not.toBe(line);
		expect(check(altered).firstBad, altered).toEqual({ replicaId: event.replicaId, sequence: 1 });
	}
});

test.each(['', '\n\r\n'])('a file of %j holds no log, and is not unbroken', (file) => {
	expect(() => check(file)).toThrow('invalid-input');
});

test('a line with a field that no export has, or a number beyond all counting, is no entry', () => {
	for (const none of [
		line.replace('"agent":', '"note":"Sample","agent":'),
		line.replace('"sequence":1', '"sequence":1e300'),
		line.replace('"detail":{', '"__proto__":{"kind":"erased"},"detail":{'),
	])
		expect(() => check(none), none).toThrow('invalid-input');
});
