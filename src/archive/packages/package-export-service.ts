import { basename } from 'node:path';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import type { JobRun } from '#archive/jobs/job-run.ts';
import type { JobsService } from '#archive/jobs/jobs-service.ts';
import { AppError } from '#shared/domain/app-error.ts';
import type { JobId } from '#shared/domain/ids.ts';
import type { JobItem } from '#shared/domain/job.ts';
import type {
	PackageChoice,
	PackageForm,
	PackageKey,
	PackagePreview,
	PackageProfile,
	SweepReport,
} from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import { checkBag } from './bag/bag-check.ts';
import { BagWriter } from './bag/bag-writer.ts';
import type { BagInfo } from './bag/tag-files.ts';
import type { PackageEncryption } from './encryption/encrypt.ts';
import { digestOfFile } from './file-digest.ts';
import type { PackageOpener } from './open-bag.ts';
import { type PackageMaterial, packageFiles, packageVersion, veilFor } from './package-contents.ts';
import { type PackagePlan, planPackage } from './package-plan.ts';
import type { PackagedServices } from './package-services.ts';
import type { PackageTarget } from './package-target.ts';
import { writeReadme } from './readme.ts';
import { gatherRows } from './rows/packaged-rows.ts';
import { refuseNames } from './sweep/refuse-names.ts';
import { RunningSweeps } from './sweep/running-sweeps.ts';
import type { SweptFile } from './sweep/sweep-package.ts';
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
	/**
	 * Digest of a sweep: the places that it found withheld names in were looked at, and may leave. Without it, or when they
	 * are others by now, nothing is written where there are any.
	 */
	accepted?: string | undefined;
	/** It is sealed for home, and called that: told the SHA-256 of the file, once that was read back and before it has its name. */
	onSealed?(sha256: string): void;
}

/** Files beside the payload, which the progress counts too: README, declaration, description, four manifests. */
const tagFileCount = 7;

interface Writing {
	material: PackageMaterial;
	target: PackageTarget;
	encryption: PackageEncryption | null;
}

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
	readonly #sweeps = new RunningSweeps();

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
	 * Looks for withheld names in all that a package to share would hold: texts, notes, descriptions, tables, as the search
	 * finds them. Writes nothing. Throws `cancelled` after `stopSweep`.
	 */
	sweep({ id, choice }: { id: JobId; choice: PackageChoice }): Promise<SweepReport> {
		return this.#sweeps.run(id, (signal) => this.#sweep(this.#gather(choice, 'share'), signal));
	}

	stopSweep(argument: { id: JobId }): void {
		this.#sweeps.stop(argument);
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
		const material = this.#gather(choice, profile);
		const { records, preview, originals } = material.plan;
		if (records.length === 0) throw new AppError('invalid-input', { reason: message('package.reason.empty') });
		const largestBytes = Math.max(0, ...originals.map(({ sizeBytes }) => sizeBytes));
		await target.check({ sizeBytes: preview.sizeBytes, largestBytes });
		this.#jobs.start(id, request.onSealed ? 'seal' : 'package', {}, (run) =>
			this.#run(run, request, { material, target, encryption }),
		);
		return id;
	}

	/** Plan and rows are of one moment. */
	#gather(choice: PackageChoice, profile: PackageProfile): PackageMaterial {
		const { reader } = this.#database;
		const plan = this.#plan(choice, profile);
		const share = { at: `${this.#today()}T00:00:00.000Z` };
		const rows = gatherRows(reader, plan.going, { pathOf: plan.pathOf, share });
		return { plan, rows, reader, services: this.#services };
	}

	#today(): string {
		return new Date(this.#database.now()).toISOString().slice(0, 10);
	}

	#plan(choice: PackageChoice, profile: PackageProfile): PackagePlan {
		return planPackage(this.#services, { choice, profile, today: this.#today(), reader: this.#database.reader });
	}

	async #run(
		run: JobRun,
		{ path, key, accepted, onSealed }: PackageRequest,
		{ material, target, encryption }: Writing,
	): Promise<void> {
		try {
			if (material.plan.profile === 'share') {
				const report = await this.#sweep(material, run.signal, (file) => run.setCurrent(file));
				refuseNames(run, this.#database, report, accepted);
			}
			const digest = await this.#write(run, material, target);
			await this.#verify(run, target.partial, openerOf(key, encryption));
			onSealed?.(await digestOfFile(target.partial, run.signal));
			await target.keep();
			this.#report(run, material.plan, { file: basename(path), digest });
		} catch (error) {
			await target.discard();
			throw unwritable(path, error);
		}
	}

	async #sweep(
		material: PackageMaterial,
		signal: AbortSignal,
		onFile: (path: string) => void = () => undefined,
	): Promise<SweepReport> {
		const { plan } = material;
		const { sweepPackage } = await import('./sweep/sweep-package.ts');
		const recordOf = new Map(plan.editions.map(({ edition }) => [edition.id, edition.recordId]));
		return sweepPackage(this.#sweptFiles(material), { names: plan.withheld, recordOf, signal, onFile });
	}

	*#sweptFiles(material: PackageMaterial): Generator<SweptFile> {
		const { title } = this.#archive();
		yield { path: 'README.txt', pieces: [Buffer.from(writeReadme(title, material.plan.preview))] };
		for (const { path, pieces, recordId } of packageFiles(material, (text) => text))
			yield { path: `data/${path}`, pieces, recordId };
	}

	async #write(run: JobRun, material: PackageMaterial, target: PackageTarget): Promise<string> {
		const { plan } = material;
		const files = [...packageFiles(material, veilFor(plan))];
		// Each file is written once and read back once.
		run.setTotal(2 * (files.length + tagFileCount));
		const sink = await target.createSink();
		const writer = new BagWriter(sink, run.signal);
		try {
			for (const { path, pieces, sha256, isCompressible } of files) {
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
			['Bagging-Date', this.#today()],
			['Bag-Software-Agent', 'Lectern'],
			['External-Description', title],
			...(isShare ? [] : ([['External-Identifier', `urn:uuid:${id}`]] as const)),
			['Lectern-Package-Version', packageVersion],
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
