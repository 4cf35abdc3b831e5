import type { PackagePreview } from '#shared/domain/package.ts';
import { leftOutKinds, packagedKinds } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';
import type { PartNumber } from './parts/part-name.ts';

export interface PackageForms {
	/** Which of several; null for a package that is one. */
	part: PartNumber | null;
	/** Some originals are cut. */
	hasSlices: boolean;
}

/** README.txt: what this is, what is in it and what is not, and how to check it with tools that every system has. */
export function writeReadme(
	title: string,
	{ packaged, leftOut }: Pick<PackagePreview, 'packaged' | 'leftOut'>,
	{ part, hasSlices }: PackageForms,
): string {
	const contents = packagedKinds.flatMap((kind) =>
		packaged[kind] ? [`- ${message(`package.packaged.${kind}`, { count: packaged[kind] })}`] : [],
	);
	const missing = leftOutKinds.flatMap((kind) =>
		leftOut[kind] ? [`- ${message(`package.left-out.${kind}`, { count: leftOut[kind] })}`] : [],
	);
	const parts = [
		`${title}\n${'='.repeat(Math.min(72, title.length))}`,
		message('package.readme.what'),
		...(part ? [message('package.readme.part', { number: part.number, total: part.total })] : []),
		`${message('package.readme.contents')}\n${contents.join('\n')}`,
		...(missing.length > 0 ? [`${message('package.readme.left-out')}\n${missing.join('\n')}`] : []),
		[
			message('package.readme.folders'),
			...(packaged.originals ? [`  data/originals/    ${message('package.readme.originals')}`] : []),
			`  data/texts/        ${message('package.readme.texts')}`,
			`  data/metadata/     ${message('package.readme.metadata')}`,
			`  data/annotations/  ${message('package.readme.annotations')}`,
			`  data/archive/      ${message('package.readme.archive')}`,
			...(packaged.custody ? [`  data/custody/      ${message('package.readme.custody')}`] : []),
		].join('\n'),
		...(hasSlices ? [message('package.readme.cut')] : []),
		`${message('package.readme.check')}\n\n  sha256sum -c manifest-sha256.txt\n  sha512sum -c manifest-sha512.txt\n  sha256sum -c tagmanifest-sha256.txt`,
	];
	return `${parts.join('\n\n')}\n`;
}
