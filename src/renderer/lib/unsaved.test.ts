import { afterEach, expect, it } from 'vitest';
import { AppError } from '#shared/domain/app-error.ts';
import { saveBeforeOpening, savesBeforeLeaving } from './unsaved.ts';

let failure: AppError | null = null;
savesBeforeLeaving(async () => failure);

afterEach(() => {
	failure = null;
});

it('keeps an archive open while something that was typed for it cannot be stored', async () => {
	failure = new AppError('disk-full');
	await expect(saveBeforeOpening()).rejects.toBe(failure);
});

it('does not keep an archive from being opened that is closed, and so takes nothing', async () => {
	for (const code of ['archive-closed', 'needs-passphrase'] as const) {
		failure = new AppError(code);
		await saveBeforeOpening();
	}
});

it('goes on where all is stored', async () => {
	await expect(saveBeforeOpening()).resolves.toBeUndefined();
});
