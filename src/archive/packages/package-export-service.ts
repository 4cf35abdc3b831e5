import { basename } from 'node:path';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import type { PackageChoice, PackageForm, PackageKey, PackagePreview, PackageProfile } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import { checkBag } from './bag/bag-check.ts';
import { BagWriter } from './bag/bag-writer.ts';
import type { BagInfo } from './bag/tag-files.ts';
import type { PackageEncryption } from './encryption/encrypt.ts';
import type { PackageOpener } from './open-bag.ts';
import { packageFiles } from './package-contents.ts';
import { type PackagePlan, planPackage } from './package-plan.ts';
import type { PackagedServices } from './package-services.ts';
import type { PackageTarget } from './package-target.ts';
import { writeReadme } from './readme.ts';
import { unwritable } from './unwritable.ts';

export interface PackageRequest {
	path: string;
	form: PackageForm;
	choice: PackageChoice;
	profile: PackageProfile;
	/** For the form `encrypted`; kept nowhere. */
	key: PackageKey | null;
	/** Whether a file with this name gives way; a folder never does. */
	replaces: boolean;
}

/** Files beside the payload, which the progress counts too: README, declaration, description, four manifests. */
const tagFileCount = 7;

/** ZIP and cryptography are loaded when they are asked for, not while an archive opens. */
async function loadWriters() {
	const [{ PackageEncryption }, { PackageTarget }] = await Promise.all([
		import('./encryption/encrypt.ts'),
		import('./package-target.ts'),
	]);
	return { PackageEncryption, PackageTarget };
}

/** Writes records with their originals, texts, notes and history as a BagIt bag that needs no Lectern to be read. */
export class PackageExportService {
	readonly #database: ArchiveDatabase;
	readonly #jobs: JobsService;
	readonly #services: PackagedServices;
	readonly #archive: () => { id: string; title: string };

	/** @param archive id and title, asked each time. */
	constructor(
		database: ArchiveDatabase,
		jobs: JobsService,
		services: PackagedServices,
		archive: () => { id: string; title: string },
	) {
		this.#database = database;
		this.#jobs = jobs;
		this.#services = services;
		this.#archive = archive;
	}

	/** What a package would hold and leave out. */
	preview({ choice, profile }: Pick<PackageRequest, 'choice' | 'profile'>): PackagePreview {
		return this.#plan(choice, profile).preview;
	}

	/**
	 * Writes the package as a job, also from an archive that is open for reading only. It has its name when it was written,
	 * read back and found valid; until then, and when it fails or is cancelled, nothing has that name. Throws at once
	 * archive-exists, disk-full and invalid-input when it cannot begin.
	 */
	async export(id: JobId, request: PackageRequest): Promise<JobId> {
		const { path, form, key, choice, profile, replaces } = request;
		if ((form === 'encrypted') !== (key !== null))
			throw new AppError('invalid-input', { reason: message('package.reason.key') });
		const { PackageEncryption, PackageTarget } = await loadWriters();
		const encryption = key && new PackageEncryption(key);
		const target = new PackageTarget({ path, form, replaces, encryption });
		const plan = this.#plan(choice, profile);
		if (plan.records.length === 0) throw new AppError('invalid-input', { reason: message('package.reason.empty') });
		await target.check(plan.preview.sizeBytes);
		this.#jobs.start(id, 'package', {}, (run) => this.#run(run, request, { plan, target, encryption }));
		return id;
	}

	#plan(choice: PackageChoice, profile: PackageProfile): PackagePlan {
		const today = new Date(this.#database.now()).toISOString().slice(0, 10);
		return planPackage(this.#services, { choice, profile, today });
	}

	async #run(
		run: JobRun,
		{ path, key }: PackageRequest,
		{ plan, target, encryption }: { plan: PackagePlan; target: PackageTarget; encryption: PackageEncryption | null },
	): Promise<void> {
		try {
			const digest = await this.#write(run, plan, target);
			await this.#verify(run, target.partial, openerOf(key, encryption));
			await target.keep();
			this.#report(run, plan, { file: basename(path), digest });
		} catch (error) {
			await target.discard();
			throw unwritable(path, error);
		}
	}

	async #write(run: JobRun, plan: PackagePlan, target: PackageTarget): Promise<string> {
		const fileCount =
			plan.originals.length + 2 * plan.editions.length + 9 + tagFileCount + (plan.custody.length > 0 ? 1 : 0);
		// Each file is written once and read back once.
		run.setTotal(2 * fileCount);
		const sink = await target.createSink();
		const writer = new BagWriter(sink, run.signal);
		try {
			for (const { path, pieces, sha256, isCompressible } of packageFiles(plan, this.#services)) {
				run.setCurrent(path);
				const found = await writer.addPayload(path, pieces, isCompressible);
				if (sha256 !== undefined && found !== sha256) throw new AppError('damaged-original', { file: path });
				run.advance();
			}
			await writer.addTag('README.txt', writeReadme(this.#archive().title, plan.preview));
			const digest = await writer.finish(this.#describe(plan));
			run.advance(tagFileCount);
			return digest;
		} catch (error) {
			await sink.abort();
			throw error;
		}
	}

	/** Everything is read back from the disk; that both digests of a file are of the same bytes was seen to in writing. */
	async #verify(run: JobRun, path: string, opener: PackageOpener | undefined): Promise<void> {
		run.setCurrent(message('package.verifying'));
		const { openBag } = await import('./open-bag.ts');
		const source = await openBag(path, { opener, signal: run.signal, readsAll: true });
		try {
			const { reasons } = await checkBag(source, { signal: run.signal, only: 'sha256', onFile: () => run.advance() });
			const [first] = reasons;
			if (first)
				throw new AppError('unwritable-file', {
					file: basename(path),
					reason: message(`package.finding.${first.kind}`, { what: first.what }),
				});
		} finally {
			await source.close();
		}
	}

	#describe(plan: PackagePlan): BagInfo {
		const { id, title } = this.#archive();
		const isShare = plan.profile === 'share';
		return [
			['Bagging-Date', new Date(this.#database.now()).toISOString().slice(0, 10)],
			['Bag-Software-Agent', 'Lectern'],
			['External-Description', title],
			...(isShare ? [] : ([['External-Identifier', `urn:uuid:${id}`]] as const)),
			['Lectern-Package-Version', '1'],
			['Lectern-Package-Profile', plan.profile],
			['Lectern-Record-Count', String(plan.records.length)],
		];
	}

	#report(run: JobRun, plan: PackagePlan, { file, digest }: { file: string; digest: string }): void {
		const { preview, profile, records } = plan;
		if (!this.#database.isReadOnly)
			this.#database.write((writer) =>
				this.#services.custody.append(writer, 'exported', '', {
					package: file,
					profile,
					records: records.length,
					originals: preview.packaged.originals ?? 0,
					// Of the manifest of the manifests: by it the package is known again.
					sha256: digest,
				}),
			);
		const items: JobItem[] = [
			{ name: file, outcome: 'intact' },
			...records.map(({ id, title }): JobItem => ({ name: title, outcome: 'packed', recordId: id })),
			...plan.closed.map((name): JobItem => ({ name, outcome: 'left-out' })),
		];
		run.restart(items.length);
		run.report(this.#database, items);
	}
}

/** What is read back is opened by the passphrase itself; for recipients, whose keys are not here, by the key of the file. */
function openerOf(key: PackageKey | null, encryption: PackageEncryption | null): PackageOpener | undefined {
	if (!key || !encryption) return undefined;
	if ('passphrase' in key) return { passphrase: key.passphrase };
	return { identities: [{ unwrapFileKey: () => encryption.fileKey }] };
}
