import { basename } from 'node:path';
import type { ArchiveDatabase } from '#archive/db/archive-database.ts';
import { unwritable } from '#archive/db/unwritable.ts';
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
import type { WrittenFile } from '#shared/domain/written-file.ts';
import { message } from '#shared/messages/messages.ts';
import type { BagInfo } from './bag/tag-files.ts';
import { type PackageMaterial, packageFiles, packageVersion } from './package-contents.ts';
import { type PackagePlan, planPackage } from './package-plan.ts';
import type { PackagedServices } from './package-services.ts';
import { isSlice } from './parts/cut-files.ts';
import type { PartNumber } from './parts/part-name.ts';
import { writeReadme } from './readme.ts';
import { RedactedRecords } from './redacted-records.ts';
import { gatherRows } from './rows/packaged-rows.ts';
import { shareInstant } from './safe-share.ts';
import { refuseNames } from './sweep/refuse-names.ts';
import { RunningSweeps } from './sweep/running-sweeps.ts';
import type { SweptFile } from './sweep/sweep-package.ts';

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
	/** No file of it may be larger: what the medium takes where that is known, this where it is less. */
	partBytes?: number | undefined;
	/** It is sealed for home, and called that: told its files, once they were read back and before they have their names. */
	onSealed?(files: WrittenFile[]): void;
}

interface Writing {
	material: PackageMaterial;
	/** No file of the package may be larger; null where any may be. */
	mostBytes: number | null;
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
	readonly #redacted: RedactedRecords;

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
		this.#redacted = new RedactedRecords(services);
	}

	/** What a package would hold and leave out. */
	async preview({ choice, profile }: Pick<PackageRequest, 'choice' | 'profile'>): Promise<PackagePreview> {
		const plan = this.#plan(choice, profile);
		return { ...plan.preview, redacted: await this.#redacted.tell(plan) };
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
	 * read back and found valid; until then, and when it fails or is cancelled, nothing has that name. Where no file may be as
	 * large, it is in several, whose names have their numbers. Throws at once archive-exists, disk-full and invalid-input when
	 * it cannot begin.
	 */
	async export(id: JobId, request: PackageRequest): Promise<JobId> {
		const { path, form, key, choice, profile, replaces, partBytes } = request;
		if ((form === 'encrypted') !== (key !== null))
			throw new AppError('invalid-input', { reason: message('package.reason.key') });
		const { PackageEncryption, PackageTarget } = await loadWriters();
		const encryption = key && new PackageEncryption(key);
		const target = new PackageTarget({ path, form, replaces, encryption });
		const material = this.#gather(choice, profile);
		const { records, preview } = material.plan;
		if (records.length === 0) throw new AppError('invalid-input', { reason: message('package.reason.empty') });
		const { largestFileBytes } = await target.check({ sizeBytes: preview.sizeBytes });
		const mostBytes = Math.min(partBytes ?? Number.POSITIVE_INFINITY, largestFileBytes ?? Number.POSITIVE_INFINITY);
		const writing = { material, mostBytes: Number.isFinite(mostBytes) ? mostBytes : null };
		this.#jobs.start(id, request.onSealed ? 'seal' : 'package', {}, (run) => this.#run(run, request, writing));
		return id;
	}

	/** Plan and rows are of one moment. */
	#gather(choice: PackageChoice, profile: PackageProfile): PackageMaterial {
		const { reader } = this.#database;
		const plan = this.#plan(choice, profile);
		const share = { at: shareInstant(this.#today()) };
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
		{ path, form, key, replaces, accepted, onSealed }: PackageRequest,
		{ material, mostBytes }: Writing,
	): Promise<void> {
		const { plan } = material;
		try {
			if (plan.profile === 'share') {
				const report = await this.#sweep(material, run.signal, (file) => run.setCurrent(file));
				refuseNames(run, this.#database, report, accepted);
			}
			const [{ planParts }, { PackageWriter }] = await Promise.all([
				import('./parts/planned-parts.ts'),
				import('./package-writer.ts'),
			]);
			const parts = await planParts(material, { form, mostBytes, signal: run.signal });
			const { title } = this.#archive();
			const hasSlices = parts.flat().some(isSlice);
			const readme = (part: PartNumber | null) => writeReadme(title, plan.preview, { part, hasSlices });
			const info = this.#describe(plan);
			const writer = new PackageWriter(run, { path, form, key, replaces, parts, readme, info, onSealed });
			this.#report(run, plan, { path, ...(await writer.write()) });
		} catch (error) {
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
		const readme = writeReadme(title, material.plan.preview, { part: null, hasSlices: false });
		yield { path: 'README.txt', pieces: [Buffer.from(readme)] };
		for (const { path, pieces, recordId } of packageFiles(material, (text) => text))
			yield { path: `data/${path}`, pieces, recordId };
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

	#report(
		run: JobRun,
		plan: PackagePlan,
		{ path, files, digest }: { path: string; files: readonly string[]; digest: string },
	): void {
		const { preview, profile, records } = plan;
		if (!this.#database.isReadOnly)
			this.#database.write((writer) =>
				this.#services.custody.append(writer, 'exported', '', {
					package: basename(path),
					...(files.length > 1 && { parts: files.length }),
					profile,
					records: records.length,
					originals: preview.packaged.originals ?? 0,
					// Of the manifest of the manifests: by it the package is known again.
					sha256: digest,
				}),
			);
		const items: JobItem[] = [
			...files.map((name): JobItem => ({ name, outcome: 'intact' })),
			...records.map(({ id, title }): JobItem => ({ name: title, outcome: 'packed', recordId: id })),
			...plan.closed.map((name): JobItem => ({ name, outcome: 'left-out' })),
		];
		run.restart(items.length);
		run.report(this.#database, items);
	}
}
