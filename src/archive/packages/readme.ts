import type { PackagePreview } from '#shared/domain/package.ts';
import { leftOutKinds, packagedKinds } from '#shared/domain/package.ts';
import { message } from '#shared/messages/messages.ts';

/** README.txt: what this is, what is in it and what is not, and how to check it with tools that every system has. */
export function writeReadme(title: string, { packaged, leftOut }: PackagePreview): string {
	const contents = packagedKinds.flatMap((kind) =>
		packaged[kind] ? [`- ${message(`package.packaged.${kind}`, { count: packaged[kind] })}`] : [],
	);
	const missing = leftOutKinds.flatMap((kind) =>
		leftOut[kind] ? [`- ${message(`package.left-out.${kind}`, { count: leftOut[kind] })}`] : [],
	);
	const parts = [
		`${title}\n${'='.repeat(Math.min(72, title.length))}`,
		message('package.readme.what'),
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
		`${message('package.readme.check')}\n\n  sha256sum -c manifest-sha256.txt\n  sha512sum -c manifest-sha512.txt\n  sha256sum -c tagmanifest-sha256.txt`,
	];
	return `${parts.join('\n\n')}\n`;
}
