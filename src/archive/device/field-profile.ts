import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { listSnapshots } from '#archive/snapshots/snapshot-keeper.ts';
import type { FieldState } from '#shared/api/device-api.ts';
import type { DataFolder } from './data-folder.ts';
import type { Profile } from './profile.ts';

/** The field profile as a setting of this device. */
export class FieldProfile {
	readonly #folder: DataFolder;
	readonly #profile: Profile;

	constructor(folder: DataFolder, profile: Profile) {
		this.#folder = folder;
		this.#profile = profile;
	}

	state(): FieldState {
		return {
			isOn: this.#folder.isField,
			isSet: existsSync(this.#folder.fieldMarkerFile),
			copyCount: this.#copies().length,
		};
	}

	set({ isSet }: { isSet: boolean }): FieldState {
		const { path, fieldMarkerFile } = this.#folder;
		if (isSet) {
			mkdirSync(path, { recursive: true, mode: 0o700 });
			writeFileSync(fieldMarkerFile, '', { flush: true });
			this.#profile.forget();
		} else rmSync(fieldMarkerFile, { force: true });
		return this.state();
	}

	removeCopies(): FieldState {
		for (const copy of this.#copies()) rmSync(copy, { force: true });
		return this.state();
	}

	#copies(): string[] {
		return listSnapshots(this.#folder.snapshotsFolder, new Set());
	}
}
