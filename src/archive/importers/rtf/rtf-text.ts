import type { Element, ElementContent, Root } from 'hast';
import { codePageOf, decodeBytes, defaultCodePage, encodingOfCodePage } from './rtf-code-pages.ts';
import { asideGroups, characters, silentGroups } from './rtf-controls.ts';
import { html, type ParagraphShape, RtfFlow } from './rtf-flow.ts';
import { type Group, outermostGroup, setProperty, shapeOf, type Target, turnTo } from './rtf-group.ts';
import { pictureAddress, type RtfPicture } from './rtf-pictures.ts';
import { rtfTokens } from './rtf-tokens.ts';

/** What a file in Rich Text Format holds. */
export interface RtfDocument {
	/** Its running text as a tree of HTML; its notes stand at the end. */
	page: Root;
	/** The code page that the document says it is in. */
	codePage: number;
	/** Whether there is text in the margins of pages, or in comments. */
	hasTextAside: boolean;
	/** Whether it keeps what was struck out while changes were tracked. */
	hasDeletions: boolean;
	/** What the program that wrote it noted: title, author, and the day it was begun (ISO 8601). */
	info: { title: string; author: string; created: string };
}

/** More groups within each other than any program writes. */
const deepestGroup = 2_000;

/**
 * Reads Rich Text Format 1.9.1.
 * @param source the bytes of the file, one character a byte
 * @param chosenEncoding decodes all text where a person chose it
 * Throws RangeError where groups nest deeper than any program writes them.
 */
export function readRtfText(source: string, chosenEncoding?: string): RtfDocument {
	return new RtfReader(chosenEncoding).read(source);
}

/** A picture whose group is read: where in the file its bytes lie, as far as is known. */
interface OpenPicture extends RtfPicture {
	depth: number;
	/** The property that is read of it. */
	property: string;
	/** What the document says in place of it. */
	alt: string;
}

class RtfReader {
	readonly #chosenEncoding: string | undefined;
	readonly #body = new RtfFlow();
	readonly #notes: Element[] = [];
	readonly #info = { title: '', author: '', created: '' };
	/** Code pages of the fonts by number; null where the font has the document's. */
	readonly #fonts = new Map<number, number | null>();
	/** Levels of headings by the number of the style. */
	readonly #headings = new Map<number, number>();
	#codePage = defaultCodePage;
	#hasTextAside = false;
	#hasDeletions = false;
	#picture: OpenPicture | null = null;
	#isOptional = false;
	/** Characters still to be left out after `\u`, which stand there for programs that do not know it. */
	#toSkip = 0;
	#bytes = '';
	readonly #outer: Group[] = [];
	#group = outermostGroup(this.#body);

	constructor(chosenEncoding: string | undefined) {
		this.#chosenEncoding = chosenEncoding;
	}

	read(source: string): RtfDocument {
		for (const token of rtfTokens(source)) {
			if (token.kind === 'binary') {
				this.#addToPicture(token.at, token.at + token.length, 'stored');
				continue;
			}
			if (token.kind === 'bytes') {
				if (this.#picture && this.#group.target?.kind !== 'words') {
					this.#addToPicture(token.at, token.at + token.bytes.length, 'hex');
					continue;
				}
				this.#addBytes(token.bytes);
				continue;
			}
			if (token.kind === 'control' && characters.has(token.word) && this.#toSkip > 0) {
				this.#toSkip -= 1;
				continue;
			}
			this.#flushBytes();
			if (token.kind === 'control') this.#control(token.word, token.parameter);
			else if (token.kind === 'open') this.#open();
			else this.#close();
		}
		this.#flushBytes();
		while (this.#outer.length > 0) this.#close();
		return {
			page: { type: 'root', children: [...this.#body.end(this.#shape()), ...this.#notes] },
			codePage: this.#codePage,
			hasTextAside: this.#hasTextAside,
			hasDeletions: this.#hasDeletions,
			info: this.#info,
		};
	}

	#open(): void {
		if (this.#outer.length >= deepestGroup) throw new RangeError(`more than ${deepestGroup} groups in one another`);
		this.#toSkip = 0;
		this.#outer.push(this.#group);
		const { inner } = this.#group;
		this.#group = { ...this.#group, end: null, inner: null };
		inner?.();
	}

	#close(): void {
		this.#toSkip = 0;
		this.#isOptional = false;
		const { end } = this.#group;
		end?.();
		this.#group = this.#outer.pop() ?? this.#group;
	}

	#addBytes(bytes: string): void {
		const skipped = Math.min(this.#toSkip, bytes.length);
		this.#toSkip -= skipped;
		this.#bytes += bytes.slice(skipped);
	}

	/** Characters may be of several bytes, which come one by one. */
	#flushBytes(): void {
		if (this.#bytes === '') return;
		const bytes = this.#bytes;
		this.#bytes = '';
		const { font } = this.#group;
		const codePage = (font === null ? null : this.#fonts.get(font)) ?? this.#codePage;
		this.#addText(decodeBytes(bytes, this.#chosenEncoding ?? encodingOfCodePage(codePage)));
	}

	/** Of the groups within it none is of the picture itself. */
	#addToPicture(start: number, end: number, coding: 'hex' | 'stored'): void {
		const picture = this.#picture;
		if (picture?.depth !== this.#outer.length) return;
		if (picture.end === 0) picture.start = start;
		picture.end = end;
		picture.coding = coding;
	}

	#addText(text: string): void {
		const { target, isHidden, isDeleted, marks: onText, field } = this.#group;
		if (target === null) return;
		if (target.kind === 'words') target.words += text;
		else if (isDeleted) this.#hasDeletions ||= text.trim() !== '';
		else if (!isHidden) target.flow.addText(text, { marks: onText, href: field?.href ?? null });
	}

	#control(word: string, parameter: number | null): void {
		const isOptional = this.#isOptional;
		this.#isOptional = false;
		this.#toSkip = 0;
		const character = characters.get(word);
		if (word === '*') this.#isOptional = true;
		else if (character !== undefined) this.#addText(character);
		else if (setProperty(this.#group, word, parameter)) return;
		else if (!this.#write(word, parameter ?? 0) && !this.#begin(word, isOptional)) this.#read(word, parameter ?? 0);
	}

	/** Controls that add to the text or divide it; false for all others. */
	#write(word: string, parameter: number): boolean {
		const { target, fallbackLength } = this.#group;
		const flow = target?.kind === 'flow' ? target.flow : null;
		switch (word) {
			case 'u':
				if (parameter !== 0) this.#addText(String.fromCharCode(parameter & 0xffff));
				this.#toSkip = fallbackLength;
				return true;
			case 'chftn':
				this.#addText(String(this.#notes.length + (this.#isInNote() ? 0 : 1)));
				return true;
			case 'line':
				this.#addText('\n');
				return true;
			case 'par':
			case 'sect':
			case 'page':
			case '\r':
			case '\n':
				flow?.endParagraph(this.#shape());
				return true;
			case 'nestcell':
				// A table within a cell is lines of that cell.
				flow?.endParagraph({ ...this.#shape(), isInTable: true });
				return true;
			case 'cell':
				flow?.endCell(this.#shape());
				return true;
			case 'row':
				flow?.endRow();
				return true;
			default:
				return false;
		}
	}

	/** Controls that say what their group is; false for all others. */
	#begin(word: string, isOptional: boolean): boolean {
		const group = this.#group;
		if (silentGroups.has(word)) group.target = null;
		else if (asideGroups.has(word)) this.#gather((words) => this.#noteAside(words));
		else if (Object.hasOwn(this.#groups, word)) this.#groups[word]?.();
		else if (isOptional) group.target = null;
		else return false;
		return true;
	}

	/** Groups that are read, by the word they begin with. */
	readonly #groups: Readonly<Record<string, () => void>> = {
		fonttbl: () => this.#gather(() => undefined),
		stylesheet: () => {
			this.#gather(() => undefined);
			this.#group.inner = () => this.#gather((name) => this.#keepStyle(name));
		},
		info: () => this.#gather(() => undefined),
		title: () => this.#gather((words) => this.#describe('title', words)),
		author: () => this.#gather((words) => this.#describe('author', words)),
		creatim: () =>
			this.#gather((words) => {
				this.#info.created = words;
			}),
		pict: () => {
			const { target, isHidden, isDeleted } = this.#group;
			this.#group.target = null;
			if (target?.kind !== 'flow') return;
			this.#hasDeletions ||= isDeleted;
			if (isHidden || isDeleted) return;
			const place = { start: 0, end: 0, coding: 'hex' as const };
			const picture: OpenPicture = { ...place, depth: this.#outer.length, property: '', alt: '' };
			this.#picture = picture;
			this.#group.end = () => {
				target.flow.addPicture(pictureAddress(picture), picture.alt);
				this.#picture = null;
			};
		},
		sn: () => this.#ofPicture((picture, words) => Object.assign(picture, { property: words })),
		sv: () =>
			this.#ofPicture(
				(picture, words) => picture.property === 'wzDescription' && Object.assign(picture, { alt: words }),
			),
		shppict: () => undefined,
		shpinst: () => undefined,
		shptxt: () => this.#beside((children) => this.#flowAround()?.insert(children)),
		footnote: () => this.#note(),
		listtext: () => this.#gather((words) => this.#flowAround()?.setMarker(words)),
		pntext: () => this.#gather((words) => this.#flowAround()?.setMarker(words)),
		pn: () => this.#gather(() => undefined),
		field: () => {
			this.#group.field = { href: null };
		},
		fldinst: () => {
			const { field } = this.#group;
			this.#gather((words) => {
				const address = /^\s*HYPERLINK\s+(?:\\[a-z]\s+)*"([^"]*)"/i.exec(words)?.[1];
				if (field && address) field.href = address;
			});
		},
		// The same text twice: for old programs, and in Unicode.
		upr: () => {
			const { target } = this.#group;
			this.#group.target = null;
			this.#unicodeTarget = target;
		},
		ud: () => {
			this.#group.target = this.#unicodeTarget;
		},
	};
	#unicodeTarget: Target = null;

	/** What is said in tables of the file, and numbers of its making. */
	#read(word: string, parameter: number): void {
		const { font } = this.#group;
		if (word === 'ansicpg') this.#codePage = parameter;
		else if (word === 'mac') this.#codePage = 10000;
		else if (word === 'pc') this.#codePage = 437;
		else if (word === 'pca') this.#codePage = 850;
		else if (word === 'fcharset' && font !== null) this.#fonts.set(font, codePageOf(parameter));
		else if (word === 'cpg' && font !== null) this.#fonts.set(font, parameter);
		else if (/^(?:yr|mo|dy)$/.test(word) && this.#group.target?.kind === 'words')
			this.#group.target.words += `${word === 'yr' ? '' : '-'}${String(parameter).padStart(2, '0')}`;
	}

	/** Takes the words of this group, and of those in it, to its end. */
	#gather(use: (words: string) => void): void {
		if (this.#group.target === null) return;
		const target = { kind: 'words' as const, words: '' };
		this.#group.target = target;
		this.#group.end = () => use(target.words.trim());
	}

	/** Takes the words of this group for a property of the picture that it is in. */
	#ofPicture(use: (picture: OpenPicture, words: string) => void): void {
		const picture = this.#picture;
		if (!picture) return;
		this.#group.target = { kind: 'words', words: '' };
		this.#gather((words) => use(picture, words));
	}

	/** Reads the text of this group apart from that around it. */
	#beside(use: (children: ElementContent[]) => void): void {
		if (this.#group.target === null) return;
		const flow = new RtfFlow();
		turnTo(this.#group, flow);
		this.#group.end = () => use(flow.end(this.#shape()));
	}

	#note(): void {
		const at = this.#notes.length;
		this.#notes.push(html('aside', [], { role: 'doc-footnote' }));
		this.#beside((children) => {
			(this.#notes[at] as Element).children = children;
		});
	}

	#isInNote(): boolean {
		const { target } = this.#group;
		return target?.kind === 'flow' && target.flow !== this.#body;
	}

	/** The text that the group around this one belongs to. */
	#flowAround(): RtfFlow | null {
		const target = this.#outer.findLast((group) => group.target?.kind === 'flow')?.target;
		return target?.kind === 'flow' ? target.flow : null;
	}

	#noteAside(words: string): void {
		if (words !== '') this.#hasTextAside = true;
	}

	/** Programs name the styles of headings alike, and most say the level too. */
	#keepStyle(name: string): void {
		const { style, outline } = this.#group;
		const level = outline === null ? Number(/^heading (\d)/i.exec(name)?.[1] ?? 0) : outline + 1;
		if (/^title;/i.test(name)) this.#headings.set(style, 1);
		else if (level > 0 && level <= 6) this.#headings.set(style, level);
	}

	#describe(what: 'title' | 'author', words: string): void {
		this.#info[what] = words.replaceAll(/\s+/g, ' ');
	}

	#shape(): ParagraphShape {
		return shapeOf(this.#group, this.#headings);
	}
}
