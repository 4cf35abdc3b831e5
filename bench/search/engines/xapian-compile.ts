import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { benchCache } from '../harness/places.ts';

/** The program that speaks to Xapian. */
export const xapianDriver = path.join(benchCache, 'xapian-driver');

const source = path.join(import.meta.dirname, 'xapian-driver.cpp');

/** Compiles it where it is missing or older than its source. */
export function compileXapianDriver(): void {
	if (fs.existsSync(xapianDriver) && fs.statSync(xapianDriver).mtimeMs > fs.statSync(source).mtimeMs) return;
	fs.mkdirSync(benchCache, { recursive: true });
	execFileSync('g++', ['-O2', '-std=c++17', '-Wall', source, '-o', xapianDriver, '-lxapian'], { stdio: 'inherit' });
}
