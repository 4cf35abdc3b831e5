import type { Nodes, Root, RootContent, Table } from 'mdast';
import type { Block, MarkKind } from '#shared/domain/block.ts';
import { type BlockShape, BlockWriter, shownAddress } from './block-writer.ts';

const markOf: Readonly<Record<string, MarkKind>> = { emphasis: 'emphasis', strong: 'strong', delete: 'strike' };

/** Turns the trees of a text's sections, in order, into its blocks. */
export class MarkdownWalk {
	readonly #writer = new BlockWriter();
	#title: Nodes | undefined;
	#addresses: ReadonlyMap<string, string> = new Map();
	#tables = 0;
	#listDepth = 0;
	#quoteDepth = 0;
	/** What a paragraph is where the walk stands: itself, a quotation, the first block of an item or a note. */
	#shape: BlockShape = { kind: 'paragraph' };
	#hasHardBreaks = false;
	#hasSoftBreaks = false;

	get blocks(): Block[] {
		return this.#writer.blocks;
	}

	add(root: Root): void {
		this.#title ??= root.children.find((node) => node.type === 'heading' && node.depth === 1);
		this.#addresses = definedAddresses(root);
		this.#flow(root.children);
	}

	#flow(nodes: readonly RootContent[]): void {
		for (const node of nodes) this.#block(node);
	}

	#block(node: RootContent): void {
		switch (node.type) {
			case 'heading':
				this.#text(node, node === this.#title ? { kind: 'title' } : { kind: 'heading', level: node.depth });
				break;
			case 'paragraph':
				this.#text(node, this.#shape);
				this.#afterFirst();
				break;
			case 'code':
				this.#verbatim(node.value, { kind: 'preformatted' });
				break;
			case 'html':
				this.#verbatim(node.value, this.#shape);
				this.#afterFirst();
				break;
			case 'thematicBreak':
				this.#writer.add('rule');
				break;
			case 'blockquote':
				this.#quoteDepth += 1;
				this.#within({ kind: 'quotation', level: this.#quoteDepth }, node.children);
				this.#quoteDepth -= 1;
				break;
			case 'list':
				this.#list(node);
				break;
			case 'table':
				this.#table(node);
				break;
			case 'footnoteDefinition':
				this.#writer.mark('superscript', undefined, () => this.#writer.append(node.label ?? node.identifier));
				this.#writer.append(' ');
				this.#within({ kind: 'note' }, node.children);
				break;
			default:
				break;
		}
	}

	/** Writes nodes of a container whose first paragraph has this shape. */
	#within(shape: BlockShape, nodes: readonly RootContent[]): void {
		const before = this.#shape;
		this.#shape = shape;
		this.#flow(nodes);
		this.#shape = before;
	}

	#afterFirst(): void {
		if (this.#shape.kind === 'item') this.#shape = { kind: 'paragraph' };
	}

	#list(list: Extract<RootContent, { type: 'list' }>): void {
		this.#listDepth += 1;
		list.children.forEach((item, at) => {
			const marker = list.ordered ? { marker: `${(list.start ?? 1) + at}.` } : {};
			if (typeof item.checked === 'boolean') this.#writer.append(item.checked ? '[x] ' : '[ ] ');
			this.#within({ kind: 'item', level: this.#listDepth, ...marker }, item.children);
		});
		this.#listDepth -= 1;
	}

	#table(table: Table): void {
		const number = this.#tables;
		this.#tables += 1;
		table.children.forEach((row, rowIndex) => {
			row.children.forEach((cell, column) => {
				const place = { table: number, row: rowIndex, column, ...(rowIndex === 0 && { header: true }) };
				this.#text(cell, { kind: 'cell', cell: place });
			});
		});
	}

	#verbatim(text: string, shape: BlockShape): void {
		this.#writer.append(text);
		this.#writer.end(shape, { verbatim: true });
	}

	#text(parent: Nodes, shape: BlockShape): void {
		this.#hasHardBreaks = hasBreak(parent);
		this.#hasSoftBreaks = false;
		this.#inlineChildren(parent);
		this.#writer.end(this.#hasSoftBreaks ? { ...shape, wrapped: true } : shape);
	}

	#inlineChildren(parent: Nodes): void {
		if ('children' in parent) for (const child of parent.children) this.#inline(child);
	}

	#inline(node: Nodes): void {
		const inside = () => this.#inlineChildren(node);
		const kind = markOf[node.type];
		if (kind) this.#writer.mark(kind, undefined, inside);
		else if (node.type === 'text') this.#softText(node.value);
		else if (node.type === 'html') this.#writer.append(node.value);
		else if (node.type === 'inlineCode') this.#writer.mark('code', undefined, () => this.#writer.append(node.value));
		else if (node.type === 'break') this.#writer.breakLine();
		else if (node.type === 'link') this.#link(node.url, inside);
		else if (node.type === 'linkReference') this.#link(this.#addresses.get(node.identifier), inside);
		else if (node.type === 'image' || node.type === 'imageReference') this.#writer.append(node.alt ?? '');
		else if (node.type === 'footnoteReference') {
			this.#writer.mark('superscript', undefined, () => this.#writer.append(node.label ?? node.identifier));
		} else inside();
	}

	/** Line ends that only wrap are kept, unless the paragraph has others too, which they would be taken for. */
	#softText(value: string): void {
		if (this.#hasHardBreaks) this.#writer.append(value.replaceAll('\n', ' '));
		else {
			this.#hasSoftBreaks ||= value.includes('\n');
			this.#writer.append(value);
		}
	}

	#link(url: string | undefined, inside: () => void): void {
		const address = shownAddress(url);
		if (address === null) inside();
		else this.#writer.mark('link', address, inside);
	}
}

function hasBreak(node: Nodes): boolean {
	return node.type === 'break' || ('children' in node && node.children.some(hasBreak));
}

/** Where references lead. Walks backwards, because of two definitions of one name the first counts. */
function definedAddresses(root: Root): ReadonlyMap<string, string> {
	const found = new Map<string, string>();
	const waiting: Nodes[] = [root];
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (node.type === 'definition') found.set(node.identifier, node.url);
		if ('children' in node) for (const child of node.children) waiting.push(child);
	}
	return found;
}
