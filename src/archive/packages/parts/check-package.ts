import type { BagFinding, BagReport } from '#shared/domain/package.ts';
import { type CheckOptions, checkBag } from '../bag/bag-check.ts';
import type { OpenedPackage } from './open-package.ts';

/** Checks every part of a package as `checkBag` does a bag, and that they are its parts. */
export async function checkPackage(
	{ parts, source, reasons, warnings }: OpenedPackage,
	options: CheckOptions,
): Promise<Omit<BagReport, 'isOwn'>> {
	const reports = [];
	for (const part of parts) {
		const report = await checkBag(part.source, options);
		reports.push({ ...report, reasons: named(part.file, report.reasons), warnings: named(part.file, report.warnings) });
	}
	const twice = parts.length > 1 ? source.refused : [];
	return {
		reasons: [...reasons, ...twice, ...reports.flatMap((report) => report.reasons)],
		warnings: [...warnings, ...reports.flatMap((report) => report.warnings)],
		version: reports[0]?.version ?? '',
		fileCount: reports.reduce((sum, report) => sum + report.fileCount, 0),
		sizeBytes: reports.reduce((sum, report) => sum + report.sizeBytes, 0),
		algorithms: reports[0]?.algorithms ?? [],
		partCount: parts.length,
	};
}

/** Where there are several, it is said of which one something was found. */
function named(file: string, findings: readonly BagFinding[]): BagFinding[] {
	return findings.map(({ kind, what }) => ({ kind, what: file === '' ? what : `${file}: ${what}` }));
}
