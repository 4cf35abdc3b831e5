import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { RecentArchive } from '#shared/api/archive-api.ts';
import { AppError } from '#shared/domain/app-error.ts';
import { isNeutralSetting } from './neutral-settings.ts';

const writeDelayMillis = 150;
const longestRecentList = 12;
const longestValueUnits = 256 * 1024;
/** Keys that clients can neither read nor write through the contract. */
const ownKeys = { deviceId: 'device.id', recent: 'archives.recent', inboxFolders: 'inbox.folders' };

/** What this machine remembers: small JSON values by key, kept in one file or in memory only. */
export interface Profile {
	/** Made once a device; stands for it where archives tell devices apart. */
	readonly deviceId: string;
	get(key: string): unknown;
	/** On disk a little later, or at `close`. Throws invalid-input when the value is not small JSON. */
	set(key: string, value: unknown): void;
	/** Newest first. */
	recent(): RecentArchive[];
	remember(archive: RecentArchive): void;
	/** Takes from the file all but neutral settings, and from now on writes only those. Throws when that fails. */
	forget(): void;
	/** The folder that is watched for an archive; null for none. */
	inboxFolder(archiveId: string): string | null;
	setInboxFolder(archiveId: string, path: string | null): void;
	/** Writes what waits. Throws when that fails. */
	close(): void;
}

export interface ProfileOptions {
	/** Null keeps everything in memory: nothing of it outlives the program. */
	file: string | null;
	/** The field profile: of the file only neutral settings are read and written; all else is in memory. */
	isField?: boolean;
	/** Told when a delayed write fails; the values stay in memory and are tried again with the next change. */
	onWriteError(error: unknown): void;
}

type Values = Record<string, unknown>;

/**
 * Opens the device profile. Two programs may share the file: each writes only the keys that it changed itself over what
 * the file holds by then. A file that cannot be understood is set aside, not overwritten.
 */
export function openProfile({ file, isField = false, onWriteError }: ProfileOptions): Profile {
	let keepsAll = !isField;
	let values = file ? readValues(file) : {};
	if (!keepsAll) values = pick(values, (key) => isNeutralSetting(key) || key === ownKeys.deviceId);
	let changed: Values = {};
	let timer: NodeJS.Timeout | null = null;

	function set(key: string, value: unknown): void {
		values[key] = value;
		if (!keepsAll && !isNeutralSetting(key)) return;
		changed[key] = value;
		if (!file || timer) return;
		timer = setTimeout(() => {
			try {
				write();
			} catch (error) {
				onWriteError(error);
			}
		}, writeDelayMillis);
	}

	function write(): void {
		if (timer) clearTimeout(timer);
		timer = null;
		if (!file || Object.keys(changed).length === 0) return;
		const merged = { ...readValues(file), ...changed };
		replaceFile(file, merged);
		values = keepsAll ? merged : { ...values, ...changed };
		changed = {};
	}

	if (typeof values[ownKeys.deviceId] !== 'string') set(ownKeys.deviceId, randomUUID());
	const recent = () => (Array.isArray(values[ownKeys.recent]) ? (values[ownKeys.recent] as RecentArchive[]) : []);
	const inboxFolders = () => (values[ownKeys.inboxFolders] ?? {}) as Record<string, string>;
	return {
		deviceId: values[ownKeys.deviceId] as string,
		get: (key) => (isOwnKey(key) || !Object.hasOwn(values, key) ? null : values[key]),
		set(key, value) {
			const json = JSON.stringify(value);
			if (isOwnKey(key) || json === undefined || json.length > longestValueUnits)
				throw new AppError('invalid-input', { reason: key });
			set(key, JSON.parse(json));
		},
		recent,
		remember(archive) {
			const others = recent().filter((other) => other.path !== archive.path);
			set(ownKeys.recent, [archive, ...others].slice(0, longestRecentList));
		},
		forget() {
			keepsAll = false;
			changed = pick(changed, isNeutralSetting);
			if (file && existsSync(file))
				replaceFile(
					file,
					pick(readValues(file), (key) => isNeutralSetting(key) || key === ownKeys.deviceId),
				);
		},
		inboxFolder: (archiveId) => inboxFolders()[archiveId] ?? null,
		setInboxFolder(archiveId, path) {
			const { [archiveId]: _, ...others } = inboxFolders();
			set(ownKeys.inboxFolders, path === null ? others : { ...others, [archiveId]: path });
		},
		close: write,
	};
}

/** Of another profile on this machine, which is left as it is. */
export function readRecentPaths(file: string): string[] {
	try {
		const recent = parse(readFileSync(file, 'utf8'))?.[ownKeys.recent];
		return Array.isArray(recent) ? recent.map(({ path }: RecentArchive) => path) : [];
	} catch {
		return [];
	}
}

function replaceFile(file: string, values: Values): void {
	mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
	const aside = `${file}.${process.pid}.new`;
	writeFileSync(aside, `${JSON.stringify(values, null, '\t')}\n`, { mode: 0o600, flush: true });
	renameSync(aside, file);
}

function pick(values: Values, isKept: (key: string) => boolean): Values {
	return Object.fromEntries(Object.entries(values).filter(([key]) => isKept(key)));
}

/** Also what would not be a key at all in a plain object. */
function isOwnKey(key: string): boolean {
	return key === '__proto__' || Object.values(ownKeys).includes(key);
}

function readValues(file: string): Values {
	if (!existsSync(file)) return {};
	const parsed = parse(readFileSync(file, 'utf8'));
	if (parsed) return parsed;
	const aside = file.replace(/(\.json)?$/, '.damaged.json');
	rmSync(aside, { force: true });
	renameSync(file, aside);
	return {};
}

function parse(json: string): Values | null {
	try {
		const value: unknown = JSON.parse(json);
		return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Values) : null;
	} catch {
		return null;
	}
}
