import { message } from '#shared/messages/messages.ts';
import { refuse } from './refusal.ts';
import { attribute, childElements, elementsNamed, localName, readXml, type XmlElement } from './xml.ts';
import type { ZipPackage } from './zip-package.ts';

export interface Book {
	metadata: XmlElement;
	/** Paths of the chapters within the file, in reading order, each once. */
	chapters: string[];
	/** Chapters that its order names and its list of files does not. */
	unlisted: number;
}

const container = 'META-INF/container.xml';
const encryption = 'META-INF/encryption.xml';
/** These two only keep fonts from being lifted out of a book, and its text stays open. */
const fontAlgorithms = /^http:\/\/(?:www\.idpf\.org\/2008\/embedding|ns\.adobe\.com\/pdf\/enc#RC)$/;

/** Finds the package document of an e-book and what it says. Throws `unsupported-format` where it is broken or locked. */
export async function openBook(zip: ZipPackage, fileName: string): Promise<Book> {
	const containerBytes = await zip.read(container);
	if (!containerBytes) throw refuse(fileName, message('import.reason.broken-part', { part: container }));
	const rootFile = elementsNamed(readXml(containerBytes, fileName, container), 'rootfile')[0];
	const path = pathIn('', rootFile ? attribute(rootFile, 'full-path') : '');
	const bytes = path === null ? null : await zip.read(path);
	if (path === null || !bytes) throw refuse(fileName, message('import.reason.broken-part', { part: container }));
	const root = readXml(bytes, fileName, path);
	const { chapters, unlisted } = chaptersOf(root, path);
	if (chapters.length === 0) throw refuse(fileName, message('import.reason.book-chapters'));
	await refuseLocked(zip, fileName, chapters);
	return { metadata: childElements(root).find((child) => localName(child) === 'metadata') ?? root, chapters, unlisted };
}

/** In the order of the spine; a book that has none is read in the order of its list of files, without its contents. */
function chaptersOf(root: XmlElement, packagePath: string): Pick<Book, 'chapters' | 'unlisted'> {
	const paths = new Map<string, string>();
	const contents = new Set<string>();
	const listed = new Set<string>();
	for (const item of elementsNamed(root, 'item')) {
		const type = attribute(item, 'media-type');
		listed.add(attribute(item, 'id'));
		const path = pathIn(packagePath, attribute(item, 'href'));
		if (path !== null && /(?:^|\s)nav(?:\s|$)/.test(attribute(item, 'properties'))) contents.add(path);
		if (path !== null && /^(?:application\/xhtml\+xml|text\/(?:html|x-oeb1-document))$/.test(type.trim().toLowerCase()))
			paths.set(attribute(item, 'id'), path);
	}
	const chapters = new Set<string>();
	let unlisted = 0;
	for (const reference of elementsNamed(root, 'itemref')) {
		const id = attribute(reference, 'idref');
		const path = paths.get(id);
		if (path !== undefined) chapters.add(path);
		else if (!listed.has(id)) unlisted += 1;
	}
	if (chapters.size > 0) return { chapters: [...chapters], unlisted };
	return { chapters: [...new Set(paths.values())].filter((path) => !contents.has(path)), unlisted };
}

/** A book whose chapters are encrypted can be read by the program it was sold for only. */
async function refuseLocked(zip: ZipPackage, fileName: string, chapters: readonly string[]): Promise<void> {
	const bytes = await zip.read(encryption);
	if (!bytes) return;
	for (const data of elementsNamed(readXml(bytes, fileName, encryption), 'EncryptedData')) {
		const algorithms = elementsNamed(data, 'EncryptionMethod').map((method) => attribute(method, 'Algorithm'));
		if (algorithms.length > 0 && algorithms.every((algorithm) => fontAlgorithms.test(algorithm))) continue;
		const locked = elementsNamed(data, 'CipherReference').map((reference) => pathIn('', attribute(reference, 'URI')));
		if (locked.some((path) => path !== null && chapters.includes(path)))
			throw refuse(fileName, message('import.reason.copy-protected'));
	}
}

/** Where a relative address leads within the file; it cannot leave it. null for addresses elsewhere. */
export function pathIn(base: string, href: string): string | null {
	if (href === '') return null;
	try {
		const inside = new URL('http://book.invalid/');
		const url = new URL(href, new URL(base.split('/').map(encodeURIComponent).join('/'), inside));
		return url.origin === inside.origin ? decodeURIComponent(url.pathname.slice(1)) : null;
	} catch {
		return null;
	}
}
