import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { CustodyService } from '#archive/custody/custody-service.ts';
import { DescriptionsService } from '#archive/descriptions/descriptions-service.ts';
import { JobsService } from '#archive/jobs/jobs-service.ts';
import { NamesService } from '#archive/names/names-service.ts';
import { OriginalsService } from '#archive/originals/originals-service.ts';
import { RecordsService } from '#archive/records/records-service.ts';
import { verifyFile } from '#archive/signing/minisign.ts';
import { openSigningKey } from '#archive/signing/signing-key.ts';
import { openTestArchive, testId } from '#archive/testing/test-archive.ts';
import type { JobId, RecordId, Sha256 } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import { ReceiptProofService } from './receipt-proof-service.ts';
import { ReceiptsService } from './receipts-service.ts';

const identity = () => ({ id: 'sample-id', title: 'Sample <archive>' });

const sha256OfText = (text: string) => createHash('sha256').update(text).digest('hex') as Sha256;

function open() {
	const archive = openTestArchive();
	const { database } = archive;
	const records = new RecordsService(database, archive.editions);
	const descriptions = new DescriptionsService(database, records);
	const custody = new CustodyService(database);
	const originals = new OriginalsService(database);
	const jobs = new JobsService(database, { onProgress: () => undefined, onItem: () => undefined });
	const key = openSigningKey(null);
	const receipts = new ReceiptsService(
		database,
		{ records, descriptions, custody, jobs, names: new NamesService(database) },
		key,
		identity,
	);
	const proof = new ReceiptProofService({ originals, custody }, identity);

	/** A record that holds a file with these words. */
	function receive(number: number, words: string, fileName: string): RecordId {
		const recordId = archive.addRecord(number);
		const original = { sha256: sha256OfText(words), mediaType: 'text/plain', sizeBytes: words.length };
		database.step('filesAdded', (step) => {
			originals.addWithin(step.writer, original, Buffer.from(words));
			custody.appendReceived(step.writer, original, fileName);
			records.addPartWithin(step, recordId, original.sha256, fileName);
		});
		return recordId;
	}

	const make = (recordIds: RecordId[], hasFileNames = true) =>
		receipts.make({ of: { recordIds }, hasFileNames, signature: null });
	const failures = async (file: string) =>
		(await proof.prove({ file }))
			.filter(({ outcome }) => outcome === 'other' || outcome === 'absent')
			.map(({ item }) => item);
	return { ...archive, receipts, descriptions, custody, jobs, key, receive, make, failures };
}

test('a receipt says what was received, when, by whom and the head, and is proved while the log only grows', async () => {
	const { receive, make, failures, custody, database, connection } = open();
	const id = receive(1, 'alpha', 'a <b>.txt');
	const { text, receipt, head, fileCount } = await make([id]);
	expect(fileCount).toBe(1);
	expect(receipt.files[0]).toMatchObject({ fileName: 'a <b>.txt', sizeBytes: 5, receivedBy: 'A. Reader' });
	expect(receipt.files[0]?.receivedAt).toBe(custody.receptionsOf(sha256OfText('alpha'))[0]?.at);
	expect(text).toContain(`${sha256OfText('alpha')}</code>`);
	expect(text).toContain('a &lt;b&gt;.txt');
	expect(text).not.toMatch(/<b>|Sample record/);
	// That it was made is in the log, behind the head that stands on it.
	expect(custody.list({ subject: id, limit: 1 })[0]).toMatchObject({ kind: 'exported', detail: { receipt: head } });
	expect(await failures(text)).toEqual([]);
	expect(await failures(text.replaceAll('\n', '\r\n'))).toEqual([]);
	database.write((writer) => custody.append(writer, 'edited', id, { reason: 'sample' }));
	expect(await failures(text)).toEqual([]);
	connection.run('DROP TRIGGER custody_events_unchanged');
	connection.run(`UPDATE custody_events SET agent = 'B. Other' WHERE sequence = 1`);
	expect(await failures(text)).toEqual(['custody']);
});

test('what was altered on either side is found', async () => {
	const { receive, make, failures, connection } = open();
	const { text } = await make([receive(1, 'alpha', 'a.txt'), receive(2, 'beta', 'b.txt')]);
	expect(await failures(text.replace('>a.txt<', '>c.txt<'))).toEqual(['readable']);
	expect(await failures(text.replace('<td class="n">5<', '<td class="n">6<'))).toEqual(['readable']);
	expect(await failures(text.replace('<table>', '<table><tbody><tr><td>more</td></tr></tbody>'))).toEqual(['readable']);
	const unknown = text.replaceAll(sha256OfText('beta'), sha256OfText('gamma'));
	expect(await failures(unknown)).toEqual(['received', 'original']);
	const earlier = text.replaceAll('2020-01-01', '2019-01-01');
	expect(await failures(earlier)).toEqual(['received', 'received']);
	connection.run('DROP TRIGGER original_chunks_unchanged');
	connection.run(`UPDATE original_chunks SET bytes = CAST('bets' AS BLOB) WHERE sha256 = ?`, sha256OfText('beta'));
	expect(await failures(text)).toEqual(['original']);
	for (const none of [
		'',
		'<p>',
		text.replace('lecternReceipt":1', 'lecternReceipt":2'),
		text.replace('{"lectern', '{{'),
	])
		await expect(failures(none)).rejects.toThrow('invalid-input');
});

test('neither the giver nor a word of the description is on it, and a name that should not stand there is told', async () => {
	const { receive, make, descriptions, receipts } = open();
	const id = receive(1, 'alpha', 'from A. Giver.txt');
	descriptions.setGiver({ recordId: id, name: 'A. Giver' });
	descriptions.update({
		recordIds: [id],
		fields: { receivedOn: '2019-12', receivedBy: 'C. Clerk', sensitivity: 'Sample harm', withheldNames: ['a. giver'] },
	});
	const made = await make([id]);
	expect(made).toMatchObject({ isGiverExposed: true, exposedNames: ['a. giver'] });
	expect(made.receipt.files[0]).toMatchObject({ receivedOn: '2019-12', receivedBy: 'C. Clerk' });
	// In another script and glued to other words, as a share is swept.
	const named = receive(2, 'beta', 'scanОбразец2019.txt');
	descriptions.update({ recordIds: [named], fields: { withheldNames: ['Образец', 'Obrazets'] } });
	const other = receive(3, 'gamma', 'Письмо Лаврова.txt');
	descriptions.update({ recordIds: [other], fields: { withheldNames: ['Lavrov'] } });
	expect((await make([named, other])).exposedNames).toEqual(['Lavrov', 'Образец']);
	const bare = await make([id], false);
	expect(bare).toMatchObject({ isGiverExposed: false, exposedNames: [] });
	expect(bare.text).not.toMatch(/Giver|Sample harm/);
	await expect(make([testId<RecordId>(9)])).rejects.toThrow('invalid-input');
	await expect(
		receipts.make({ of: { jobId: testId<JobId>(9) }, hasFileNames: true, signature: null }),
	).rejects.toThrow();
});

test('of a job each file is on it once; one that others gave before has the day of this job', async () => {
	const { receive, receipts, jobs, database, custody } = open();
	const [old, fresh] = [receive(1, 'alpha', 'theirs.txt'), receive(2, 'beta', 'b.txt')];
	const jobId = testId<JobId>(5);
	const items: JobItem[] = [
		{ name: 'mine.txt', outcome: 'already-held', recordId: old, sha256: sha256OfText('alpha') },
		{ name: 'b.txt', outcome: 'added', recordId: fresh, sha256: sha256OfText('beta') },
		{ name: 'again.txt', outcome: 'already-held', recordId: fresh, sha256: sha256OfText('beta') },
		{ name: 'bad.txt', outcome: 'failed' },
	];
	jobs.start(jobId, 'add', {}, async (run) => {
		run.setTotal(items.length);
		run.report(database, items);
	});
	await jobs.whenEnded(jobId);
	const { receipt, text } = await receipts.make({ of: { jobId }, hasFileNames: true, signature: null });
	expect(receipt.files.map(({ fileName, receivedAt }) => [fileName, receivedAt])).toEqual([
		['mine.txt', jobs.get({ id: jobId }).startedAt],
		['b.txt', custody.receptionsOf(sha256OfText('beta'))[0]?.at],
	]);
	expect(text).not.toContain('theirs.txt');
});

test('a signature is minisign’s, over the page and the head', async () => {
	const { receive, receipts, key } = open();
	const of = { recordIds: [receive(1, 'alpha', 'a.txt')] };
	const signed = () => receipts.make({ of, hasFileNames: true, signature: { passphrase: '' } });
	await expect(signed()).rejects.toThrow('not-found');
	const { line } = key.make('');
	const { text, signatureText, head } = await signed();
	expect(verifyFile(Buffer.from(text), signatureText ?? '', line)).toContain(`custody-head:${head}`);
});
