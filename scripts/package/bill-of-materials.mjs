// The bill of materials in CycloneDX, as npm itself makes it from the lockfile, narrowed to what ships, with the runtime.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { projectRoot } from '../setup/places.mjs';
import { product } from './product.mjs';

/** @typedef {{ 'bom-ref': string, name: string, version: string, purl?: string, type: string }} Component */
/** @typedef {{ serialNumber?: string, metadata: { timestamp?: string, component: Component }, components: Component[], dependencies: { ref: string, dependsOn?: string[] }[] }} Bill */

/**
 * The same lockfile and runtime give the same bill, byte for byte: it has no time, and its number comes from its content.
 * @param {import('./shipped-packages.mjs').ShippedPackage[]} packages
 * @param {{ version: string }} electron
 */
export function billOfMaterials(packages, electron) {
	const { serialNumber: _, ...bill } = narrow(npmBill(), packages, electron);
	const digest = createHash('sha256').update(JSON.stringify(bill)).digest('hex');
	return `${JSON.stringify({ ...bill, serialNumber: `urn:uuid:${asUuid(digest)}` }, null, '\t')}\n`;
}

/** @returns {Bill} */
function npmBill() {
	// Not with --omit=dev: npm 11.19 then leaves out whatever a tool needs as well.
	const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
	const npm = process.env.npm_execpath;
	const options = { cwd: projectRoot, encoding: /** @type {const} */ ('utf8'), maxBuffer: 64 << 20 };
	const made = npm?.endsWith('.js')
		? spawnSync(process.execPath, [npm, ...args], options)
		: spawnSync('npm', args, { ...options, shell: process.platform === 'win32' });
	if (made.status !== 0) throw new Error(`npm could not make the bill of materials: ${made.stderr}`);
	return JSON.parse(made.stdout);
}

/**
 * @param {Bill} bill
 * @param {import('./shipped-packages.mjs').ShippedPackage[]} packages
 * @param {{ version: string }} electron
 * @returns {Bill}
 */
export function narrow(bill, packages, electron) {
	const { timestamp: _, component: project, ...metadata } = bill.metadata;
	const root = project['bom-ref'];
	// npm calls it by the name of its folder.
	const component = { ...project, name: product.name };
	const runtime = electronComponent(electron);
	const wanted = new Set(packages.map(({ name, version }) => `${name}@${version}`));
	const components = bill.components.filter(({ name, version }) => wanted.delete(`${name}@${version}`));
	if (wanted.size > 0) throw new Error(`the bill of materials lacks ${[...wanted].join(', ')}`);
	const refs = new Set([root, ...components.map((each) => each['bom-ref'])]);
	const dependencies = bill.dependencies
		.filter(({ ref }) => refs.has(ref))
		.map(({ ref, dependsOn = [] }) => ({
			ref,
			dependsOn: [...dependsOn.filter((each) => refs.has(each)), ...(ref === root ? [runtime['bom-ref']] : [])],
		}));
	return { ...bill, metadata: { ...metadata, component }, components: [runtime, ...components], dependencies };
}

/**
 * @param {{ version: string }} electron
 * @returns {Component}
 */
function electronComponent({ version }) {
	const purl = `pkg:npm/electron@${version}`;
	return { 'bom-ref': `electron@${version}`, type: 'framework', name: 'electron', version, purl };
}

/**
 * Version 8 (RFC 9562): the digits are ours to choose.
 * @param {string} hex
 */
function asUuid(hex) {
	return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
