import { Fragment, useLayoutEffect, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import type { Receipt, ReceiptFile } from '#shared/domain/receipt.ts';
import { type ReceiptSheet, receiptRow, receiptSheet, receiptStyle } from '#shared/receipt/receipt-sheet.ts';
import styles from './PrintedReceipt.module.css';

/** A receipt for paper: what its page says, in the same layout, and in fonts that have every script of the region. */
export function PrintedReceipt({ receipt }: { receipt: Receipt }) {
	const host = useRef<HTMLDivElement>(null);
	const [tree, setTree] = useState<ShadowRoot | null>(null);
	useLayoutEffect(() => {
		if (host.current) setTree(host.current.shadowRoot ?? openTree(host.current));
	}, []);
	return createPortal(
		<div ref={host} className={styles.sheets} data-printed="" data-theme="light">
			{tree ? createPortal(<Sheet sheet={receiptSheet(receipt)} files={receipt.files} />, tree) : null}
		</div>,
		document.body,
	);
}

/** A tree of its own, where the page's style meets no other. */
function openTree(host: HTMLElement): ShadowRoot {
	const tree = host.attachShadow({ mode: 'open' });
	const sheet = new CSSStyleSheet();
	sheet.replaceSync(receiptStyle);
	tree.adoptedStyleSheets = [sheet];
	return tree;
}

function Sheet({ sheet, files }: { sheet: ReceiptSheet; files: readonly ReceiptFile[] }) {
	const { title, opening, facts, columns, closing, lines } = sheet;
	return (
		<>
			<h1 dir="auto">{title}</h1>
			<p>{opening}</p>
			<dl>
				{facts.map(([label, value]) => (
					<Fragment key={label}>
						<dt>{label}</dt>
						<dd dir="auto">{value}</dd>
					</Fragment>
				))}
			</dl>
			<table>
				<thead>
					<tr>
						{columns.map((column) => (
							<th key={column} scope="col">
								{column}
							</th>
						))}
					</tr>
				</thead>
				<tbody>
					{files.map((file, index) => (
						<Row key={file.sha256} {...receiptRow(file, index)} />
					))}
				</tbody>
			</table>
			<footer>
				{closing.map((text) => (
					<p key={text} className="about">
						{text}
					</p>
				))}
				<p className="sign">
					{lines.map((line) => (
						<span key={line}>{line}</span>
					))}
				</p>
			</footer>
		</>
	);
}

function Row({ number, about, sha256, sizeBytes, days, receivedBy }: ReturnType<typeof receiptRow>) {
	return (
		<tr>
			<td className="n">{number}</td>
			<td dir="auto">
				<Lines of={about} />
				<br />
				<code>{sha256}</code>
			</td>
			<td className="n">{sizeBytes}</td>
			<td>
				<Lines of={days} />
			</td>
			<td dir="auto">{receivedBy}</td>
		</tr>
	);
}

function Lines({ of }: { of: readonly string[] }) {
	return of.map((line, at) => (
		<Fragment key={line}>
			{at > 0 ? <br /> : null}
			{line}
		</Fragment>
	));
}
