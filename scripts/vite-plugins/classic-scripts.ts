import { type Plugin, parseSync, type Rolldown, Visitor } from 'vite';

const moduleTag = '<script type="module" crossorigin';

/**
 * The window's modules as classic scripts, of which Chromium keeps more compiled (docs/decisions/0007): the one that the
 * page names, and what it asks for by `import()` later. What a script exports lies in `lecternScripts`, where the others
 * find it, and `import()` becomes a call of `lecternImport` (`renderer/lib/trusted-scripts.ts`).
 */
export function classicScripts(): Plugin {
	return {
		name: 'classic-scripts',
		apply: 'build',
		generateBundle(_options, bundle) {
			for (const chunk of Object.values(bundle)) {
				if (chunk.type !== 'chunk') continue;
				// The page names this one alone, so it would find nothing of another, and the window would stay empty.
				if (chunk.isEntry && chunk.imports.length > 0) throw new Error(`${chunk.fileName} needs ${chunk.imports}`);
				chunk.code = asClassic(chunk);
			}
		},
		transformIndexHtml: {
			order: 'post',
			handler(html) {
				if (!html.includes(moduleTag)) throw new Error(`the page has no ${moduleTag}`);
				return html.replace(moduleTag, '<script defer');
			},
		},
	};
}

interface Edit {
	start: number;
	end: number;
	text: string;
}

/**
 * What is loaded later takes its imports once, when all of the first has run. It would not hear of a variable that changes
 * afterwards; modules here export none.
 */
function asClassic({ code, fileName }: Rolldown.OutputChunk): string {
	const unknown = (): never => {
		throw new Error(`${fileName} imports or exports in a way that ${classicScripts.name} does not know`);
	};
	const { program, errors } = parseSync(fileName, code);
	if (errors[0]) throw new Error(`${fileName}: ${errors[0].message}`);
	const edits: Edit[] = [];
	const exported: string[] = [];
	new Visitor({
		ImportDeclaration({ start, end, specifiers, source }) {
			const names = specifiers.map((each) =>
				each.type === 'ImportSpecifier' ? `${nameOf(each.imported)}:${each.local.name}` : unknown(),
			);
			edits.push({ start, end, text: `var{${names}}=${exportsOf(source.value)};` });
		},
		ExportNamedDeclaration({ start, end, declaration, source, specifiers }) {
			if (declaration || source) unknown();
			for (const each of specifiers) exported.push(`${nameOf(each.exported)}:${nameOf(each.local)}`);
			edits.push({ start, end, text: '' });
		},
		ExportDefaultDeclaration: unknown,
		ExportAllDeclaration: unknown,
		ImportExpression({ start, source }) {
			edits.push({ start, end: source.start, text: 'lecternImport(' });
		},
		MetaProperty({ start, end }) {
			edits.push({ start, end, text: 'lecternMeta' });
		},
	}).visit(program);
	// A script knows where it came from only while it runs.
	const meta = '{url:document.currentScript?.src||document.baseURI}';
	return `(function(){"use strict";var lecternMeta=${meta};${edited(code, edits)}
${exportsOf(fileName)}={${exported}}})();`;
}

function edited(code: string, edits: readonly Edit[]): string {
	let text = '';
	let done = 0;
	for (const edit of edits.toSorted((one, other) => one.start - other.start)) {
		text += code.slice(done, edit.start) + edit.text;
		done = edit.end;
	}
	return text + code.slice(done);
}

function exportsOf(path: string): string {
	return `(globalThis.lecternScripts??={})[${JSON.stringify(path.slice(path.lastIndexOf('/') + 1))}]`;
}

function nameOf(name: { name: string } | { value: string }): string {
	return 'name' in name ? name.name : JSON.stringify(name.value);
}
