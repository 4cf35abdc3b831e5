import type { FileHandle } from 'node:fs/promises';
import type { BagSink } from '#archive/packages/bag/bag-sink.ts';
import type { PackageEncryption } from '#archive/packages/encryption/encrypt.ts';
import type { ReadingCopyPreview } from '#shared/domain/reading-copy.ts';
import { fontStyles, programPart } from '#shared/reading-copy/page-texts.ts';
import { CopyFile, compressed } from './copy-file.ts';
import { CopyFolder } from './copy-folder.ts';
import { withManifest } from './copy-manifest.ts';
import { type CopyProgram, programParts, textOfProgram } from './copy-program.ts';
import { writeDataBlock, writeFilePageEnd, writeFilePageStart, writeIndexPage } from './index-page.ts';
import type { Part } from './numbered-parts.ts';
import { readPageTexts } from './page-texts.ts';
import { writeCopyReadme, writeSealedReadme } from './readme.ts';
import { sealParts } from './sealed-slices.ts';

export interface CopyWriting {
	title: string;
	preview: ReadingCopyPreview;
	program: CopyProgram;
	parts: AsyncIterable<Part>;
	/** Null for a copy that whoever has it can read. */
	encryption: PackageEncryption | null;
}

/** What was written, to be read back. */
export interface WrittenCopy {
	/** Of the list of digests that the page shows: by it the copy is known again. */
	digest: string;
	/** Of its files, by their paths; of the file itself, where it is one, under ''. */
	digests: ReadonlyMap<string, string>;
}

/** In a folder or a ZIP file. */
export async function writeCopyFolder(sink: BagSink, writing: CopyWriting): Promise<WrittenCopy> {
	const { title, preview, program, parts, encryption } = writing;
	const folder = new CopyFolder(sink);
	const page = { title, isSealed: encryption !== null, texts: await readPageTexts() };
	await folder.add('index.html', writeIndexPage(page));
	await folder.add('README.txt', encryption ? writeSealedReadme() : writeCopyReadme(title, preview));
	for (const [path, bytes] of program) await folder.add(path, bytes);
	const listed = encryption ? withManifest(parts, program) : null;
	const written = encryption && listed ? sealParts(listed.parts, encryption) : parts;
	for await (const { name, content } of written) await folder.addPart(name, content);
	const digest = await folder.finish({ hasOwnManifest: listed !== null });
	return { digest: listed?.digest() ?? digest, digests: folder.digests };
}

/** In one HTML file. */
export async function writeCopyFile(handle: FileHandle, writing: CopyWriting): Promise<WrittenCopy> {
	const { title, program, parts, encryption } = writing;
	const file = new CopyFile(handle);
	const host = textOfProgram(program, 'app/copy.js');
	const own = textOfProgram(program, 'app/app.js');
	const styles = [fontStyles, 'app/app.css'].map((path) => textOfProgram(program, path)).join('\n');
	const page = { title, isSealed: encryption !== null, texts: await readPageTexts() };
	await file.add(writeFilePageStart({ ...page, host, program: own, styles }));
	for (const { name, content } of [...programParts(program), { name: programPart, content: own }])
		await file.add(writeDataBlock(name, await compressed(content)));
	const listed = withManifest(parts, program);
	if (encryption)
		for await (const { name, content } of sealParts(listed.parts, encryption))
			await file.add(writeDataBlock(name, content));
	else
		for await (const { name, content } of listed.parts) await file.add(writeDataBlock(name, await compressed(content)));
	await file.add(writeFilePageEnd(host));
	return { digests: new Map([['', await file.finish()]]), digest: listed.digest() };
}
