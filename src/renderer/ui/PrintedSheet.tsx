import { type ReactNode, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import styles from './PrintedSheet.module.css';

/** A page for paper, in a layout of its own and in fonts that have every script of the region. @param style CSS of ours */
export function PrintedSheet({ style, children }: { style: string; children: ReactNode }) {
	const host = useRef<HTMLDivElement>(null);
	const [tree, setTree] = useState<ShadowRoot | null>(null);
	useLayoutEffect(() => {
		if (host.current) setTree(host.current.shadowRoot ?? openTree(host.current, style));
	}, [style]);
	return createPortal(
		<div ref={host} className={styles.sheets} data-printed="" data-theme="light">
			{tree ? createPortal(children, tree) : null}
		</div>,
		document.body,
	);
}

/** A tree of its own, where the page's style meets no other. */
function openTree(host: HTMLElement, style: string): ShadowRoot {
	const tree = host.attachShadow({ mode: 'open' });
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(style);
	tree.adoptedStyleSheets = [sheet];
	return tree;
}
