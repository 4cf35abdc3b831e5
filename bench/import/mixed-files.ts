import fs from 'node:fs';
import path from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import { column, writePdf } from '#archive/testing/test-pdf.ts';
import { createWordStream, pick, scripts } from '../artificial/vocabulary.ts';

type Make = (words: () => string, number: number, random: () => number) => Uint8Array | string;

/** What people receive, in the shares in which they do: of ten files so many of each. */
const formats: readonly { extension: string; ofTen: number; make: Make }[] = [
	{ extension: 'txt', ofTen: 3, make: (words) => paragraphs(words, 20).join('\n\n') },
	{ extension: 'html', ofTen: 2, make: htmlPage },
	{ extension: 'md', ofTen: 1, make: (words) => `# ${words()}\n\n${paragraphs(words, 6).join('\n\n')}\n` },
	{ extension: 'eml', ofTen: 2, make: mail },
	{ extension: 'pdf', ofTen: 1, make: (_words, number, random) => document(number, random, 2) },
	{ extension: 'png', ofTen: 1, make: (_words, number) => picture(number) },
];

/** Files of several formats, all different, a thousand a folder. */
export function writeMixedFiles(folder: string, random: () => number, fileCount: number): void {
	const streams = scripts.map((script) => createWordStream(script, random));
	const ofTen = formats.flatMap((format) => Array.from({ length: format.ofTen }, () => format));
	for (let number = 0; number < fileCount; number += 1) {
		const stream = pick(streams, random);
		const words = () => Array.from({ length: 40 }, () => stream.next()).join(' ');
		const { extension, make } = pick(ofTen, random);
		const below = path.join(folder, String(Math.floor(number / 1000)));
		fs.mkdirSync(below, { recursive: true });
		fs.writeFileSync(path.join(below, `sample-${number}.${extension}`), make(words, number, random));
	}
}

/** A PDF of so many full pages. */
export function document(number: number, random: () => number, pageCount: number): Uint8Array {
	const latin = createWordStream({ name: 'ASCII', consonants: [...'bdfgklmnprstvz'], vowels: [...'aeiou'] }, random);
	const line = () => Array.from({ length: 11 }, () => latin.next()).join(' ');
	const page = (at: number) => column([`Sample ${number}, page ${at + 1}`, ...Array.from({ length: 40 }, line)]);
	return writePdf(Array.from({ length: pageCount }, (_, at) => page(at)));
}

function paragraphs(words: () => string, count: number): string[] {
	return Array.from({ length: count }, () => `${words()}.`);
}

function htmlPage(words: () => string, number: number): string {
	const body = paragraphs(words, 10).map((text) => `<p>${text}</p>`);
	return `<!doctype html><meta charset="utf-8"><title>Sample ${number}</title><h1>Sample ${number}</h1>${body.join('\n')}`;
}

function mail(words: () => string, number: number): string {
	return [
		'From: Alpha <alpha@example.org>',
		'To: Beta <beta@example.org>',
		`Subject: Sample ${number}`,
		`Message-ID: <${number}@example.org>`,
		'Date: Mon, 06 Jan 2020 10:00:00 +0000',
		'Content-Type: text/plain; charset=utf-8',
		'',
		...paragraphs(words, 5),
	].join('\r\n');
}

/** A grey square that no other number has. */
function picture(number: number): Uint8Array {
	const sidePx = 64;
	const rows = Buffer.alloc(sidePx * (sidePx + 1), number % 256);
	for (let y = 0; y < sidePx; y += 1) rows[y * (sidePx + 1)] = 0;
	rows.writeUInt32BE(number, 1);
	const head = Buffer.alloc(13);
	head.writeUInt32BE(sidePx, 0);
	head.writeUInt32BE(sidePx, 4);
	head.set([8, 0, 0, 0, 0], 8);
	const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
	return Buffer.concat([
		signature,
		chunk('IHDR', head),
		chunk('IDAT', deflateSync(rows)),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

function chunk(name: string, content: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(name, 'latin1'), content]);
	const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
	length.writeUInt32BE(content.length);
	check.writeUInt32BE(crc32(named));
	return Buffer.concat([length, named, check]);
}
