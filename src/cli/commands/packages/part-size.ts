import { AppError } from '#shared/domain/app-error.ts';
import { smallestPartBytes } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';

const units: Readonly<Record<string, number>> = { '': 1, K: 1000, M: 1000 ** 2, G: 1000 ** 3 };

/** Bytes that no file may be larger than; FAT takes `4G`. Throws invalid-input for what is no size, or too small. */
export function readPartSize(size: string): number {
	const [, digits = '', unit = ''] = /^(\d{1,10})([KMG]?)B?$/i.exec(size.trim()) ?? [];
	const sizeBytes = Number(digits) * (units[unit.toUpperCase()] ?? 1);
	if (sizeBytes >= smallestPartBytes) return sizeBytes;
	throw new AppError('invalid-input', { reason: message('cli.package.bad-part-size', { size }) });
}
