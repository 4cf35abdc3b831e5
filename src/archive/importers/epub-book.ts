import { message } from '#shared/messages/messages.ts';
import { refuse } from './refusal.ts';
import { attribute, childElements, elementsNamed, localName, readXml, type XmlElement } from './xml.ts';
import type { ZipPackage } from './zip-package.ts';

export interface Book {
	metadata: XmlElement;
	/** Paths of the chapters within the file, in reading order, each once. */
	chapters: string[];
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
	const chapters = chaptersOf(root, path);
	if (chapters.length === 0) throw refuse(fileName, message('import.reason.book-chapters'));
	await refuseLocked(zip, fileName, chapters);
	return { metadata: childElements(root).find((child) => localName(child) === 'metadata') ?? root, chapters };
}

function chaptersOf(root: XmlElement, packagePath: string): string[] {
	const paths = new Map<string, string>();
	for (const item of elementsNamed(root, 'item')) {
		const type = attribute(item, 'media-type');
		const path = pathIn(packagePath, attribute(item, 'href'));
		if (path !== null && /^(?:application\/xhtml\+xml|text\/(?:html|x-oeb1-document))$/.test(type.trim().toLowerCase()))
			paths.set(attribute(item, 'id'), path);
	}
	const chapters = new Set<string>();
	for (const reference of elementsNamed(root, 'itemref')) {
		const path = paths.get(attribute(reference, 'idref'));
		if (path !== undefined) chapters.add(path);
	}
	return [...chapters];
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
function pathIn(base: string, href: string): string | null {
	if (href === '') return null;
	try {
		const inside = new URL('http://book.invalid/');
		const url = new URL(href, new URL(base.split('/').map(encodeURIComponent).join('/'), inside));
		return url.origin === inside.origin ? decodeURIComponent(url.pathname.slice(1)) : null;
	} catch {
		return null;
	}
}
