import { escapeMarkup } from '#shared/cite/escape-markup.ts';
import { type NoteElement, type NoteLink, type NoteNode, noteElements } from '#shared/markdown/note-elements.ts';

/**
 * A note as markup for a page of its own: the elements that its card shows. Addresses are words, whatever they lead to, so
 * that whoever is given the page asks nobody for anything, not even by a slip of the hand.
 */
export function noteAsHtml(markdown: string): string {
	return noteElements(markdown).map(written).join('');
}

function written(node: NoteNode): string {
	if (typeof node === 'string') return escapeMarkup(node);
	if (node.tag === 'link') return linkWritten(node);
	const { tag, children } = node;
	if (tag === 'br' || tag === 'hr') return `<${tag}>`;
	return `<${tag}${attributesOf(node)}>${children.map(written).join('')}</${tag}>`;
}

function attributesOf({ role, start, dir }: NoteElement): string {
	return [
		...(role === undefined ? [] : [` class="${role}"`]),
		...(start === undefined ? [] : [` start="${start}"`]),
		...(dir === undefined ? [] : [` dir="${dir}"`]),
	].join('');
}

function linkWritten({ address, isBare, children }: NoteLink): string {
	const words = children.map(written).join('');
	return isBare ? words : `${words} <bdi class="address">⟨${escapeMarkup(address)}⟩</bdi>`;
}
