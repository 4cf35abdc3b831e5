import type { TextRange } from '#shared/domain/annotation.ts';
import type { PageBox } from '#shared/domain/page-box.ts';
import { parseRange } from '#shared/web-annotation/range-fragment.ts';
import { readFragment } from '#shared/web-annotation/region-fragment.ts';
import { isTimeFragment } from '#shared/web-annotation/time-fragment.ts';
import { digestOf, idOf, rangeSyntax } from '#shared/web-annotation/vocabulary.ts';
import { type FileObject, wellFormed } from './file-object.ts';
import { asList, isObject, type Json } from './json-guard.ts';

/** The words that an annotation says it was made on. */
export interface Quote {
	exact: string;
	prefix: string;
	suffix: string;
}

/** Where a file says that an annotation was made; what of it is here is found out later. */
export interface ReadTarget {
	/** Address of what it was made on. */
	address: string;
	/** Address that this one stands for, elsewhere. */
	via: string;
	/** What the thing belongs to, and what that is called. */
	scope: string;
	label: string;
	/** SHA-256 of the text it was made on, where the file comes from a Lectern. */
	textSha256: string;
	range: TextRange | null;
	/** A part of a page, from 1, or of an image, whose page is 1. */
	region: { page: number; box: PageBox } | null;
	position: { start: number; end: number } | null;
	quote: Quote | null;
	/** Whether it says that it was made on a part, understood or not. */
	isPart: boolean;
}

const longestQuote = 1_000_000;
/** Named as selectors that are not used, where they are not. */
const selectorTypes = [
	'TextQuoteSelector',
	'TextPositionSelector',
	'FragmentSelector',
	'CssSelector',
	'XPathSelector',
	'DataPositionSelector',
	'SvgSelector',
	'RangeSelector',
];
const targetTypes = ['SpecificResource', 'Text', 'Composite', 'List', 'Independents'];

/** All targets, in order. Those of a set are targets each. */
export function readTargets(annotation: FileObject): ReadTarget[] {
	const targets: ReadTarget[] = [];
	for (const target of asList(annotation.take('target'))) readTarget(target, annotation, targets);
	return targets;
}

function readTarget(value: Json, parent: FileObject, into: ReadTarget[]): void {
	if (typeof value === 'string') {
		into.push(emptyTarget(wellFormed(value)));
		return;
	}
	if (!isObject(value)) {
		parent.losses.add('property', 'target');
		return;
	}
	const object = parent.part(value, 'target');
	const types = object.takeTypes(...targetTypes);
	if (object.has('items')) {
		parent.losses.add(types.includes('Choice') ? 'choice' : 'set', types.join(', ') || 'items');
		object.takeId();
		for (const item of asList(object.take('items'))) readTarget(item, object, into);
	} else readOne(object, into);
	object.end();
}

function readOne(object: FileObject, into: ReadTarget[]): void {
	const source = object.takeObject('source');
	const address = source?.takeId() ?? object.takeText('source') ?? object.takeId();
	if (address === undefined) return;
	// A target of its own address beside its source is that same target.
	if (source || object.has('source')) object.takeId();
	const described = source ?? object;
	// Of a file that is named by its bytes, what kind it is says nothing new.
	const isByBytes = digestOf(address) !== null;
	source?.takeTypes('Text', ...(isByBytes ? ['Image'] : []));
	if (isByBytes) source?.takeText('format');
	const scope = object.takeObject('scope');
	const target: ReadTarget = {
		...emptyTarget(address),
		via: described.takeText('via') ?? '',
		textSha256: source?.takeText('lectern:textSha256') ?? '',
		scope: scope?.takeId() ?? object.takeText('scope') ?? '',
		label: scope?.takeText('label') ?? object.takeText('label') ?? '',
	};
	if (target.scope !== '' && idOf(target.scope) === null) object.losses.add('property', `${object.path}.scope`);
	source?.end();
	scope?.end();
	readSelectors(object.take('selector'), object, target);
	into.push(target);
}

function readSelectors(selectors: Json | undefined, parent: FileObject, target: ReadTarget): void {
	for (const selector of asList(selectors)) {
		target.isPart = true;
		if (isObject(selector)) readSelector(parent.part(selector, 'selector'), target, false);
		else parent.losses.add('selector', typeof selector === 'string' ? selector : 'selector');
	}
}

/** @param isRefining whether it counts within another selector, where positions mean something else. */
function readSelector(selector: FileObject, target: ReadTarget, isRefining: boolean): void {
	const [type = ''] = selector.takeTypes(...selectorTypes);
	if (type === 'TextQuoteSelector' && selector.has('exact')) readQuote(selector, target);
	else if (type === 'TextPositionSelector' && !isRefining) readPosition(selector, target);
	else if (
		!readOwnRange(selector, type, target) &&
		!passTime(selector, type, target) &&
		!readRegion(selector, type, target, 1)
	) {
		selector.losses.add('selector', type || 'selector');
		readRefinement(selector, target);
		return;
	}
	selector.end();
}

/** The quotation within a part that is not understood is still the words it was made on. */
function readRefinement(selector: FileObject, target: ReadTarget): void {
	for (const refinement of asList(selector.take('refinedBy')))
		if (isObject(refinement)) readSelector(selector.part(refinement, 'refinedBy'), target, true);
}

function readQuote(selector: FileObject, target: ReadTarget): void {
	const exact = selector.takeText('exact') ?? '';
	const [prefix, suffix] = [selector.takeText('prefix') ?? '', selector.takeText('suffix') ?? ''];
	const isUsable = exact !== '' && exact.length + prefix.length + suffix.length <= longestQuote;
	if (!isUsable || target.quote) selector.losses.add('selector', 'TextQuoteSelector');
	else target.quote = { exact, prefix, suffix };
}

function readPosition(selector: FileObject, target: ReadTarget): void {
	const [start, end] = [selector.takeNumber('start'), selector.takeNumber('end')];
	const isUsable =
		Number.isInteger(start) && Number.isInteger(end) && Number(start) >= 0 && Number(end) > Number(start);
	if (isUsable && !target.position) target.position = { start: Number(start), end: Number(end) };
	else selector.losses.add('selector', 'TextPositionSelector');
}

function readOwnRange(selector: FileObject, type: string, target: ReadTarget): boolean {
	if (type !== 'FragmentSelector' || selector.takeText('conformsTo') !== rangeSyntax) return false;
	target.range = parseRange(selector.takeText('value') ?? '');
	return target.range !== null;
}

/** A time beside the words themselves says no more than they do; alone it is a place that we have no words for. */
function passTime(selector: FileObject, type: string, { range, quote }: ReadTarget): boolean {
	if (type !== 'FragmentSelector' || !(range || quote)) return false;
	if (!isTimeFragment(selector.peekText('conformsTo'), selector.peekText('value'))) return false;
	for (const key of ['conformsTo', 'value']) selector.take(key);
	return true;
}

/** @param page what it refines is a part of. */
function readRegion(selector: FileObject, type: string, target: ReadTarget, page: number): boolean {
	if (type !== 'FragmentSelector' || target.region) return false;
	const named = readFragment(selector.peekText('conformsTo'), selector.peekText('value'));
	const refinement = selector.peekObject('refinedBy');
	if (named.box && !refinement) target.region = { page: named.page ?? page, box: named.box };
	else if (!named.page || !refinement || !readRegion(refinement, typeOf(refinement), target, named.page)) return false;
	for (const key of ['conformsTo', 'value', 'refinedBy']) selector.take(key);
	return true;
}

function typeOf(selector: FileObject): string {
	return selector.takeTypes('FragmentSelector')[0] ?? '';
}

function emptyTarget(address: string): ReadTarget {
	return {
		...{ address, via: '', scope: '', label: '', textSha256: '' },
		...{ range: null, region: null, position: null, quote: null, isPart: false },
	};
}
